"""Most of it done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone

ENOUGH = 50  # percent


def check(block: BlockDone) -> bool:
    """A block grows only when at least half of last week's sessions were done whole, or half of those that held it, and
    one that held it at least.
    """
    return block.done_percent >= ENOUGH


RULE = GrowthRule(
    id="growth-done", sources=("garber-2011",), check=check, inference="half; that part of a session is not all of it"
)
