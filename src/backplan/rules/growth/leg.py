"""Pain no further down the leg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone


def check(block: BlockDone) -> bool:
    """No block grows while pain goes further down the leg than it did at the start. What somebody's own words may tell
    of it holds until they say how far it goes.
    """
    return not block.leg_down


RULE = GrowthRule(
    id="growth-leg",
    sources=("may-2018",),
    check=check,
    inference="that the whole plan waits; the source watches where pain moves to while one exercises",
)
