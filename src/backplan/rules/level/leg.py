"""Pain no further down the leg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory


def check(block: BlockHistory) -> bool:
    """No level rises while pain goes further down the leg than it did at the start."""
    return not block.leg_down


RULE = LevelRule(
    id="level-leg",
    sources=("may-2018",),
    check=check,
    inference="the whole rule; the source watches where pain moves to while one exercises",
)
