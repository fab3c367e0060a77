"""How hard common activities beside the plan are as a rule, where the person did not say: by their MET; and which are
no aerobic work.
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
    r"rested|resting|at (?:my|the|a) desk)\b"
)  # what people tell of a day that is no exercise at all


def plain_name(activity: str) -> str:
    """An activity without whose it is, and without that it is a class: yoga, of my yoga class."""
    return re.sub(
        r"^(?:my|some|a|an|the) | (?:class|lesson|session|course|group|video)$", "", activity.replace("-", " ")
    )
