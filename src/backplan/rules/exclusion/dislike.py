"""What the person dislikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion, Marks

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out what the person dislikes: exercise helps those who keep doing it, and preference decides that."""
    if exercise.id in case.person.dislikes or exercise.modality in case.person.dislikes:
        return "you said you dislike it"
    return None


RULE = Exclusion(
    id="dislike",
    sources=("garber-2011", "nice-ng59-2016"),
    check=check,
    label="not to your liking",
    inference="leaving out all that is disliked, whatever else it is good for",
    marks=Marks(lambda exercise: (exercise.id, exercise.modality), lambda case: case.person.dislikes),
)
