"""Good sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

OF_LAST, GOOD, LATELY = 10, 8, 3


def check(block: BlockHistory) -> bool:
    """A level rises only when at least eight of the last ten sessions of the block were good ones, and none of the last
    three was too much."""
    last = block.verdicts[-OF_LAST:]
    if "regress" in block.verdicts[-LATELY:]:
        return False
    return sum(verdict in ("green", "amber-ok") for verdict in last) >= GOOD


RULE = LevelRule(
    id="level-good",
    sources=("silbernagel-2007", "garber-2011"),
    check=check,
    inference="eight of ten, and three",
)
