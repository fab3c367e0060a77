"""The first six weeks after an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.case import FIRST_WEEKS
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Modality

ALLOWED: frozenset[Modality] = frozenset({"walking", "breathing", "relaxation", "mindfulness"})


def check(exercise: Exercise, case: Case) -> str | None:
    """In the first six weeks after a spinal operation, give only walking, breathing and relaxation, and only once
    released.
    """
    weeks = case.surgery_weeks
    if weeks is not None and weeks < FIRST_WEEKS and exercise.modality not in ALLOWED:
        return "in the first six weeks after an operation only walking and breathing are given"
    return None


RULE = Exclusion(
    id="surgery-first-weeks",
    sources=("oosterhuis-2014",),
    check=check,
    label="after your operation",
    inference="the whole rule; the source says that programmes most often began after four to six weeks",
    speaks_of=lambda case: case.surgery_weeks is not None,
)
