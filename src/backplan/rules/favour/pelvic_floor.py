"""The pelvic floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.pelvic_floor_strain import SPARED
from backplan.rules.plan_kinds import Favour
from backplan.rules.target.pelvic_floor import is_daily

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> bool:
    """With long-standing leaking on effort, or a prolapse, prefer pelvic floor work while the core is at its first
    level; later it is done beside the core, as it is from the start where it is done every day.
    """
    first = case.level_for(exercise.slot) == "basic" and not is_daily(case)
    return first and not case.tags.isdisjoint(SPARED) and "pelvic-floor" in exercise.areas


RULE = Favour(
    id="favour-pelvic-floor",
    sources=("davenport-2025",),
    check=check,
    speaks_of=lambda case: not case.tags.isdisjoint(SPARED),
    inference="that it takes the place of other work for the front of the trunk at first",
)
