"""What `swap` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.actions.swap import way_back

if TYPE_CHECKING:
    from backplan.actions.swap import Swapped
    from backplan.model.exercise import Exercise


def swapped(exercise: Exercise, found: Swapped) -> str:
    """What takes the place of an exercise that was given up, and how that is taken back."""
    way = f"you do without {exercise.name}, and nothing takes its place."
    if found.instead:
        verb = "takes" if len(found.instead) == 1 else "take"
        way = f"{' and '.join(found.instead)} {verb} the place of {exercise.name}."
    asked = found.asked
    told = f" Your {asked.by} prescribed {exercise.name}: please tell them that you do without it." if asked else ""
    return f"From today on, {way}{told} {way_back(exercise.id)}."


def taken_back(exercise: Exercise, *, again: bool) -> str:
    """That a swap is taken back, and whether this week holds the exercise again."""
    if again:
        return f"The swap is taken back: from today on, {exercise.name} is in your week again."
    return f"The swap is taken back. This week has no place for {exercise.name} now; a later one may."
