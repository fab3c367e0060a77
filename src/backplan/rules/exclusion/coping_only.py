"""Pain of 8 or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """At a pain of 8 or more, give only breathing, relaxation and rest positions."""
    if not case.kind.trains and exercise.block != "relax":
        return "at this pain only ways to cope are given"
    return None


RULE = Exclusion(
    id="coping-only",
    sources=("boonstra-2016",),
    check=check,
    label="pain too high today",
    inference="that nothing else is given; the source says what counts as severe",
    speaks_of=lambda case: not case.kind.trains,
)
