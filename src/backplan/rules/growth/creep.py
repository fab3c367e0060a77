"""Pain that has not crept up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone


def check(block: BlockDone) -> bool:
    """No block grows while pain has crept up over the last four weeks (rule creep): not until a week is no worse than
    that.
    """
    return not block.crept


RULE = GrowthRule(
    id="growth-creep",
    sources=("silbernagel-2007",),
    check=check,
    inference="the whole rule; the source asks that pain does not rise from week to week, and was made for tendons",
)
