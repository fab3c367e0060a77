"""Only in calm weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import HardRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> bool:
    """Nothing is made hard in a flare, with new pain, or while three quarters of the doses are given; nor an exercise
    that stands below its start, or whose load has come down, after a session that was too much.
    """
    calm = case.kind.grows and not case.acute and not case.three_quarters
    came_down = case.rungs.get(exercise.id, 0) < 0 or case.lifts.get(exercise.id) == "less"
    return calm and not came_down


RULE = HardRule(id="hard-calm", sources=("costa-2022",), check=check, inference="the whole rule")
