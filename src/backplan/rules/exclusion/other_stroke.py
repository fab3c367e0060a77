"""Strokes that a person does not swim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out a swimming stroke that is not among those the person swims, where they have named any."""
    strokes = case.person.strokes
    if exercise.stroke and strokes and exercise.stroke not in strokes:
        return "it is a stroke that you do not swim"
    return None


RULE = Exclusion(
    id="other-stroke",
    sources=("shi-2018",),
    check=check,
    label="another swimming stroke",
    inference="the whole rule",
    speaks_of=lambda case: bool(case.person.strokes),
    concerns=lambda exercise: exercise.stroke is not None,
)
