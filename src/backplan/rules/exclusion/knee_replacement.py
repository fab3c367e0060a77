"""A new knee joint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Demand

DEMANDS: frozenset[Demand] = frozenset({"deep-knee"})


def check(exercise: Exercise, case: Case) -> str | None:
    """With a new knee joint, leave out deep bending of the knee;
    kneeling and stairs need care.
    """
    return provoking(exercise, case, "knee-replacement", but="which your new knee should be spared", demands=DEMANDS)


RULE = Exclusion(
    id="knee-replacement",
    sources=("nice-ng59-2016",),
    check=check,
    about=("knee-replacement",),
    alike=profile,
    label="new knee",
    inference="the whole rule, for as long as it is said; surgeons differ, and yours stands above it",
)
