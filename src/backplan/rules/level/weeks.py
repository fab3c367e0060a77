"""Four weeks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

WEEKS = 4


def check(block: BlockHistory) -> bool:
    """A block stays at a level for at least four weeks of the plan before it rises."""
    return block.weeks >= WEEKS


RULE = LevelRule(
    id="level-weeks",
    sources=("garber-2011",),
    check=check,
    inference="four weeks",
)
