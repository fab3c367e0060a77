"""Signs in a person's own words: which of the signs to look at first a note may tell of. That is a question and no
answer: nothing is recorded, and nothing stops, until the person says so.
"""

from __future__ import annotations

import re
from functools import lru_cache

_GAP = r"(?:\W+\w+){0,%d}?\W+"  # so many words between


def _near(one: str, other: str, between: int = 3) -> str:
    """One thing and another, in any order, in the same breath."""
    gap = _GAP % between
    return rf"\b(?:(?:{one}){gap}(?:{other})|(?:{other}){gap}(?:{one}))\b"


_CANNOT = r"(?:cannot|can['’]?t|can not|could ?n['’]?t|could not|unable to)"
_NUMB = r"numb(?:ness)?|tingl(?:es?|ed|ing|y)|pins and needles|no feeling|lost (?:all )?feeling|feels? dead|felt dead"
_UNFELT = rf"(?:{_CANNOT}|do ?n['’]?t|do not) feel"
_WEAK = r"weak(?:ness|er)?|giv(?:es?|ing) way|gave way|buckl(?:es?|ed|ing)"
_SADDLE = (
    r"between (?:my |the )?legs|saddle|crotch|groin|genitals?|private parts|privates|back passage|anus|bottom(?! of)|"
    r"inner thighs?|vagina|penis|testicles|scrotum|perineum"
)
_LEG = r"leg|foot|feet|toes?|calf|calves|shin|thigh|knee|ankle"
_BOTH = r"both (?:my |of my |the )?(?:legs|feet|calves|thighs)|(?<!between )(?<!between my )(?<!between the )legs"
_WATER = r"pee|peeing|wee|weeing|urinat(?:e|ing)|pass(?:ing)? (?:water|urine)|hold my (?:water|wee|pee|urine|bowels?)"
_BEATS = r"heart|pulse|heartbeat"

_CHEST = (
    r"\bchest\W+(?:(?:felt|feels|is|was|got|gets|went|has|had|been|a|really|very|bit|so)\W+){0,3}"
    r"(?:pains?|painful|pressure|tight(?:ness)?|hurt(?:s|ing)?|ach(?:e|es|ed|ing))\b",
    r"\b(?:pains?|pressure|tight(?:ness)?)\W+(?:in|on|across|around|over)\W+(?:my |the )?chest\b",
    r"\btight chest\b(?!\W+muscles?)",
)

_HIGH = r"ladder|roof|tree|horse|pony|bike|bicycle|motorbike|scooter|wall|scaffold(?:ing)?|height"
_FELL = r"fell|fallen|fall|falling|came off|tumbled|(?:was )?thrown"
_ELSE_FALLS = "pain|score|pressure|temperature|weight|weights|dumbbell|band|ball|phone|book|it|he|she|nearly|almost"
_SELF = "".join(rf"(?<!\b{word} )" for word in _ELSE_FALLS.split("|"))  # who falls is the person, and does fall
_FEARED = "".join(f"(?<!{word} )" for word in ("fear of", "afraid of", "scared of", "risk of", "prevent", "avoid"))

_ACCIDENT = (
    rf"\b{_SELF}(?:{_FELL})\W+(?:off|from|out of|over)\W+(?:\w+\W+){{0,2}}(?:{_HIGH})\b",
    rf"\b{_SELF}(?:{_FELL})\W+down\W+(?:\w+\W+){{0,3}}(?:stairs|steps)\b|\b{_SELF}(?:fell|fallen)\W+downstairs\b",
    r"\b(?:car|bike|road|traffic|motorbike)\W+(?:crash|accident)\b",
    r"\b(?:hit|knocked (?:down|over)|run over)\W+by\W+(?:\w+\W+){0,2}(?:car|van|bus|lorry|truck|bike|motorbike)\b",
)
_FALL = (
    rf"\b{_SELF}fell\b(?!\W+(?:asleep|back to sleep|behind|ill|sick|pregnant|apart|short|silent|quiet|in love|to \d))",
    r"\b(?:had|have|has|was|been|since|after)\W+(?:\w+\W+){0,2}fallen\b(?!\W+(?:asleep|behind|ill|out of))",
    rf"\b{_FEARED}(?:a|another|my|the|two)\W+(?:(?:bad|little|nasty|small|minor|heavy|slight|second)\W+)?(?:falls?|tumble)\b",
    r"\btripped\W+(?:over|up|on|and)\b|\bslipped\W+(?:over|on|in|off|down|and)\b",
)

