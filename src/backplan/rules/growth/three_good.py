"""Three sessions without a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.verdict import NO_WARNING
from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone

SESSIONS = 3
DAYS = 7


def check(block: BlockDone) -> bool:
    """A block grows after three sessions done over at least seven days, none of them too much, and all good that
    anything is known of; one of which the whole block was left out is none of them.
    """
    last = block.verdicts[-SESSIONS:]
    return len(last) == SESSIONS and NO_WARNING.issuperset(last) and block.days >= DAYS


RULE = GrowthRule(
    id="growth-three",
    sources=("lindstrom-1992", "silbernagel-2007", "garber-2011"),
    check=check,
    inference="three sessions and seven days",
)
