"""Water out of one's depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Position

OUT_OF_DEPTH: frozenset[Position] = frozenset({"water-deep", "water-swim"})


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out swimming and deep water for a person who does not swim; chest-deep water stays in."""
    if "no-swim" in case.tags and (exercise.swim or exercise.position in OUT_OF_DEPTH):
        return "it needs you to swim"
    return None


RULE = Exclusion(
    id="no-swimming",
    sources=("shi-2018",),
    check=check,
    about=("no-swim",),
    label="needs swimming",
    inference="the whole rule; deep water with a belt counts as swimming",
    concerns=lambda exercise: exercise.swim or exercise.position in OUT_OF_DEPTH,
    alike=lambda exercise: (exercise.swim, exercise.position),
)
