"""Short holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose

LONGEST = 6  # seconds
MOST_REPS = 6
MOVE = 5  # seconds into a hold and out of it


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """While blood pressure is not under control, nothing is held for more than 6 seconds: a longer hold becomes short
    ones, as many as the same time has room for, and never more than a therapist asked for.
    """
    if "bp-uncontrolled" not in case.tags or dose.hold_s <= LONGEST:
        return dose
    asked = case.prescription.item_for(exercise.id)
    reps = dose.reps * (dose.hold_s + MOVE) // (LONGEST + MOVE)
    return dose._replace(reps=dose.reps if asked and asked.reps else min(MOST_REPS, reps), hold_s=LONGEST)


RULE = DoseRule(
    id="dose-short-holds",
    sources=("garber-2011",),
    adjust=adjust,
    inference="the whole rule, and that it holds for stretches, too: the usual advice is about straining",
    why=lambda _, __: "until your blood pressure is under control nothing is held for more than 6 seconds",
)
