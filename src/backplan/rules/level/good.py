"""Good sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.aftermath import BlockSoFar

OF_LAST, GOOD = 10, 8


def check(block: BlockSoFar) -> bool:
    """A level rises only when at least eight of the last ten sessions of the block were good ones."""
    last = block.verdicts[-OF_LAST:]
    return sum(verdict in ("green", "amber-ok") for verdict in last) >= GOOD


RULE = LevelRule(
    id="level-good",
    sources=("silbernagel-2007", "garber-2011"),
    check=check,
    inference="eight of ten",
)
