"""Joints that bend further than most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Demand, Movement

AVOID: frozenset[Movement] = frozenset({"flexion", "extension", "rotation", "lateral"})
DEMANDS: frozenset[Demand] = frozenset({"deep-hip", "deep-knee", "neural-tension"})
NOTHING: frozenset[Movement] = frozenset()
NONE_ASKED: frozenset[Demand] = frozenset()


def check(exercise: Exercise, case: Case) -> str | None:
    """With joints that bend further than most, leave out stretches to the end of a movement; control and strength in
    the middle of it come first.
    """
    stretches = exercise.slot == "stretch"
    return provoking(
        exercise,
        case,
        "hypermobility",
        but="to the end of what your joints allow",
        avoid=AVOID if stretches else NOTHING,
        demands=DEMANDS if stretches else NONE_ASKED,
    )


RULE = Exclusion(
    id="hypermobility",
    sources=("nice-ng59-2016",),
    check=check,
    about=("hypermobility",),
    label="stretches far",
    inference="the whole rule; the source says only to fit exercise to the person",
)
