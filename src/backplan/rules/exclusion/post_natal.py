"""The front of the trunk after a birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """After a birth, leave out what presses hard on the front of the trunk and the pelvic floor, such as curl-ups,
    planks, lowering both legs, heavy weights and jolts, and all core work above the first level, until a clearance
    given at six weeks or later; after a caesarean, at twelve weeks or later.
    """
    if "post-natal" not in case.tags:
        return None
    if "post-natal" in exercise.contraindications:
        return (
            "it presses hard on your belly and pelvic floor, which waits until you are cleared for it after the birth"
        )
    if exercise.block == "core" and exercise.level != "basic" and exercise.id not in case.prescribed:
        return "after a birth core work begins at the first level, until you are cleared for more"
    return None


RULE = Exclusion(
    id="post-natal",
    sources=("davenport-2025",),
    check=check,
    about=("post-natal",),
    label="not cleared yet after the birth",
    inference="the whole list and the weeks; the guideline says light work first, and a caesarean heals for longer",
)
