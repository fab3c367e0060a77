"""Ordinary words of a day: beside them alone, a part of the body tells of nothing that nobody knows. Our own list,
without endings; it need not be whole: a word that is missing only asks more.
"""

from __future__ import annotations

import re

from backplan.model.activities import moves_on
from backplan.patterns import on_first_use

_SMALL = """
a an the i im ive id we my me mine our us you your he she it its they them their his her this that these those there
here and or but so then than as if when while with without within of off on onto in into out at to from for by up down
over under round around about across along near behind before after during until till since through past between per
via plus is am are was were be been being do did does done doing have had has having go goes going went gone get gets
got getting can could may might must will would shall should need used not no none nothing never nor only just even
still yet also too very quite rather really pretty much many more most less least little bit lot lots some any all
both each every few several enough almost nearly again back now soon later early late earlier today tonight yesterday
tomorrow morning afternoon evening night noon midday day week weekend month year hour minute min mins second time
times once twice daily weekly first last next previous usual usually normal normally often sometimes always mostly
mainly rarely ever already because due thanks despite instead except apart part half quarter third whole rest other
another same different such own which what who how why where well ok okay fine alright right left side one two three
four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred couple dozen monday
tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun yes yeah nope though although however
maybe perhaps probably like unlike
add extra total sum count
effort peak highest lowest level score scale number rating max maximum afterwards felt feel feels feeling
"""
_MILD = """
ok okay fine alright well normal usual manageable bearable
good great bad better best worse worst fine nice lovely easy easier hard harder tough rough heavy light gentle slow
quick fast strong strength weak-ish stiff stiffness sore soreness ache achy aching pain painful painless hurt tight
tightness tender twinge niggle lead jelly saddle sharp fall fell grumble grumbly
pinch nip grind complain protest moan irritable irritated temperamental tired tiring tiredness fatigued
guilty ashamed embarrassed silly grateful thankful relieved frustrated annoyed disappointed discouraged
knackered exhausted shattered weary sleepy drowsy lazy grumpy cross moody low fed happy sad proud pleased glad content
cheerful calm relaxed relax stressed stress anxious worried worry nervous bored boring motivated keen confident
confidence hopeful energetic energy full empty hungry thirsty loose looser loosen supple flexible creak creaky click
clicky crunchy cramp knot spasm flare settle settled ease eased improve progress manage managed manageable struggle
cope coped awful terrible horrible okay-ish so-so meh warm hot cold cool wet dry damp sweat sweaty breath breathe
breathing slept sleep asleep awake woke wake nap lie lay lying bed pillow mattress lie-in insomnia posture bend
bending bent stretch stretched lift lifted carry carried push pull twist turn reach kneel squat sit sat seated stand
stood stay kept keep hold held move moved rest rested recover recovery heal limit careful carefully gently properly
pinch nip nag tug ouch ow
"""
_BODY = """
back lower upper middle leg knee hip foot feet ankle heel calf calves thigh hamstring quad glute buttock bum bottom
shoulder neck arm elbow wrist hand finger thumb toe shin muscle joint core abs body tummy spine rib ribs head face
nerve belly stomach ear loo toilet
"""
_DAYS = """
garden gardening lawn hedge fence patio plant pot dig dug weed rake leaf leaves mow mowed trim prune water compost
shed allotment bulb flower vegetable veg patch tree grass soil wood log chop saw paint decorate decorating wallpaper
ceiling wall shelf shelves diy drill build built fix repair assemble flatpack wardrobe furniture box boxes move house
home flat room kitchen bathroom bedroom garage loft attic basement stair stairs step window floor carpet oven fridge
clean tidy hoover vacuum mop scrub sweep swept dust wash washing laundry iron ironing hang hung sheet bed make made
dish dishes cook bake baking lunch dinner tea coffee breakfast supper meal picnic bbq barbecue shop shopping
supermarket market town bag bags trolley car drive drove driving bus train plane tram flight fly flew airport travel
trip journey holiday hotel beach sea lake river hill mountain forest park playground zoo museum gallery cinema theatre
concert pub restaurant cafe church choir club library school college university run class course office desk computer
laptop screen chair work worked working job shift meeting call phone zoom study exam teach lesson walk walked walking
stroll wander hike ramble march cycle bike biking ride rode swim swam swimming pool length lap aqua yoga pilates tai
chi qi gong gym treadmill rower row rowing machine cross trainer elliptical weight weights band dumbbell ball
kettlebell mat golf hole tennis table badminton squash bowls bowling football cricket match game play played playing
kayak canoe paddle sail surf ski skate dance danced dancing ballroom line salsa zumba aerobics fish fishing horse
riding stable muck feed fed dog cat chicken rabbit pet bird sheep cow farm kid kids child children baby grandchild
grandchildren grandson granddaughter grandkids son daughter wife husband partner mum mother dad father parent sister
brother aunt uncle cousin friend neighbour family visitor guest colleague boss tom jane babysit pram buggy pushchair
party birthday wedding funeral christmas easter visit visited meet met talk chat read reading book tv telly watch
watched film movie music song piano guitar sing sang sew knit crochet puzzle quiz cards draw write wrote sauna spa
bath shower massage heat pack hot bottle ice wheat cream new old shoe shoes boots coat rucksack backpack sofa couch
armchair rain rainy rained raining snow snowy wind windy sun sunny weather storm icy busy lazy quiet long short big
small whole ready able fun love loved enjoy enjoyed hate liked dislike glad try tried start started begin began stop
stopped finish finished end ended miss missed forgot forget remember remembered skip skipped let leave left leaving
come came coming bring brought take took taken taking put putting give gave given use using think thought know knew
feel felt feeling feels see look looked find found say said tell told ask asked hear heard want wanted hope help
helped helping wait waited change changed pick picked pull drop dropped catch open close lock tie tied sock socks lace
dress dressed trousers wear wore stand on off parked near far further away slowly quickly together alone outside
inside indoor outdoor upstairs downstairs place way road street path block corner bridge distance mile km metre number
score level programme plan session exercise exercises workout routine set rep round circuit warm cool physio
physiotherapist gp doctor appointment check-up review therapist instructor happy doing wine beer drink drank glass eat
ate food cake alcohol meditation mindfulness relaxation energy full mood mind head-space weekend lots everything
anything something nobody somebody everyone stuff thing things lot bits moment while ago usual stayed
cushion towel stool bench blanket rug
"""
_EXERCISES = """
abdominal sweep plank bridge squat lunge clam clamshell bird dead bug cat cow cobra crunch curl press raise raises row
push pull up rotation rotate tilt pelvic hinge hip-hinge roll rolling stretch hold march marching tap slide reach
kneel kneeling side-lying lying prone supine floor wall standing seated sit stand step balance tandem superman
extension flexion abduction band side all fours swing circle shrug nod turn twist open book thread needle child pose
downward dog chin tuck scapular squeeze wood chop carry farmer deadlift kettlebell single double one two forward
backward sideways slow breathing diaphragm catcow birddog glute quad core abs freer shook slippery wobble opposite
flexor deep straight glide pump arc high touch support sciatic floss front stance hug brace kick strap jog paced
lateral jump lean counter air split rock sway opening prop hook alternate alternating quadruped bow top flutter facing
peel spiral wave pulley tower ergometer cuff interval breaststroke float outward diaphragmatic resonance coherent wide
costal scan clench noodle springy smooth crawl recline stagger worktop straighten tighten
"""
PLAIN = frozenset(" ".join((_SMALL, _MILD, _BODY, _DAYS, _EXERCISES)).split())
_OF_NO_TROUBLE = frozenset(" ".join((_MILD, _EXERCISES)).split())  # how a part of the body is, or what is done with it
_WORD = on_first_use(r"[a-z]+(?:['’][a-z]+)?", re.IGNORECASE)
_HELPLINE = on_first_use(
    r"^\W*(?:nhs )?(?:111|112|999|911|000)\W+(?!min|m\b|sec|rep|step|metre|of\b)[a-z]"
    r"|\b(?:rang|ring|ringing|called|call|calling|phoned|dialled)\W+(?:nhs )?(?:111|112|999|911|000)\b",
    re.IGNORECASE,
)


