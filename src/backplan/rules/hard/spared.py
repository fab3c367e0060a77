"""Who is not to strain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import HardRule
from backplan.rules.precaution import only_if_needed

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

SPARED: frozenset[Tag] = frozenset(
    {
        "bp-uncontrolled", "heart", "osteoporosis", "post-surgery", "pregnancy-t2t3", "vertebral-fracture-new",
        "vertebral-fracture-healed", "stress-incontinence", "prolapse", "post-natal",
    }
)  # fmt: skip


def check(exercise: Exercise, case: Case) -> bool:
    """Nothing is made hard with high blood pressure that is not under control, with a sign or disease of heart or
    lungs, or diabetes, in pregnancy, after a birth until the core is cleared, for a year after an operation on the
    spine, with thin bones or a bone of the spine that broke, or with a pelvic floor that should not be strained; nor an
    exercise that needs care, nor one that a therapist prescribed, who says how hard it is to be (rule dose-effort).
    """
    if SPARED & (case.tags | case.caution_tags) or case.pregnancy_weeks is not None:
        return False
    return exercise.id not in case.prescribed and not only_if_needed.check(exercise, case)


RULE = HardRule(
    id="hard-spared",
    sources=("garber-2011",),
    check=check,
    inference="the whole rule: somebody who sees the person may well let them lift more",
)
