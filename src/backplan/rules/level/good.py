"""Good sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.verdict import GOOD as GOOD_ONES
from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

OF_LAST, GOOD, CALM_DAYS, SILENT_WEEKS = 10, 8, 14, 8


def check(block: BlockHistory) -> bool:
    """A level rises only when no session of the block was too much in fourteen days, and at least eight in ten were
    good of the last ten that anything is known of; where nothing is known, after eight weeks at the level.
    """
    if block.bad_days is not None and block.bad_days < CALM_DAYS:
        return False
    spoke = [verdict for verdict in block.verdicts if verdict != "unknown"][-OF_LAST:]
    if not spoke:
        return block.weeks >= SILENT_WEEKS
    return sum(verdict in GOOD_ONES for verdict in spoke) * OF_LAST >= GOOD * len(spoke)


RULE = LevelRule(
    id="level-good",
    sources=("silbernagel-2007", "garber-2011"),
    check=check,
    inference="eight of ten, fourteen days and eight weeks",
)
