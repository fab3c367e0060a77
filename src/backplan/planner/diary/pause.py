"""Pause: days on which nothing is asked, for a holiday, an illness, or any reason of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from backplan.model.diary import LogEntry

NO_WORD = "a pause"


def paused(entries: Sequence[LogEntry], days: Sequence[date]) -> dict[date, str]:
    """The paused days among some, each with the reason that was given."""
    found: dict[date, str] = {}
    for entry in entries:
        if entry.kind == "pause" and entry.until is not None:
            last = date.fromisoformat(entry.until)
            found |= {day: entry.why or NO_WORD for day in days if entry.on <= day <= last}
    return found
