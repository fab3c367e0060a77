"""No flare lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

DAYS = 14


def check(block: BlockHistory) -> bool:
    """A level rises only when no day of the last fourteen was in a flare."""
    return block.calm_days is None or block.calm_days >= DAYS


RULE = LevelRule(
    id="level-calm",
    sources=("costa-2022",),
    check=check,
    inference="fourteen days",
)
