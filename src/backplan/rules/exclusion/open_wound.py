"""A wound that has not closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.water import in_water
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out all water exercise until a wound has closed and a skin infection has healed."""
    if "open-wound" in case.tags and (in_water(exercise) or "open-wound" in exercise.contraindications):
        return "it waits until your skin has healed"
    return None


RULE = Exclusion(
    id="open-wound",
    sources=("peng-2022",),
    check=check,
    about=("open-wound",),
    label="open wound",
    inference="the usual rules of pools, seen on secondary pages; the source is about water exercise",
)
