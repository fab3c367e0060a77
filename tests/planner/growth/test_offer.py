"""What a week keeps of the last one and how much more it may hold; above all after days without a session."""

from datetime import date
from typing import Any

import pytest

from backplan.model.diary import LogEntry
from backplan.model.week import Totals, Week
from backplan.planner.growth.aerobic_step import week_done, whole_step
from backplan.planner.growth.climb import GROWTHS, climb_of, selection_of
from backplan.planner.growth.offer import FIRST_VISIT, Offer, offer
from backplan.planner.growth.standing import Standing
from backplan.planner.layout.worth import next_units, worth_of
from backplan.planner.week import make_week
from tests.support.growth import DAY, DONE_ONLY, WEEK, WELL, Plan
from tests.support.people import ON, person

# What person() begins with: four bouts of 12 minutes, on days of half an hour.
START = Totals(aerobic=48, core=4, more=4, strength=2)
FAR = Totals(aerobic=200, core=20, more=20, strength=10)
RUNGS = {"sit-to-stand": 2, "heel-slide": 2, "side-bridge-wall": 3, "wall-push-up": -1}


def away(gap: int, holds: Totals = FAR, whole: int = 30) -> Standing:
    """A plan that had come far, so many days after the last session; a week always begins on a Monday."""
    plan = Plan()
    plan.live()
    plan.weeks = [plan.weeks[0]._replace(holds=holds, whole_step=whole, rungs=RUNGS)]
    last = -gap % 7
    plan.entries = [DONE_ONLY._replace(on=ON + last * DAY)]
    return plan.standing(ON + (gap + last) * DAY)


def offered(standing: Standing) -> Offer:
    return offer(standing, standing.case(calm=True), 0)


def walk(standing: Standing) -> int:
    past = standing.past
    assert past.base_week is not None
    return whole_step(past.base_week.whole_step, past, week_done(standing.case(calm=True), past, grows=False))[0]


def rungs(standing: Standing) -> dict[str, int]:
    return dict(climb_of(standing, selection_of(standing, calm=True), GROWTHS[0]).rungs)


GAPS = {
    7: (FAR, 30),
    8: (Totals(160, 16, 16, 8), 24),
    14: (Totals(160, 16, 16, 8), 24),
    15: (Totals(100, 10, 10, 5), 15),
    28: (Totals(100, 10, 10, 5), 15),
    29: (START, 12),
    90: (START, 12),
}


@pytest.mark.parametrize("gap", GAPS)
def test_after_a_gap_a_share_is_kept_and_after_a_long_one_the_start(gap: int) -> None:
    standing, (floors, minutes) = away(gap), GAPS[gap]
    assert standing.past.gap_days(standing.days.first) == gap
    assert offered(standing).floors == floors
    assert offered(standing).longest == walk(standing) == minutes
    assert offered(standing).bout == minutes


@pytest.mark.parametrize("gap", GAPS)
def test_no_gap_takes_anything_below_the_start(gap: int) -> None:
    little_more = START._replace(aerobic=50, core=5, strength=3)
    found = offered(away(gap, holds=little_more, whole=13))
    assert all(now >= least for now, least in zip(found.floors, START, strict=True))
    assert found.longest >= 12
    assert all(now >= min(0, RUNGS.get(key, 0)) for key, now in rungs(away(gap)).items())


@pytest.mark.parametrize("gap", GAPS)
def test_what_was_below_the_start_stays_where_it_was_and_may_come_up_to_it(gap: int) -> None:
    low = Totals(aerobic=20, core=2, more=1, strength=1)
    found = offered(away(gap, holds=low, whole=8))
    assert found.floors == low
    assert found.longest == 8
    assert found.caps == START


@pytest.mark.parametrize(("gap", "kept"), [(7, True), (8, False), (29, False)])
def test_rungs_come_down_with_the_gap(gap: int, kept: bool) -> None:
    found = rungs(away(gap))
    assert (found == RUNGS) == kept
    assert found["wall-push-up"] == -1
    if gap >= 29:
        assert {key: rung for key, rung in found.items() if rung} == {"wall-push-up": -1}


