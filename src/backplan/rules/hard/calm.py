"""Only in calm weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import HardRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> bool:
    """Nothing is made hard in a flare, with new pain, or while three quarters of the doses are given; nor an exercise
    that has come down after a session that was too much.
    """
    calm = case.kind.grows and not case.acute and not case.three_quarters
    return calm and case.rungs.get(exercise.id, 0) >= 0


RULE = HardRule(id="hard-calm", sources=("costa-2022",), check=check, inference="the whole rule")