def of_a_helpline(text: str) -> bool:
    """Whether a number in words is that of a helpline, and no minutes: 111 told me to go in."""
    return _HELPLINE.search(text) is not None


def all_plain(text: str) -> bool:
    """Whether every word is an ordinary one of a day, of rest, of mild trouble with the back, or of an exercise."""
    return all(_is_one_of(PLAIN, word) for word in _WORD.findall(text))


def any_mild(text: str) -> bool:
    """Whether a word tells of mild trouble, of rest or of an exercise, or of what moves the body on."""
    return moves_on(text.lower()) or any(_is_one_of(_OF_NO_TROUBLE, word) for word in _WORD.findall(text))


_ENDINGS = ("ness", "ing", "ies", "est", "ed", "er", "es", "ly", "s", "y", "d")


def _is_one_of(words: frozenset[str], word: str) -> bool:
    bare = word.lower().replace("’", "'").partition("'")[0]
    ends = (end for end in _ENDINGS if bare.endswith(end))
    return (len(bare) == 1 and words is PLAIN) or bare in words or any(_stem(words, bare, end) for end in ends)


_SHORTEST = 3  # letters of a stem


def _stem(words: frozenset[str], word: str, end: str) -> bool:
    """Whether a word without an ending is known: washed, washing, cities, slipped."""
    stem = word[: -len(end)]
    return len(stem) >= _SHORTEST and not words.isdisjoint(
        {stem, f"{stem}e", f"{stem}y", stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    )
