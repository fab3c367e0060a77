"""How far down the leg somebody says, in their own words, that the pain goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.cli.sentences.leg import LEG_MEANS
from backplan.cli.terminal import asking
from backplan.cli.terminal.listed import IF_UNSURE
from backplan.cli.terminal.spoken import says_none, unknown
from backplan.errors import UsageError
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from backplan.model import vocabulary

# What each part is called, the farthest first.
_PARTS: tuple[tuple[vocabulary.Leg, str], ...] = (
    ("foot", r"foot|feet|toes?|heels?|soles?|all the way(?: down)?|(?:the |my )?whole (?:of (?:the |my )?)?leg"),
    ("calf", r"calf|calves|shins?|lower legs?|ankles?|(?:below|past|under|beyond) (?:the |my )?knees?"),
    ("thigh", r"thighs?|upper legs?|hamstrings?|back of (?:the |my )?legs?|(?:above|over) (?:the |my )?knees?|groin"),
    ("buttock", r"buttocks?|bum|bottom|backside|cheeks?|hips?|glutes?"),
)
_ANY = "|".join(part for _, part in _PARTS)
_TO_IT = r"(?: (?:in|to|into|as|far|down|the|my|any|go|goes|reach|much|below|past|beyond|above|over))*"
_DENIED = rf"\b(?:not|never|no|n['’]t)\b{_TO_IT} (?:{_ANY})\b"
_NEVER = r"(?:not|no|none|never|nothing|nowhere|(?:does|do|is) not|(?:does|do|is)n['’]?t)"
_IN_NO_LEG = (
    rf"(?!.*\bnever go(?:es)?$)(?:(?:no|it|it['’]?s|the|my|pain|that) )*{_NEVER}"
    r"(?: (?:pain|aches?|goes|go|going|get|near|at all|down|up|in|into|to|reach|the|my|me|any|either|legs?))*"
    r"|(?:(?:no|it|just|only|all|it['’]?s|stays?|stops|is|at|in|the|my|me) )*(?:lower |low )?bac?k"
    r"(?: (?:only|just|alone))?"
    r"|(?:(?:no|the|my|both) )*legs? (?:is |are |feels? )?(?:fine|ok|okay|all right|alright|good|not affected)"
)
_NUMB = r"\b(?:numb(?!ers\b)\w*|tingl\w+|pins|weak\w*|dead|heavy|drags?|dragging|drops?|gives? way|feeling|burn\w*)\b"
_BOTH = r"\b(?:both|each|either|two|legs|left and right|right and left)\b"


class LegSaid(NamedTuple):
    """How far the pain goes, whether both legs were named, and whether a leg was said to be numb or weak."""

    leg: vocabulary.Leg
    both: bool = False
    numb: bool = False


def leg_said(text: str) -> LegSaid:
    """The farthest part that is named: buttock and a bit of the thigh; of the knee it is asked whether it goes below.
    Raises UsageError where none is named.
    """
    answer = " ".join(text.lower().rstrip(" .!").split())
    if (chosen := next((leg for leg in LEG_MEANS if leg == answer), None)) is not None:
        return LegSaid(chosen)
    if says_none(answer) or re.fullmatch(_IN_NO_LEG, answer):
        return LegSaid("none")
    both = tells_of_both(answer)
    named = re.sub(_DENIED, " ", answer)
    leg = next((leg for leg, part in _PARTS if re.search(rf"\b(?:{part})\b", named)), None)
    if re.search(r"\bknees?\b", re.sub(_ANY, " ", named)) and leg in (None, "buttock", "thigh"):
        below = asking.until_right("Does it go below the knee? (y/n)", None, _perhaps, unsure=IF_UNSURE)
        leg = "calf" if below else "thigh"
    if leg is None:
        raise UsageError("How far: buttock, thigh, calf or foot? If in doubt, the farther one; none, if it does not.")
    if answer != LEG_MEANS[leg]:
        asking.tell(f"Leg: taken as {LEG_MEANS[leg]}.")
    return LegSaid(leg, both, tells_of_numbness(answer))


def tells_of_both(text: str) -> bool:
    """Whether words on the leg speak of both."""
    return re.search(_BOTH, text) is not None


def tells_of_numbness(text: str) -> bool:
    """Whether words on the leg speak of numbness or weakness."""
    return re.search(_NUMB, text) is not None


def _perhaps(text: str) -> bool:
    """Yes or no; who does not know says yes, the cautious answer."""
    return asking.yes("yes" if unknown(text) else text)
