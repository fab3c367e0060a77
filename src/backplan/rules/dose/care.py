"""The mildest dose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule
from backplan.rules.precaution import only_if_needed

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.prescription import Prescribed
    from backplan.model.week import GivenDose


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """An exercise that needs care is given at its mildest, one set, unless the therapist who prescribed it said that
    they know of the care it needs.
    """
    asked = case.prescription.item_for(exercise.id)
    if dose.sets == 1 or (asked and asked.knows):
        return dose
    return dose._replace(sets=1) if only_if_needed.check(exercise, case) else dose


def why(exercise: Exercise, case: Case) -> str:
    """What care the exercise needs, and what that makes of its dose."""
    care = only_if_needed.check(exercise, case)
    return f"with you it needs care ({care}), and what needs care is given at one set"


def how_lifted(asked: Prescribed, name: str) -> str:
    """How a therapist's whole dose is given all the same."""
    return f"If your {asked.by} knows of it and wants all sets: `backplan prescribe add {name} --knows`"


RULE = DoseRule(
    id="dose-care",
    sources=("george-2021",),
    adjust=adjust,
    inference="the whole rule: one set as the mildest dose, and that a therapist's word on it goes above that",
    why=why,
)
