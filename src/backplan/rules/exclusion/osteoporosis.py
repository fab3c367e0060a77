"""Thin bones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Movement

AVOID: frozenset[Movement] = frozenset({"flexion", "flexion-loaded", "rotation", "rotation-loaded", "extension-loaded"})


def check(exercise: Exercise, case: Case) -> str | None:
    """With thin bones, leave out bending forward, twisting, and arching under load; back-extensor endurance,
    balance and strength stay in.
    """
    return provoking(exercise, case, "osteoporosis", but="which thin bones should be spared", avoid=AVOID)


RULE = Exclusion(
    id="osteoporosis",
    sources=("giangregorio-2015", "brooke-wavell-2022", "morin-2023"),
    check=check,
    about=("osteoporosis",),
    alike=profile,
    label="thin bones",
    inference="leaving out all such bending and twisting; the sources warn of far, quick or loaded ones alone",
)
