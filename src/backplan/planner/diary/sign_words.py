"""Signs in a person's own words: which of the signs to look at first a note may tell of. That is a question and no
answer: nothing is recorded, and nothing stops, until the person says so.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = r"(?:\W+\w+){0,%d}?\W+"  # so many words between


class Near(NamedTuple):
    """One thing and another, in any order, with no more than so many words between: a part of the body, and that it
    does not do what it should.
    """

    one: str
    other: str
    between: int = 3


_CANNOT = (
    r"(?:cannot|can['’]?t|can not|could ?n['’]?t|could not|unable to|not able to|struggl(?:e|ed|ing) to|(?:can"
    r"|could) (?:hardly|barely|only just))"
)
_NUMB = (
    r"n[ou]m+b*(?:ness|ed)?|nunb|ting(?:e?l|le)(?:es?|ed?|ing?|in|y)?|pins (?:and|&|n) needles|(?:no|lost (?:all "
    r"|the )?|loss of|losing) ?(?:feelings?|sensation)|(?:feels?|felt|gone|goes|went) dead|an[ae]?esthetised"
)
_UNFELT = rf"(?:{_CANNOT}|do ?n['’]?t|do not|barely|hardly) feel"
_UNKNOWN = (  # when to go
    rf"(?:{_UNFELT}|no (?:sensation|feeling)|{_CANNOT} tell|no longer (?:know|feel|tell|notice)|without (?:knowing"
    rf"|noticing|feeling)|(?:do ?n['’]?t|do not|not|never) know|no (?:urge|idea|warning))"
)
_REFUSES = (
    rf"(?:{_CANNOT}|(?:wo|would|does|do|did) ?n['’]?t|(?:will|would|does|do|did) not|refus(?:e[sd]?|ing)(?: to)?)"
)
_WEAK = (  # of a leg: it gives way, does not obey, or hangs
    r"weak(?:ness|er)?|giv(?:es?|ing) (?:way|out)|gave (?:way|out|up)|given (?:way|out|up)|buckl(?:es?|ed|ing)"
    r"|crumpl(?:es?|ed|ing)|collaps(?:es?|ed|ing)|(?:(?:went|goes|going|go) (?:out )?from|fold(?:s|ed)?) (?:under"
    r"|beneath)|(?:no|without|lost (?:all )?(?:the |my )?|losing|loss of) ?(?:strength|power|use|control)(?= (?:in"
    r"|of)\b|$)|(?:no|lost (?:all )?(?:the |my )?|losing) ?(?:strength|power)|dead weight|turn(?:ed|s"
    r"|ing)? to (?:jelly|string|rubber|lead|water)|paraly[sz]\w+|powerless"
    rf"|{_REFUSES}\W+(?:just |even |really |properly |always )?(?:work|move|lift|hold (?:me|my)|carry|obey|respond"
    rf"|listen"
    r"|react|support|bear|take (?:me|my)|go (?:up|where)|(?:come|pull) up|do (?:what|as))|(?:stopped|not|no longer"
    r"|quit) (?:working|moving|obeying|responding|listening|lifting|doing (?:what|as))|drag(?:s|ged|ging)?|trail(?:s"
    r"|ed|ing)?(?= (?:behind|along)\b)|slap(?:s|ped|ping)?|flop(?:s|ped|ping)?|scuff\w*|(?:goes|went|gone|is|are"
    r"|feels?) (?:\w+ )?(?:limp|floppy|useless|lifeless)"
)
_SADDLE = (  # and all that is below the waist
    r"between (?:my |the )?(?:legs|thighs)|saddle|crotch|groin|genitals?|private parts|privates|back passage|anus"
    r"|bottom(?! (?:of|half|drawer|step|stair|shelf))|inner thighs?|insides? of my (?:thighs|legs)|vagina|fanny|vulva"
    r"|labia|penis|willy|testicles|balls(?! of)|scrotum|perineum|pelvis|undercarriage|underneath|my seat|(?:my"
    r"|the) bits|(?:seat|sitting|private) (?:area|bones?|bits)|sit bones?|down (?:below|there)|bum|bumhole|arse"
    r"|rectum|backside|nether regions|lady (?:parts|bits)|waist down\w*|(?:lower|bottom) half(?! of the)|(?:below"
    r"|beneath|south of|lower than|from) (?:my |the )?(?:waist|belly ?button|tummy button|navel|belt|hips)"
)
_ODD = (
    r"(?:cotton )?wool(?:ly)?|padded|rubbery|wooden|strange(?:ly)?|weird(?:ly)?|odd(?:ly)?|funny|different(?:ly)?"
    r"|asleep|to sleep|dead(?! (?:tired|good|easy|bugs?))|not mine|(?:someone|somebody) else['’]?s|not there|nothing"
)
_WIPED = r"(?:toilet|loo) (?:paper|roll)|when i wip(?:e|ed)|wip(?:ing|ed) myself"
_LEG = r"leg|foot|feet|toes?|calf|calves|shin|thigh|knee|ankle|heel"
_OF_A_LEG = (  # and of no exercise
    rf"(?:{_LEG}|legs|knees|thighs|ankles)(?![ -](?:slid|rais|lift|tap|pump|circl|stretch|stand|press|touch|exercis"
    rf"|machine"
    r"|day|curl|extension|extend|drag|kick|swing|drop|bridg|squat|stool|rest)\w*)"
)
_ASLEEP = (  # a leg, not a person
    r"\W+(?:still |always |constantly )?(?:feels?|felt|feeling|is|are|was|goes|going|went|gone|keeps?"
    r"|kept)\W+(?:\w+['’]?\w*\W+){0,3}(?:(?:a|to )?sleep|dead|cotton wool|not mine|not there)\b"
)
_BOTH = (  # more than one, where nobody says which
    r"both (?:my |of my |the )?(?:legs|feet|calves|thighs)"
    r"|(?<!between )(?<!between my )(?<!between the )legs|feet|calves"
)
_AS = (  # how a leg or foot is
    r"\W+(?:(?:feels?|felt|feeling|is|are|was|were|has|have|been|goes|go|going|went|gone|got|seems?|keeps?|kept|still|all"
    r"|always|really|very|quite|so|a|bit|little|rather|both|now|just|like|full|of|made|as|if|fell|falls|fallen)\W+)"
)
_HEAVY = (
    r"heav(?:y|iness|ier)|lead(?:en)?|concrete|stones?|wobbly|wobbl(?:es?|ed|ing)|shaky|unsteady|unstable|weak|floppy"
    r"|rubber"
)
_ODD_LEG = (
    r"strange(?:ly)?|weird(?:ly)?|odd(?:ly)?|funny|woolly|wooden|not mine|not (?:quite )?right|dead(?! bugs?)|asleep"
    r"|to sleep"
)
_NOT_AFTER = r"(?! weights?\b)(?!.*\b(?:after|from)\b)"
_VOID = (  # a wee walk is none
    r"urine|urinat\w+|pee(?:s|d|ing)?|wee(?:s|ing)?(?! (?:bit|walk|while|dram|man|one|lad|lass|dog|nap|rest|stroll"
    r"|job|garden|swim|cycle|problem|break)\b)|(?<=not )weed|(?<=n['’]t )weed|pass(?:ed|ing)? (?:any |my )?(?:water"
    r"|urine)|bladder|bowels?(?! screening)|waterworks|(?<!dog )poo(?:s|p|ed|ped|ing|ping)?(?! bags?)|my (?:motions"
    r"|stools)"
)
_LOO = rf"{_VOID}|loo|toilet|bathroom|to go|before i go"
_FAILS = (
    rf"(?:{_CANNOT}|wo ?n['’]?t|will not|does ?n['’]?t|does not|is ?n['’]?t|is not|not|trouble|hard to|difficult to)"
)
_EMPTY = rf"{_FAILS} (?:(?:fully|properly|completely|quite|really|even) )?empty(?:ing)?"
_NOTHING_COMES = r"nothing (?:will |would |much )?(?:comes?|came|happens?|happened)"
_UNHELD = (  # of bladder and bowel: it is slow to start, does not come, is not felt, or comes by itself
    rf"{_CANNOT}(?! (?:\w+ )?(?:find|stop|wait|see|be bothered)\b)|{_UNFELT}|{_UNKNOWN}|{_EMPTY}|{_NOTHING_COMES}"
    r"|(?:never|did ?n['’]?t|did not) (?:feel|felt|notice|noticed|know|knew)|(?:packed|given|gave) (?:in|up|out)|lost"
    r"|losing|loss of|control|troubles?|difficult\w*|hard(?:er)? to|problems?|struggl(?:e|es|ed|ing)|ages|forever"
    r"|a long time|(?:\d+|two|three|five|ten|several) minutes|hesita\w+|slow(?:ly|er)?|(?:to|of) start(?:ing)?"
    r"|start(?:s|ing)? to|get(?:ting)? (?:\w+ ){0,2}(?:started|going)|strain\w*|push(?:ing)?|forc(?:e|ing)|squeez(?:e"
    r"|ing)|press(?:ing)?|without|by (?:it|them)sel(?:f|ves)|on (?:its|their) own|on strike|accident|leak(?:s|ed|ing"
    r"|y)?|dribbl\w+|trickl\w+|weak(?:er)?|feeble|poor|stops? and starts?|retention|(?:feels?|felt|stays?|still"
    r"|always) (?:\w+ )?full|numb(?!ers\b)\w*|changed|blocked|stuck|stopped (?:working|coming)"
    r"|(?:not|no longer|wo ?n['’]?t|does ?n['’]?t) (?:\w+ )?(?:work(?:ing)?|come|start|flow|let go)|came out|failing"
    r"|(?:play(?:s|ed|ing)?|act(?:s|ed|ing)?) up|not (?:quite |so )?(?:right|good|great)|dodgy|funny"
)
_WETTED = r"wet(?:ting|s)?|soil(?:ed|ing)|wee['’]d|pe+d|pissed|poo?pe?d|pooed|messed|crapped|shat|dirtied"
_CLOTHES = (
    r"myself(?! laughing)|(?:my |the )?bed|(?:my|the) (?:chair|seat|sofa|mattress|sheets?)|my (?:trousers|pants"
    r"|knickers|underwear|clothes)"
)
_BEATS = r"heart|pulse|heartbeat"
_NO_EXERCISE = r"(?! (?:press(?:es)?|stretch\w*|opener|muscles?|expander|fl(?:y|ies)|freezer|of drawers|work|day))"
_EASY = (  # at which nobody should be short of breath
    r"(?:the|my|a|short|little|gentle|easy) walk|walking (?:to|across|round)"
    r"|rest|resting|lying|sitting|in bed|the level|the flat|talking|speaking|stairs|steps|doing nothing|dressed"
    r"|dressing|(?:across|round) the room"
)
_OF_A_CLOT = r"swollen|swelling|swelled|puffy|red|hot(?! water)|warm to (?:the )?touch"

# Of the body, and not of an exercise, as in knee to chest.
_MINE = r"(?<!knee to )(?<!knees to )(?<!arm across the )chest\b(?![ -](?:deep|held|supported|press)\b)"
_CHEST = (
    rf"\b{_MINE}\W+(?:(?:felt|feels|is|was|got|gets|went|has|had|been|a|really|very|bit|so)\W+){{0,3}}"
    r"(?:pains?|painful|pressure|tight(?:ness)?|hurt(?:s|ing)?|ach(?:e|es|ed|ing))\b",
    rf"\b(?:pains?|pressure|tight(?:ness)?)\W+(?:in|on|across|around|over)\W+(?:my |the )?{_MINE}",
    r"\btight chest\b(?!\W+muscles?)|\b(?:elephant|weight|band) on my chest\b|\bcrushing (?:\w+ ){0,2}chest\b",
    Near(
        r"elephant|vice|squeez(?:ed|ing)|crush(?:ed|ing)|gripp(?:ed|ing)|heav(?:y|iness)|tight band|discomfort"
        r"|stabbing",
        rf"(?:chest|breastbone|sternum){_NO_EXERCISE}",
    ),
    Near(r"ach(?:es?|ed|ing)|pain(?:s|ful)?|hurts?|heavy|tingl\w+|numb|sweat(?:s|y|ing)?", "left arm", 2),
)
_JAW = (
    Near(r"jaw", r"ach(?:es?|ed|ing)|pains?|tight|hurts?", 2),
    r"\b(?:used|needed|took|take|taking)\W+my spray\b",
)

_VEHICLE = r"car|van|bus|lorry|truck|bike|motorbike|cyclist|taxi|scooter"
_HIGH = (  # what one falls from, or with
    r"(?:step ?-?)?ladder|stepladder|rungs?|roof|tree|horse|pony|saddle|bike|bicycle|motorbike|scooter|wall"
    r"|scaffold(?:ing)?|height|loft|hatch|attic|balcony|bunk|window|cliff|ledge|trampoline|handlebars|stool|table"
    r"|worktop|counter|fence|van|lorry|platform|(?:flight of )?(?:stairs|steps)|staircase|\w+ (?:feet|foot|metres"
    r"|meters)"
)
_FELL = (
    r"fell|fallen|fall|falling|c[ao]me (?:off|down (?:hard|heavily|with a))|tumbled|stumbled|toppled|tipped|plunged"
    r"|plummeted|dropped|crashed|slipped|slid|rolled|pitched|(?:was |got |been )(?:thrown|flung|knocked|bucked)|flew"
    r"|went (?:flying|head ?-?first|head over heels)"
)
_ELSE_FALLS = (
    "pain|score|pressure|temperature|weight|weights|dumbbell|band|ball|phone|book|it|he|she|nearly|almost|leaves|snow|rain"
    "|price|petrol|prices|night|darkness|dusk"
)
_SELF = "".join(rf"(?<!\b{word} )" for word in _ELSE_FALLS.split("|"))  # who falls is the person, and does fall
_FEARED = "".join(f"(?<!{word} )" for word in ("fear of", "afraid of", "scared of", "risk of", "prevent", "avoid"))

_ACCIDENT = (
    rf"\b{_SELF}(?:{_FELL})\W+(?:\w+\W+){{0,3}}?(?:off|from|out of|over|down"
    rf"|through)\W+(?:\w+\W+){{0,3}}?(?:{_HIGH})\b",
    rf"\bcame off\W+(?:my|the|a)\W+(?:\w+\W+)?(?:{_HIGH})\b|\b{_SELF}(?:fell|fallen|tumbled|rolled)\W+downstairs\b",
    rf"\b(?:{_HIGH})\W+(?:\w+\W+)?(?:slid|slipped|gave way|toppled|tipped|collapsed|fell|went|broke|bolted)\b"
    r"(?=.*\b(?:i|me)\b)",
    r"\b(?:car|bike|road|traffic|motorbike)\W+(?:crash|accident)\b",
    rf"\b(?:hit|run over|knocked\W+(?:\w+\W+){{1,4}}?)\W*by\W+(?:\w+\W+){{0,2}}(?:{_VEHICLE}|bicycle|car)\b",
    r"\b(?:threw|bucked|chucked)\W+me\b|\b(?:thrown|bucked) (?:by|from) (?:my|the|a) (?:\w+ )?(?:horse|pony)\b",
    rf"\b(?:{_VEHICLE})\W+(?:ran|drove|went|crashed|smashed|hit|knocked|bumped)\W+(?:(?:right|straight|into|over"
    rf"|down)\W+)*"
    r"(?:me|us)\b|\brear[- ]?ended\b|\bwhiplash\b",
    r"\b(?:a|the|bad|car)\W+(?:\w+\W+)?(?:smash|crash|pile[- ]?up|collision|wreck)\b",
    r"\b(?:landed|crashed|fell|came down)\W+(?:\w+\W+){0,4}?(?:on|onto) my (?:\w+ )?(?:back|spine|tailbone|bum|bottom"
    r"|backside|coccyx|hip|head|arse)\b",
    rf"\b{_SELF}(?:hit|banged|bumped|cracked) my head\b|\bhit the (?:ground|floor|deck|pavement|road)\b",
)
_FALL = (
    r"\b(?:bad|nasty|heavy|hard|another)\W+(?:fall|tumble)\b|\btumbled\b|\bwent (?:flying|over on (?:the|my|some)"
    r"|down (?:like|hard)|head over heels)\b|\bcame a cropper\b|\bmissed (?:a|the|my) (?:\w+ )?(?:step|stair)\b"
    r"|\blost my footing\b",
    rf"\b{_SELF}(?:slid|slipped)\W+(?:\w+\W+){{0,2}}(?:stairs|steps|ice|wet|bath|shower|mud|leaves)\b",
    rf"\b{_SELF}fell\b(?!\W+(?:asleep|back to sleep|behind|ill|sick|pregnant|running\W*(?:for )?(?:\d|$)|apart|for"
    rf"|short|silent|quiet|out with|in love|to \d|overnight|in price))",
    r"\b(?:had|have|has|was|been|since|after)\W+(?:\w+\W+){0,2}fallen\b(?!\W+(?:asleep|behind|ill|out of))",
    rf"\b{_FEARED}(?:a|another|my|the|two)\W+(?:(?:bad|little|nasty|small|minor|heavy|slight|second)\W+)?(?:falls?"
    rf"|tumble)\b(?! dr[iy]er)",
    r"\b(?:had|have|took|after|since|from)\W+(?:a|another|my|that|the)\W+(?:(?:bad|little|nasty|small|wee|silly|minor)\W+)?"
    r"(?:slip|stumble|trip (?:over|on))\b(?! (?:of|in (?:form|writing)|up)\b)",
    r"\b(?:tripped|stumbled)\W+(?:over|up|on|and)\b|\b(?:toppled|crashed) (?:over|down|on|into|to)\b"
    r"|(?<!mat )(?<!band )(?<!ball )(?<!foot )\bslipped\W+(?:over|on|in(?!to)|off|down|and)\b",
)
# It is a thing that falls, and not the person: my phone fell off the ladder.
_THING_FALLS = on_first_use(
    rf"^\W*(?:(?:and|when|because|so|then|as)\W+)*(?:(?:my|the|an?|our|his|her|some)\W+\w+|trees?|branch(?:es)?|fence"
    rf"|shelf|shelves|bike)\W+(?:of\W+\w+\W+)?(?:{_FELL}|tripped)\b"
    r"(?!.*\b(?:i|me)\b)",
    re.IGNORECASE,
)
_OF_A_FALL = frozenset(("accident", "fragility"))

# Behind a figure of degrees: those of the day, not of the body. Beside a lost weight: that it was meant.
_WEATHER = (
    r"(?!\W+(?:\w+\W+){0,3}(?:outside|outdoors|shade|sun|heat|weather|pool|water|bath|garden|north|east|angle|turn)\b)"
)
_MEANT = (
    r"diet(?:ing)?|on purpose|slimming|weight ?watchers|pleased|happy|proud|glad|great|finally|thanks to|trying"
    r"|wanted|goal"
)
_UNLESS = {  # what the whole of the words says that makes no sign of it
    "weight-loss": on_first_use(
        rf"(?<!not )(?<!without )(?<!not on a )(?<!n't )(?<!not even )\b(?:{_MEANT})\b", re.IGNORECASE
    ),
    "fragility": on_first_use(
        r"^(?!.*\b(?:fell|fall|fallen|landed|tumbled|crashed|hurt|sore|pain)\b).*\b(?:laugh\w*|no harm|unhurt"
        r"|caught myself|all (?:fine|good|well|ok)|stayed up\w*)\b",
        re.IGNORECASE | re.DOTALL,
    ),
}

_FAINT = (
    rf"(?:^|\bi\W+|\band\W+|\bthen\W+|\bjust\W+|\bnearly\W+)\W*collapsed\b(?!{_GAP % 3}(?:sofa|bed|couch|chair"
    rf"|laugh\w*)\b)",
    r"\bsaw stars\b(?! (?:through|in|over|on|at|above)\b)|\b(?:woke|came) (?:up|round"
    r"|to) on the (?:\w+ )?(?:floor|ground|tiles)\b|\bdropped to the (?:floor|ground)\b|\blost consciousness\b"
    r"|\bkeeled over\b",
    r"\bclammy\b|\bcold sweats?\b|\b(?:went|gone|going|turned) (?:\w+ ){0,2}(?:gr[ea]y|white|pale|(?:funny"
    r"|odd) colou?r)\b",
    r"\b(?:dizz(?:y|iness)|light-? ?headed(?:ness)?|giddy)\b|\bcame over (?:all )?(?:funny|faint|queer|strange"
    r"|odd)\b",
    r"\b(?:faint(?:ed|ing)|(?:felt|feel|feeling|nearly|almost) faint|blacked out|passed out)\b",
)
_SUDDEN = (
    r"sudden(?:ly)?|all at once|out of (?:nowhere|the blue)|abrupt(?:ly)?|severe|awful|terrible|horrific|horrendous"
    r"|excruciating|unbearable|agony|agonising|worst (?:\w+ )?(?:ever|of my life)"
)
_TUMMY = r"tummy|belly|stomach|abdom(?:en|inal)|guts?|tum"
_TRUNK = rf"{_TUMMY}|back|flank|side"
_TOGETHER: dict[str, tuple[tuple[tuple[str | Near, ...], ...], ...]] = {  # by several things, wherever each stands
    "aorta": (
        (
            (Near(_SUDDEN, _TRUNK, 6),),
            (*_FAINT, r"\bsweat(?:y|ing)\b(?! (?:after|from|walk|session))|\bfaint(?:ness)?\b"),
        ),
        ((Near(r"sudden(?:ly)?|all at once|out of (?:nowhere|the blue)", _TUMMY, 6),), (r"\bback\b",)),
    ),
}

# What may tell of each sign, the most urgent first: by the exact words, so that each can be explained.
_TELL_OF: dict[str, tuple[str | Near, ...]] = {
    "saddle-numbness": (
        Near(
            f"{_NUMB}|{_UNFELT}|(?:feel(?:s|ing)?|felt|gone|went|going|is|are) (?:\\w+ ){{0,3}}(?:{_ODD})|wool(?:ly)?",
            _SADDLE,
            4,
        ),
        Near(f"{_UNFELT}|{_NUMB}|{_ODD}", _WIPED, 4),
        r"\bcauda equina\b",
        Near(r"nothing", r"down (?:there|below)"),
        rf"\b(?:{_UNKNOWN}|(?:did ?n['’]?t|did not|no) feel(?:ing)?){_GAP % 3}wip(?:ed?|ing)\b",
    ),
    "bladder-bowel": (
        Near(_UNHELD, _VOID, 5),
        rf"(?<!paint )(?<!rain )\b(?:{_WETTED}) (?:in )?(?:{_CLOTHES})\b(?!.*\b(?:paint|rain|tea|coffee|puddle|stream"
        rf"|sea)\b)",
        Near(
            r"(?:pants|trousers|knickers|underwear|seat|chair|sheets) (?:\w+ )?(?:wet|damp|soaked|soiled)", _UNKNOWN, 4
        ),
        rf"\b{_UNKNOWN}{_GAP % 5}(?:{_LOO})\b",
        rf"\b(?:have ?n['’]?t|had ?n['’]?t|have not|not|no)\W+(?:\w+\W+){{0,4}}?(?:{_VOID})(?:\W+\w+){{0,2}}?\W+"
        r"(?:since|all|in|for|yet|today|yesterday)\b|\b(?:have ?n['’]?t|have not|not) (?:peed|weed|urinated"
        r"|pass(?:ed)?)\b",
        r"\b(?:did ?n['’]?t|did not|not) (?:quite )?make it to the (?:loo|toilet|bathroom)\b",
        Near(_NOTHING_COMES, r"loo|toilet|bathroom", 5),
        Near(r"nothing", r"(?:sit|sat|stand|stood|go|went) (?:\w+ ){0,2}(?:loo|toilet)", 4),
        Near(rf"{_CANNOT} hold (?:it|on)", rf"{_CLOTHES}|loo|toilet|bathroom", 5),
        r"\bincontinen(?:t|ce)\b|\bcatheters?\b|\bcatheteri[sz]ed\b",
        r"\bi leak\b|\bstools? (?:just )?(?:slips?|comes?|leaks?) out\b|\bdribbl(?:e|es|ed|ing) down my\b|\bleak(?:s"
        r"|ed|ing)?\W+(?:\w+\W+){0,2}(?:without|before i|when i|myself|down my)\b",
        Near(
            r"stream|flow",
            r"(?:wee|pee|urine)\W+(?:\w+\W+)?(?:thin|weak)|weak(?:er)?|slow(?:er)?|stops? and starts?",
            2,
        ),
        Near(r"accident", r"loo|toilet|bathroom|pants|trousers|bed|wet", 5),
        Near(r"constipat(?:ed|ion)", _NUMB),
    ),
    "sexual-function": (
        Near(rf"lost|loss|losing|numb|no feeling|{_UNFELT}|{_CANNOT}", r"sex|sexual(?:ly)?|erections?|orgasms?"),
        r"\bimpoten(?:t|ce)\b|\bno (?:more )?(?:erections?|orgasms?)\b",
        Near(rf"trouble|problems?|difficulty|hard to|{_CANNOT}", r"erections?|orgasms?|climax|(?:get|keep) it up"),
    ),
    "both-legs": (
        Near(f"{_NUMB}|{_UNFELT}", _BOTH),
        rf"\b(?:{_BOTH}){_ASLEEP}",
        rf"\b(?:{_BOTH}){_AS}{{1,4}}(?:{_ODD_LEG})\b{_NOT_AFTER}",
        rf"\b(?:both (?:my |of my |the )?|my two )(?:legs|feet|calves|thighs){_AS}{{0,4}}(?:{_ODD_LEG}|{_HEAVY})\b"
        r"(?! weights?\b)",
        Near(
            r"jelly|electric(?:ity)?|shocks?|(?:cotton )?wool(?:ly)?|weak(?:ness|er)?|rubber(?:y)?|lead|wobbly"
            r"|useless",
            r"both (?:my |of my |the )?(?:legs|feet|calves|thighs)",
        ),
        r"\b(?:both (?:my |of my |the )?|my two )(?:legs|calves|thighs)\W+(?:(?:are|were|really|still)\W+)?"
        r"(?:aches?|aching|hurts?|hurting|burning|sore|painful)\b(?!.*\b(?:after|from|on|when|while)\b)",
        r"\b(?:pain\W+(?:\w+\W+){0,3}|shoot(?:s|ing)?\W+(?:\w+\W+){0,2})(?:down|into) both (?:my |of my |the )?legs\b",
    ),
    "leg-weakness": (
        r"\blegs\W+(?:\w+\W+){0,2}(?:like|to) (?:jelly|rubber|string|water)\b(?!.*\b(?:after|from)\b)",
        r"\b(?:foot|(?:left|right|one|bad) leg)\W+(?:feels?|felt|is|goes|went)\W+(?:\w+\W+)?heavy\b",
        Near(_WEAK, _OF_A_LEG, 4),
        rf"\b(?:legs|feet|leg|foot|thighs?|knees?){_AS}{{1,4}}(?:{_HEAVY})\b{_NOT_AFTER}",
        rf"\b(?:heavy|leaden|wobbly|unsteady|shaky) (?:left |right )?(?:{_OF_A_LEG})\b{_NOT_AFTER}",
        r"\bfoot[- ]drop\b|\bdrop[- ]foot\b|\b(?:tripping|stumbling) over (?:my |the )?(?:\w+ )?(?:foot|feet|toes?"
        r"|leg)\b",
        r"\b(?:foot|leg)\W+(?:\w+\W+){0,4}(?:like lead|leaden|wooden)\b|\bshoe (?:keeps? |kept |is )?scuff\w*",
        r"\b(?:foot|toes?)\W+(?:(?:has|is|keeps|began|begun|started|to|now|just)\W+){0,3}(?:drop(?:s|ped"
        r"|ping)?\b(?! (?:off|on|onto|into|in|out)\b)|hangs?(?= down)|catch(?:es|ing)?(?= (?:the|on|every|my|when"
        r"|in)\b))",
        Near(rf"{_CANNOT} (?:\w+ )?(?:lift|move|raise|pull up|use|control)", _OF_A_LEG, 2),
        rf"\b{_CANNOT} (?:get|make) (?:my |the |it |this |either )?(?:\w+ )?(?:{_LEG}|legs) (?:to|move|work|do|lift)\b",
        rf"\b{_CANNOT} walk properly\b",
        rf"\b{_CANNOT}\W+(?:stand|walk|go|get|rise|push|raise)\W+(?:\w+\W+){{0,3}}(?:tip ?-?toes?|(?:my )?toes"
        rf"|heels?)\b",
        r"\b(?:keep|keeps|kept)\W+(?:on )?(?:tripping|catching)\W+(?:\w+\W+){0,3}(?:foot|toes?|feet)\b",
    ),
    "one-leg-numbness": (
        Near(f"{_NUMB}|{_UNFELT}", f"{_LEG}|buttock"),
        rf"\b(?:{_LEG}|buttock){_ASLEEP}",
        rf"\b(?:{_LEG}|buttock){_AS}{{0,4}}(?:asleep|to sleep)\b",
        rf"\b(?:{_LEG}){_AS}{{1,4}}(?:{_ODD_LEG})\b{_NOT_AFTER}",
    ),
    "chest-pain": _CHEST,
    "accident": _ACCIDENT,
    "tight-chest": (*_CHEST, *_JAW),
    "aorta": (
        Near(r"throbbing|puls(?:ing|ating|ates|es)|pounding", r"tummy|belly|stomach|abdomen|guts?"),
        Near(
            r"tearing|ripping|tears?(?= through)|rips?(?= through)",
            r"pains?|chest|shoulder blades|tummy|through (?:to )?my back",
        ),
        r"\b(?:aortic|aorta|aneurysm)\b|\b(?:throbbing|pulsing|pulsating)\W+(?:\w+\W+){0,3}(?:tummy|belly|stomach"
        r"|abdomen)\b",
    ),
    "blackout": _FAINT,
    "breathless": (
        Near(_CANNOT, r"breathe|catch my breath|get (?:my |any )?(?:breath|air)", 1),
        Near(
            r"breathless(?:ness)?|short(?:ness)? of breath|out of breath|puff(?:ed|ing)|gasping|panting|winded",
            _EASY,
            4,
        ),
        r"\bwheez(?:y|es?|ed|ing)\b|\basthma attack\b|\bwoke (?:up )?gasping\b|\b(?:gasping|fighting"
        r"|struggling) for (?:air|breath)\b",
        Near(r"swollen (?:ankles|feet|legs)", rf"{_CANNOT} lie|breath\w*|propped", 4),
    ),
    "racing-heart": (
        Near(_BEATS, r"racing|raced|pounding|flutter(?:s|ed|ing)?|irregular|skip(?:s|ped|ping)?"),
        r"\bpalpitations?\b",
        Near(
            _BEATS,
            r"clappers|hammer(?:s|ed|ing)|thump(?:s|ed|ing)|gallop(?:s|ed|ing)|out of rhythm|miss(?:es|ed|ing) beats"
            r"|flip(?:s|ped|ping)?|all over the place|jump(?:s|ed|ing)? about",
            4,
        ),
        Near(r"(?:pulse|heart rate|heart)\W+(?:\w+\W+)?1[1-9]\d", r"rest|resting|sitting|still|lying|in bed|nothing"),
    ),
    "calf-and-breathless": (r"\bpulmonary embol\w+", Near(r"clots?", r"lungs?")),
    "calf-swelling": (
        Near(rf"(?:calf|calves|lower leg){_NO_EXERCISE}", _OF_A_CLOT),
        rf"\b(?:my|left|right|one|whole|the) leg\W+(?:\w+\W+){{0,3}}(?:{_OF_A_CLOT})\b|^\W*leg (?:is "
        rf"|all )?(?:{_OF_A_CLOT})\b",
        r"\bdvt\b|\bdeep vein\b|\bthrombosis\b|\b(?:blood )?clots?\b",
    ),
    "hands-and-walking": (
        r"\bwalk(?:s|ed|ing)?\W+(?:\w+\W+){0,2}(?:like|as if)\W+(?:\w+\W+){0,3}drunk(?:en)?\b|\bstagger(?:s|ed"
        r"|ing)\b(?! (?:stand|stance|start))",
        r"\bdropp(?:ed|ing) (?:cups|things|plates|everything|stuff)\b|\bkeep dropping\b|\bunsteady (?:walking|gait)\b"
        r"|\b(?:wobbly|unsteady) on my (?:legs|feet)\b",
        r"\bclumsy hands?\b|\bhands?\W+(?:\w+\W+){0,3}clumsy\b",
    ),
    "fever": (
        r"\b(?:hot|boiling)(?: and| then| and then) (?:cold|freezing)\b"
        r"(?! (?:packs?|pads?|water|press|showers?|taps?|therapy|treatments?))|\bsweaty at night\b",
        Near(r"burn(?:s|ing)?|sting(?:s|ing)?", rf"when i go|{_VOID}"),
        r"\bflu[- ]?like\b|\b(?:the|got|have|caught) flu\b|\b(?:soaked|drenched|drenching)\W+(?:\w+\W+){0,4}sweats?\b",
        Near(r"rotten|ill|unwell|awful|terrible|dreadful", r"(?:and|so|all) (?:hot|cold)|hot and cold", 2),
        r"(?<!hay )(?<!cabin )\b(?:fever(?! pitch)|feverish|rigors?|chills|night sweats|(?:sweats|sweating) (?:at|all"
        r"|every) night)\b",
        rf"\bshiver(?:s|y|ed|ing)?\b(?!{_GAP % 2}cold\b)|\bburning up\b",
        r"\b(?:3[89]|4[01])(?:[.,]\d)? ?(?:degrees|°|c\b|celsius)" + _WEATHER,
        r"\b10[0-4](?:[.,]\d)? ?(?:degrees|°|f\b|fahrenheit)" + _WEATHER,
        rf"(?<!water )(?<!pool )(?<!room )\btemp(?:erature|rature)?\W+(?:\w+\W+){{0,3}}(?:3[89]|4[01])\b{_WEATHER}",
        r"\b(?:high|running|run|have|had|having|got|with)\W+(?:a |an? high )?temp(?:erature|rature)?\b",
    ),
    "infection-risk": (
        r"\b(?:injections?|injected|cortisone|steroids?|nerve block)\W+(?:\w+\W+){0,2}(?:in|into|to|around"
        r"|round)\W+(?:\w+\W+){0,2}(?:spine|back|discs?|facets?|neck)\b",
        r"\b(?:steroids?|cortisone)\W+(?:injections?|shots?|jabs?)\b(?!\W+(?:in|into|for)\W+(?:my "
        r"|the )?(?:\w+ )?(?:shoulder|knee|elbow|hand|thumb|finger|foot|heel|hip|wrist)\b)|\b(?:on|started|starting"
        r"|taking|take) steroids\b",
        Near(
            r"wound|incision|stitches|staples|scar",
            r"open(?:s|ed)?|weep\w*|ooz\w+|hot|red|pus|leak\w*|split|came out|burst",
            4,
        ),
        r"\bepidurals?\b|\b(?:spinal|spine|back|disc|facet(?: joint)?|nerve root)\W+(?:injections?|steroids?)\b",
        r"\b(?:kidney|bladder|urine|skin|blood|chest|tooth|wound|spine|bone|bad|an|had|this|my|uti)\W+infection\b"
        r"|\bantibiotics?\b|\b(?:sepsis|abscess|uti)\b",
    ),
    "cancer-history": (
        Near(r"lump", r"breast|boob|testicles?|armpit|neck|nipple", 4),
        r"\b(?:tumou?rs?|metastas[ei]s|lymphoma|leuk(?:a?e)mia|myeloma|malignant)\b",
        r"\bchemo(?:therapy)?\b|\bradiotherapy\b|\boncolog\w+|\bbiops(?:y|ies)\b(?!(?:\W+\w+){0,4}\W+(?:clear|benign"
        r"|fine|negative|ok)\b)",
        r"(?<!for )(?<!against )\bcancer\b(?!\W+(?:research|charity|shop|walk|run|fund\w*|support|awareness))",
    ),
    "lump": (
        r"\b(?:lump|swelling|bump|bulge)\W+(?:\w+\W+){0,2}(?:on|in|at|over|along|beside|near|by"
        r"|next to)\W+(?:\w+\W+){0,3}(?:spine|back|backbone)\b",
        r"\bshape of my (?:back|spine)\b|\b(?:hunched|stooped|bent)\W+(?:over|double"
        r"|forward)?\W*(?:\w+\W+){0,3}(?:sudden(?:ly)?|overnight|since)\b",
        r"\b(?:spine|back)\W+(?:\w+\W+){0,2}(?:gone|going|getting|become|looks?)\W+(?:\w+\W+){0,2}(?:crooked|hunched"
        r"|humped)\b",
    ),
    "weight-loss": (
        r"\bclothes\W+(?:\w+\W+){0,2}(?:hang|hanging|fall|falling|drop|dropping) off\b|\b(?:no|lost my"
        r"|lost all) appetite\b|\boff my food\b",
        r"\bweight (?:is|keeps|has been) (?:\w+ )?(?:dropping|falling) off\b|\b(?:lost"
        r"|losing)\W+(?:\w+\W+){0,3}(?:stones?|kilos?|kgs?|\d+kgs?|pounds?|lbs?|weight)\b(?! (?:from|in|out of) (?:my"
        r"|the|a) (?:shoe|boot|wall|ring|gutter|bet|purse|pocket)\b)",
    ),
    "night-pain": (
        r"\bpain\W+(?:\w+\W+){0,2}(?:woke|kept|keeps|keeping|wakes|waking)\W+(?:me\W+)?(?:up\W+|awake\W+)?(?:all"
        r"|every|the whole|most of the)\W+night\b",
        r"\bpain\W+(?:\w+\W+){0,2}all night\b|\b(?:relentless|unrelenting)\b|\bpain\W+(?:\w+\W+){0,3}at rest\b",
        rf"\b{_CANNOT} sleep\W+(?:for|because of|with|from)\W+(?:the |my )?(?:\w+ )?pain\b|\bwhatever position\b",
        r"\b(?:awake|up|no sleep|did ?n['’]?t sleep|not slept)\W+all night\W+(?:\w+\W+){0,3}pain\b",
        r"\bnothing (?:helps|helped|eases|eased|touches|relieves)(?!\W+(?:me|like|more|as|better|so)\b)",
        rf"\bno position\W+(?:helps?|eases?|is|that)|\b{_CANNOT} (?:get|find)\W+(?:\w+\W+){{0,3}}(?:position"
        rf"|comfortable)\W+(?:\w+\W+){{0,3}}night\b",
    ),
    "fragility": (*_ACCIDENT, *_FALL),
}
_WITHIN = {
    "one-leg-numbness": ("both-legs", "saddle-numbness"),
    "calf-swelling": ("calf-and-breathless",),
}  # a milder word for what another says already

_STOPPED = (
    r"(?:(?:has|is|was|have|all|completely|nearly|almost) )*(?:stopped|gone|less|lighter|easing|over|finished|done)"
)
_OF_A_BIRTH = (  # in pregnancy, or in the weeks after a birth
    rf"(?<!nose )(?<!gums )\bbleed(?:s|ing)?\b(?! {_STOPPED}\b)|\bbled\b",
    r"\bcontractions?\b|\btightenings?\b|\bheadaches?\b|\bdizz(?:y|iness)\b",
    Near(r"waters?|fluid", r"broke|broken|leak(?:s|ed|ing)?|lost|losing|loss|gone", 2),
    Near(
        r"wound|scar|stitches", r"open(?:s|ed|ing)?|weep(?:s|ing)?|ooz(?:es|ing)|hot|red|pus|burst|gap(?:s|ing)|apart"
    ),
    Near(r"heav(?:y|iness)|dragging|bulg(?:e|es|ing)", r"down (?:below|there)|vagina\w*|pelvic floor|pelvis"),
    r"\bsomething(?: is|['’]s)? (?:coming|falling|dropping) (?:down|out)\b",
)

# Where a new clause begins, in which a no denies nothing of the one before.
CLAUSE = on_first_use(r"[;,!?\n]|\.(?!\d)|\b(?:but|though|while|whereas)\b", re.IGNORECASE)
_NT = r"\w+n['’]t|(?:did|does|do|was|is|are|were|has|have|had)nt"
_NOT = rf"(?:no|not|never|nothing|none|without|neither|nor|hardly|{_NT})"
# What comes after these is not denied: not slept because of chest pain, not sure if my leg is weak.
_TOLD_AFTER_ALL = r"because|from|for|with|due|after|when|since|of|sure|certain|if|whether|know|only|just"
_DENIED = on_first_use(rf"\b{_NOT}\W+(?:(?!(?:{_TOLD_AFTER_ALL})\b)\w+\W+){{0,3}}$", re.IGNORECASE)
_KIN = (
    r"partner|husband|wife|girlfriend|boyfriend|sister|brother|mother|mum|mom|mam|father|dad|son|daughter|child|baby"
    r"|friend|mate|neighbou?r|colleague|boss|aunt|aunty|auntie|uncle|cousin|gran(?:ny|ma|dma|dad|dpa|dmother"
    r"|dfather)?|nan|niece|nephew|dog|cat|horse|in-law"
)
# It is another's: my sister gave birth, my partner's leg. Not: my wife says my leg, walked with my partner.
_ANOTHERS = on_first_use(
    rf"(?:(?:^|\b(?:and|because|as|since|that|when|while|today|yesterday|for|after)\b)\W*(?:my|our|the|a|his"
    rf"|her)\W+(?:\w+\W+)?(?:{_KIN})\b(?!\W+(?:say|said|saw|notice|think|thought|told|tell|ask"
    rf"|point))(?:['’]s)?\W+(?:(?!(?:i|i['’]m|im|my|me|mine)\b)\w+\W+){{0,3}}|\b(?:my|our|the|his"
    rf"|her)\W+(?:{_KIN})['’]s\W+(?:left |right )?|\b(?:his|her|their)\W+(?:left |right )?)$",
    re.IGNORECASE,
)
_DENIED_WITHIN = on_first_use(rf"\b{_NOT}\b", re.IGNORECASE)
_IS_THE_SIGN = on_first_use(
    rf"{_UNFELT}|{_UNKNOWN}|{_EMPTY}|{_CANNOT}|no (?:feelings?|sensation|strength|power|use|control|more"
    r"|erections?|orgasms?|position|sleep"
    rf"|appetite|warning|longer|wee|pee|urine|idea|clue)|not been|not had|not (?:work|mov|obey|respond|listen|lift"
    rf"|do)ing|never (?=felt|noticed|knew)|not there|"
    r"does ?n['’]?t|does not|has ?n['’]?t|has not|can['’]?t|without|no (?:more )?(?:exercis\w+|bending|lifting"
    r"|walking|running|sport|gym|training)|not to|do ?n['’]?t|stop|wo ?n['’]?t|will not|not (?:mine|there|slept|able)"
    r"|did ?n['’]?t|did not|have ?n['’]?t|have not|nothing|\bnot (?=pee|wee|urinated|pass|make|quite)",
    re.IGNORECASE,
)  # a no that denies nothing


@lru_cache  # a command that takes words asks it of the same ones four times
def signs_in(text: str) -> tuple[str, ...]:
    """The signs that words may tell of, the most urgent first; none that the same words deny."""
    clauses = CLAUSE.split(text) if text else []
    of_a_person = [_THING_FALLS.sub("", clause) for clause in clauses]
    found = [
        sign
        for sign, words in _TELL_OF.items()
        if any(tells(words, clause) for clause in (of_a_person if sign in _OF_A_FALL else clauses))
        or any(
            all(any(tells(each, clause) for clause in clauses) for each in all_of) for all_of in _TOGETHER.get(sign, ())
        )
    ]
    found = [sign for sign in found if not (sign in _UNLESS and _UNLESS[sign].search(text))]
    return tuple(sign for sign in found if not any(more in found for more in _WITHIN.get(sign, ())))


def speak_of_a_birth(text: str) -> bool:
    """Whether words may tell of what a midwife should hear of at once, in pregnancy or in the weeks after a birth."""
    return midwife_first(text) or bool(signs_in(text))


def midwife_first(text: str) -> bool:
    """Whether words may tell of what no sign is about, and a midwife should hear of at once."""
    return any(tells(_OF_A_BIRTH, clause) for clause in CLAUSE.split(text))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


# Words that tell of nothing beside each other alone, in which most people say that all was done: nothing is looked for
# in them, which takes a quarter of a second where no pattern was used before. A test holds them against the patterns.
OF_NOTHING = frozenset({
    "a", "all", "and", "completed", "did", "done", "easy", "everything", "exercise", "exercises", "fine", "finished",
    "good", "great", "i", "it", "my", "nice", "ok", "okay", "session", "the", "this", "today", "twice", "walk",
    "walked", "was", "well", "went", "whole", "workout", "yes", "yesterday",
})  # fmt: skip


def tells(words: Sequence[str | Near], clause: str) -> bool:
    """Whether a clause tells of something somewhere without denying it."""
    if OF_NOTHING.issuperset(clause.lower().split()):
        return False
    return any(not _denied(clause, start, end) for each in words for start, end in _places(each, clause))


def _places(words: str | Near, clause: str) -> Iterator[tuple[int, int]]:
    """From where to where a clause has some words."""
    if isinstance(words, str):
        yield from (found.span() for found in _pattern(words).finditer(clause))
        return
    others = [found.span() for found in _pattern(rf"\b(?:{words.other})\b").finditer(clause)]
    ones = _pattern(rf"\b(?:{words.one})\b").finditer(clause) if others else ()
    for one in (found.span() for found in ones):
        for other in others:
            first, last = sorted((one, other))
            if first[1] < last[0] and len(_WORD.findall(clause[first[1] : last[0]])) <= words.between:
                yield first[0], last[1]


_WORD = on_first_use(r"\w+")


def _denied(clause: str, start: int, end: int) -> bool:
    within = _IS_THE_SIGN.sub("", clause[start:end])
    before = clause[:start]
    return bool(_DENIED.search(before) or _ANOTHERS.search(before) or _DENIED_WITHIN.search(within))
