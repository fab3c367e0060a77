"""Minutes before harder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

WEEKS, MINUTES = 2, 60


def check(block: BlockHistory) -> bool:
    """Aerobic work gets longer before it gets harder: its level rises only after two weeks with 60 minutes of it or
    more.
    """
    return block.kind != "aerobic" or block.whole_weeks >= WEEKS


RULE = LevelRule(
    id="level-whole",
    sources=("garber-2011",),
    check=check,
    inference="two weeks and 60 minutes; that length comes before effort was seen on a secondary page",
)
