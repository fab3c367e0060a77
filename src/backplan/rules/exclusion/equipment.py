"""What the person has, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.vocabulary import EQUIPMENT_MEANS, GRANTED
from backplan.model.wording import spaced
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Equipment

MANY = frozenset({"shoes", "snow"})  # of which nobody has "a"


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out what cannot be done with the things the person has, in any one place they go to."""
    things, needed = case.things, exercise.equipment
    places = [things[place] for place in exercise.place]
    if any(there.issuperset(needed) for there in places):
        return None
    missing = [_called(item) for item in needed if item not in frozenset().union(*places)]
    return f"it needs {' and '.join(missing) or 'things that are not all in one place'}"


def _called(item: Equipment) -> str:
    plain = item if item in MANY else f"a {spaced(item)}"
    return EQUIPMENT_MEANS.get(item, plain)


RULE = Exclusion(
    id="equipment",
    sources=("nice-ng59-2016",),
    check=check,
    label="equipment you do not have",
    inference="common sense; the source says only to fit exercise to the person",
    concerns=lambda exercise: "home" not in exercise.place or not GRANTED.issuperset(exercise.equipment),
    alike=lambda exercise: (exercise.equipment, exercise.place),
    reads=lambda case: case.kit,
)
