"""What a week keeps that is laid anew around a session that was not done."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.week import Day, DayBlock, GivenDose, Item, Session, Week
from backplan.planner.layout.as_shown import shown_with
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support.lives import work_of
from tests.support.people import ON, person
from tests.support.planned import exercises

DAY = timedelta(days=1)
OFFERED: tuple[tuple[int, tuple[Weekday, ...]], ...] = (
    (20, ("mon", "wed", "fri")),
    (30, ("mon", "wed", "fri", "sun")),
    (45, ("mon", "tue", "thu", "fri", "sat")),
    (15, WEEKDAYS),
)


def after_missing(first: Week, request: Request, many: int) -> Week:
    """The same week on the day after the first ``many`` sessions, all done but the last."""
    days = [day.on for day in first.days if day.sessions][:many]
    said = tuple(LogEntry(on, "session", "all" if on != days[-1] else "no") for on in days)
    today = days[-1] + DAY
    return make_week(request._replace(weeks=(first,), entries=(*request.entries, *said), today=today, around=True))


@pytest.mark.parametrize(("minutes", "days"), OFFERED)
@pytest.mark.parametrize("many", [1, 2])
def test_a_missed_session_takes_nothing_from_another_day(minutes: int, days: tuple[Weekday, ...], many: int) -> None:
    who = person(minutes=dict.fromkeys(days, minutes), equipment=("mat", "band"), aerobic_minutes=15)
    asked = Request(who, exercises(), ON, ON, began=ON - timedelta(weeks=7))
    first = make_week(asked)
    then = after_missing(first, asked, many)
    for old, new in zip(first.days, then.days, strict=True):
        if old.on in {day.on for day in then.days if day.planned}:
            assert work_of(old) <= work_of(new), old.on
    assert then.rungs == first.rungs
    assert then.programme == first.programme
    rests = [day.on for day in first.days if day.rest]
    assert all(not day.sessions for day in then.days if day.on in rests)


def test_a_day_that_cannot_stay_as_it_was_is_still_no_longer_than_the_longest() -> None:
    who = person(minutes={"mon": 20, "wed": 75, "fri": 75, "sat": 75}, equipment=("mat", "band"), aerobic_minutes=30)
    asked = Request(who, exercises(), ON, ON, began=ON - timedelta(weeks=7))
    first = make_week(asked)
    odd = [with_a_walk(day, 17) if day.on > ON + DAY and day.sessions else day for day in first.days]
    then = after_missing(first._replace(days=tuple(odd)), asked, 1)
    assert max(day.minutes for day in then.days) <= max(day.minutes for day in odd) < 75


def test_days_that_cannot_all_stay_as_they_were_shown_are_laid_out_anew() -> None:
    days: tuple[Weekday, ...] = ("mon", "wed", "thu", "sat")
    who = person(minutes=dict.fromkeys(days, 45), equipment=("mat", "band"), aerobic_minutes=15)
    asked = Request(who, exercises(), ON, ON, began=ON - timedelta(weeks=7))
    first = make_week(asked)
    strong = next(day for day in first.days if day.on > ON and "strength" in day.kinds)
    odd = [day._replace(sessions=strong.sessions) if day.on > ON and day.sessions else day for day in first.days]
    then = after_missing(first._replace(days=tuple(odd)), asked, 1)
    held = [day.on for day in then.days if "strength" in day.kinds]
    assert held
    assert all(later - earlier > DAY for earlier, later in pairwise(held))


def test_a_part_that_is_a_therapists_alone_is_no_strength_that_a_day_keeps() -> None:
    who = person(minutes=dict.fromkeys(WEEKDAYS, 45), equipment=("mat", "band"), aerobic_minutes=15)
    first = make_week(Request(who, exercises(), ON, ON, began=ON - timedelta(weeks=7)))
    strong = next(day for day in first.days if "strength" in day.kinds)
    asked_for = [
        session._replace(blocks=tuple(each._replace(prescribed=True) for each in session.blocks))
        for session in strong.sessions
    ]
    held = shown_with(first, strong._replace(sessions=tuple(asked_for)))
    assert (shown_with(first, strong).strength > 0, held.strength, held.core) == (True, 0, 0)


def with_a_walk(day: Day, minutes: int) -> Day:
    """A day with a walk of so many minutes and nothing else, which no option of it is."""
    walk = Item("easy-walk", "Easy flat walk", minutes * 60, GivenDose(minutes=minutes), "")
    return day._replace(sessions=(Session("outdoors", (DayBlock("aerobic", (walk,)),)),))


def test_only_a_whole_part_that_was_missed_comes_to_a_day_without_it() -> None:
    who = person(minutes={"mon": 45, "wed": 45, "fri": 45}, equipment=("mat", "band"), aerobic_minutes=15)
    asked = Request(who, exercises(), ON, ON, began=ON - timedelta(weeks=7))
    first = make_week(asked)
    then = after_missing(first, asked, 1)
    lost = first.days[0].kinds
    for old, new in zip(first.days[1:], then.days[1:], strict=True):
        assert (new.kinds - old.kinds) <= lost
        assert new.minutes <= max(day.minutes for day in first.days)
