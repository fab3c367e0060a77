"""New pain: its walks grow from the first good weeks on, and training is told when it begins."""

from datetime import timedelta
from typing import Any

import pytest

from backplan.model.diary import LogEntry
from backplan.model.move import Move
from backplan.model.person import Birth, Clearance, Surgery
from backplan.model.week import Week
from backplan.planner.week import make_week
from tests.support.growth import WEEK, WELL, Plan
from tests.support.habits import Kind, lived
from tests.support.people import ON, person


def begun(days: int, now: int = 3) -> Plan:
    """A plan of somebody whose pain began so many days ago."""
    pain = person().pain._replace(now=now, usual=now, since=ON - timedelta(days=days), on=ON)
    return Plan(person(pain=pain, minutes=dict.fromkeys(("mon", "wed", "fri", "sat"), 45)))


def told(week: Week) -> list[Move]:
    return [move for move in week.moves if move.what == "training begins"]


def trains(week: Week) -> bool:
    return any({"core", "strength"} & day.kinds for day in week.days)


def test_walks_grow_while_pain_is_new_and_stay_easy() -> None:
    plan = begun(3)
    plan.live(5, WELL._replace(peak=3), morning=3)
    assert {week.mode for week in plan.weeks} == {"acute"}
    assert [week.whole_step for week in plan.weeks] == [12, 12, 14, 16, 18]
    assert plan.weeks[-1].holds is not None
    assert plan.weeks[0].holds is not None
    assert plan.weeks[-1].holds.aerobic > plan.weeks[0].holds.aerobic
    assert not any(trains(week) for week in plan.weeks)
    assert all("walk" in key for key in walked(plan.weeks[-1]))
    assert "moderate-walk" not in walked(plan.weeks[-1])


def walked(week: Week) -> set[str]:
    return {item.exercise for d in week.days for b in d.blocks() if b.kind == "aerobic" for item in b.items}


def test_after_a_week_at_2_training_begins_and_that_is_told_with_its_days() -> None:
    plan = begun(3)
    plan.live(1, WELL._replace(peak=3), morning=3)
    plan.live(1, WELL._replace(pain=2, peak=2), morning=2)
    assert not trains(make_week(plan.request())), "from Monday to Sunday are six days"
    plan.entries += [LogEntry(plan.starts, "morning", pain=2)]
    week = make_week(plan.request())
    assert week.mode == "normal"
    assert trains(week)
    assert [move.rule for move in told(week)] == ["acute"]
    assert (told(week)[0].days[0], told(week)[0].days[-1]) == (ON + WEEK, plan.starts)
    assert any("Training begins: pain was 2 or less on" in change.sentence for change in week.changes)
    assert not any("instead of 0" in change.sentence for change in week.changes)


def test_walks_that_grew_alone_keep_no_training_out_of_short_days_when_it_begins_in_midweek() -> None:
    life = lived(Kind("session mornings", "3 x 20", "new pain that eases"), 5)
    begins = next(number for number, week in enumerate(life) if told(week.last))
    assert (life[begins].first.mode, life[begins].last.mode) == ("acute", "normal")
    before, after = life[begins].last.holds, life[begins + 1].first.holds
    assert before is not None
    assert after is not None
    assert after.core == 3, "as many rounds as a plan of such days begins with"
    less = f"aerobic work, {after.aerobic} minutes instead of {before.aerobic}: training takes their place"
    assert any(less in change.sentence for change in life[begins + 1].first.changes)


def test_at_six_weeks_it_begins_whatever_the_pain() -> None:
    plan = begun(35)
    plan.live(1, WELL._replace(peak=3), morning=3)
    assert not trains(plan.weeks[0])
    begins, after = plan.live(), plan.live()
    assert (begins.mode, trains(begins)) == ("normal", True)
    assert [move.because for move in told(begins)] == ["your pain is six weeks old"]
    assert told(after) == []


def test_silence_waits_for_the_six_weeks() -> None:
    plan = begun(10, now=2)
    plan.live(4)
    assert [week.mode for week in plan.weeks] == ["acute"] * 4


def test_once_it_has_begun_a_worse_morning_does_not_end_it() -> None:
    plan = begun(3, now=2)
    plan.live(2, WELL._replace(pain=1, peak=2), morning=2)
    assert trains(plan.live(1, WELL._replace(pain=1, peak=2), morning=2))
    plan.entries.append(LogEntry(plan.starts, "morning", pain=3))
    assert trains(make_week(plan.request()))


def test_the_weeks_before_training_are_no_weeks_at_a_level() -> None:
    plan = begun(7)
    plan.live(9, WELL, morning=3)
    begins = next(number for number, week in enumerate(plan.weeks) if trains(week))
    assert all(week.levels["core"] == "basic" for week in plan.weeks[: begins + 4])


def test_where_the_days_were_full_of_walks_they_give_room_to_training() -> None:
    plan = begun(28)
    plan.who = plan.who._replace(aerobic_minutes=25, minutes=dict.fromkeys(("mon", "wed", "fri"), 25))
    plan.live(2, WELL._replace(peak=3), morning=3)
    assert not trains(plan.weeks[-1])
    begins = plan.live(1, WELL._replace(peak=3), morning=3)
    assert (trains(begins), [move.rule for move in told(begins)]) == (True, ["acute"])
    assert begins.holds is not None
    assert (begins.holds.core, begins.holds.strength) == (3, 1)
    assert trains(plan.live())


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"birth": Birth(ON - timedelta(days=35), "vaginal")}, "birth-first-weeks"),
        ({"surgery": Surgery("disc", ON - timedelta(days=35), ON - timedelta(days=14))}, "surgery-first-weeks"),
    ],
)
def test_six_weeks_after_a_birth_or_an_operation_training_begins_and_is_told_once(
    changes: dict[str, Any], rule: str
) -> None:
    plan = Plan(
        person(minutes=dict.fromkeys(("mon", "wed", "fri", "sat"), 45), clearance=Clearance("doctor", ON), **changes)
    )
    first, begins, after = plan.live(1, WELL), plan.live(1, WELL), plan.live(1, WELL)
    assert [trains(week) for week in (first, begins, after)] == [False, True, True]
    assert [[move.rule for move in told(week)] for week in (first, begins, after)] == [[], [rule], []]
    assert not any("instead of 0" in change.sentence for change in begins.changes)


@pytest.mark.parametrize(("days", "longest"), [(3, 10), (14, 15), (28, 20), (42, 24)])
def test_a_walk_in_the_first_weeks_after_a_birth_is_short(days: int, longest: int) -> None:
    who = person(
        aerobic_minutes=30, birth=Birth(ON - timedelta(days=days), "vaginal"), clearance=Clearance("doctor", ON)
    )
    week = Plan(who).live()
    assert max(day.aerobic_minutes for day in week.days) == longest
