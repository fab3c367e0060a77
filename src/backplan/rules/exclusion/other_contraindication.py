"""Any other mark against an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out an exercise that the library marks against something the person has told us, whatever it is."""
    for tag in exercise.contraindications:
        if tag in case.tags and tag != "healing":
            return f"it is not advised with {tag.replace('-', ' ')}"
    return None


RULE = Exclusion(
    id="other-contraindication",
    sources=("george-2021",),
    check=check,
    label="not advised for you",
    inference="the library's marks are our own; the source says only to fit exercise to the person",
)