@pytest.mark.parametrize(("gap", "said"), [(8, "80 percent"), (15, "50 percent"), (29, "where they started")])
def test_what_is_told_of_doses_after_a_gap_is_what_became_of_them(gap: int, said: str) -> None:
    standing = away(gap)
    told = [move.what for move in climb_of(standing, selection_of(standing, calm=True), GROWTHS[0]).moves]
    assert any(said in what for what in told)
    plan = Plan()
    plan.live()
    plan.entries = [DONE_ONLY._replace(on=ON + (-gap % 7) * DAY)]
    standing = plan.standing(ON + (gap + -gap % 7) * DAY)
    climb = climb_of(standing, selection_of(standing, calm=True), GROWTHS[0])
    assert climb.rungs == plan.weeks[0].rungs
    assert [move.what for move in climb.moves] == ["doses stay as they are, none of them has grown"]


def test_a_longer_gap_keeps_no_more() -> None:
    every = [away(gap) for gap in range(1, 40)]
    for part in zip(*(offered(each).floors for each in every), strict=True):
        assert list(part) == sorted(part, reverse=True)
    for key in RUNGS:
        steps = [rungs(each)[key] for each in every]
        assert steps == sorted(steps, reverse=True)


# -- growing ----------------------------------------------------------------------------------------------------------


def test_a_plan_begins_with_no_floor_and_the_start_as_its_cap() -> None:
    found = offered(Plan().standing())
    assert (found.floors, found.caps, found.bout, found.longest) == (Totals(), START, 12, 12)


def test_another_comfortable_time_begins_the_walks_anew() -> None:
    plan = Plan()
    plan.live(3, WELL, morning=3)
    assert offered(plan.standing()).floors.aerobic
    plan.who = person(aerobic_minutes=30)
    found = offered(plan.standing())
    assert (found.floors, found.longest) == (Totals(), 24)


def ready(effort: int = 5) -> Offer:
    """What is offered after two weeks of good sessions, and what the last of them held."""
    plan = Plan()
    plan.live(2, WELL._replace(effort=effort), morning=3)
    plan.weeks[-1] = plan.weeks[-1]._replace(holds=FAR, whole_step=30)
    return offered(plan.standing())


def test_good_weeks_may_hold_one_step_more_of_each_part() -> None:
    found = ready()
    assert found.floors == FAR
    assert found.caps == Totals(aerobic=240, core=21, more=22, strength=11)
    assert (found.bout, found.longest) == (30, 35)


def test_the_slow_pace_is_a_tenth() -> None:
    plan = Plan()
    plan.live(2)
    plan.weeks[-1] = plan.weeks[-1]._replace(holds=FAR, whole_step=30)
    found = offered(plan.standing())
    assert found.caps == Totals(aerobic=220, core=21, more=22, strength=11)
    assert (found.bout, found.longest) == (30, 33)


def test_hard_sessions_keep_what_they_have() -> None:
    assert ready(effort=8).caps == ready(effort=8).floors == FAR
    assert ready(effort=7).caps != FAR


def test_after_a_session_that_was_too_much_walks_are_a_fifth_shorter_and_nothing_grows() -> None:
    plan = Plan()
    plan.live(2, WELL, morning=3)
    plan.weeks[-1] = plan.weeks[-1]._replace(holds=FAR, whole_step=30)
    last = max(entry.on for entry in plan.entries if entry.kind == "session")
    plan.entries.append(LogEntry(last, "session", "all", 3, 7, 5, "none"))
    found = offered(plan.standing())
    assert found.floors == found.caps == FAR._replace(aerobic=160)
    assert (found.bout, found.longest) == (24, 24)


@pytest.mark.parametrize(("held", "kept"), [(100, 80), (18, 15), (15, 15), (10, 10)])
def test_what_was_too_much_leaves_a_quarter_of_an_hour_of_walks(held: int, kept: int) -> None:
    plan = Plan()
    plan.live()
    plan.weeks = [plan.weeks[0]._replace(holds=START._replace(aerobic=held), whole_step=20)]
    plan.entries = [LogEntry(date(2026, 11, 28), "session", "all", 3, 8)]
    assert offered(plan.standing(ON + WEEK)).floors.aerobic == kept


def test_no_more_visits_to_a_pool_than_were_asked_for_or_two() -> None:
    standing = Plan().standing()
    assert [offer(standing, standing.case(calm=True), visits).caps.water for visits in range(4)] == [0, 1, 2, 2]


def test_a_first_visit_to_a_pool_is_as_long_as_any_first_one_however_far_walks_have_grown() -> None:
    plan = Plan()
    plan.live(3, WELL, morning=3)
    standing = plan.standing()
    found = offer(standing, standing.case(calm=True), 1)
    assert found.longest > plan.weeks[0].whole_step
    assert (found.longest_visit, found.visit_moves) == (FIRST_VISIT, ())


# -- a flare ------------------------------------------------------------------------------------------------------


