"""Pain down the leg in a person's own words: how far it may go. A question and no answer, as with the signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.model.wording import NUMBER_WORDS
from backplan.planner.diary.sign_words import CLAUSE, tells

if TYPE_CHECKING:
    from backplan.model.vocabulary import Leg

_PART: dict[Leg, str] = {  # the furthest first
    "foot": r"foot|feet|toes?|ankles?|heels?|soles?",
    "calf": r"calf|calves|shins?|lower legs?",
    "thigh": r"(?<!lower )(?<!bird dog )legs?|thighs?|hamstrings?",
    "buttock": r"buttocks?|(?:bum|butt) ?cheeks?",
}
# A heel slide, or feet up: there it is no part that hurts.
_NO_EXERCISE = (
    r"(?![ -](?:slides?|rais\w+|lift\w*|taps?|pumps?|circles?|stretch\w*|stand|press\w*|touch\w*|reach\w*|curls?|days?|"
    r"work\w*|exercises?|extensions?|swings?|bits?|ones?|stuff|stance|balance|bridges?|massage|on|up|in the air)\b)"
)
_WHOSE = (
    r"(?:(?:in|into|to|down|of|on|at|through|round|around|my|the|both|left|right|one|bad|back|outer|inner|whole)\W+)*"
)
_HURTS = r"pains?|painful|hurts?|hurting|shoots?|shooting|shot|burns?|burning|throbs?|throbbing|stab(?:s|bing)"
_ACHES = rf"{_HURTS}|aching|aches?|ached|sore"
_IS = (
    r"(?:(?:is|are|was|were|has|have|been|got|feels?|felt|still|really|quite|very|so|a|bit|lot|keeps?|kept|started|now|"
    r"just|muscles?)\W+)*"
)
_AFTER_WORK = r"(?!.*\b(?:after|from|since)\b)"  # a foot that aches after the wedding
_OF_MORE = (
    r"(?! ?(?:[-:]|/(?! ?10\b)|\.\d\d|minutes?|mins?|m|hours?|hrs?|h|am|pm|days?|weeks?|months?|years?|times|x|sets?|"
    r"reps?|km|k|miles?|metres?|steps|lengths|laps|rounds?|exercises|kg|%|legs?|feet|foot|toes?|heels?|calf|knees?)(?![a-z]))"
)
_SCORE = rf"(?<![\d.:/])\b(?:10|\d|{'|'.join(NUMBER_WORDS[2:11])})\b{_OF_MORE}"
_ON_ITS_WAY = r"(?:down|into|all the way|as far as|to|past|below|beyond)"
_MOVED = "".join(
    f"(?<!{word} )" for word in ("bending", "bend", "bent", "getting", "reaching", "leaning", "kneeling", "sitting")
)
_NOT_MOVED = "".join(f"(?<!{word} my )" for word in ("to", "lifting", "lift", "raising", "moving", "on", "crossing"))
_RADIATES = (
    rf"\b(?:{_ACHES}|sciatica|electric shocks?|twinges?|zings?)\b(?:\W+\w+){{0,4}}?\W+{_MOVED}{_ON_ITS_WAY}\W+"
    r"(?:(?:down|to|into|my|the|one|left|right|whole|back|of|side|outer|outside|far|past|leg)\W+){0,5}"
)
_BELOW_THE_KNEE = (
    r"\b(?:pains?|hurts?|it|it['’]?s|gone|goes|going|went|moved|spread(?:s|ing)?|crept|down)\W+(?:\w+\W+){0,6}?"
    r"(?:below|past|beyond) (?:the|my) knee\b"
)
# The flag without its dashes, leg foot, and a leg whose pain is said to go to a part.
_LEG_THEN = (
    r"\b(?<!bird dog )leg\W+(?:(?:pain|is|was|now|down|as far as|in|into|to|at|my|the|left|right|a|bit|little"
    rf"|{_ACHES})\W+){{0,5}}"
)
_ONLY = r"\b(?:only|just)\W+(?:in\W+)?(?:my|the)\W+(?:left |right )?"  # of what has come up again: only the thigh now
_LIES = (
    rf"\b(?:{_HURTS}|aches?|sciatica|it)(?:['’]?s)?\W+{_IS}(?:(?:moved|gone|mostly|only|all|also|right|down)\W+){{0,3}}"
    rf"(?:in|into|at|to|down|as far as)\W+"
)
_A_NUMBER = rf"(?:10|\d|{'|'.join(NUMBER_WORDS[2:11])})(?: ?/ ?10| out of 10)?"
_PAIN_THEN = rf"\b(?:pain|ache|back|morning|worst|highest)\W+(?:(?:is|was|now|of|at|about|a)\W+){{0,2}}{_A_NUMBER}"
_NEXT_PART = (
    rf"\W*(?:(?:my|the|left|right|in|and|also|both|one)\W+)*(?:{'|'.join(_PART.values())})"
    r"(?:\W+(?:too|now|as well|again|today|only))*\W*"
)
_NEXT_ALONE = rf"\W*(?:(?:was|is|it|it['’]?s|about|a|at|maybe)\W+)*{_SCORE}(?: ?/ ?10| out of 10)?\W*"


def leg_in(text: str) -> Leg:
    """How far down the leg pain may go, by somebody's own words: a part that hurts, or has a number beside it."""
    clauses = _with_their_number(text) if text else []
    found = (leg for leg, ways in _WAYS.items() for each in clauses if tells(ways, each))
    return next(found, "none")


