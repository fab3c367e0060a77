"""Backward bending, for backs it provokes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Movement

AVOID: frozenset[Movement] = frozenset({"extension", "extension-loaded"})


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out backward bending of the back while a clinician has told the person that bending back provokes their
    pain (often spinal stenosis).
    """
    return provoking(exercise, case, "extension-intolerant", but="and bending back brings on your pain", avoid=AVOID)


RULE = Exclusion(
    id="extension-intolerant",
    sources=("pua-2007",),
    check=check,
    about=("extension-intolerant",),
    alike=profile,
    label="arches your back",
    inference="which movements count; the source compares cycling with walking for stenosis",
)
