"""Blood pressure not yet under control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import provoking
from backplan.rules.exclusion.water import in_water
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Demand

DEMANDS: frozenset[Demand] = frozenset({"inversion"})


def check(exercise: Exercise, case: Case) -> str | None:
    """While blood pressure is not under control, effort stays easy: leave out heads-down positions, the pool, brisk
    walks, other work that is marked as more than easy, and hard and easy by turns, until the clinician has said that it
    is under control.
    """
    if "bp-uncontrolled" in case.tags and (in_water(exercise) or exercise.intervals):
        what = "it is in the water" if in_water(exercise) else "it is hard and easy by turns"
        return f"{what}, and your blood pressure is not yet under control"
    return provoking(
        exercise, case, "bp-uncontrolled", but="and your blood pressure is not yet under control", demands=DEMANDS
    )


RULE = Exclusion(
    id="bp-uncontrolled",
    sources=("garber-2011",),
    check=check,
    about=("bp-uncontrolled",),
    label="blood pressure",
    inference="the whole rule: it is the usual advice, and no source for it was seen",
)
