"""Why a row falls short is true where the days are few, or are not those that it needs, and not their minutes."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import Leg, Weekday
from backplan.model.week import Week
from backplan.planner.request import Request
from backplan.planner.telling.balance import FULL_DAYS, GONE_BY, GROWS, IN_PART, LEG, WAS_GENTLE
from backplan.planner.telling.days import CARE_IN_WATER, DAYS_APART
from backplan.planner.week import make_week
from backplan.render import plain
from tests.support.growth import WELL, Plan
from tests.support.people import person
from tests.support.planned import exercises

MONDAY = date(2026, 11, 23)
FULL = "hold no more"
ON = {"wed": 2, "fri": 4, "sat": 5, "sun": 6}


def week(days: Sequence[Weekday], minutes: int, begun: str = "mon", **changes: Any) -> Week:
    who = person(minutes=dict.fromkeys(days, minutes), **changes)
    return make_week(Request(who, exercises(), MONDAY, MONDAY + timedelta(days=ON.get(begun, 0))))


def reasons(shown: Week) -> dict[str, str]:
    return {row.target: row.reason or "" for row in shown.balance if not row.met}


def test_a_week_that_begins_with_its_last_day_says_so_of_the_water() -> None:
    found = reasons(week(("mon", "tue", "thu", "sat"), 45, "sat", equipment=("pool",)))
    assert found == {"water": "This week begins late, with only one of your days in it."}


@pytest.mark.parametrize("minutes", [10, 15, 20, 30, 45])
@pytest.mark.parametrize("begun", ["wed", "fri", "sat"])
def test_no_row_of_a_week_that_begins_late_blames_the_days_that_are_gone(minutes: int, begun: str) -> None:
    for conditions in ((), ("balance-poor",), ("stress-incontinence", "knee-issue")):
        shown = week(("mon", "tue", "thu", "sat"), minutes, begun, equipment=("pool",), conditions=conditions)
        for said in reasons(shown).values():
            assert said
            assert FULL not in said
            assert "four days" not in said


def test_the_minutes_that_would_help_a_week_that_begins_late_are_of_a_day_that_it_has() -> None:
    found = reasons(week(("mon", "tue", "thu", "sat"), 20, "sat"))
    assert (
        found["core"] == "This week begins late, with only one of your days in it. 30 minutes on Saturday would do it."
    )


def test_a_whole_week_still_blames_the_minutes() -> None:
    assert FULL in reasons(week(("mon", "wed", "fri"), 10))["core"]


def test_a_few_minutes_that_are_left_are_told_where_a_part_falls_short() -> None:
    shown = week(("mon", "tue", "thu", "fri"), 20)
    assert [day.minutes for day in shown.days if day.sessions] == [20, 16, 16, 20]
    assert reasons(shown)["core"].startswith("The minutes left on Tuesday are too few for it.")


def test_days_without_the_pool_are_told_so() -> None:
    pool: dict[str, Any] = {"equipment": ("pool",), "likes": ("water-exercise",)}
    one = reasons(week(("mon", "wed", "fri"), 45, pool_days=("mon",), **pool))
    assert one["water"].startswith("Only one of your days suits a trip to the pool.")
    gone = reasons(week(("mon", "wed", "fri"), 45, "wed", pool_days=("mon",), **pool))
    assert gone["water"] == "This week begins late, and none of its days suits a trip to the pool."


def test_a_day_that_is_for_the_pool_alone_says_how_it_is_added() -> None:
    found = reasons(week(("mon", "wed", "fri"), 30, equipment=("pool",), likes=("water-exercise",), pool_days=("thu",)))
    assert "Thursday is your pool day" in found["water"]
    assert found["water"].endswith("`backplan init --days mon,wed,thu,fri` adds it.")


def test_days_that_follow_each_other_are_told_so() -> None:
    found = reasons(week(("sat", "sun"), 60))
    assert found["strength"].startswith(DAYS_APART)


def test_a_visit_to_the_pool_without_balance_work_says_why() -> None:
    shown = week(("mon", "wed", "fri"), 26, equipment=("pool",), conditions=("balance-poor",))
    assert reasons(shown)["balance-days"] == CARE_IN_WATER
    assert any(day.at_pool for day in shown.days)


def test_where_an_offered_day_is_left_free_no_minutes_are_blamed_for_too_few_active_ones() -> None:
    who = person(minutes=dict.fromkeys(("mon", "tue", "wed", "fri", "sat"), 45))
    who = who._replace(pain=who.pain._replace(since=MONDAY - timedelta(days=7), on=MONDAY))
    plan = Plan(who)
    plan.live(3, WELL._replace(peak=3), morning=3)
    assert plan.weeks[-1].mode == "acute"
    told = {reasons(week)["active-days"] for week in plan.weeks}
    assert GROWS in told
    assert not any("hold no more" in reason for reason in told)


def test_what_is_not_asked_for_yet_is_neither_met_nor_missed_and_stretches_given_are_not_set_aside() -> None:
    who = person()
    new = make_week(Request(who._replace(pain=who.pain._replace(since=MONDAY)), exercises(), MONDAY, MONDAY))
    rows = {row.target: row for row in new.balance}
    lines = "\n".join(plain.week(new))
    assert "Balance, not asked of this week: core. It waits for a week at a pain of 2 or less" in lines
    assert rows["stretch"].got
    assert rows["stretch"].reason is None


@pytest.mark.parametrize("leg", ["none", "calf"])
def test_while_pain_goes_further_down_the_leg_nobody_is_asked_for_more_minutes(leg: Leg) -> None:
    said = (LogEntry(MONDAY - timedelta(days=1), "pain", pain=3, leg=leg),)
    who = person(minutes=dict.fromkeys(("mon", "wed", "fri"), 10))
    found = reasons(make_week(Request(who, exercises(), MONDAY, MONDAY, said)))
    assert (LEG in found.values()) == (leg == "calf")
    assert (FULL in found["core"]) == (leg == "none")
    assert ("would do it" in " ".join(found.values())) == (leg == "none")


def test_why_days_are_not_stretched_is_computed_and_full_days_are_said_only_of_full_days() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri", "sat"), 30)))
    plan.weeks.append(make_week(plan.request()))
    friday = plan.weeks[0].starts + timedelta(days=4)
    plan.entries.append(LogEntry(friday, "morning", pain=5))
    now = make_week(plan.request(plan.weeks[0].starts)._replace(today=friday))
    rows = {row.target: row for row in now.balance}
    assert now.kind.gentle
    assert rows["stretch"].got < rows["stretch"].asked
    assert rows["stretch"].reason == GONE_BY
    full = make_week(Plan(person(minutes=dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), 5))).request())
    (row,) = (row for row in full.balance if row.target == "stretch")
    assert row.met or row.reason == FULL_DAYS


def test_what_part_of_a_session_left_out_is_not_blamed_on_the_minutes_of_the_days() -> None:
    """Five days of 45 minutes, all done in part: at the end of the week the days were said to hold no more."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "fri", "sat"), 45)))
    shown = plan.live(1, LogEntry(MONDAY, "session", "part", 3))
    request = plan.request(shown.starts)._replace(today=shown.starts + timedelta(days=6), around=True)
    week = make_week(request._replace(weeks=(shown,)))
    found = {row.target: row for row in week.balance if not row.met}
    assert {found[part].reason for part in ("aerobic", "core", "strength")} == {IN_PART}
    assert found["core"].minutes == 0, "of part of a session nobody knows what core it held"


def test_what_gentle_days_held_less_is_not_blamed_on_the_minutes_of_the_days() -> None:
    """A flare that passed by Thursday: of five days of 25 minutes, all done, it was said that they hold no more."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "fri", "sat"), 25), aerobic_minutes=15))
    plan.live(2, WELL)
    begins = plan.starts
    pains = {-1: 6, 0: 5, 1: 4, 2: 3, 3: 3, 4: 3}
    plan.entries += [LogEntry(begins + timedelta(days=day), "morning", pain=pain) for day, pain in pains.items()]
    weeks: list[Week] = []
    for day in range(7):
        asked = plan.request(begins)._replace(today=begins + timedelta(days=day), around=bool(weeks))
        weeks = [make_week(asked._replace(weeks=(*plan.weeks, *weeks)))]
        if weeks[0].days[day].sessions:
            plan.entries.append(WELL._replace(on=begins + timedelta(days=day), pain=None, peak=None))
    found = reasons(weeks[0])
    assert weeks[0].kind.grows
    assert "aerobic" in found
    assert WAS_GENTLE in found.values()
    assert not any(FULL in said for said in found.values())
