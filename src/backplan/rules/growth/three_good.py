"""Three good sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone

SESSIONS = 3
DAYS = 7


def check(block: BlockDone) -> bool:
    """A block grows after three good sessions in a row over at least seven days."""
    last = block.verdicts[-SESSIONS:]
    good = all(verdict in ("green", "amber-ok") for verdict in last)
    return len(last) == SESSIONS and good and block.days >= DAYS


RULE = GrowthRule(
    id="growth-three",
    sources=("silbernagel-2007", "garber-2011"),
    check=check,
    inference="three sessions and seven days",
)
