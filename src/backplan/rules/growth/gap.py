"""A week gone by since coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone


def check(block: BlockDone) -> bool:
    """No block grows in a week that begins with, or less than seven days after, coming back from eight days or more
    without a session (rule gap-restart): what was done before is first done again.
    """
    return not block.back


RULE = GrowthRule(id="growth-gap", sources=("garber-2011",), check=check, inference="the whole rule")
