"""Thin bones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

THIN: frozenset[Tag] = frozenset({"osteoporosis", "vertebral-fracture-healed"})


def check(exercise: Exercise, case: Case) -> bool:
    """With thin bones, or once a bone of the spine has broken, prefer back-extensor endurance, balance work and
    weight-bearing walking.
    """
    if case.tags.isdisjoint(THIN):
        return False
    extensors = exercise.slot == "back" and "upper-back" in exercise.areas
    return extensors or exercise.slot == "balance" or exercise.modality == "walking"


RULE = Favour(
    id="favour-thin-bones",
    sources=("giangregorio-2014", "giangregorio-2015", "morin-2023"),
    check=check,
    speaks_of=lambda case: not case.tags.isdisjoint(THIN),
    inference="which exercises count",
)
