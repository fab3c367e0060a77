"""Dose: what is given of an exercise, and how long it truly takes."""

from __future__ import annotations

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.week import GivenDose
from backplan.planner.ladder import as_asked, dose_at, eased
from backplan.rules.dose import DOSES

# Seconds; all our own inference (docs/planning.md).
MOVE, MOVE_STRETCH = 3, 5
REST_CORE, REST_STRENGTH = 30, 60
SETUP = 20


def given(exercise: Exercise, case: Case) -> GivenDose:
    """The dose of an exercise for a case: as prescribed, else its rung of the ladder; lowered by each dose rule in
    turn.
    """
    asked = case.prescription.asked(exercise.id)
    rung = case.rungs.get(exercise.id, 0)
    dose = eased(as_asked(exercise, asked), rung) if asked and asked.has_dose else dose_at(exercise, rung)
    if dose.minutes is not None:
        return dose
    for rule in DOSES:
        dose = rule.adjust(dose, exercise, case)
    return dose


def at_most(dose: GivenDose, sets: int) -> GivenDose:
    """The dose with no more than so many sets."""
    return dose if dose.minutes is not None or dose.sets <= sets else dose._replace(sets=sets)


def seconds(dose: GivenDose, exercise: Exercise) -> int:
    """All in: both sides, holds and moves, rests between sets, and getting ready."""
    if dose.minutes is not None:
        return dose.minutes * 60
    sides = 2 if dose.per_side else 1
    move = MOVE_STRETCH if exercise.slot == "stretch" else MOVE
    rest = {"core": REST_CORE, "water": REST_CORE, "strength": REST_STRENGTH}.get(exercise.block, 0)
    rests = (dose.sets - 1) * rest // sides
    return dose.sets * sides * dose.reps * (dose.hold_s + move) + rests + SETUP
