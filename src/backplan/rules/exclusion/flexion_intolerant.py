"""Forward bending, for backs it provokes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Movement

AVOID: frozenset[Movement] = frozenset({"flexion", "flexion-loaded", "rotation-loaded"})


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out forward bending of the back, and twisting under load, while a clinician has told the person that
    bending provokes their pain.

    Small, unloaded bending stays in with care: movement itself is not the harm.
    """
    return provoking(exercise, case, "flexion-intolerant", but="and bending forward brings on your pain", avoid=AVOID)


RULE = Exclusion(
    id="flexion-intolerant",
    sources=("snook-1998",),
    check=check,
    about=("flexion-intolerant",),
    alike=profile,
    label="bends your back",
    inference="the bar on the whole day; the source is about bending in the morning",
)
