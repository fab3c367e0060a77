"""When enough is known to speak of a change at all: both rooms ask here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.outcome import ENOUGH_DAYS

if TYPE_CHECKING:
    from backplan.model.outcome import PainChange, SevenDays


def enough(*weeks: SevenDays) -> bool:
    """Whether each of these seven days holds enough entries; never one alone."""
    return all(week.days >= ENOUGH_DAYS for week in weeks)


def comparable(change: PainChange) -> bool:
    """Whether the first and the last seven days may be compared."""
    return enough(change.first, change.last)
