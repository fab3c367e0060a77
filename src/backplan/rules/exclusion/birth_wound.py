"""The pool, and lying on the front, after a birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.water import in_water
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """No pool and no lying on the front in the first six weeks after a birth, while there may be bleeding or a wound;
    after a caesarean, none until a clearance given after those six weeks.
    """
    if "birth-wound" not in case.tags:
        return None
    if in_water(exercise):
        return "the pool waits while you may bleed after the birth, or have a wound"
    if exercise.position == "prone" or "birth-wound" in exercise.contraindications:
        return "it presses on your belly, which waits until a wound of the birth has healed"
    return None


RULE = Exclusion(
    id="birth-wound",
    sources=("davenport-2025",),
    check=check,
    about=("birth-wound",),
    label="bleeding or a wound after the birth",
    inference="the pool, lying on the front, and how long; the guideline says that wounds have to heal first",
)
