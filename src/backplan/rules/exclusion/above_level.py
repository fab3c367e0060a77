"""Above the person's level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEVELS
from backplan.rules.plan_kinds import Exclusion, Marks

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Level


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out exercises above the level that the person's core, strength or aerobic work has; easier ones always
    stay in.
    """
    level = case.level_for(exercise.slot)
    if LEVELS.index(exercise.level) > LEVELS.index(level) and exercise.id not in case.prescribed:
        return f"it is {exercise.level}, and your level is {level}"
    return None


def lowest(case: Case) -> Level:
    """The lowest level that any exercise is held against."""
    return min((case.level, *case.levels.values()), key=LEVELS.index)


RULE = Exclusion(
    id="above-level",
    sources=("garber-2011",),
    check=check,
    label="above your level",
    inference="the levels themselves; the source says only to build up step by step",
    marks=Marks(lambda exercise: (exercise.level,), lambda case: LEVELS[LEVELS.index(lowest(case)) + 1 :]),
    reads=lambda case: (case.level, case.levels, case.prescribed),
)
