"""Creep: whether pain has crept up over the last weeks, on waking or later in the day, by the rule on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from backplan.model.lately import Lately, PainWeek
from backplan.model.week import WEEK
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.alike import TIMES, DayPain, of_time, within
from backplan.rules.advice import creep


class Crept(NamedTuple):
    """Mean pain of the first of the weeks over which it crept up, and of the last, at a time of day in words."""

    first: float
    last: float
    when: str


def crept(pain: Mapping[date, DayPain], until: date) -> Crept | None:
    """Whether pain has crept up over the weeks that end before a date: at the time of day at which it rose most."""
    begins = [until - weeks * WEEK for weeks in range(creep.WEEKS, 0, -1)]
    found = []
    for time, when in TIMES.items():
        weeks = tuple(PainWeek(begin, *of_time(within(pain, begin), time)) for begin in begins)
        if creep.check(Lately(pain=weeks)):
            found.append(Crept(weeks[0].mean, weeks[-1].mean, when))
    return max(found, key=lambda each: each.last - each.first, default=None)
