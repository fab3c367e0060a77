"""Problem: one week to lay out, as values: what each day may hold, what totals are worth, and what came before."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from backplan.model.week import Totals
from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.diary.done import DayBefore, Fullest, Habit

T = TypeVar("T")
Made = TypeVar("Made")


def each_once(those: Sequence[T], make: Callable[[T], Made]) -> list[Made]:
    """What is made of each of those, once for those that are one and the same."""
    kept: dict[int, Made] = {}
    for each in those:
        if id(each) not in kept:
            kept[id(each)] = make(each)
    return [kept[id(each)] for each in those]


class Worth(NamedTuple):
    """What the totals of a week are worth, in hundredths of points: for each part the points of each total from nothing
    up, concave; a total beyond the last counts as the last.
    """

    aerobic: Sequence[int] = (0,)
    core: Sequence[int] = (0,)
    more: Sequence[int] = (0,)
    strength: Sequence[int] = (0,)
    water: Sequence[int] = (0,)
    balance: Sequence[int] = (0,)


class Wanted(NamedTuple):
    """A prescribed exercise, the days it should still stand on, and the most days it may; ``through_the_day``: it is
    done on days that lack it, too, so that others come first.
    """

    exercise: str
    days: int
    most: int = 7
    through_the_day: bool = False


class Problem(NamedTuple):
    """One week to lay out: each day's options (rest first), what totals are worth, what was done, what came before.

    The last day is a Sunday; ``strength_first`` says whether the week's Monday is gone and held strength, ``rest``
    whether a rest day is still asked for, ``spread`` whether active days had better not be neighbours, ``fullest`` what
    each had better not exceed.
    """

    days: tuple[tuple[Option, ...], ...]
    worth: Worth = Worth()
    prices: Totals = Totals()  # of a unit of each part, for the search to begin with
    done: Totals = Totals()
    day_before: DayBefore = DayBefore()
    habit: tuple[Habit | None, ...] = ()  # for each day what it held last week; empty or None where nothing is known
    wanted: tuple[Wanted, ...] = ()
    strength_first: bool = False
    rest: bool = True
    spread: bool = False
    fullest: Fullest | None = None
