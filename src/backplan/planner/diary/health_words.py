"""A change of health in a person's own words: a question and no answer, as with the signs."""

from __future__ import annotations

from backplan.planner.diary.despair_words import tells_of_despair, tells_of_no_hope
from backplan.planner.diary.leg_words import further_in, leg_in
from backplan.planner.diary.sign_words import CLAUSE, signs_in, tells
from backplan.planner.diary.unlisted_words import unlisted_in

_NEW = r"diagnos(?:ed|is)|says?|said|told|shows?|showed|found|turns out|turned out|results?|confirmed"
_HOSPITAL = r"hospital|a ?& ?e|a and e|casualty|emergency (?:room|department)|intensive care"
_SPINE = r"back|spine|spinal|discs?|disk|vertebrae?|lumbar"
_OPERATION = r"operation|surgery|op|operated"
_ON_THE_SPINE = (
    r"(?:micro)?disc?k?ectom(?:y|ies)|laminectomy|laminotomy|foraminotomy|kyphoplasty|vertebroplasty|spinal fusion"
)
_BONE = (
    r"hip|wrist|leg|arm|ankle|ribs?|foot|toe|back|vertebra|bones?|shoulder|pelvis|collar ?bone|elbow|hand|finger|neck"
)
# Whose word on exercise is heeded, and what they say when something is not as usual.
_CLINICIAN = (
    r"doctor|gp|dr|nurse|midwife|surgeon|consultant|specialist|physio(?:therapist)?|paramedics?|pharmacist"
    r"|chiropractor"
    r"|osteopath|(?:nhs )?111|999|112|911|a ?& ?e|a and e|er|casualty|hospital|clinic|ambulance"
)
_WARNED = (
    r"stop|stopped|not to|(?:to|must|should) rest"
    r"|no (?:more )?(?:exercis\w+|bending|lifting|walking|running|sport|gym|training)"
    r"|don['’]?t|rest up"
    r"|bed ?rest|go in|come in|go to|straight|urgent(?:ly)?|wait|until|careful|avoid|worried|concerned|scan"
    r"|x-?ray|mri|blood"
    r" tests?|sent me|sent|referred|refer|operate|serious|(?:is|it['’]?s|its) (?:\w+ )?(?:broken|fractured|infected)"
)
_FOR_ANOTHER = (
    r"(?!\W+(?:\w+\W+)?(?:to see|visit\w*|seeing|with my (?:\w+ )?(?:mum|dad|son|daughter|wife|husband|partner)))"
)

_PRESSURE = r"blood pressure|bp"
_OF_PRESSURE = (  # high, or without what it is treated with
    rf"\b(?:{_PRESSURE})\b(?:\W+[a-z'’]+){{0,5}}?\W+(?:(?:1[6-9]|2\d)\d\b|(?:high|up|through the roof|sky|raised"
    r"|out of control|shot up)\b)|\bhigh (?:blood pressure|bp)\b(?!\W+(?:tablets?|pills?|medic\w+|clinic))",
    r"\b(?:forgot|forgotten|missed|stopped|(?:run|ran) out of|not (?:taken|taking)"
    r"|(?:have|did) ?n['’]?t (?:taken|take))"
    rf"\W+(?:\w+\W+){{0,3}}?(?:{_PRESSURE})\W+(?:tablets?|pills?|medic\w+|meds)\b",
)

