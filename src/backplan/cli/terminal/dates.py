"""Days as people write them: a date, today, yesterday, mon, -2d, several weekdays, or a whole week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from backplan.cli.terminal import environment
from backplan.errors import UsageError
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.week import monday

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PAIR = 2  # days of a move
SHORTEST = 3  # letters of a weekday's name
EARLIEST = 1900  # a year in which something that is told here may have been


def day(text: str, flag: str) -> date:
    """A date as people write it: 2026-11-20, today, yesterday, mon (the last one), -2d. Raises UsageError."""
    word, now = text.strip().lower(), environment.today()
    if word in ("today", "yesterday"):
        return now - timedelta(days=word == "yesterday")
    if (named := weekday(word)) is not None:
        return now - timedelta(days=(now.weekday() - WEEKDAYS.index(named)) % 7)
    if back := re.fullmatch(r"-?(\d{1,4})d", word):
        return now - timedelta(days=int(back.group(1)))
    try:
        found = date.fromisoformat(word) if len(word) == len("2026-11-23") else None
    except ValueError:
        found = None
    if found is None:
        raise UsageError(f"{flag} {text}: write a date like 2026-11-20, today, yesterday, mon or -2d")
    if not EARLIEST <= found.year < environment.YEARS.stop:
        raise UsageError(f"{flag} {text}: years from {EARLIEST} to {environment.YEARS.stop - 1} are understood")
    return found


def past_day(text: str, flag: str) -> date:
    """A date that is not in the future. Raises UsageError."""
    found = day(text, flag)
    if found > environment.today():
        raise UsageError(f"{flag} {text}: {found} is still to come; only what has happened can be recorded")
    return found


def weekday(word: str) -> Weekday | None:
    """The day a word names, from three letters on: mon, tues, thurs, sunday; None for any other word."""
    if len(word) < SHORTEST:
        return None
    return next((day for day, name in zip(WEEKDAYS, NAMES, strict=True) if name.startswith(word)), None)


def near(word: str) -> Weekday | None:
    """The weekday of yesterday, today or tomorrow; None for any other word, and where it lies in another week."""
    ahead = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(word.lower())
    now = environment.today().weekday()
    return None if ahead is None or now + ahead not in range(7) else WEEKDAYS[now + ahead]


def weekdays(text: str) -> tuple[Weekday, ...] | None:
    """Days like `mon,thu` in the order of the week; None for nothing. Raises UsageError."""
    named = [part for part in re.split(r"[,\s]+", text.lower().strip()) if part]
    wrong = [part for part in named if weekday(part) is None]
    if wrong:
        raise UsageError(f"--days {text}: {', '.join(wrong)} is no day; write mon, tue, wed, thu, fri, sat or sun")
    return tuple(day for day in WEEKDAYS if day in {weekday(part) for part in named}) or None


def moves(said: Sequence[str]) -> tuple[tuple[Weekday, Weekday], ...]:
    """Days and where their sessions go, each like `tue=wed`. Raises UsageError."""
    found = [[weekday(part.strip().lower()) for part in text.split("=")] for text in said]
    for text, pair in zip(said, found, strict=True):
        if len(pair) != PAIR or None in pair or pair[0] == pair[1]:
            raise UsageError(f"--move {text}: write the day and where it goes, like tue=wed")
    return tuple((old, new) for old, new in found if old and new)


def week(text: str) -> date:
    """The Monday of a week as people write it: this, next, last, or 2026-W48. Raises UsageError."""
    word = text.lower()
    if word in ("this", "next", "last"):
        return monday(environment.today()) + timedelta(days={"this": 0, "next": 7, "last": -7}[word])
    if found := re.fullmatch(r"(\d{4})-?w(\d{1,2})", word):
        try:
            return date.fromisocalendar(int(found.group(1)), int(found.group(2)), 1)
        except ValueError:
            pass
    raise UsageError(f"week {text}: write this, next, last, a week like 2026-W48, or a day of this week like tue")
