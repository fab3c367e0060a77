"""No harder level under high pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.pain.high import HIGH
from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory


def check(block: BlockHistory) -> bool:
    """No level rises while the usual pain is 6 or more, however steady, unless a clinician has accepted it: doses go on
    growing, slowly.
    """
    return block.usual < HIGH or block.high_ok


RULE = LevelRule(
    id="level-high-pain",
    sources=("boonstra-2016", "smith-2017"),
    check=check,
    inference="the whole rule: the sources give only what counts as moderate pain, and that some pain is no barrier",
)
