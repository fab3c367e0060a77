"""The diary before a week: which sessions have a verdict, flares, the gap, and the week that doses go on from."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from backplan.model.diary import LogEntry
from backplan.model.usual import Usual
from backplan.model.verdict import Verdict
from backplan.model.week import Week
from backplan.planner.diary.past import Past
from tests.support.growth import WELL, Plan
from tests.support.people import ON, person


def day(number: int) -> date:
    return ON + timedelta(days=number)


def session(on: int, **said: Any) -> LogEntry:
    return LogEntry(day(on), "session", "all")._replace(**said)


def morning(on: int, pain: int) -> LogEntry:
    return LogEntry(day(on), "morning", pain=pain)


def past(
    *entries: LogEntry, weeks: Sequence[Week] = (), starts: date = ON, flares: Collection[date] = (), **more: Any
) -> Past:
    return Past(person(), entries, weeks, starts, flares=flares, **more)


def verdicts(found: Past) -> dict[date, Verdict]:
    return {on: word.verdict for on, word in found.verdicts.items()}


# -- verdicts -----------------------------------------------------------------------------------------------------


def test_the_morning_of_the_first_day_still_speaks_of_the_session_before_it() -> None:
    assert verdicts(past(session(-1))) == {day(-1): "unknown"}
    assert verdicts(past(session(-1), morning(0, 5))) == {day(-1): "regress"}
    assert verdicts(past(session(-1), session(0, pain=5))) == {day(-1): "unknown"}  # which belongs to this week
    assert verdicts(past(session(0), morning(1, 5))) == {}


@pytest.mark.parametrize(("pain", "verdict"), [(3, "amber-ok"), (4, "amber-ok"), (5, "regress")])
def test_pain_told_to_today_on_the_first_day_speaks_of_the_two_days_before(pain: int, verdict: Verdict) -> None:
    told = LogEntry(day(0), "pain", pain=pain)
    assert verdicts(past(session(-1), told)) == {day(-1): verdict}
    assert verdicts(past(session(-2), told)) == {day(-2): verdict}
    assert verdicts(past(session(-3), told)) == {day(-3): "unknown"}


def test_the_last_word_on_a_session_counts() -> None:
    assert verdicts(past(session(-7, peak=8), session(-7, peak=2))) == {day(-7): "unknown"}
    assert verdicts(past(session(-7, peak=8), session(-7, done="no"))) == {}


def test_a_session_is_held_against_the_usual_of_its_own_week() -> None:
    plan = Plan()
    week = plan.live()._replace(usual=Usual.all_day(5))
    spoke = (session(0, peak=6), morning(1, 6))
    assert verdicts(past(*spoke, weeks=(week,), starts=day(7))) == {day(0): "amber-ok"}
    assert verdicts(past(*spoke, starts=day(7))) == {day(0): "regress"}  # a usual of 3, by the interview


def test_sessions_in_a_flare_have_no_verdict() -> None:
    spoke = (session(-7, peak=8), session(-4, peak=8))
    assert verdicts(past(*spoke)) == {day(-7): "regress", day(-4): "regress"}
    assert verdicts(past(*spoke, flares={day(-7)})) == {day(-4): "regress"}


@pytest.mark.parametrize(
    ("on", "has_one"),
    [
        (-1, True),  # before it
        (0, False),  # the day it was said
        (1, False),  # open, and the first calm day
        (2, False),  # the second: coming back from here
        (3, False),  # at three quarters
        (4, False),  # the second day of that
        (5, True),  # over
    ],
)
def test_no_verdict_from_the_day_a_flare_is_said_until_it_has_settled(on: int, has_one: bool) -> None:
    plan = Plan()
    plan.live()
    flare = LogEntry(day(0), "flare")
    plan.entries = [flare, *(morning(number, 3) for number in range(1, 7)), session(on, peak=7)]
    found = plan.standing().past.verdicts
    assert (day(on) in found) == has_one
    if has_one:
        assert found[day(on)].verdict == "regress"


def test_pain_two_above_the_usual_is_a_flare_too() -> None:
    """The other way in: the session of the day before it has a verdict, those inside have none."""
    plan = Plan()
    plan.live()
    plan.entries = [session(0), morning(1, 5), session(2, peak=8), morning(3, 3)]
    assert verdicts(plan.standing().past) == {day(0): "regress"}


# -- the gap --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "gap"),
    [
        ((), None),
        ((session(-8, done="no"),), None),
        ((morning(-1, 3),), None),
        ((session(-1),), 1),
        ((session(-8),), 8),
        ((session(-8, done="part"), session(-1, done="no")), 8),
        ((session(-90),), 90),
        ((session(-20), LogEntry(day(-8), "activity", minutes=20)), 8),
        ((session(-8), session(3)), 8),  # nothing before the first day to plan
    ],
)
def test_the_gap_is_counted_from_the_last_thing_done(entries: tuple[LogEntry, ...], gap: int | None) -> None:
    assert past(*entries).gap_days(ON) == gap


def test_the_gap_ends_with_the_first_thing_done_this_week() -> None:
    found = past(session(-8), session(1), session(3))
    assert found.gap_days(day(1)) == 9
    assert found.gap_days(day(2)) == 9
    assert found.gap_days(day(5)) == 9


# -- the week that doses go on from -----------------------------------------------------------------------------------


def test_the_plan_goes_on_from_the_last_week_in_which_something_was_done() -> None:
    plan = Plan()
    first, second = plan.live(), plan.live()
    both, week = (first, second), day(14)
    assert past(weeks=both, starts=week).base_week == first  # nothing done: the first
    assert past(session(13), weeks=both, starts=week).base_week == second
    assert past(session(6), weeks=both, starts=week).base_week == first
    assert past(session(6), session(8, done="no"), weeks=both, starts=week).base_week == first
    assert past(session(6), LogEntry(day(8), "activity", minutes=20), weeks=both, starts=week).base_week == second
    gentle = (first, second._replace(mode="flare"))
    assert past(session(13), weeks=gentle, starts=week).base_week == first
    assert past(weeks=()).base_week is None


def test_a_week_that_was_normal_until_a_flare_counts_where_something_was_done_before_it() -> None:
    plan = Plan()
    first, second = plan.live(), plan.live()
    turned, week = second._replace(mode="flare", normal_until=day(12)), day(14)
    assert past(session(9), weeks=(first, turned), starts=week).base_week == turned
    assert past(session(6), session(12), weeks=(first, turned), starts=week).base_week == first


def test_only_the_week_before_follows_on() -> None:
    first = Plan().live()
    assert past(session(0), weeks=(first,), starts=day(7)).follows_on
    assert not past(session(0), weeks=(first,), starts=day(14)).follows_on
    assert not past().follows_on


def test_what_was_said_of_late_is_of_that_week_and_of_weeks_nobody_opened() -> None:
    plan = Plan()
    first, second = plan.live(), plan.live()
    said = [session(number, peak=8) for number in (0, 7, 14)]
    assert list(past(*said, weeks=(first, second), starts=day(21)).lately) == [day(7), day(14)]
    assert list(past(*said, weeks=(first,), starts=day(21)).lately) == [day(0), day(7), day(14)]
    assert past(*said, starts=day(21)).lately == {}


# -- what was done, and the pain meanwhile ---------------------------------------------------------------------------


def test_how_many_in_a_hundred_sessions_of_a_kind_were_done() -> None:
    plan = Plan()
    week = plan.live()
    core = [each.on for each in week.days if "core" in each.kinds]
    assert len(core) >= 3
    for many in range(len(core) + 1):
        found = past(*(WELL._replace(on=on) for on in core[:many]), weeks=(week,), starts=day(7))
        assert found.done_percent("core", timedelta(days=7)) == many * 100 // len(core)
        assert found.done_percent("stretch", timedelta(days=7)) == 0
    assert past(*plan.entries, weeks=(week,), starts=day(14)).done_percent("core", timedelta(days=7)) == 0


@pytest.mark.parametrize(("on", "mean"), [(-7, 5), (-8, None), (-1, 5), (0, None)])
def test_the_mean_pain_is_of_seven_days(on: int, mean: float | None) -> None:
    assert past(morning(on, 5)).mean_pain == mean


@pytest.mark.parametrize(
    ("entries", "points", "days"),
    [
        ((morning(-14, 2), morning(-8, 2), morning(-7, 5)), 3, 1),
        ((morning(-15, 2), morning(-7, 5)), 0, 0),
        ((session(-9, pain=5), morning(-8, 2), session(-2, pain=5), morning(-1, 2)), 0, 2),
        ((morning(-9, 2), morning(-8, 2), session(-2, pain=5), morning(-1, 2)), 0, 1),  # a session is no rise
        ((morning(-8, 2), session(-2, pain=5)), 0, 0),
    ],
)
def test_pain_rises_from_mornings_to_mornings_and_from_sessions_to_sessions(
    entries: tuple[LogEntry, ...], points: float, days: int
) -> None:
    assert past(*entries).pain_rise == (points, days)


def test_pain_since_the_start_is_held_against_the_diarys_first_seven_days() -> None:
    assert past().pain_since_start == 0
    assert past(morning(-1, 5)).pain_since_start == 0  # these are the first
    assert past(morning(-20, 2), morning(-14, 4), morning(-13, 9), morning(-1, 6)).pain_since_start == 3
    assert past(morning(-1, 6), earlier_entries=(morning(-80, 7),)).pain_since_start == -1
    assert past(morning(-20, 2), session(-19, pain=5), morning(-1, 2)).pain_since_start == 0
    assert past(morning(-20, 2), session(-1, pain=5)).pain_since_start == 3  # nothing alike: as they stand


def test_the_mark_of_the_diary_changes_with_what_it_says_and_not_with_who_wrote_when() -> None:
    mark = past(session(-8, pain=3)).evidence
    assert mark == past(session(-8, pain=3, id=7, at="later")).evidence
    assert mark != past(session(-8, pain=4)).evidence
    assert mark == past(session(-8, pain=3), session(0, pain=9)).evidence
    assert mark == past(session(-36), session(-8, pain=3)).evidence
    assert mark != past(session(-35), session(-8, pain=3)).evidence
