"""Backs that dislike bending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

NEUTRAL: frozenset[Tag] = frozenset({"flexion-intolerant", "extension-eases"})


def check(exercise: Exercise, case: Case) -> bool:
    """With a back that bending provokes or arching eases, prefer walking, work in neutral and gentle extension."""
    if case.tags.isdisjoint(NEUTRAL):
        return False
    prone = exercise.position == "prone" and exercise.block != "strength"
    return exercise.modality == "walking" or prone or exercise.teaches_hinge


RULE = Favour(
    id="favour-neutral",
    sources=("snook-1998", "may-2018"),
    check=check,
    speaks_of=lambda case: not case.tags.isdisjoint(NEUTRAL),
    inference="the whole list",
)
