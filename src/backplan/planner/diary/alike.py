"""Alike: pain of two spans of days, held against each other by the time of day. Many backs are easier on waking than
later, so a week of mornings beside a week of sessions says nothing of how pain has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from backplan.model.diary import LogEntry
from backplan.model.outcome import ENOUGH_DAYS
from backplan.model.week import WEEK
from backplan.named_tuple import NamedTuple


class DayPain(NamedTuple):
    """The pain 0-10 noted on a day: on waking, and later in the day."""

    waking: tuple[int, ...] = ()
    later: tuple[int, ...] = ()

    @property
    def mean(self) -> float:
        """Mean pain of the day, whenever it was noted."""
        return _mean((*self.waking, *self.later))


TIMES: Mapping[str, str] = {"waking": "on waking", "later": "later in the day"}  # the fields of a day, in words


class Span(NamedTuple):
    """Mean pain of a span, and the days that it is known of, as far as another span tells of the same times of day."""

    mean: float = 0.0
    days: int = 0


class Risen(NamedTuple):
    """Two spans, the earlier first, and the time of day in words that both are of; "" for all of it."""

    before: Span
    now: Span
    when: str = ""

    @property
    def points(self) -> float:
        """How far pain rose."""
        return self.now.mean - self.before.mean


def pain_of_days(entries: Iterable[LogEntry]) -> dict[date, DayPain]:
    """What was noted of pain by day, in order."""
    found = defaultdict[date, tuple[list[int], list[int]]](lambda: ([], []))
    for entry in entries:
        if entry.pain is not None:
            found[entry.on][entry.kind != "morning"].append(entry.pain)
    return {on: DayPain(tuple(waking), tuple(later)) for on, (waking, later) in sorted(found.items())}


def within(pain: Mapping[date, DayPain], begin: date) -> list[DayPain]:
    """What is known of the seven days from one on."""
    days = (begin + timedelta(days=number) for number in range(WEEK.days))
    return [pain[day] for day in days if day in pain]


def alike(one: Sequence[DayPain], other: Sequence[DayPain]) -> tuple[Span, Span]:
    """Two spans as they compare: waking with waking, and the rest of the day with the rest. A time of day counts by the
    days that both know of it; one that only one of them knows does not count.
    """
    weights = [(time, min(of_time(one, time).days, of_time(other, time).days)) for time in TIMES]
    shared = [(name, weight) for name, weight in weights if weight]
    return _span(one, shared), _span(other, shared)


def most_risen(before: Sequence[DayPain], now: Sequence[DayPain]) -> Risen:
    """Two spans as they compare, at the time of day at which pain rose most, of those that enough is known of: a back
    that wakes as ever does not hide what the days do to it.
    """
    apart = (Risen(of_time(before, time), of_time(now, time), when) for time, when in TIMES.items())
    enough = [each for each in apart if min(each.before.days, each.now.days) >= ENOUGH_DAYS]
    both = Risen(*alike(before, now))
    return max((both, *enough), key=lambda each: each.points) if len(enough) == len(TIMES) else both


def of_time(days: Sequence[DayPain], time: str) -> Span:
    """A span at one time of day, each day counting as one."""
    means = [_mean(noted) for day in days if (noted := getattr(day, time))]
    return Span(_mean(means), len(means)) if means else Span()


def _span(days: Sequence[DayPain], shared: Sequence[tuple[str, int]]) -> Span:
    noted_days = [day for day in days if any(getattr(day, name) for name, _ in shared)]
    if not noted_days:
        return Span()
    whole = sum(weight for _, weight in shared)
    return Span(sum(weight * of_time(days, name).mean for name, weight in shared) / whole, len(noted_days))


def _mean(scores: Sequence[float]) -> float:
    return sum(scores) / len(scores)
