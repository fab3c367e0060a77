"""A normal week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone


def check(block: BlockDone) -> bool:
    """Nothing grows in a flare or while coming back from one, or on a day 2 above the usual."""
    return block.calm


RULE = GrowthRule(id="growth-calm", sources=("costa-2022",), check=check, inference="the whole rule")