def days_held(week: Week) -> list[date]:
    return [day.on for day in week.days if day.sessions]


def test_a_flare_leaves_what_a_normal_week_held_as_it_was() -> None:
    """However hard its sessions were: the next normal week stands where the last one stood, and nothing grows yet."""
    plan = Plan()
    plan.live(3, WELL, morning=3)
    before, monday = plan.weeks[-1], plan.starts
    plan.entries.append(LogEntry(monday, "flare", pain=6))
    plan.weeks.append(make_week(plan.request()))
    assert plan.weeks[-1].mode == "flare"
    plan.entries += [WELL._replace(on=on, pain=6, peak=8, effort=9) for on in days_held(plan.weeks[-1])]
    plan.entries += [LogEntry(plan.starts + n * DAY, "morning", pain=3) for n in (-1, 0)]
    standing = plan.standing()
    found = offered(standing)
    assert found.floors == found.caps == before.holds
    assert found.longest == before.whole_step
    assert rungs(standing) == dict(before.rungs)


def test_after_what_was_too_much_nothing_comes_up_to_the_start_either() -> None:
    plan = Plan()
    plan.live()
    low = Totals(aerobic=20, core=2, more=1, strength=1)
    plan.weeks = [plan.weeks[0]._replace(holds=low)]
    plan.entries = [DONE_ONLY._replace(on=ON + 5 * DAY)]
    assert offered(plan.standing()).caps == START
    plan.entries = [DONE_ONLY._replace(on=ON + 5 * DAY, peak=8)]
    found = offered(plan.standing())
    assert found.caps == found.floors == low._replace(aerobic=15)


def test_what_grows_after_a_late_note_is_held_by_the_next_week() -> None:
    """All from Tuesday on is noted on the Tuesday after: the week grows then, and goes on from there."""
    plan = Plan()
    plan.live(2, WELL, 3)
    noted_late = plan.weeks[-1].starts + DAY
    late = [entry for entry in plan.entries if entry.on >= noted_late]
    plan.entries = [entry for entry in plan.entries if entry.on < noted_late]
    monday = make_week(plan.request())
    done = WELL._replace(on=plan.starts)
    asked = plan.request()._replace(weeks=(*plan.weeks, monday), today=plan.starts + DAY)
    tuesday = make_week(asked._replace(entries=(*plan.entries, *late, done)))
    assert monday.holds is not None
    assert tuesday.holds is not None
    assert tuesday.holds.aerobic > monday.holds.aerobic
    assert tuesday.holds.aerobic == sum(day.aerobic_minutes for day in tuesday.days)


@pytest.mark.parametrize(
    ("changes", "strength", "weeks", "more"),
    [
        ({}, 1, 2, 1),
        ({"conditions": ("balance-poor",)}, 1, 2, 0),
        ({"born": ON.year - 70}, 1, 2, 0),
        ({"conditions": ("balance-poor",)}, 2, 2, 1),
        ({"conditions": ("balance-poor",)}, 0, 2, 1),  # none to add to
        ({"conditions": ("balance-poor",)}, 1, 6, 1),  # no day held a second one by then
    ],
)
def test_where_a_fall_weighs_most_a_second_round_of_strength_comes_before_more_core(
    changes: dict[str, Any], strength: int, weeks: int, more: int
) -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri", "sat"), 20), **changes))
    plan.live(weeks, WELL, morning=3)
    held = Totals(aerobic=48, core=3, more=4, strength=strength)
    plan.weeks[-1] = plan.weeks[-1]._replace(holds=held)
    found = offered(plan.standing(ON + weeks * WEEK))
    assert found.caps.core - held.core == more


EASED = START._replace(aerobic=36, more=0)  # what came down, and a part that was not there at all


@pytest.mark.parametrize("down", [False, True])
def test_nothing_grows_back_to_the_start_while_pain_is_further_down_the_leg(down: bool) -> None:
    """What was never held may begin all the same: training, where walks went before it."""
    standing = away(7, holds=EASED, whole=9)
    found = offered(standing._replace(pain=standing.pain._replace(leg_down=down)))
    assert found.floors == EASED
    assert found.caps == (EASED if down else START)._replace(more=START.more, water=0)


@pytest.mark.parametrize("part", Totals._fields)
def test_any_amount_of_a_part_is_worth_something_definite(part: str) -> None:
    much = Totals()._replace(**{part: 2000})
    assert len(getattr(worth_of(much, much), part)) > 2000
    assert getattr(next_units(much), part) >= 0
