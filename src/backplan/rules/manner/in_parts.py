"""Walks and rides in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.case import SHORTEST_BOUT
from backplan.rules.manner import sitting_breaks
from backplan.rules.plan_kinds import MannerRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Where the shortest walk or ride is longer than is comfortable, it is done in parts that are, with rests between;
    until it has grown.
    """
    borne = case.person.comfortable_in(exercise.modality)
    shortest = case.longest_in(exercise.modality) <= SHORTEST_BOUT
    if not shortest or borne >= SHORTEST_BOUT or exercise.slot != "aerobic" or case.borne_less(exercise.modality):
        return None
    if sitting_breaks.check(exercise, case):
        return None
    return f"go {_minutes(borne)} at a time, and rest as long as you like between; the rests do not count"


def _minutes(many: int) -> str:
    return "one minute" if many == 1 else f"{many} minutes"


RULE = MannerRule(
    id="in-parts",
    sources=("bull-2020", "therapeutic-guidelines"),
    check=check,
    inference="the parts; the sources count bouts of any length, and begin under what is comfortable",
)
