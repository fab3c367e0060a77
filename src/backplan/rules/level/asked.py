"""Advanced only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory


def check(block: BlockHistory) -> bool:
    """A block rises to the intermediate level by itself, and to the advanced one only for a person who asked for it
    (`backplan init --only level`).
    """
    return not block.to_advanced or block.asked_level == "advanced"


RULE = LevelRule(
    id="level-asked",
    sources=("garber-2011",),
    check=check,
    inference="the whole rule: the source says only to build up step by step",
)
