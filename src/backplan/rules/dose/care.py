"""The mildest dose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule
from backplan.rules.precaution import only_if_needed

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """An exercise that needs care is given at its mildest: one set."""
    return dose._replace(sets=1) if dose.sets != 1 and only_if_needed.check(exercise, case) else dose


def why(exercise: Exercise, case: Case) -> str:
    """What care the exercise needs, and what that makes of its dose."""
    care = only_if_needed.check(exercise, case)
    return f"with you it needs care ({care}), and what needs care is given at one set"


RULE = DoseRule(
    id="dose-care",
    sources=("george-2021",),
    adjust=adjust,
    inference="the whole rule: one set as the mildest dose",
    why=why,
)
