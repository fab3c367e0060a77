"""A week gone by since a new sign, or a change of health, was cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone


def check(block: BlockDone) -> bool:
    """No block grows in a week that begins within seven days of a new sign or a change of health, or of the clearance
    that knows of it: what was allowed again is done first as it was.
    """
    return not block.sign


RULE = GrowthRule(
    id="growth-sign",
    sources=("warburton-2011",),
    check=check,
    inference="the whole rule; the source asks for a new clearance after a change of health",
)
