"""Steady high pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """While pain is high and steady, and in the two days after a flare, repetitions come down to three quarters,
    rounded down but never under 1.
    """
    if case.three_quarters:
        return dose._replace(reps=max(1, dose.reps * 3 // 4))
    return dose


RULE = DoseRule(
    id="dose-steady",
    sources=("silbernagel-2007",),
    adjust=adjust,
    inference="the whole rule: no source was seen for three quarters",
    why=lambda _, __: "while pain is high or just past a flare, three quarters of it are enough",
)
