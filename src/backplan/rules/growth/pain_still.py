"""Pain that does not rise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.outcome import ENOUGH_DAYS
from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone

RISE = 1


def check(block: BlockDone) -> bool:
    """A block grows only while the mean pain of seven days is not 1 or more above that of the seven days before, waking
    held against waking and the rest of the day against the rest; fewer than three days with such an entry in either
    seven days say nothing.
    """
    return block.pain_rise < RISE or block.pain_days < ENOUGH_DAYS


RULE = GrowthRule(
    id="growth-pain",
    sources=("silbernagel-2007",),
    check=check,
    inference="the figure, and like with like; the week-to-week rule was made for tendons",
)
