"""The minutes of one aerobic session: the start, the gentler ramp, pain, and the week they go on from."""

from datetime import timedelta
from typing import Any

import pytest

from backplan.model.case import Case, PainToday
from backplan.model.diary import LogEntry
from backplan.model.move import Move
from backplan.planner.diary.past import Past
from backplan.planner.growth.aerobic_step import given_now, minutes_for_pain, start_step, week_done, whole_step
from backplan.planner.growth.standing import standing_of
from backplan.planner.week import make_week
from tests.support.growth import DAY, DONE_ONLY, WEEK, WELL, Plan
from tests.support.people import ON, case, person, tagged


@pytest.mark.parametrize(
    ("comfortable", "step"), [(0, 5), (5, 5), (6, 5), (7, 5), (8, 6), (15, 12), (37, 29), (38, 30), (60, 30)]
)
def test_a_plan_begins_at_four_fifths_of_what_is_comfortable(comfortable: int, step: int) -> None:
    assert start_step(comfortable) == step


@pytest.mark.parametrize(
    ("on", "minutes"),
    [
        (case(), 20),
        (case(mode="flare"), 10),
        (case(steady=True), 15),
        (case(pain=PainToday(3, 3, returning=True)), 15),
    ],
)
def test_pain_halves_them_or_leaves_three_quarters_and_never_under_five(on: Case, minutes: int) -> None:
    assert minutes_for_pain(on, 20) == minutes
    assert minutes_for_pain(on, 5) == 5


def gentle(on: Case) -> bool:
    plan = Plan()
    return week_done(on, plan.standing().past, grows=True).gentle


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (case(), False),
        (tagged("sciatica"), True),
        (tagged("from-65"), True),
        (case(surgery_weeks=11), True),
        (case(surgery_weeks=12), False),
        (case(steady=True), True),
        (case(pain=PainToday(5, 5, accepted=6)), True),
    ],
)
def test_the_gentler_ramp_is_for_whom_a_slow_rule_names(on: Case, found: bool) -> None:
    assert gentle(on) == found


def lived(said: LogEntry = WELL, morning: int | None = 3) -> Plan:
    plan = Plan()
    plan.live(2, said, morning)
    plan.weeks[-1] = plan.weeks[-1]._replace(whole_step=20)
    return plan


def step(plan: Plan, weeks: int = 0, **changes: Any) -> int:
    standing = plan.standing(plan.starts + weeks * WEEK)
    on = standing.case(calm=True)._replace(**changes)
    return moved(on, standing.past)[0]


def moved(on: Case, past: Past) -> tuple[int, tuple[Move, ...]]:
    assert past.base_week is not None
    return whole_step(past.base_week.whole_step, past, week_done(on, past, grows=True))


def test_the_step_follows_what_was_known_of_the_week() -> None:
    assert step(lived()) == 24  # a fifth
    assert step(lived(), tags=frozenset({"sciatica"})) == 22
    assert step(lived(WELL._replace(peak=4))) == 22  # amber is fine, too
    assert step(lived(DONE_ONLY, None)) == 22  # nothing is known


def test_why_it_grew_is_told_by_what_is_known() -> None:
    for plan, words in ((lived(), "good sessions"), (lived(DONE_ONLY, None), "sessions done without a warning")):
        standing = plan.standing()
        (move,) = moved(standing.case(calm=True), standing.past)[1]
        assert move.rule == "aerobic-ramp"
        assert move.because.startswith(f"{words} on ")


def test_of_a_week_nobody_opened_only_what_was_too_much_counts() -> None:
    """Good sessions of two weeks ago are no reason to grow by a fifth now; what was too much still is one for less."""
    plan = lived()
    standing = plan.standing(plan.starts + WEEK)
    assert not standing.past.follows_on
    assert week_done(standing.case(calm=True), standing.past, grows=True).verdicts == ()
    plan.entries.append(DONE_ONLY._replace(on=plan.starts + timedelta(days=2), peak=8))
    assert step(plan, weeks=1) == 16


@pytest.mark.parametrize(("peak", "minutes"), [(5, 20), (6, 16)])
def test_this_weeks_session_that_was_too_much_makes_the_walks_to_come_a_fifth_shorter(peak: int, minutes: int) -> None:
    plan = Plan()
    walk = next(day.on for day in plan.live().days if "aerobic" in day.kinds)
    plan.entries = [DONE_ONLY._replace(on=walk, peak=peak)]
    standing = standing_of(plan.request(ON)._replace(today=walk + timedelta(days=1)))
    assert given_now(standing, standing.case(calm=True), 20) == minutes


def test_of_ramps_that_disagree_only_what_has_its_way_is_told() -> None:
    """Good sessions, and then days without one: nobody is told that walks grow shorter for good sessions."""
    plan = lived()
    past = plan.standing(plan.starts).past
    done = week_done(case(), past, grows=True)
    assert [move.rule for move in whole_step(20, past, done)[1]] == ["aerobic-ramp"]
    minutes, told = whole_step(20, past, done._replace(gap_days=10))
    assert minutes < 20
    assert [move.rule for move in told] == ["gap-restart"]


def test_what_too_much_takes_off_the_walks_is_told_after_a_week_that_was_eased_too() -> None:
    plan = Plan()
    whole = plan.live(2, WELL, morning=3).whole_step
    plan.entries += [LogEntry(plan.starts - 3 * DAY, "flare")]
    plan.entries += [LogEntry(plan.starts - days * DAY, "morning", pain=3) for days in (2, 1)]
    assert plan.live(1, WELL, morning=3).eased
    plan.entries[-1] = plan.entries[-1]._replace(pain=6)  # the morning after its last session
    now = make_week(plan.request())
    told = [move.what for move in now.moves if move.rule == "aerobic-ramp"]
    assert now.whole_step < whole
    shown = max(day.aerobic_minutes for day in now.days)  # a gentle week holds less than the whole step
    assert told == [f"all your walks and rides go from {whole} to {shown} minutes"]
    plan.live(1, DONE_ONLY, morning=6)
    again = [move.what for move in make_week(plan.request()).moves if move.rule == "aerobic-ramp"]
    assert told[0] not in again  # what the same sessions moved is told once


def test_walks_that_all_grow_are_told_as_all_when_the_days_left_are_laid_anew() -> None:
    """On its Sunday the week has one walk left, or none, and told of "one aerobic session" in place of all four."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "wed", "fri", "sat"), 45), aerobic_minutes=15))
    plan.live(2, WELL, morning=3)
    shown = plan.live(1, WELL, morning=3)
    told = [move.what for move in shown.moves if move.rule == "aerobic-ramp"]
    assert told
    assert told[0].startswith("all your walks and rides go from ")
    request = plan.request(shown.starts)._replace(today=shown.starts + 6 * DAY, around=True)
    again = make_week(request._replace(weeks=tuple(plan.weeks)))
    assert [move.what for move in again.moves if move.rule == "aerobic-ramp"] == told
