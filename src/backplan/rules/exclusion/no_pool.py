"""Told to keep out of pools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.water import in_water
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out all water exercise for a person who was told to keep out of pools."""
    return "you were told to keep out of pools" if "no-pool" in case.tags and in_water(exercise) else None


RULE = Exclusion(
    id="no-pool",
    sources=("peng-2022",),
    check=check,
    about=("no-pool",),
    concerns=in_water,
    label="kept out of pools",
    inference="the usual rules of pools, seen on secondary pages; the source is about water exercise",
)
