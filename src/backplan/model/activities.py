"""Activities beside the plan: how hard they are as a rule, where the person did not say (by their MET); which of them
are aerobic work, and which are known to be none.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Literal

Effort = Literal["light", "moderate", "vigorous"]

MODERATE, VIGOROUS = 3.0, 6.0  # MET, from which work is so

# As our library tells of the same activity, from the 2011 Compendium of Physical Activities (ainsworth-2011).
_AS_IN_THE_LIBRARY = {
    "walk": 3.5, "bike": 4.0, "bike-ride": 4.0, "rowing": 4.8, "dancing": 3.0, "dance": 3.0, "hiking": 5.3, "hike": 5.3,
}  # fmt: skip
# Our own estimates, near what we remember of that Compendium; none was looked up.
_ESTIMATED = {"gardening": 3.8, "housework": 3.3, "cleaning": 3.3, "gym": 5.0, "golf": 4.8}
METS = MappingProxyType({**_AS_IN_THE_LIBRARY, **_ESTIMATED})


def effort_of(activity: str) -> Effort | None:
    """How hard an activity is as a rule, by what the diary calls it; None for one that is not known."""
    met = METS.get(activity)
    if met is None:
        return None
    return "vigorous" if met >= VIGOROUS else "moderate" if met >= MODERATE else "light"


# What is good for a back and no aerobic work; our own list, of what people call it.
STILL = frozenset({
    "stretch", "stretches", "stretching", "core", "core exercises", "weights", "strength", "strength training",
    "weight training", "physio", "physio exercises", "physiotherapy", "back exercises", "breathing exercises",
    "meditation", "relaxation", "mindfulness", "massage", "foam rolling", "mobility", "sauna",
})  # fmt: skip


RESTING = re.compile(
    r"\b(?:slept|sleep|sleeping|nap|napped|lay|laid|lying|in bed|sat|sitting|seated|sofa|couch|tv|telly|drove|driving|"
    r"rested|resting|at (?:my|the|a) desk|read|reading|watch|watched|watching|knitting|sewing|writing|teeth|sauna)\b"
    r"|^(?:planned|planning|talked|talking|bought|buying|fixed|fixing|mended|mending|repaired|repairing|dinner|lunch|"
    r"picnic|coffee|drinks)\b"
)  # what people tell of a day that is no exercise at all


# What moves the body on for a while, in whatever words it stands; our own list. What is not in it is not counted.
_MOVES = re.compile(
    r"\b(?:(?:dog[- ]?)?walk(?:s|ed|ies|ing)?(?! in\b)|stroll(?:s|ed|ing)?|rambl(?:e|ed|ing)|march(?:ed|ing)|"
    r"(?:with|took) (?:the|my|our|his|her) dogs?|wheel(?:ed|ing)|hand ?cycl(?:e|ed|ing)|pushed my (?:wheel)?chair|"
    r"(?:around|round) the block|"
    r"hik(?:e|es|ed|ing)|trek(?:s|ked|king)?|treadmill|"
    r"(?:bi)?cycl(?:e|ed|ing)|bik(?:e|ed|ing)(?! (?:shop|repairs?|show))|bike[- ]rides?|spinning|spin class|"
    r"pedal(?:led|ling|ing)?|"
    r"swim(?:s|ming)?|swam|aqua ?\w*|row(?:ed|ing)|kayak(?:ed|ing)?|canoe(?:d|ing)?|paddl(?:e|ed|ing)|"
    r"elliptical|cross ?trainer|stepper|stairs|aerobics|zumba|circuits?|gym|work ?out|ergometer|"
    r"danc(?:e|es|ed|ing)|ballroom|salsa|tango|waltz(?:ed|ing)?|"
    r"tennis|badminton|squash|padel|pickleball|ping ?pong|volleyball|cricket|bowl(?:s|ing)|golf(?:ed|ing)?|football|"
    r"ski(?:s|ed|ing)|skat(?:e|ed|ing)|"
    r"garden(?:ed|ing)|garden work|(?:in|on) the (?:garden|allotment)|mow(?:ed|ing)?|dig(?:ging)?|dug|rak(?:ed|ing)|"
    r"weed(?:ed|ing)|shovel(?:l?ed|l?ing)?|sweep(?:ing)?|swept|hedge|chopp(?:ed|ing) wood|wash(?:ed|ing) the car|"
    r"house ?work|clean(?:ed|ing)|hoover(?:ed|ing)?|vacuum(?:ed|ing)?|mopp(?:ed|ing)|scrubb(?:ed|ing)|"
    r"on foot|brisk(?:ly)?)\b"
)
BRISK = 4  # of 10: own words of such an effort are taken for aerobic work; an estimate of ours


def moves_on(activity: str) -> bool:
    """Whether an activity in somebody's own words is known to move the body on for a while: a walk to the shops."""
    return effort_of(activity) is not None or _MOVES.search(activity.replace("-", " ")) is not None


def is_still(activity: str) -> bool:
    """Whether an activity in somebody's own words is known to be no aerobic work, or is none at all."""
    return plain_name(activity) in STILL or RESTING.search(activity.replace("-", " ")) is not None


def plain_name(activity: str) -> str:
    """An activity without whose it is, and without that it is a class: yoga, of my yoga class."""
    return re.sub(
        r"^(?:my|some|a|an|the) | (?:class|lesson|session|course|group|video)$", "", activity.replace("-", " ")
    )


_WHERE = r"(?:with|in|on|at|to|around|round|out|along|up|through|by|outside|alone|from|over|down)\b"


def of_it(activity: str) -> str:
    """An activity behind its minutes: of gardening, but with the dog."""
    words = activity.replace("-", " ")
    return words if re.match(_WHERE, words) else f"of {words}"
