"""Own words that may tell of something new in the body that no question of ours is about, or that nobody knows: a wide
net, which is only used to ask, and bars nothing.
"""

from __future__ import annotations

import re
from typing import Literal

from backplan.model.felt_words import without_rests
from backplan.patterns import on_first_use
from backplan.planner.diary.plain_words import all_plain, any_mild
from backplan.planner.diary.sign_words import CLAUSE, tells

# midwife: what she should hear of at once, in pregnancy or after a birth; now: what may be an emergency.
Unlisted = Literal["none", "ask", "midwife", "now"]

_CANNOT = r"(?:cannot|can ?n?['’]?t|can not|could ?n['’]?t|could not|unable to|not able to|wo ?n['’]?t|will not)"
_AND = r"(?:\W+\w+){0,4}?\W+"
_BLOOD = (
    r"(?<!gave )(?<!giving )(?<!donated )blood(?! (?:pressure|tests?|sugar|donat\w*|pumping|flow\w*|moving|orange))"
    r"|clots?"
)
_PASSED = r"urine|wee(?:ing|d)?|pee(?:ing|d)?|poo(?:ing|ed)?|stools?|bowels?"
_NOW = (
    rf"\b(?:face|mouth|eyelid|smile|cheek)\b{_AND}(?:droop\w*|dropped|drops|sagg\w*|fell|fallen|lopsided|crooked"
    rf"|twisted|slid)\b",
    r"\bdroop(?:s|y|ed|ing)\b|\bslur(?:s|red|ring)?\b|\bparalys\w+|\bparalyz\w+|\bone side of my (?:body|face)\b",
    rf"\b(?:speech|words?|talking|sentences?)\b{_AND}(?:jumbled|garbled|muddled|nonsense|mixed up|funny|wrong|gone)\b",
    rf"\b{_CANNOT}{_AND}?(?:find my words|find the words|speak|talk properly|get (?:my |the )?words out|swallow"
    rf"|see properly)\b",
    rf"\b{_CANNOT} (?:move|lift|raise|feel) my (?:\w+ )?(?:arms?|hands?|face)\b|\barm (?:\w+ ){{0,2}}(?:useless"
    rf"|gone dead|went dead)\b",
    r"\blost (?:all )?(?:the |my )?(?:sight|vision|speech)\b|\b(?:double|blurred|blurry) vision\b|\bseeing double\b"
    r"|\bgone blind\b",
    r"\bcould ?n[o'’]t remember (?:where|who|what day)\b|\bhalf (?:of )?my face\b|\bblood sugar\W+(?:\w+\W+)?\d",
    r"\bworst headache\b|\bthunderclap\b|\bheat ?stroke\b|\bconfused and\b|\bstiff neck and\b",
    rf"\b(?:cough\w*|vomit\w*|thr(?:e|o)w\w* up|sick|sp(?:i|a)t\w*|br(?:i|ou)ng\w* up|brought up"
    rf"|retch\w*){_AND}(?:{_BLOOD})\b",
    r"\b(?:black|tarry|bloody) (?:stools?|poos?|urine|wee|pee)\b|\b(?:bleed|bleeding) (?:heavily|badly)\b",
    r"\bseizures?\b|\bconvuls\w+|\bepilep\w+|\b(?:had|having) (?:a|another) (?:\w+ )?fit\b(?! of)|\bunconscious\b"
    r"|\bunresponsive\b",
    r"\bcoma\b|\banaphyla\w+|\b(?:throat|tongue)\b(?:\W+\w+){0,2}\W+(?:clos\w+|swell\w*|swollen)\b|\bblue lips\b"
    r"|\blips (?:\w+ )?blue\b",
    r"\bpulmonary embol\w+|\belectrocuted\b|\bchok(?:ed|ing)\b(?! (?:up|back|at the))|\bblow to the head\b"
    r"|\bstabbed\b(?! my (?:thumb|finger))",
    rf"\b(?:{_BLOOD}){_AND}(?:{_PASSED}|toilet|loo)\b|\b(?:{_PASSED}){_AND}(?:{_BLOOD})\b",
)
_ASK = (
    r"\bleak(?:s|ed|ing|age)?\b(?!\W+(?:tap|taps|roof|pipe|pipes|boiler|gutter|radiator|hose|bucket|tent|boat))",
    rf"\b(?:{_BLOOD})\b|\bbleed\w*|\bbled\b|\bvomit\w*|\bthrew up\b|\bthrowing up\b|\bcollaps\w+|\bswollen\b"
    rf"|\bswell\w*|\bpuffy\b",
    r"\b(?:went|gone|goes|going|feels?|felt|is|are|all) (?:\w+ )?(?:numb|tingly|floppy|limp|lifeless|woolly|rubbery"
    r"|yellow|blue|purple)\b",
    r"\b(?:strange|weird|odd|peculiar|funny|unusual) (?:feeling|sensation|pain|turn|numb(?!ers\b)\w*)\b|\bfunny turn\b"
    r"|\belectric(?:al)? shocks?\b",
    r"\b(?:feels?|felt|feeling|went|gone|came over|go|goes) (?:\w+ ){0,2}(?:strange|weird|odd|peculiar|funny"
    r"|not right|wrong|faint|queer)\b",
    rf"\b{_CANNOT} (?:even )?(?:feel|move|walk|stand up|stand on|breathe|see|speak|hear|swallow|pee|wee|poo|hold"
    rf"|control|grip|keep"
    r"|stay awake|get up|get out of bed|straighten|put (?:any )?weight|wake|stop (?:shaking|crying|being sick"
    r"|bleeding|sweating))\b(?! (?:the |that |this )?(?:plank|bridge|pose|position|balance|on one leg|still|bored"
    r"|up with))",
    r"\b(?:heard|felt|feel|was) (?:\w+ ){0,3}(?:pop|crack|snap|crunch|tear|rip)\b(?! (?:in|of) the)"
    r"|\bsomething (?:popped|snapped|tore|went|gave)\b",
    r"\b(?:no|without|lost all|lost) feeling\b|\b(?:will not|wo ?n['’]?t|would ?n['’]?t|refuse[sd]? to"
    r"|stopped) (?:do as|listen\w*|obey\w*|respond\w*|work(?:ing)?|behave|cooperate|play ball)\b|\bfar away\b"
    r"|\bheard it go\b|\bjarred my\b",
    r"\b\w{3,}ologist\b|\b(?:lesion|abnormal|bloods|keyhole|nodule|aneurysm|ulcer|hernia|infected)\b"
    r"|\bcall(?:ed)? (?:999|112|911)\b",
    r"\b(?:specialist|consultant|surgeon|neurologist|doctor|gp|nurse|physio)\b(?:\W+\w+){0,3}\W+(?:banned|forbid\w*"
    r"|forbade|stopped|no|not|never|worried|concerned|straight away|urgent(?:ly)?)\b(?! (?:problem|worr|concern|issue"
    r"|need|bad))",
    r"\b(?:car|van|lorry|bus|truck|motorbike|bike|cyclist|scooter|taxi|horse)\b(?:\W+\w+){0,2}\W+me\b(?! (?:home|to"
    r"|back|there|a lift))",
    r"\bbash(?:ed|ing)? my\b|\bpuff(?:ed|ing)\b|\bspat out\b|\bsp(?:i|a)t\w* .*red\b",
    r"\bticker\b|\bgibberish\b|\bfamily way\b|\bchattering\b",
    r"\b(?:worse than ever|worst ever|never (?:felt|had|been) (?:\w+ )?(?:this|like this|so bad)|out of (?:nowhere"
    r"|the blue))\b",
    r"\bpain\b(?:\W+\w+){0,3}\W+(?:unbearable|excruciating|10 out of 10)\b|\b(?:unbearable|excruciating|agonising"
    r"|screaming) (?:pain|agony)\b",
    r"\b(?:covid|coronavirus|infect(?:ed|ion)|rash|pus|abscess|jaundice|spasming uncontrollably|fits)\b|\bshak(?:y"
    r"|ing) all over\b|\bwent shaky\b",
    r"\bhospital appointment\b(?=.*\burgent)|\b(?:surgery|operation|operated)\b(?! (?:theatre|hours))|\bambulance\b"
    r"|\bemergency\b",
    r"\bheadaches? (?:\w+ )?(?:since|after|for)\b",
)
# Parts of the body and what it does: asked about where a word stands beside them that nobody knows.
_PARTS_AND_WORKINGS = (
    r"\b(?:legs?|hips?|knees?|foot|feet|toes?|ankles?|heels?|calf|calves|shins?|thighs?|buttocks?|bum|bottom|groin"
    r"|crotch|chest|belly|stomach|tummy|abdomen|ribs?|spine|tailbone|bladder|bowels?|heart|lungs?|kidneys?|liver|head"
    r"|skull|face|eyes?|ears?|jaw|mouth|tongue|throat|arms?|hands?|fingers?|veins?|skin|lump|bones?|joints?|nerves?"
    r"|muscles? (?:twitch\w*|wast\w*)|breath\w*|pulse|urine|wee|pee(?:ing)?|poo|toilet|loo|vagina|penis|testicles?"
    r"|womb|period|discharge|wound|scar|stitches|pains?|painful|numb(?!ers\b)\w*|tingl\w*|shivers?|shaking|sweat(?:s|ing)"
    r"|(?<!water )(?<!pool )(?<!room )temperature|teeth|waist|breastbone|vision|sight|voice|speech|feel(?:s|ing)?"
    r"|felt|nause\w+|dizz\w+|wobbly|clumsy|floppy)\b(?![- ](?:press|rais|stretch|lift|curl|roll|exercis|extension"
    r"|extend|rub|massage|swing|slide|day|work|circle|hing|rotation|thrust|bridge|tap|tilt|hold|drop|row|fl(?:y|ies)"
    r"|opener|squeeze|march|weights?|shop|made|free|brush|test))",
)
_PLAINLY = on_first_use(  # what of the body is no trouble
    r"(?:\b\w+\W+)?\b(?:scans?|check(?:[- ]?up)?s?|screening|tests?|results?|x-?rays?|smear"
    r"|biopsy)\b(?:\W+\w+){0,6}?\W+(?:clear|fine|ok|okay|normal|good|negative|benign)\b(?:\W+\w+)?|\b(?:gave|giving"
    r"|donated) blood\b|\bheart[- ]?(?:of the|warming|felt|race film|surgeon|charity)\b|\bhead over heels\b"
    r"|\bheart (?:to heart|set on)\b|\btook heart\b|\bchest of drawers\b|\b(?:legs?|foot) of (?:lamb|the (?:table"
    r"|chair|bed|hill|mountain|stairs))\b|\bput my foot down\b|\bout of my skin\b|\bknee[- ]deep\b|\btoe the line\b"
    r"|\bheel bar\b|\btoilet (?:seat|roll)\b|\bfor the (?:loo|toilet)\b|\bneed(?:ed)? a (?:wee|pee)\b"
    r"|\bfac(?:e|ed|ing) (?:it|them|anything|any of|another|the (?:session|exercises|floor|day|stairs|walk))\b"
    r"|\b(?:numb|cold|blue) (?:fingers|hands|nose|ears|face)\b(?=.*\b(?:cold|frost|frosty|snow|wind|ice|icy|warm)\b)"
    r"|\bfe(?:el|els|eling|lt) (?:blue|on fire|on top of|like a (?:new|million|king|queen|child)\b)"
    r"|\b(?:not?|never|without|isn['’]?t|wasn['’]?t) (?:\w+ )?"
    r"(?:numb(?!ers\b)\w*|weak\w*|swollen|swelling|ting\w+|dizzy|faint)\b"
    r"|\b(?:numb with (?:(?:the )?cold|boredom)|(?:went|going|been) to the (?:loo|toilet)|on my (?:hip|shoulders|lap"
    r"|arm)|face[- ](?:down|up)|waist[- ](?:deep|turn)|feet[- ](?:down|up)|hands behind|into hands|(?:legs?"
    r"|feet) (?:on|up)\b|fell (?:asleep|behind|running|(?:back |down )?to \d+)|(?:to|across|on) (?:the |my )?chest"
    r"|for the heart|(?:chest|heart)[- ](?:press|stretch\w*|open\w*|rate|lift\w*|expan\w*|fl(?:y|ies)|breath\w*|deep"
    r"|held|supported))\b"
    r"|\b[0-7](?: ?/ ?10| out of (?:10|ten))? (?:in|on) (?:(?:my|the|one) )?(?:(?:left|right|lower|other) )?(?:back"
    r"|hips?|knees?|shoulders?|neck|ankles?|wrists?|elbows?)\b|\b(?:hip|knee|shoulder|ankle|wrist|elbow) [0-7]\b(?!/)",
    re.IGNORECASE,
)


def unlisted_in(text: str) -> Unlisted:
    """Whether words may tell of something in the body that should be asked about, or may be an emergency."""
    clauses = CLAUSE.split(text) if text else []
    if any(tells(_NOW, clause) for clause in clauses):
        return "now"
    return "ask" if any(tells(_ASK, clause) or _beyond_plain(clause) for clause in clauses) else "none"


def _beyond_plain(clause: str) -> bool:
    """Whether a clause speaks of the body in words that nobody knows, or without a word of how it is that is mild."""
    left = _PLAINLY.sub(" easy ", without_rests(clause, " easy "))
    return not (all_plain(left) and any_mild(left)) and tells(_PARTS_AND_WORKINGS, left)
