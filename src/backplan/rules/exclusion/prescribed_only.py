"""Exercises a therapist must choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out nerve glides and the like unless a therapist has prescribed them."""
    if exercise.status == "prescribed" and exercise.id not in case.prescribed:
        return "only a therapist should choose it for you"
    return None


RULE = Exclusion(
    id="prescribed-only",
    sources=("george-2021",),
    check=check,
    label="a therapist's to choose",
    inference="which exercises; the source does not single them out",
    concerns=lambda exercise: exercise.status == "prescribed",
)
