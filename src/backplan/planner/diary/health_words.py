"""A change of health, or pain down the leg, in a person's own words: a question and no answer, as with the signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.planner.diary.sign_words import CLAUSE, signs_in, tells

if TYPE_CHECKING:
    from backplan.model.vocabulary import Leg

_NEW = r"diagnos(?:ed|is)|says?|said|told|shows?|showed|found|turns out|turned out|results?|confirmed"
_HOSPITAL = r"hospital|a ?& ?e|a and e|casualty|emergency (?:room|department)|intensive care"
_SPINE = r"back|spine|spinal|discs?|disk|vertebrae?|lumbar"
_OPERATION = r"operation|surgery|op|operated"
_FOR_ANOTHER = (
    r"(?!\W+(?:\w+\W+)?(?:to see|visit\w*|seeing|with my (?:\w+ )?(?:mum|dad|son|daughter|wife|husband|partner)))"
)

# What may tell of each change, by the section of the interview that records it.
_CHANGES: dict[str, tuple[str, ...]] = {
    "heart": (
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
        r"\W+(?:was |is |came back )?positive\b|\bexpecting a baby\b",
    ),
    "surgery": (
        rf"\b(?:{_SPINE})\W+(?:\w+\W+){{0,1}}operated\b|\boperated on my (?:\w+\W+)?(?:{_SPINE})\b",
        rf"\bhad\W+(?:\w+\W+){{0,3}}(?:{_SPINE})\W+(?:\w+\W+)?(?:{_OPERATION})\b",
        rf"\bhad\W+(?:\w+\W+){{0,2}}(?:{_OPERATION})\W+on\W+(?:\w+\W+){{0,2}}(?:{_SPINE})\b",
        r"\b(?:had|after)\W+(?:\w+\W+){0,2}(?:discectomy|laminectomy|spinal fusion|microdiscectomy)\b",
    ),
    "conditions": (
        r"\b(?:have|got|has) (?:\w+ ){0,2}(?:osteoporosis|brittle bones|thin bones)\b",
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
        r"\b(?:broke|broken|fractured)\W+(?:my|a|the)\W+(?:\w+\W+)?(?:hip|wrist|leg|arm|ankle|ribs?|foot|back"
        r"|vertebra|bone|shoulder)\b",
        r"\bdiagnosed with\b|\bnew diagnosis\b|^\W*in\W+(?:a ?& ?e|hospital)\b",
    ),
}
_WITHIN = {"changed": ("surgery", "conditions", "heart", "birth")}  # a milder word for what another says already
_IN_LABOUR = (
    r"\b(?:my|the) waters? (?:have |has |just |had )*(?:broke|broken|went|gone|burst)\b",
    r"\b(?:in|into) labou?r\b",
)

_MOVED = "".join(
    f"(?<!{word} )"
    for word in ("bending", "bend", "bent", "getting", "reaching", "leaning", "going", "kneeling", "sitting")
)
_AWAY = r"(?:down|into|all the way|as far as|to)"
_RADIATES = (
    r"\b(?:pains?|painful|hurts|hurting|ach(?:es?|ed|ing)|shoot(?:s|ing)?|shoots|shot|sciatica|burning|electric shocks?"
    r"|twinges?|zings?)\b"
    r"(?:\W+\w+){0,4}?\W+"
    + _MOVED
    + rf"{_AWAY}\W+(?:(?:down|to|into|my|the|one|left|right|whole|back|of|side|outer|outside|far|past|leg)\W+){{0,5}}"
)
# Pain that is in the calf or the foot has gone that far, whatever way it went.
_THERE = r"\bpains?\W+(?!left my)(?:in\W+)?(?:(?:my|the|left|right|one)\W+){0,2}"
# Heel slide, calf raise: there it is the exercise that hurts.
_NO_EXERCISE = r"(?![ -](?:slides?|raises?|lift|taps?|pumps?|circles?|stretch|stand|press|touch)\b)"
_TO: dict[Leg, str] = {
    "foot": "foot|feet|toes?|ankles?|heel|sole",
    "calf": "calf|calves|shin|below the knee",
    "thigh": "legs?|thigh|knee|hamstring",
}


def changes_in(text: str) -> tuple[str, ...]:
    """The sections of the interview whose answer may have changed, by somebody's own words."""
    clauses = CLAUSE.split(text) if text else []
    found = [section for section, words in _CHANGES.items() if any(tells(words, clause) for clause in clauses)]
    return tuple(each for each in found if not any(more in found for more in _WITHIN.get(each, ())))


def leg_in(text: str) -> Leg:
    """How far down the leg pain may go, by somebody's own words."""
    clauses = CLAUSE.split(text) if text else []
    ways = {
        leg: tuple(rf"{way}(?:{ends})\b{_NO_EXERCISE}" for way in (_RADIATES, _THERE)[: 1 if leg == "thigh" else 2])
        for leg, ends in _TO.items()
    }
    return next((leg for leg, words in ways.items() for each in clauses if tells(words, each)), "none")


def in_labour(text: str) -> bool:
    """Whether words may tell that a birth has begun."""
    return any(tells(_IN_LABOUR, clause) for clause in CLAUSE.split(text))


def may_alarm(text: str) -> bool:
    """Whether words may tell of anything that is asked about before all else."""
    return bool(signs_in(text) or changes_in(text) or in_labour(text) or leg_in(text) != "none")
