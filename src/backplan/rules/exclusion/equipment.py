"""What the person has, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out what cannot be done with the things the person has, in any one place they go to."""
    if any(set(exercise.equipment) <= case.equipment_at(place) for place in exercise.place):
        return None
    everywhere = frozenset().union(*(case.equipment_at(place) for place in exercise.place))
    missing = [item.replace("-", " ") for item in exercise.equipment if item not in everywhere]
    return f"it needs {' and '.join(missing) or 'things that are not all in one place'}"


RULE = Exclusion(
    id="equipment",
    sources=("george-2021",),
    check=check,
    label="equipment you do not have",
    inference="common sense; the source says only to fit exercise to the person",
)
