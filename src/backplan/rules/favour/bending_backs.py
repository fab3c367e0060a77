"""Backs that like to bend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Block, Tag

BENDING: frozenset[Tag] = frozenset({"extension-intolerant", "flexion-eases"})
TRAINED: frozenset[Block] = frozenset({"core", "strength"})


def check(exercise: Exercise, case: Case) -> bool:
    """With stenosis, or where bending forward eases the pain, prefer cycling, sitting and gentle forward bending; where
    it only eases, core and strength go by level as everybody's. Balance is trained on one's feet.
    """
    if case.tags.isdisjoint(BENDING) or exercise.slot == "balance":
        return False
    trained = exercise.block in TRAINED and "extension-intolerant" not in case.tags
    eases = exercise.position == "seated" or "flexion-mild" in exercise.movements
    return exercise.modality == "cycling" or (eases and not trained)


RULE = Favour(
    id="favour-bending",
    sources=("pua-2007",),
    check=check,
    speaks_of=lambda case: not case.tags.isdisjoint(BENDING),
    inference="sitting and gentle bending; the source compares cycling with walking",
)
