"""Coming back after days without a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import RampRule

if TYPE_CHECKING:
    from backplan.model.outcome import WeekDone

SHORT_GAP, LONG_GAP, NEW_START = 8, 15, 29  # days
AFTER_SHORT, AFTER_LONG = 80, 50  # percent
LEAST_MINUTES = 5


def adjust(step: int, week: WeekDone) -> int:
    """After 8 to 14 days without a session, aerobic sessions and doses begin again at four fifths of what they were;
    after 15 to 28 days, at half; after longer, where they began at the very start, and the safety questions should be
    answered anew. Never below the start.
    """
    percent = percent_after(week.gap_days)
    if percent == 100:
        return step
    return min(step, max(LEAST_MINUTES, week.start, step * (percent or 0) // 100))


def percent_after(gap_days: int | None) -> int | None:
    """What is left of a dose after so many days, in percent; None for a new start."""
    if gap_days is None or gap_days < SHORT_GAP:
        return 100
    if gap_days < LONG_GAP:
        return AFTER_SHORT
    return AFTER_LONG if gap_days < NEW_START else None


RULE = RampRule(id="gap-restart", sources=("garber-2011",), adjust=adjust, inference="the whole rule: days and shares")
