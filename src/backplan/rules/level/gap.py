"""A week gone by since coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory


def check(block: BlockHistory) -> bool:
    """No level rises in a week that begins with, or less than seven days after, coming back from eight days or more
    without a session (rule gap-restart).
    """
    return not block.back


RULE = LevelRule(id="level-gap", sources=("garber-2011",), check=check, inference="the whole rule")
