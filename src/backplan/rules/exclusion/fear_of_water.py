"""Fear of water."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.water import in_water
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out all water exercise for a person who is afraid of water: their week is on land."""
    return "it is in the water" if "fear-of-water" in case.tags and in_water(exercise) else None


RULE = Exclusion(
    id="fear-of-water",
    sources=("shi-2018",),
    check=check,
    about=("fear-of-water",),
    concerns=in_water,
    label="in the water",
    inference="fear of water as a bar; the source says only that water exercise helps",
)
