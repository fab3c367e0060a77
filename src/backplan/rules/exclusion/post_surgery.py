"""The first months after a spinal operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Demand, Movement, SurgeryKind

AVOID: frozenset[Movement] = frozenset(
    {"flexion", "flexion-loaded", "extension", "extension-loaded", "rotation", "rotation-loaded", "axial"}
)
STRICT: frozenset[Movement] = AVOID | {"flexion-mild", "extension-mild", "rotation-mild", "lateral", "lateral-mild"}
STRICT_KINDS: frozenset[SurgeryKind] = frozenset({"fusion", "other"})
STRICT_WEEKS = 12
DEMANDS: frozenset[Demand] = frozenset({"nerve-glide"})


def check(exercise: Exercise, case: Case) -> str | None:
    """In the first months after a spinal operation, leave out bending, arching, twisting and pressing down along
    the spine. The window is 12 weeks after a disc operation or decompression, and 6 months after a fusion or an
    unknown kind; after that, and up to 12 months, such exercises need care instead.

    In the first 12 weeks after a fusion or an unknown kind, even small bends and turns of the back are left out.
    """
    surgery, weeks = case.person.surgery, case.surgery_weeks
    fresh = surgery is not None and surgery.kind in STRICT_KINDS and weeks is not None and weeks < STRICT_WEEKS
    return provoking(
        exercise,
        case,
        "post-surgery",
        but="and your operation was not long ago",
        avoid=STRICT if fresh else AVOID,
        demands=DEMANDS,
    )


RULE = Exclusion(
    id="post-surgery",
    sources=("oosterhuis-2014",),
    check=check,
    about=("post-surgery",),
    label="after your operation",
    inference="the movements and the two windows; surgeons differ, and one who asks for less stands above this rule",
)
