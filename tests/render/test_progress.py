"""What `progress` says of the goals of aerobic work."""

from datetime import date, timedelta

import pytest

from backplan.model.diary import LogEntry
from backplan.model.outcome import SevenDays
from backplan.model.person import Birth, Clearance
from backplan.planner.lookback.progress import Count, WeekRow, look_back
from backplan.planner.week import make_week
from backplan.render.progress import notes, plain
from tests.support.growth import Plan
from tests.support.people import ON, person


@pytest.mark.parametrize(
    ("planned", "words"),
    [
        (89, "grows towards 90 minutes a week, and in time 150."),
        (90, "has reached 90 minutes a week, and grows towards 150."),
        (150, "is planned at 150 minutes a week, which reaches the goal of 150."),
    ],
)
def test_only_a_goal_that_is_not_reached_is_one_to_grow_towards(planned: int, words: str) -> None:
    plan = Plan()
    shown = look_back(person(), (), [make_week(plan.request())], plan.request().exercises, ON)
    rows = (shown.rows[0]._replace(minutes_planned=planned),)
    assert f"Goal: Aerobic work {words}" in list(plain(shown._replace(rows=rows)))


def test_a_goal_is_named_once() -> None:
    plan = Plan()
    shown = look_back(person(), (), [make_week(plan.request())], plan.request().exercises, ON)
    rows = (shown.rows[0]._replace(minutes_planned=121, goal=150),)
    assert "Goal: Aerobic work grows towards 150 minutes a week." in list(plain(shown._replace(rows=rows)))


def test_in_the_year_after_a_birth_the_goal_is_the_one_of_the_week() -> None:
    who = person(birth=Birth(ON - timedelta(weeks=20), "vaginal"), clearance=Clearance("doctor", ON))
    shown = look_back(who, (), [make_week(Plan(who).request())], Plan(who).request().exercises, ON)
    assert any("grows towards 120 minutes a week, and in time 150." in line for line in plain(shown))


def test_minutes_of_ones_own_stand_beside_those_planned_and_are_none_of_them() -> None:
    plan = Plan()
    walk = LogEntry(ON, "activity", "all", exercise="walking-the-dog", minutes=40)
    week = make_week(plan.request())
    shown = look_back(person(), [walk], [week], plan.request().exercises, ON)
    planned = shown.rows[0].minutes_planned
    assert any(f"aerobic minutes 0 of {planned} and 40 of your own" in line for line in plain(shown))


def test_a_week_that_was_a_gentle_one_for_some_days_is_one_with_a_flare() -> None:
    plan = Plan()
    week = make_week(plan.request())
    for turned, flare in ((ON, True), (None, False)):
        shown = look_back(person(), (), [week._replace(normal_until=turned)], plan.request().exercises, ON)
        assert shown.rows[0].flare == flare


def test_a_week_is_told_in_whole_words_to_who_does_not_know_the_plan() -> None:
    row = WeekRow(
        date(2026, 11, 23),
        mode="flare",
        paused_days=6,
        pain=SevenDays(40, 1),
        sessions=Count(planned=3, part=1, no_word=2),
    )
    whole = "; ".join(notes(row, leg=False, whole=True))
    assert "paused for 6 days; pain noted on 1 day only; 1 session done in part; 2 sessions not noted" in whole
    assert "pause, 6 days, pain of 1 day, 1 in part, 2 not noted" in ", ".join(notes(row, leg=False))
