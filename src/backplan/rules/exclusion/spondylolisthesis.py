"""A vertebra that has slipped forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Movement

AVOID: frozenset[Movement] = frozenset(
    {"extension", "extension-loaded", "rotation", "rotation-loaded", "flexion-loaded"}
)


def check(exercise: Exercise, case: Case) -> str | None:
    """With a slipped vertebra, leave out bending back, twisting, and bending forward under load; steady core work,
    easy bending and cycling stay in.
    """
    return provoking(exercise, case, "spondylolisthesis", but="which a slipped vertebra should be spared", avoid=AVOID)


RULE = Exclusion(
    id="spondylolisthesis",
    sources=("george-2021",),
    check=check,
    about=("spondylolisthesis",),
    alike=profile,
    label="slipped vertebra",
    inference="the whole profile: it rests mostly on convention",
)
