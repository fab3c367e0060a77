"""Little standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """For a person who can stand or walk for a few moments only, leave out what is done standing or walking on land;
    sitting, lying and, where there is a pool, the water carry the week.
    """
    if "little-standing" in case.tags and exercise.position == "standing":
        return "it is done standing"
    return provoking(exercise, case, "little-standing")


RULE = Exclusion(
    id="little-standing",
    sources=("nice-ng59-2016",),
    check=check,
    about=("little-standing",),
    label="done standing",
    inference="the whole rule; the source says only to fit exercise to the person",
)
