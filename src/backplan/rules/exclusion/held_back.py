"""Moves held back for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion, nothing

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out, while the back is healing, and for now where the pain is old, moves that load it heavily for little
    gain: full sit-ups, double leg raises, toe touches, full arches, heavy lifts.

    They are left out for now, not called harmful: long-term harm from any single move is not proven, and
    in one study an hour of lifting, bending or twisting raised the odds of a short flare only slightly.
    """
    if exercise.status == "excluded" or "healing" in exercise.contraindications:
        return "it loads the back heavily, so it is left out for now"
    return None


RULE = Exclusion(
    id="held-back",
    sources=("axler-mcgill-1997", "callaghan-1998", "suri-2025"),
    check=check,
    label="held back for now",
    inference="which moves are on the list",
    concerns=lambda exercise: exercise.status == "excluded" or "healing" in exercise.contraindications,
    reads=nothing,
    alike=lambda exercise: (exercise.status, "healing" in exercise.contraindications),
)
