"""Asked on: the days of a week on which a prescribed exercise may stand, where not all of them will do."""

from __future__ import annotations

from datetime import date, timedelta

from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Week
from backplan.planner.screen.days import Days

A_DAY = timedelta(days=1)


def kept_off(days: Days, day: date) -> frozenset[str]:
    """The prescribed exercises that may not stand on a day: past their last day, asked for on other days of the week,
    or done the day before where they were asked for every other day.
    """
    return frozenset(e.exercise for e in days.prescription.added if e.exercise and not _may_stand(days, e, day))


def elsewhere(days: Days, day: date) -> frozenset[str]:
    """The exercises among these that were asked for on other days than this one."""
    certain = {item.exercise for item in days.prescription.added if item.days or item.alternate}
    return kept_off(days, day) & certain


def days_open(days: Days, item: Prescribed) -> int:
    """How many days of the week an exercise had not had its last day by."""
    return sum(item.until is None or day <= item.until for day in days.every)


def days_left(days: Days, item: Prescribed) -> int | None:
    """On how many of the days to plan an exercise should stand that was asked for on certain days; None of any
    other.
    """
    if not item.days and not item.alternate:
        return None
    return sum(_may_stand(days, item, day) for day in days.dates if day not in days.off)


def _may_stand(days: Days, item: Prescribed, day: date) -> bool:
    over = item.until is not None and item.until < day
    named = not item.days or WEEKDAYS[day.weekday()] in item.days
    return not over and named and (not item.alternate or day in _every_other(days, item.exercise or ""))


def _every_other(days: Days, exercise: str) -> frozenset[date]:
    """The days of a week that hold an exercise which never stands on two days running: the first that was offered, and
    then each as soon as it may, counted on from the days gone.
    """
    found: set[date] = set()
    weeks = (*days.earlier, *([days.shown] if days.shown else []))
    offered = set(days.offered(days.person))
    for day in days.every:
        before = day - A_DAY in found or (day - A_DAY < days.first and _held(weeks, day - A_DAY, exercise))
        held = _held(weeks, day, exercise) if day < days.first else day in offered and not before
        found |= {day} if held else set()
    return frozenset(found)


def _held(weeks: tuple[Week, ...], on: date, exercise: str) -> bool:
    """Whether a day held an exercise as it was last shown."""
    day = next((day for week in reversed(weeks) if (day := week.day(on)) is not None), None)
    return day is not None and exercise in day.exercises
