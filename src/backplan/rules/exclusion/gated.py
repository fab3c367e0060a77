"""Exercises for the advanced stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out the hardest exercises until the advanced level is reached."""
    if exercise.status != "gated" or exercise.id in case.prescribed:
        return None
    if case.level_for(exercise.slot) != "advanced":
        return "it waits for the advanced level"
    return None


RULE = Exclusion(
    id="gated",
    sources=("garber-2011",),
    check=check,
    label="for later",
    inference="which exercises are gated; the source says only to build up step by step",
    concerns=lambda exercise: exercise.status == "gated",
    reads=lambda case: (case.level, case.levels, case.prescribed),
)
