"""Heart, lungs, diabetes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import not_advised
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """With a sign or disease of heart or lungs, or diabetes, effort stays light to moderate: leave out what is marked
    as more, and hard and easy by turns.
    """
    if "heart" not in case.tags:
        return None
    if exercise.intervals:
        return "it is hard and easy by turns, and with what you told us effort stays moderate"
    return not_advised("heart") if "heart" in exercise.contraindications else None


RULE = Exclusion(
    id="heart",
    sources=("riebe-2015",),
    check=check,
    about=("heart",),
    label="heart and lungs",
    inference="what is marked, and for everybody with such a sign or disease; a clinician may well allow more",
    concerns=lambda exercise: exercise.intervals or "heart" in exercise.contraindications,
)
