"""A flare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """In a flare, half the volume: one set instead of two or more, and half the repetitions of a single set."""
    if not case.kind.gentle:
        return dose
    return dose._replace(sets=1) if dose.sets > 1 else dose._replace(reps=-(-dose.reps // 2))


RULE = DoseRule(
    id="dose-flare",
    sources=("costa-2022",),
    adjust=adjust,
    inference="the half",
    why=lambda _, __: "in a flare half of it is enough",
)
