"""What work asks of a back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

WORK: frozenset[Tag] = frozenset({"sitting-work", "lifting-work"})


def check(exercise: Exercise, case: Case) -> bool:
    """With work that is done sitting, prefer walking and what opens the chest and the front of the hips; with work that
    lifts, prefer practice in bending at the hips while the core is at its first level, and legs that work together.
    """
    if "sitting-work" in case.tags:
        opens = exercise.slot == "stretch" and exercise.areas[0] in ("chest", "hip-front")
        if exercise.modality == "walking" or opens:
            return True
    legs = exercise.slot == "lower" and "asymmetric" not in exercise.demands
    learns = exercise.teaches_hinge and case.level_for(exercise.slot) == "basic"
    return "lifting-work" in case.tags and (learns or legs)


RULE = Favour(
    id="favour-work",
    sources=("suri-2025", "nice-ng59-2016"),
    check=check,
    speaks_of=lambda case: not case.tags.isdisjoint(WORK),
    inference="the whole rule; lifting, bending and squatting raise the odds of a flare a little (suri-2025)",
)
