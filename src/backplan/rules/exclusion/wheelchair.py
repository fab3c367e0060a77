"""Getting about in a wheelchair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Position

ON_THE_LEGS: frozenset[Position] = frozenset(
    {"standing", "kneeling", "half-kneel", "quadruped", "water-chest", "water-waist"}
)


def check(exercise: Exercise, case: Case) -> str | None:
    """For a person who gets about in a wheelchair, leave out what stands, walks or kneels, in a pool, too; what the
    legs do sitting or lying needs care.
    """
    if "wheelchair-user" in case.tags and exercise.position in ON_THE_LEGS:
        return "it is done on your feet or knees"
    return provoking(exercise, case, "wheelchair-user")


RULE = Exclusion(
    id="wheelchair",
    sources=("nice-ng59-2016",),
    check=check,
    about=("wheelchair-user",),
    label="done on feet or knees",
    inference="the whole rule, on the cautious side: some who sit can stand or walk in the water with help",
)
