"""The first two weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose

WEEKS, MOST_SETS = 2, 2


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """In the first two weeks of a programme nothing is done for more than two sets: learning the movement comes
    first. A therapist who prescribed the sets has seen the movement, so they stand.
    """
    if case.programme_week > WEEKS or dose.sets <= MOST_SETS:
        return dose
    asked = case.prescription.item_for(exercise.id)
    return dose._replace(sets=MOST_SETS) if asked is None or asked.sets is None else dose


RULE = DoseRule(
    id="dose-learning",
    sources=("acsm-2026",),
    adjust=adjust,
    inference="two weeks, and two sets; the source speaks of two to three",
    why=lambda _, __: "in the first two weeks two sets are the most",
)
