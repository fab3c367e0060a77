"""Coming back after days without a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import RampRule

if TYPE_CHECKING:
    from backplan.model.aftermath import WeekDone

SHORT_GAP, LONG_GAP = 8, 15  # days
AFTER_SHORT, AFTER_LONG = 80, 50  # percent
LEAST_MINUTES = 5


def adjust(step: int, week: WeekDone) -> int:
    """After 8 to 14 days without a session, aerobic sessions begin again at four fifths; after longer, at half."""
    if week.gap_days is None or week.gap_days < SHORT_GAP:
        return step
    percent = AFTER_SHORT if week.gap_days < LONG_GAP else AFTER_LONG
    return max(LEAST_MINUTES, step * percent // 100)


RULE = RampRule(id="gap-restart", sources=("garber-2011",), adjust=adjust, inference="the whole rule: days and shares")
