"""Blood pressure not yet under control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import provoking
from backplan.rules.exclusion.water import in_water
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Demand, Modality

DEMANDS: frozenset[Demand] = frozenset({"inversion"})
EASY_UNDER = 4.0  # MET
BRISK_FROM = 3.0  # MET of a walk
WALKS: frozenset[Modality] = frozenset({"walking", "treadmill"})


def check(exercise: Exercise, case: Case) -> str | None:
    """While blood pressure is not under control, effort stays easy: leave out heads-down positions, the pool, brisk
    walks, work of 4 MET and more, and hard and easy by turns, until the clinician has said that it is under control.
    """
    if "bp-uncontrolled" in case.tags and (what := _too_much(exercise)):
        return f"{what}, and your blood pressure is not yet under control"
    return provoking(
        exercise, case, "bp-uncontrolled", but="and your blood pressure is not yet under control", demands=DEMANDS
    )


def _too_much(exercise: Exercise) -> str | None:
    """What of an exercise is more than easy, or in the water."""
    if in_water(exercise):
        return "it is in the water"
    if exercise.intervals or (exercise.met or 0) >= EASY_UNDER:
        return "it is more than easy effort"
    if exercise.modality in WALKS and (exercise.met or 0) >= BRISK_FROM:
        return "it is a brisk walk"
    return None


RULE = Exclusion(
    id="bp-uncontrolled",
    sources=("garber-2011",),
    check=check,
    label="blood pressure",
    inference="the whole rule: it is the usual advice, and no source for it was seen",
)
