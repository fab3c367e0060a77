"""The slow pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone

PERCENT = 10  # of the aerobic minutes


def check(block: BlockDone) -> bool:
    """Where nothing is known of how sessions went, and where pain is high and steady, a block takes a step every other
    week: one exercise, or a tenth of the aerobic minutes.
    """
    return block.turn or not block.slow


RULE = GrowthRule(
    id="growth-slow",
    sources=("lindstrom-1992", "hartigan-2000"),
    check=check,
    inference="the figures; in the sources exercise grew by quotas set beforehand",
)
