"""The first two weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose

LEARNING_WEEKS = 2
LEARNING_SETS = 2


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """In the first two weeks of a programme nothing is done for more than two sets: learning the movement comes
    first. A therapist who prescribed the sets has seen the movement, so they stand.
    """
    if case.programme_week > LEARNING_WEEKS or dose.sets <= LEARNING_SETS:
        return dose
    asked = case.prescription.item_for(exercise.id)
    return dose._replace(sets=LEARNING_SETS) if asked is None or asked.sets is None else dose


RULE = DoseRule(
    id="dose-learning",
    sources=("acsm-2026",),
    adjust=adjust,
    inference="two weeks, and two sets; the source speaks of two to three",
    why=lambda _, __: "in the first two weeks two sets are the most",
)
