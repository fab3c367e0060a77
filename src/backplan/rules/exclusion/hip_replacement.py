"""A new hip joint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Demand

DEMANDS: frozenset[Demand] = frozenset({"deep-hip"})


def check(exercise: Exercise, case: Case) -> str | None:
    """With a new hip joint, leave out deep bending of the hip, crossing of the legs and low lunges;
    lying on the side and turning the leg need care.
    """
    return provoking(exercise, case, "hip-replacement", but="which your new hip should be spared", demands=DEMANDS)


RULE = Exclusion(
    id="hip-replacement",
    sources=("nice-ng59-2016",),
    check=check,
    about=("hip-replacement",),
    alike=profile,
    label="new hip",
    inference="the whole rule, for as long as it is said; surgeons differ, and yours stands above it",
)
