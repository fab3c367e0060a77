"""Words: what a diary says of pain and the leg, to be looked up by day, however long the diary is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import Leg

SPEAKS = 2  # days after a session in which pain still speaks of it; our own inference


class Words:
    """The entries of a diary, in its order, read once."""

    def __init__(self, entries: Iterable[LogEntry]) -> None:
        self._first: dict[date, tuple[int, LogEntry]] = {}  # the first word on the pain of a day, and its place
        self._waking: dict[date, LogEntry] = {}  # the last word on the pain of a morning
        legs: list[tuple[date, int, Leg]] = []
        for place, entry in enumerate(entries):
            if entry.leg is not None:
                legs.append((entry.on, place, entry.leg))
            if entry.pain is not None:
                self._first.setdefault(entry.on, (place, entry))
                if entry.kind == "morning":
                    self._waking[entry.on] = entry
        self._leg_days, self._leg_words = _latest(sorted(legs, key=lambda word: word[0]))

    def after(self, on: date) -> LogEntry | None:
        """The entry that tells pain when next known after a day: of the next morning, else before the next session or
        whenever it was noted within two days.
        """
        days = [on + timedelta(days=number) for number in range(1, SPEAKS + 1)]
        if (waking := self._waking.get(days[0])) is not None:
            return waking
        _, entry = min((self._first[day] for day in days if day in self._first), default=(0, None))
        return entry

    def leg_before(self, on: date) -> Leg | None:
        """How far down the leg pain went when it was last told before a day; None where it never was."""
        number = bisect_left(self._leg_days, on)
        return self._leg_words[number - 1] if number else None


def _latest(legs: Iterable[tuple[date, int, Leg]]) -> tuple[list[date], list[Leg]]:
    """The days of words on the leg, in order, and the one that was noted last up to each."""
    days: list[date] = []
    words: list[Leg] = []
    last = -1
    for on, place, leg in legs:
        days.append(on)
        words.append(leg if place > last else words[-1])
        last = max(place, last)
    return days, words
