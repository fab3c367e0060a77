"""What counts as being in the water."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backplan.model.exercise import Exercise


def in_water(exercise: Exercise) -> bool:
    """Whether an exercise happens in a pool, by its position, its place or its gear."""
    return exercise.position.startswith("water-") or exercise.place == ("pool",) or "pool" in exercise.equipment