def further_in(text: str) -> bool:
    """Whether somebody's own words tell that it goes further down the leg than it did, whatever part they name."""
    return any(tells(_FURTHER, clause) for clause in CLAUSE.split(text)) if text else False


_NONE = (
    r"\b(?:no|without(?: any)?|never any|zero) (?:more )?(?:pain (?:in|down) (?:my|the|either|both) legs?|leg pain|"
    r"sciatica)\b|\b(?:leg pain|sciatica|pain (?:in|down) (?:my|the) leg) (?:(?:has|is|are|was|now|have) )*"
    r"(?:(?:all|completely|totally|quite) )*(?:gone|cleared(?: up)?|stopped|disappeared)\b"
    r"(?! (?:in|into|to|down|up|back|from|on|for|only|now and)\b)"
)
_NOT_SO = r"\b(?:but|yesterday|until|till|unless|except|usually|hope\w*|wish|when|if|almost|nearly|mostly|before|not)\b"


def says_none(text: str) -> bool:
    """Whether somebody's own words say plainly that there is no pain in the leg, and nothing that may say otherwise."""
    rest, plainly = re.subn(_NONE, " ", text, flags=re.IGNORECASE)
    return (
        bool(plainly)
        and not re.search(_NOT_SO, text, re.IGNORECASE)
        and leg_in(rest) == "none"
        and not further_in(text)
    )


_FURTHER = (
    r"\b(?:further|farther|lower|deeper|more)(?: and (?:further|farther|lower|more))? (?:down|into) "
    r"(?:(?:in|into|my|the|one|bad|left|right) ){0,3}legs?\b" + _NO_EXERCISE,
)


def _with_their_number(text: str) -> list[str]:
    """The clauses of a text, a number alone with the one before it, which it is of: my shin aches, 6. A part alone with
    the pain before it: pain 3, calf.
    """
    found: list[str] = []
    for clause in CLAUSE.split(text):
        part_of_it = found and re.search(rf"{_PAIN_THEN}\W*$|\bleg\b.*\b(?:{_ACHES})\b", found[-1], re.IGNORECASE)
        next_ = rf"{_NEXT_ALONE}|{_NEXT_PART}" if part_of_it else _NEXT_ALONE
        if found and re.fullmatch(next_, clause, re.IGNORECASE):
            found[-1] += f" {clause.strip()}"
        else:
            found.append(clause)
    return found


def _ways(leg: Leg) -> tuple[str, ...]:
    """The ways to say that a part of the leg hurts; of pain in all of it, only where it goes to, or how much."""
    part = rf"\b(?:{_PART[leg]})\b{_NO_EXERCISE}"
    only = r"thighs?" if leg == "thigh" else _PART[leg]  # only my legs now is of what is done
    also = (rf"{_RADIATES}knee\b",) if leg == "thigh" else (_BELOW_THE_KNEE,) if leg == "calf" else ()
    return (
        rf"{_RADIATES}{part}",
        rf"\b(?:{_HURTS})\W+(?!left my){_WHOSE}{part}{_AFTER_WORK}",
        rf"{_NOT_MOVED}{part}\W+{_IS}(?:{_HURTS})\b{_AFTER_WORK}",
        rf"{part}\W+(?:[a-z'’]+\W+){{0,4}}?{_SCORE}",
        rf"{_SCORE}(?: ?/ ?10| out of 10)?\W+(?:in|into|down|for|on|at|with)\W+(?:\w+\W+){{0,3}}?{part}",
        rf"{_LEG_THEN}{part}",
        rf"{_LIES}{_WHOSE}{part}{_AFTER_WORK}",
        rf"{_ONLY}(?:{only})\W+(?:now|today|these days|this morning|any ?more)\b",
        rf"{_PAIN_THEN}\W+(?:(?:in|down|my|the|left|right|leg|both|and)\W+){{0,3}}{part}",
        rf"\bpain\W+(?:\w+\W+)?{_SCORE}\W+(?:\w+\W+){{0,5}}?{part}",
        *also,
    )


_WAYS: dict[Leg, tuple[str, ...]] = {leg: _ways(leg) for leg in _PART}
