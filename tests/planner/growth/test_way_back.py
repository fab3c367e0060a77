"""The way back from a flare, or from a stop that was lifted: by days, made up for by nothing, and no growth in it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from backplan.model.diary import LogEntry
from backplan.model.outcome import Part
from backplan.model.week import Week
from backplan.planner.growth.pace import may_grow
from backplan.planner.week import make_week
from tests.support.cli import run, started, week_of
from tests.support.growth import DAY, WEEK, WELL, Plan

PARTS: tuple[Part, ...] = ("core", "strength", "aerobic")


def back_on(weekday: int) -> tuple[Plan, Week, Week]:
    """Three good weeks, then a gentle one up to a day on which everything comes back: the week before, and this one."""
    plan = Plan()
    before = plan.live(3, WELL, morning=3)
    starts = plan.starts
    pains = {number: 6 if number < weekday - 4 else 3 for number in range(-2, weekday)}
    plan.entries += [LogEntry(starts - 3 * DAY, "flare")]
    plan.entries += [LogEntry(starts + number * DAY, "morning", pain=pain) for number, pain in pains.items()]
    asked = plan.request()
    gentle = make_week(asked)
    assert gentle.kind.gentle
    plan.weeks.append(make_week(asked._replace(today=starts + weekday * DAY, weeks=(*asked.weeks, gentle))))
    return plan, before, plan.weeks[-1]


@pytest.mark.parametrize("weekday", [4, 5])
def test_nothing_that_a_flare_left_out_is_made_up(weekday: int) -> None:
    _, before, now = back_on(weekday)
    assert now.kind.grows
    ahead = [day for day in now.days if day.on >= now.starts + weekday * DAY]
    assert any(day.sessions for day in ahead)
    assert max(day.minutes for day in ahead) <= max(day.minutes for day in before.days)
    offered = sum(bool(day.sessions) for day in before.days[weekday:])
    assert offered
    share = sum(day.minutes for day in before.days) * offered // sum(bool(day.sessions) for day in before.days)
    assert sum(day.minutes for day in ahead) <= share + 10  # rounds are whole ones


def test_nothing_grows_in_the_first_week_after_a_flare() -> None:
    plan, _, now = back_on(4)
    for on in (now.starts + number * DAY for number in (4, 5)):
        plan.entries += [WELL._replace(on=on), LogEntry(on + DAY, "morning", pain=3)]
    first = plan.standing()
    assert not any(may_grow(first, part) for part in PARTS)
    week = make_week(plan.request())
    assert not any(move.rule in ("growth-three", "aerobic-ramp") for move in week.moves)


MONDAY = date(2026, 11, 23)
STOPPED, BACK = MONDAY + timedelta(days=14), MONDAY + timedelta(days=17)  # Monday and Thursday of the third week


def test_after_a_stop_no_day_of_that_week_is_fuller_than_the_step_after_a_gap(home: Path) -> None:
    started(home)
    days = [MONDAY + timedelta(days=number) for number in range(14)]
    for day in days:
        week = week_of(home, today=str(day))
        if any(each["sessions"] for each in week["days"] if each["date"] == str(day)):
            run("log", "--pain", "2", "--peak", "2", home=home, today=str(day))
    fullest = max(each["minutes"] for each in week_of(home, today=str(MONDAY + WEEK))["days"])
    assert run("log", "--numb", home=home, today=str(STOPPED)).code == 4
    cleared = ("init", "--clearance-by", "doctor", "--clearance-on", str(BACK), "--knows", "one-leg-numbness")
    assert run(*cleared, "--red-flags", "none", home=home, today=str(BACK)).code == 0
    ahead = [each["minutes"] for each in week_of(home, today=str(BACK))["days"] if each["date"] >= str(BACK)]
    assert 0 < max(ahead) <= fullest * 4 // 5
