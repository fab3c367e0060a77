"""No new sign of late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory


def check(block: BlockHistory) -> bool:
    """No level rises in a week that begins within seven days of a new sign or a change of health, or of the clearance
    that knows of it.
    """
    return not block.sign


RULE = LevelRule(
    id="level-sign",
    sources=("warburton-2011",),
    check=check,
    inference="the whole rule; the source asks for a new clearance after a change of health",
)
