"""The safety questions answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

DAYS = 28


def check(block: BlockHistory) -> bool:
    """To the advanced level a block rises only when the safety questions were answered in the last four weeks."""
    return not block.to_advanced or block.screened_days < DAYS


RULE = LevelRule(
    id="level-screened",
    sources=("finucane-2020",),
    check=check,
    inference="four weeks; the source says only that signs are to be looked for",
)
