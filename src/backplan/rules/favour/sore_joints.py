"""Sore hips and knees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

JOINTS: frozenset[Tag] = frozenset({"hip-issue", "knee-issue", "hip-replacement", "knee-replacement"})


def check(exercise: Exercise, case: Case) -> bool:
    """With hip or knee trouble, or a new joint there, prefer cycling and work on both legs."""
    if not case.tags & JOINTS:
        return False
    return exercise.modality == "cycling" or (exercise.slot == "lower" and "asymmetric" not in exercise.demands)


RULE = Favour(
    id="favour-joints",
    sources=("bennell-hinman-2011", "nice-ng226-2022"),
    check=check,
    speaks_of=lambda case: not case.tags.isdisjoint(JOINTS),
    inference="which exercises count",
)
