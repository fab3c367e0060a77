"""A normal week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone


DAYS = 7  # after the last day of a flare, those of coming back from it among them


def check(block: BlockDone) -> bool:
    """Nothing grows in a flare or while coming back from one, or on a day 2 above the usual; nor in a week that begins
    within seven days of all that: what had rested is first done as it was. Where the flare began on the worse day
    after one far beyond the plan (rule spike), the sessions did not bring it: as soon as it is over, a week takes steps
    at the slow pace.
    """
    return block.calm


RULE = GrowthRule(id="growth-calm", sources=("costa-2022",), check=check, inference="the whole rule")