# What may tell of each change, by the section of the interview that records it.
_CHANGES: dict[str, tuple[str, ...]] = {
    "heart": (
        r"\bstents?\b|\bpacemaker\b|\bangioplasty\b|\b(?:heart|triple|double|quadruple) bypass\b|\bheart valve\b",
        r"\bheart (?:attack|failure|disease|condition|surgery|operation)\b|\bangina\b|\b(?:a|the|had) (?:stent"
        r"|pacemaker|bypass)\b",
        r"\b(?:a|my|second|small|light|mild|mini)[\W]*stroke\b(?!\W+of)|\batrial fib\w*\b|\ba tia\b"
        r"|^\W*stroke\W+(?:last|yesterday|this|on|in)\b",
    ),
    "birth": (
        r"\b(?:gave|given|giving) birth\b|^\W*baby born\b|\b(?:caesarean|cesarean|c[- ]section)\b"
        r"|\b(?:miscarried|miscarriage)\b",
        r"(?:\b(?:i|just|we)\W+|^\W*)had (?:my|the|a|our) baby\b(?!\W+with\b|\W+(?:on|in) (?:my|the|a)\b)|"
        r"\b(?:baby|twins) (?:was|were|came|arrived|is here)\b(?!\W+(?:in|on|to|with|round|over|crying|asleep"
        r"|heavy)\b)(?=\W*(?:born|$|yesterday|today|on|last|this))",
    ),
    "pregnancy": (
        r"\bpregnant\b(?!\W+(?:women|woman|ladies|lady|pause))|\bpositive pregnancy test\b|\bpregnancy test"
        r"\W+(?:was |is |came back )?positive\b|\bexpecting (?:a baby|twins|triplets|a (?:boy|girl)|our|my)\b",
        r"\btest\b(?:\W+\w+){0,3}\W+positive\b(?<!covid test positive)|\b(?:period is|period was"
        r"|my period['’]?s) (?:\w+ )?late\b"
        r"|\b(?:missed (?:a|my)|late) period\b|\bbaby (?:is )?due\b|\bmorning sickness\b"
        r"|\bpositive on the stick\b|\b\d+ weeks (?:gone"
        r"|along)\b",
        r"\b(?:i am|i['’]?m|am) (?:about |nearly )?(?:[4-9]|[1-3]\d) weeks\b(?!\W+(?:in|into|post|after|since|of"
        r"|on|out)\b)",
    ),
    "surgery": (
        rf"\b(?:{_SPINE})\W+(?:\w+\W+){{0,1}}operated\b|\boperated on my (?:\w+\W+)?(?:{_SPINE})\b",
        rf"\bhad\W+(?:\w+\W+){{0,3}}(?:{_SPINE})\W+(?:\w+\W+)?(?:{_OPERATION})\b",
        rf"\bhad\W+(?:\w+\W+){{0,2}}(?:{_OPERATION})\W+on\W+(?:\w+\W+){{0,2}}(?:{_SPINE})\b",
        rf"\b(?:{_ON_THE_SPINE})\b|\b(?:back|spinal|spine|disc) (?:surgery|operation)\b",
        r"\bfused (?:my |the )?(?:l ?\d|s ?1|t ?\d|spine|back|lower|vertebra\w*|discs?)|\bl ?\d\W+(?:l"
        r"|s) ?\d (?:is |was )?fused\b",
    ),
    "conditions": (
        *_OF_PRESSURE,
        r"\b(?:have|got|has) (?:\w+ ){0,2}(?:osteoporosis|brittle bones|thin bones)\b",
        r"\bslipped disc (?:says|on the|shows?|shown|confirmed)\b|\b(?:compression|stress|wedge"
        r"|vertebral) fractures?\b",
        r"\bfractures? (?:on|in|of) (?:the|my)\b|^\W*fractures?\W*$|\bmultiple sclerosis\b"
        r"|\bparkinson['’]?s?\b(?! (?:uk|class|walk|charity))"
        r"|\bdiagnosed\W+(?:with )?\w+",
        rf"\b(?:{_NEW})\W+(?:\w+\W+){{0,6}}?(?:osteo(?:porosis|penia)|(?:brittle|thin) bones|fractured?"
        rf"|stenosis|spondyl\w+|"
        r"herniat\w+|prolapsed?|slipped disc|rheumatoid|arthritis|scoliosis)\b",
    ),
    "changed": (
        rf"\b(?:was|been|stayed|taken|admitted|went|kept|ended up|rushed|home|out|back|discharged|released|week"
        rf"|days?|nights?)\W+(?:\w+\W+)?"
        rf"(?:in|to|into|at|from|of)\W+(?:the |a )?(?:{_HOSPITAL})\b{_FOR_ANOTHER}",
        r"\bhospitali[sz]ed\b|\badmitted (?:yesterday|last|on|overnight)\b|\bambulance (?:came|took|had)\b",
        r"\bhad\W+(?:an|my|the|a|some)\W+(?:\w+\W+){0,2}(?:operation|surgery|op)\b|\bhad surgery\b|\bwas operated\b",
        rf"\b(?:broke|broken|fractured|cracked|chipped)\W+(?:my |a |the |\w+ )?(?:left |right )?(?:{_BONE})\b",
        r"\b(?:hip|knee|shoulder|joint) replace(?:ment|d)\b|\bnew (?:hip|knee)\b|\b(?:knee|hip|shoulder|hernia"
        r"|eye|foot|hand"
        r"|gallbladder|heart|bowel|bladder) op\b|\b(?:gall ?bladder|appendix|womb|kidney|spleen|prostate) (?:is "
        r"|was )?(?:out|removed)\b"
        r"|\b\w{3,}(?:ectomy|ostomy|oplasty)\b|\bgeneral an(?:a)?esthetic\b|\bunder the knife\b"
        r"|\bin (?:a )?plaster\b|\bcrutches\b",
        rf"\b(?:{_CLINICIAN})\b(?:\W+\w+){{0,2}}?\W+(?:said|says?|told|tells|advised|wants?|thinks?|sent|referred"
        rf"|ordered|reckons?)\b"
        rf"(?:\W+\w+){{0,4}}?\W+(?:{_WARNED})\b|\b(?:{_CLINICIAN})\b\W+(?:has |have )?(?:sent|referred|admitted"
        rf"|stopped) me\b",
        r"\b(?:rang|called|phoned|dialled|ringing|calling)\W+(?:nhs )?(?:111|999|112|911|an ambulance)\b"
        r"|\bparamedics?\b",
        r"\b(?:icu|itu|hdu|intensive care|high dependency)\b|\b(?:was|been|got|just|am) discharged\b"
        r"|^\W*discharged\b",
        r"\bpneumonia\b|\bsepsis\b|\bmeningitis\b|\bshingles\b|\bdiabetic\b|\bhypo\b(?!therm)|\b(?:low"
        r"|high) (?:blood )?sugar\b"
        r"|\bsugar\W+(?:\w+\W+){0,2}(?:dropped|low|crashed|high)\b",
        r"\bdiagnosed with\b|\bnew diagnosis\b|^\W*in\W+(?:a ?& ?e|hospital)\b",
    ),
}
_WITHIN = {"changed": ("surgery", "conditions", "heart", "birth")}  # a milder word for what another says already
_BABY_STILL = (
    r"(?:moves?|moved|moving|kicks?|kicked|kicking|movements?)(?:\W+\w+){0,2}?\W+less|less (?:movement|moving"
    r"|kicking)"
    r"|(?:has ?n['’]?t|not|stopped|hardly|no) (?:\w+ )?(?:moved?|moving|kicked|kicking|movements?)"
)
_IN_LABOUR = (
    r"\bwaters? (?:have |has |just |had )*(?:broke|broken|burst)\b",
    r"(?<!muscle )(?<!isometric )(?<!floor )(?<!static )(?<!glute )(?<!hard )\bcontractions\b(?!\W+(?:of"
    r"|in) (?:the |my )?\w*(?:muscle|floor))",
    rf"\bbaby\W+(?:\w+\W+)?(?:{_BABY_STILL})\b",
    r"\b(?:bleed(?:s|ing)?|bled|spotting)\b(?:\W+\w+['’]?\w*){0,4}?\W+(?:\d+ weeks|pregnan\w+)|\b(?:\d+ weeks"
    r"|pregnan\w+)\b"
    r"(?:\W+\w+){0,4}?\W+(?:bleeding|bled|spotting)\b",
    r"\b(?:my|the) waters? (?:have |has |just |had )*(?:broke|broken|went|gone|burst)\b",
    r"\b(?:in|into) labou?r\b",
)


def changes_in(text: str) -> tuple[str, ...]:
    """The sections of the interview whose answer may have changed, by somebody's own words."""
    clauses = CLAUSE.split(text) if text else []
    found = [section for section, words in _CHANGES.items() if any(tells(words, clause) for clause in clauses)]
    return tuple(each for each in found if not any(more in found for more in _WITHIN.get(each, ())))


def pressure_in(text: str) -> bool:
    """Whether words tell of blood pressure that is high, or of what treats it not taken."""
    return any(tells(_OF_PRESSURE, clause) for clause in CLAUSE.split(text))


def in_labour(text: str) -> bool:
    """Whether words may tell that a birth has begun."""
    return any(tells(_IN_LABOUR, clause) for clause in CLAUSE.split(text))


def may_alarm(text: str) -> bool:
    """Whether words may tell of anything that is asked about before all else."""
    listed = bool(signs_in(text) or changes_in(text) or in_labour(text) or leg_in(text) != "none" or further_in(text))
    return listed or tells_of_despair(text) or tells_of_no_hope(text) or unlisted_in(text) != "none"
