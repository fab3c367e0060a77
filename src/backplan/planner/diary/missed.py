"""Missed: sessions that were let go, or passed over in the diary, and what becomes of them; sessions done on another
day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from backplan.model.diary import LogEntry, sessions_by_day
from backplan.model.told import Change
from backplan.model.vocabulary import BlockKind
from backplan.model.week import Day, Week

PART_NAMES: Mapping[BlockKind, str] = {"core": "core", "strength": "strength", "aerobic": "aerobic work"}


def missed_days(days: Sequence[Day], entries: Sequence[LogEntry], today: date) -> tuple[date, ...]:
    """The days up to today whose session was let go, or has no word while a later one has: somebody who notes nothing
    at all is not taken to have missed anything. ``days`` are those of one week, as shown or as laid out.
    """
    words = sessions_by_day(entries)
    latest = max((on for on in words if on <= today), default=days[0].on)
    planned = [day.on for day in days if day.sessions and day.pause is None and day.on <= today]
    return tuple(on for on in planned if (words[on].done == "no" if on in words else on < latest))


def done_ahead(week: Week, entries: Sequence[LogEntry], today: date) -> tuple[date, ...]:
    """The days of a week after today whose session was done already."""
    moved = {entry.planned for entry in entries if entry.kind == "session" and entry.of and entry.done != "no"}
    return tuple(day.on for day in week.days if day.on in moved and day.on > today)


def day_meant(week: Week, entries: Sequence[LogEntry], on: date, *, by_name: bool = False) -> date | None:
    """The day whose session was done on a day that had none of its own: the last one before it that was not done, else
    the next one. None where the day has its own, or none is open; nor where it holds what is done every day, which is
    meant first, unless a session was told of ``by_name``.
    """
    own = week.day(on)
    if own is None or not own.planned or own.sessions or own.pause is not None or (own.daily and not by_name):
        return None
    done = {entry.planned for entry in entries if entry.kind == "session" and entry.done != "no"}
    opened = [day.on for day in week.days if day.sessions and day.on not in done]
    before = [day for day in opened if day < on]
    return before[-1] if before else next((day for day in opened if day > on), None)


def without_word(week: Week, entries: Sequence[LogEntry], on: date) -> bool:
    """Whether nothing is noted of a day's planned session."""
    day = week.day(on)
    noted = any(entry.kind == "session" and entry.planned == on for entry in entries)
    return day is not None and bool(day.sessions) and day.pause is None and not noted


def what_became_of(
    newly: Collection[date], entries: Sequence[LogEntry], before: Week, days: Sequence[Day], first: date
) -> tuple[Change, ...]:
    """One change a missed session: where its parts went, or that it is let go."""
    words = sessions_by_day(entries)
    gained = _gained(before, [day for day in days if day.on >= first])
    found = []
    for on in sorted(newly):
        day = before.day(on)
        kinds = [kind for kind in PART_NAMES if day and kind in day.kinds]
        moved = [f"its {PART_NAMES[kind]} moves to {gained[kind].pop(0):%A}" for kind in kinds if gained.get(kind)]
        head = f"{on:%A}'s session was not done, and that is fine"
        if on not in words:
            head = (
                f"Nothing is noted of {on:%A}'s session, so it counts as not done (`backplan log --on {on}` mends it)"
            )
        found.append(Change("missed", f"{head}: {', '.join(moved)}." if moved else f"{head}. {LET_GO}", on=on))
    return tuple(found)


LET_GO = "The week has no room for it, so it is let go; nothing piles up."


def _gained(before: Week, ahead: Iterable[Day]) -> dict[BlockKind, list[date]]:
    """The days ahead that hold a part they did not hold before."""
    found: dict[BlockKind, list[date]] = {}
    for day in ahead:
        old = before.day(day.on)
        had = old.kinds if old else frozenset()
        for kind in [kind for kind in PART_NAMES if kind in day.kinds]:
            if kind not in had:
                found.setdefault(kind, []).append(day.on)
    return found
