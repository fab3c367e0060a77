"""Daily: pelvic floor work, a few minutes on every day of a week that asks for it. It is no session."""

from __future__ import annotations

from collections.abc import Sequence

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.week import Day, DayBlock, GivenDose
from backplan.planner.choice import dose
from backplan.planner.choice.select import Selection
from backplan.planner.day.frame import item_of

WEEKS_A_RUNG = 2  # our own inference
WHY_DAILY = "Pelvic floor work every day, in pregnancy and after a birth: a few minutes, counted as no session."


def on_each(days: Sequence[Day], selection: Selection, wanted: int) -> list[Day]:
    """The days, each with pelvic floor work beside its sessions where it is wanted and they hold none."""
    found = pelvic_floor(selection)
    if not wanted or not found:
        return list(days)
    best = min(found, key=selection.choice_key)
    block = DayBlock("daily", (item_of(selection, best, _dose(best, selection.case), WHY_DAILY),))
    ids = {each.id for each in found}
    return [day if day.exercises & ids else day._replace(daily=block) for day in days]


def _dose(exercise: Exercise, case: Case) -> GivenDose:
    """Its dose, a rung higher every so many weeks, as it has no slot in which the diary would let it grow."""
    rung = max(case.rungs.get(exercise.id, 0), (case.programme_week - 1) // WEEKS_A_RUNG)
    return dose.given_dose(exercise, case._replace(rungs={**case.rungs, exercise.id: rung}))


def pelvic_floor(selection: Selection) -> list[Exercise]:
    """The allowed work for the pelvic floor that can be done at home and was not swapped away."""
    known = [each for each in selection.allowed if each.trains_pelvic_floor and each.id not in selection.swapped]
    return [each for each in known if each.dose.minutes is None and selection.can_be_done_at(each, "home")]


def prescribed(selection: Selection) -> bool:
    """Whether a therapist prescribed work for the pelvic floor, and so says how often it is done."""
    return any(each.id in selection.case.prescribed for each in pelvic_floor(selection))
