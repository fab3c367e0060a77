"""A pelvic floor that should not be strained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Movement, Tag

SPARED: tuple[Tag, ...] = ("stress-incontinence", "prolapse")
AVOID: frozenset[Movement] = frozenset({"axial"})


def check(exercise: Exercise, case: Case) -> str | None:
    """With long-standing leaking on effort, or a prolapse, leave out heavy weights and the holds that press hardest on
    the pelvic floor, such as long planks and curl-ups; what presses less is done breathing out on the effort.
    """
    found = (provoking(exercise, case, tag, but="and onto your pelvic floor", avoid=AVOID) for tag in SPARED)
    return next((reason for reason in found if reason is not None), None)


RULE = Exclusion(
    id="pelvic-floor-strain",
    sources=("davenport-2025",),
    check=check,
    about=("stress-incontinence", "prolapse"),
    alike=profile,
    label="pelvic floor",
    inference="the whole rule; the source asks for pelvic floor work every day after birth",
)
