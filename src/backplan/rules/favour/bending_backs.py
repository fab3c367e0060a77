"""Backs that like to bend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> bool:
    """With stenosis, prefer cycling, sitting and gentle forward bending."""
    if "extension-intolerant" not in case.tags:
        return False
    return exercise.modality == "cycling" or exercise.position == "seated" or "flexion-mild" in exercise.movements


RULE = Favour(
    id="favour-bending",
    sources=("pua-2007",),
    check=check,
    inference="sitting and gentle bending; the source compares cycling with walking",
)
