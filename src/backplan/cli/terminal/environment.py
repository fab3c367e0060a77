"""What the commands take from around them: today's date, the data folder, and whether a person sits at the terminal."""

from __future__ import annotations

import os
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from backplan.errors import UsageError
from backplan.model.vocabulary import WEEKDAYS, Weekday

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace

DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST_DAY = 3
YEARS = range(1970, 2900)


def today() -> date:
    """Today's local date, or the one BACKPLAN_TODAY names."""
    given = os.environ.get("BACKPLAN_TODAY")
    if not given:
        return date.today()
    try:
        found = date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"BACKPLAN_TODAY is {given!r}; it must be a date like 2026-11-23") from None
    if found.year not in YEARS:
        raise UsageError(f"BACKPLAN_TODAY is {given}; years from {YEARS.start} to {YEARS.stop - 1} are understood")
    return found


def home() -> Path:
    """The one folder of a person's data: BACKPLAN_HOME, else the platform's own data folder."""
    if (given := _given_home()) is not None:
        return given
    from platformdirs import user_data_path

    return user_data_path("backplan", appauthor=False)


def _given_home() -> Path | None:
    given = os.environ.get("BACKPLAN_HOME")
    try:
        return Path(given).expanduser() if given else None
    except RuntimeError:
        raise UsageError(f"BACKPLAN_HOME is {given}, and there is no such user here") from None


def cache() -> Path:
    """Where the checked library is kept for speed; it holds nothing of the person and may be deleted at any time."""
    if (given := _given_home()) is not None:
        return given / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("backplan", appauthor=False)


def workspace() -> Workspace:
    """Where this command works."""
    from backplan.actions.workspace import Workspace

    return Workspace(today(), home(), cache())


def at_terminal() -> bool:
    """Whether somebody can answer a prompt."""
    return sys.stdin is not None and sys.stdin.isatty()


def day(text: str, flag: str) -> date:
    """A date as people write it: 2026-11-20, today, yesterday, mon (the last one), -2d. Raises UsageError."""
    word, now = text.strip().lower(), today()
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
    return found


def weekday(word: str) -> Weekday | None:
    """The day a word names, from three letters on: mon, tues, thurs, sunday; None for any other word."""
    if len(word) < SHORTEST_DAY:
        return None
    return next((day for day, name in zip(WEEKDAYS, DAY_NAMES, strict=True) if name.startswith(word)), None)


def past_day(text: str, flag: str) -> date:
    """A date that is not in the future. Raises UsageError."""
    found = day(text, flag)
    if found > today():
        raise UsageError(f"{flag} {text}: {found} is still to come; only what has happened can be recorded")
    return found
