"""Done: what was done this week, on which days, and what the day before the plan held."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from backplan.model.diary import LogEntry, sessions_by_day
from backplan.model.week import ACTIVE_FROM, Day, Week

EASY_DAY = 20  # minutes; a day over it is not easy

# Whether a day held anything, core, strength, and the pool.
Habit = tuple[bool, bool, bool, bool]


class DoneSoFar(NamedTuple):
    """What was done this week before the first day to plan, in days, sessions and aerobic minutes.

    ``full`` are aerobic sessions of the whole length.
    """

    active: int = 0
    core: int = 0
    strength: int = 0
    water: int = 0
    full: int = 0
    minutes: int = 0
    stretch: int = 0

    @property
    def limited(self) -> tuple[int, int, int, int]:
        """Core, strength, water and full aerobic sessions, in the order of the layout's limits."""
        return self.core, self.strength, self.water, self.full


class DayBefore(NamedTuple):
    """What the day before the first to plan held (``trunk``: any core work, prescribed exercises by themselves too),
    and how many days over 20 minutes end with it in a row.
    """

    core: bool = False
    strength: bool = False
    water: bool = False
    in_a_row: int = 0
    trunk: bool = False


def done_so_far(
    shown: Week | None, entries: Sequence[LogEntry], starts: date, until: date, aerobic_step: int
) -> DoneSoFar:
    """What the diary says was done in a week up to a day. Part of a session counts its minutes by half.

    ``aerobic_step`` are the minutes from which aerobic work is a whole session.
    """
    within = [entry for entry in entries if starts <= entry.on <= until]
    active: set[date] = set()
    counts = {"core": 0, "strength": 0, "water": 0, "full": 0, "minutes": 0, "stretch": 0}
    for entry in within:
        if entry.kind == "activity" and entry.minutes:
            counts["minutes"] += entry.minutes
            counts["full"] += entry.minutes >= aerobic_step
            active |= {entry.on} if entry.minutes >= ACTIVE_FROM else set()
    for planned, entry in sessions_by_day(within).items():
        day = shown.day(planned) if shown else None
        if day and entry.done != "no":
            active |= {entry.on} if day.active else set()
            _count(counts, day, entry.done != "part", aerobic_step)
    return DoneSoFar(len(active), **counts)


def _count(counts: dict[str, int], day: Day, whole: bool, aerobic_step: int) -> None:
    minutes = day.aerobic_minutes
    counts["minutes"] += minutes if whole else minutes // 2
    if whole:
        kinds = day.kinds
        counts["core"] += "core" in kinds
        counts["strength"] += "strength" in kinds
        counts["stretch"] += day.stretched
        counts["full"] += minutes >= aerobic_step
        counts["water"] += day.at_pool


def whole_sessions(week: Week, done: Collection[date], minutes: int) -> list[date]:
    """The days of a week that were done and held at least so many aerobic minutes."""
    return [day.on for day in week.days if day.on in done and day.aerobic_minutes >= minutes]


def days_done(shown: Week | None, entries: Sequence[LogEntry], starts: date, until: date) -> Counter[str]:
    """On how many days of a week, up to a day, each exercise was done, as the diary says."""
    planned = {e.planned for e in entries if e.kind == "session" and e.done != "no" and starts <= e.on <= until}
    days = [day for on in planned if shown and (day := shown.day(on))]
    return Counter(key for day in days for key in day.exercises)


def habit_of(day: Day | None) -> Habit | None:
    """Whether a day held anything, core, strength, and the pool; None for a day that was not planned."""
    if day is None or not day.planned:
        return None
    kinds = day.kinds
    return day.active, "core" in kinds, "strength" in kinds, day.at_pool


def day_before(weeks: Sequence[Week], entries: Sequence[LogEntry], yesterday: date) -> DayBefore:
    """What the day before the first to plan held, as planned unless the diary says it was not done, or done another
    day.
    """
    sessions = [entry for entry in entries if entry.kind == "session"]
    gone = {entry.planned for entry in sessions if entry.done == "no" or entry.of}
    known = {day.on: day for week in weeks for day in week.days}
    days = {on: day for on, day in known.items() if on not in gone}
    days |= {e.on: known[e.planned] for e in sessions if e.of and e.done != "no" and e.planned in known}
    day = days.get(yesterday)
    kinds = day.kinds if day else frozenset()
    row, back = 0, yesterday
    while (long := days.get(back)) is not None and long.minutes > EASY_DAY:
        row, back = row + 1, back - timedelta(days=1)
    pool = day is not None and day.at_pool
    trunk = day is not None and any(block.kind == "core" for block in day.blocks())
    return DayBefore("core" in kinds, "strength" in kinds, pool, row, trunk)
