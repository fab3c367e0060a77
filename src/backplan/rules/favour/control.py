"""Control before range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> bool:
    """With joints that bend further than most, prefer core work on control: still holds and small movements."""
    controls = exercise.block == "core" and exercise.modality == "motor-control" and not exercise.teaches_hinge
    return "hypermobility" in case.tags and controls


RULE = Favour(
    id="favour-control",
    sources=("george-2021",),
    check=check,
    speaks_of=lambda case: "hypermobility" in case.tags,
    inference="the whole rule; the source recommends such work for backs in general",
)
