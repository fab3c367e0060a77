"""How hard common activities beside the plan are as a rule, where the person did not say: by their MET."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

Effort = Literal["light", "moderate", "vigorous"]

MODERATE, VIGOROUS = 3.0, 6.0  # MET, from which work is so

# MET from the 2011 Compendium of Physical Activities (ainsworth-2011), the gentler one where it tells of several.
METS = MappingProxyType({
    "gardening": 3.8, "housework": 3.3, "cleaning": 3.3, "walk": 3.5, "bike": 4.0, "bike-ride": 4.0, "gym": 5.5,
    "golf": 4.8, "dancing": 3.0, "dance": 3.0, "rowing": 4.8, "hiking": 6.0, "hike": 6.0,
})  # fmt: skip


def effort_of(activity: str) -> Effort | None:
    """How hard an activity is as a rule, by what the diary calls it; None for one that is not known."""
    met = METS.get(activity)
    if met is None:
        return None
    return "vigorous" if met >= VIGOROUS else "moderate" if met >= MODERATE else "light"
