"""How hard it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone

HARD = 8
EASY, SESSIONS = 3, 2


def check(block: BlockDone) -> bool:
    """A block whose last session was hard, 8 or more of 10, stays as it is; after two sessions running at 3 or less,
    all good, its next step may skip one.
    """
    return block.effort is None or block.effort < HARD


RULE = GrowthRule(
    id="growth-effort",
    sources=("acsm-2026",),
    check=check,
    inference="the figures; the source says that failure is not needed",
)