# What may tell of each sign, the most urgent first: by the exact words, so that each can be explained.
_TELL_OF: dict[str, tuple[str, ...]] = {
    "saddle-numbness": (_near(f"{_NUMB}|{_UNFELT}", _SADDLE), rf"\b{_UNFELT}{_GAP % 3}wip(?:e|ing)\b"),
    "bladder-bowel": (
        _near(rf"{_CANNOT}|trouble|difficulty|hard to|problems?", _WATER),
        r"\b(?:wet|soiled) (?:myself|the bed|my (?:trousers|pants))\b",
        _near(r"bladder|bowels?", r"control|trouble|problems?|lost|numb|changed|accident|leak(?:s|ed|ing)?"),
        r"\bincontinent\b",
    ),
    "sexual-function": (
        _near(rf"lost|loss|losing|numb|no feeling|{_UNFELT}|{_CANNOT}", r"sex|sexual(?:ly)?|erections?|orgasms?"),
    ),
    "both-legs": (
        _near(f"{_NUMB}|{_UNFELT}", _BOTH),
        r"\b(?:pain\W+(?:\w+\W+){0,3}|shoot(?:s|ing)?\W+(?:\w+\W+){0,2})(?:down|into) both (?:my |of my |the )?legs\b",
    ),
    "leg-weakness": (
        _near(_WEAK, f"{_LEG}|legs"),
        r"\bfoot[- ]drop\b",
        r"\b(?:foot|toes?)\W+(?:(?:has|is|keeps|began|begun|started|to|now)\W+){0,3}"
        r"(?:drops?|dropped|dropping|drags?|dragg(?:ed|ing)|slaps?|slapping)\b",
        _near(_CANNOT, r"(?:lift|move|raise) (?:my|the) (?:foot|leg|toes?)|walk properly", 1),
    ),
    "one-leg-numbness": (_near(f"{_NUMB}|{_UNFELT}", f"{_LEG}|buttock"),),
    "chest-pain": _CHEST,
    "accident": _ACCIDENT,
    "tight-chest": _CHEST,
    "blackout": (r"\b(?:faint(?:ed|ing)|(?:felt|feel|feeling|nearly|almost) faint|blacked out|passed out)\b",),
    "breathless": (
        _near(_CANNOT, r"breathe|catch my breath|get (?:my |any )?(?:breath|air)", 1),
        _near(r"breathless|short of breath|out of breath", r"rest|resting|lying|sitting|in bed|the level|the flat"),
    ),
    "racing-heart": (
        _near(_BEATS, r"racing|raced|pounding|flutter(?:s|ed|ing)?|irregular|skip(?:s|ped|ping)?"),
        r"\bpalpitations?\b",
    ),
    "calf-swelling": (_near(r"calf", r"swollen|swelling|swelled"),),
    "fever": (r"(?<!hay )(?<!cabin )\b(?:fever|feverish|chills)\b",),
    "fragility": (*_ACCIDENT, *_FALL),
}
_WITHIN = {"one-leg-numbness": ("both-legs", "saddle-numbness")}  # a milder word for what another says already

_OF_A_BIRTH = (  # in pregnancy, or in the weeks after a birth
    r"\bbleed(?:s|ing)?\b|\bbled\b|\bcontractions?\b|\btightenings?\b|\bheadaches?\b|\bdizz(?:y|iness)\b",
    _near(r"waters?|fluid", r"broke|broken|leak(?:s|ed|ing)?|lost|losing|loss|gone", 2),
    _near(r"wound|scar|stitches", r"open(?:s|ed)?|weep(?:s|ing)?|ooz(?:es|ing)|hot|red|pus"),
)

# Where a new clause begins, in which a no denies nothing of the one before.
CLAUSE = re.compile(r"[.;,!?\n]|\b(?:but|though|while|whereas)\b", re.IGNORECASE)
_NT = r"\w+n['’]t|(?:did|does|do|was|is|are|were|has|have|had)nt"
_NOT = rf"(?:no|not|never|nothing|none|without|neither|nor|hardly|{_NT})"
# What comes after these is not denied: not slept because of chest pain, not sure if my leg is weak.
_TOLD_AFTER_ALL = r"because|from|for|with|due|after|when|since|of|sure|certain|if|whether|know|only|just"
_DENIED = re.compile(rf"\b{_NOT}\W+(?:(?!(?:{_TOLD_AFTER_ALL})\b)\w+\W+){{0,3}}$", re.IGNORECASE)
_DENIED_WITHIN = re.compile(rf"\b{_NOT}\b", re.IGNORECASE)
_IS_THE_SIGN = re.compile(rf"{_UNFELT}|{_CANNOT}|no feeling", re.IGNORECASE)  # a no that denies nothing


def signs_in(text: str) -> tuple[str, ...]:
    """The signs that words may tell of, the most urgent first; none that the same words deny."""
    clauses = CLAUSE.split(text) if text else []
    found = [sign for sign, words in _TELL_OF.items() if any(_tells(words, clause) for clause in clauses)]
    return tuple(sign for sign in found if not any(more in found for more in _WITHIN.get(sign, ())))


def speak_of_a_birth(text: str) -> bool:
    """Whether words may tell of what a midwife should hear of at once, in pregnancy or in the weeks after a birth."""
    return any(_tells(_OF_A_BIRTH, clause) for clause in CLAUSE.split(text)) or bool(signs_in(text))


@lru_cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


def _tells(words: tuple[str, ...], clause: str) -> bool:
    """Whether a clause tells of something somewhere without denying it."""
    return any(not _denied(clause, match) for match in _pattern(words).finditer(clause))


def _denied(clause: str, match: re.Match[str]) -> bool:
    within = _IS_THE_SIGN.sub("", match.group())
    return bool(_DENIED.search(clause[: match.start()]) or _DENIED_WITHIN.search(within))
