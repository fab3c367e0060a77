"""Own exercises that do not say how hard they land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion, nothing

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out an exercise of somebody's own file that gives no impact and says nothing it could be judged by, until
    somebody says how hard it lands.

    A name or steps in English are something to judge by; "Exercise 12", or steps in another language, are not. Nor are
    words that the two ways of reading them take differently: one finds running or jumping, and the other does not; no
    word on the impact settles that.
    """
    if exercise.impact_known:
        return None
    why = "nothing says how hard it lands" if exercise.in_english else "not in English, so not judged"
    if exercise.in_doubt:
        return f"its words leave open whether it runs or jumps ({exercise.in_doubt}): say it in other words"
    return f"{why}: add `impact: none`, `low` or `high`"


RULE = Exclusion(
    id="impact-unknown",
    sources=("neason-2024",),
    check=check,
    label="no word on how hard they land",
    inference="leaving out what cannot be judged",
    concerns=lambda exercise: not exercise.impact_known,
    reads=nothing,
)
