"""Work for the arms and the trunk from a chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

SEATED: frozenset[Tag] = frozenset({"wheelchair-user", "little-standing"})


def check(exercise: Exercise, case: Case) -> bool:
    """For a person who gets about in a wheelchair or can hardly stand, prefer what is done sitting."""
    return not case.tags.isdisjoint(SEATED) and exercise.position == "seated"


RULE = Favour(
    id="favour-seated",
    sources=("nice-ng59-2016",),
    check=check,
    speaks_of=lambda case: not case.tags.isdisjoint(SEATED),
    inference="the whole rule",
)
