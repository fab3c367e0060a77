"""An exercise that needs care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Precaution

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Use an exercise with a precaution for the person only when nothing without one does the job, at its mildest
    dose, and say so.
    """
    for tag in exercise.precautions:
        if tag in case.tags or tag in case.caution_tags:
            return f"take care with it: {tag.replace('-', ' ')}"
    for tag in exercise.contraindications:
        if tag in case.caution_tags:
            return f"take care with it: {tag.replace('-', ' ')}"
    return None


RULE = Precaution(
    id="only-if-needed", sources=("george-2021",), check=check, inference="the whole rule: care before convenience"
)
