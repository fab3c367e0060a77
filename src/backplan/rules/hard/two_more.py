"""Two more could be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import HardRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Slot

WORKED: frozenset[Slot] = frozenset({"lower", "push", "pull"})


def check(exercise: Exercise, case: Case) -> bool:
    """Strength for the legs, for pushing and for pulling, and core work with a band or a weight, ends while two more
    repetitions could still be done, and so does work against the water; with a band or a weight the last two should be
    hard. The plan says so from the second week with an exercise on: in the first, one learns it.
    """
    worked = exercise.block == "strength" and exercise.slot in WORKED
    loaded = exercise.block in ("core", "water") and exercise.harder_by is not None
    return (worked or loaded) and exercise.id in case.practised


RULE = HardRule(
    id="hard-two-more",
    sources=("acsm-2026",),
    check=check,
    inference="two more repetitions, and from the second week; the source says that failure is not needed",
)
