"""Getting down to the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """When the person cannot get down to the floor and up again, leave out floor exercises, except those that can
    be done on a firm bed.
    """
    if "no-floor" in case.tags and exercise.floor and not exercise.bed:
        return "it is done on the floor"
    return None


RULE = Exclusion(
    id="no-floor",
    sources=("nice-ng59-2016",),
    check=check,
    about=("no-floor",),
    label="on the floor",
    concerns=lambda exercise: exercise.floor and not exercise.bed,
    inference="common sense; the bed in place of the floor is ours, too",
)
