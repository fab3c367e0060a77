"""Most of it done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

ENOUGH = 75  # percent


def check(block: BlockHistory) -> bool:
    """A level rises only when at least three quarters of the sessions of the last four weeks were done whole."""
    return block.done_percent >= ENOUGH


RULE = LevelRule(
    id="level-done",
    sources=("garber-2011",),
    check=check,
    inference="three quarters",
)
