"""Problem: one week to lay out, as values: what each day may hold, what is asked and allowed, and what came before."""

from typing import NamedTuple

from backplan.planner.day.option import Option
from backplan.planner.diary.done import DayBefore, Habit

DAYS_IN_A_ROW = 3


class Asks(NamedTuple):
    """What the days left should still hold, after what was done; each at least 0. Minutes for ``aerobic_minutes``."""

    active_floor: int
    core_floor: int
    aerobic_minutes: int
    aerobic_floor: int
    strength_floor: int
    core: int
    water: int
    strength: int
    aerobic: int
    active: int
    rest: int


class Limits(NamedTuple):
    """The most the days left may hold, after what was done."""

    core: int = 3
    strength: int = 2
    water: int = 2
    full: int = 5


class Wanted(NamedTuple):
    """A prescribed exercise, the days it should still stand on, and the most days it may."""

    exercise: str
    days: int
    most: int = 7


class Problem(NamedTuple):
    """One week to lay out: each day's options (rest first), what is asked, what is allowed, and what came before."""

    days: tuple[tuple[Option, ...], ...]
    asks: Asks
    limits: Limits = Limits()
    day_before: DayBefore = DayBefore()
    aerobic_step: int = 10
    habit: tuple[Habit | None, ...] = ()  # for each day what it held last week; empty or None where nothing is known
    wanted: tuple[Wanted, ...] = ()
