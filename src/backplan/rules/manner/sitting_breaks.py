"""Walks with seats on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import MannerRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Modality

WALKS: frozenset[Modality] = frozenset({"walking", "treadmill"})
BREAKS = "sit down for a minute or two when your legs ache, then go on; the breaks count as part of the walk"


def check(exercise: Exercise, case: Case) -> str | None:
    """With stenosis, whose ache in the legs on walking eases on sitting, walk with breaks on a seat."""
    return BREAKS if exercise.modality in WALKS and "extension-intolerant" in case.tags else None


RULE = MannerRule(
    id="sitting-breaks",
    sources=("katz-2022",),
    check=check,
    inference="the breaks, their length, and that they count; the source says what eases",
)
