"""The joint between spine and pelvis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Movement

AVOID: frozenset[Movement] = frozenset({"rotation-loaded"})


def check(exercise: Exercise, case: Case) -> str | None:
    """With sacroiliac pain, leave out twisting under load; one-sided work is used with care and guided by pain, not
    forbidden.
    """
    return provoking(exercise, case, "si-joint", but="which your sacroiliac joint should be spared", avoid=AVOID)


RULE = Exclusion(
    id="si-joint",
    sources=("george-2021",),
    check=check,
    about=("si-joint",),
    alike=profile,
    label="sacroiliac joint",
    inference="the whole profile: it rests on convention and is contested",
)
