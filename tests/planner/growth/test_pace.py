"""May a part grow this week, and how fast: through diaries that are lived week by week."""

from datetime import timedelta

import pytest

from backplan.model.diary import LogEntry
from backplan.model.outcome import Part
from backplan.model.vocabulary import Weekday
from backplan.planner.growth.pace import aerobic_percent, is_slow, may_grow, most_exercises, most_rungs, slow_by_silence
from backplan.planner.growth.standing import Standing, standing_of
from backplan.planner.lay import MOST_CORE_DAYS
from tests.support.growth import DAY, DONE_ONLY, MOST_EXERCISES, WELL, Plan
from tests.support.people import ON, person

PARTS: tuple[Part, ...] = ("core", "strength", "aerobic")


def after(weeks: int, said: LogEntry = DONE_ONLY, morning: int | None = None) -> Standing:
    plan = Plan()
    plan.live(weeks, said, morning)
    return plan.standing()


def growing(standing: Standing) -> bool:
    """Whether all parts may grow, or none: of these diaries never one without another."""
    found = {may_grow(standing, part) for part in PARTS}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(("noted", "grows"), [(2, True), (3, False)])
def test_pain_rises_only_where_enough_days_of_both_weeks_tell_of_it(noted: int, grows: bool) -> None:
    plan = Plan()
    plan.live(2, DONE_ONLY)
    begin = plan.standing().request.starts
    for week, pain in ((14, 2), (7, 3)):
        plan.entries += [LogEntry(begin - timedelta(week - n), "morning", pain=pain) for n in range(noted)]
    assert growing(plan.standing()) is grows


# -- the slow pace ------------------------------------------------------------------------------------------------


def test_in_silence_a_part_may_grow_every_other_week() -> None:
    assert [growing(after(weeks)) for weeks in range(1, 8)] == [False, True, False, True, False, True, False]


def test_in_silence_one_exercise_of_a_part_takes_a_step_and_walks_a_tenth() -> None:
    standing = after(2)
    for part in PARTS:
        assert is_slow(standing, part)
        assert most_exercises(standing, part) == 1
    assert aerobic_percent(standing) == 10


def test_what_grows_spreads_the_core_over_no_more_than_four_days() -> None:
    days: tuple[Weekday, ...] = ("mon", "tue", "wed", "fri", "sat")
    plan = Plan(person(minutes=dict.fromkeys(days, 40), aerobic_minutes=8, born=1948))
    plan.live(13, LogEntry(ON, "session", "all", 3, 4, 4, "none"), 3)
    assert max(sum("core" in day.kinds for day in week.days) for week in plan.weeks) <= MOST_CORE_DAYS


def test_at_the_usual_pace_every_week_may_grow_with_three_exercises_of_the_core_and_two_of_strength() -> None:
    assert [growing(after(weeks, WELL, 3)) for weeks in range(1, 4)] == [False, True, True]
    standing = after(2, WELL, 3)
    assert {part: most_exercises(standing, part) for part in ("core", "strength")} == MOST_EXERCISES
    assert not any(is_slow(standing, part) for part in PARTS)
    assert aerobic_percent(standing) == 20


def test_one_session_that_speaks_makes_the_pace_the_usual_one() -> None:
    plan = Plan()
    plan.live(3)
    assert not growing(plan.standing())
    first = plan.weeks[2].days[0]
    assert {"core", "strength"} & first.kinds
    plan.entries.append(LogEntry(first.on + DAY, "morning", pain=3))
    standing = plan.standing()
    for part in PARTS:
        assert is_slow(standing, part) == (part not in first.kinds)


def test_the_slow_pace_is_shown_by_the_weeks() -> None:
    plan = Plan()
    plan.live(6)
    grown = [[move for move in week.moves if move.exercise in {*week.programme.values()}] for week in plan.weeks]
    assert [len(each) for each in grown] == [0, 0, 2, 0, 2, 0]  # one of the core, one of strength
    assert [week.whole_step for week in plan.weeks] == [12, 12, 14, 14, 16, 16]


def test_the_usual_pace_is_shown_by_the_weeks() -> None:
    plan = Plan()
    plan.live(3, WELL, 3)
    grown = [[move.exercise for move in week.moves if move.exercise] for week in plan.weeks]
    assert [len(each) for each in grown] == [0, 0, sum(MOST_EXERCISES.values())]


# -- what holds a part ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("effort", "grows"), [(None, True), (3, True), (7, True), (8, False), (10, False)])
def test_a_hard_last_session_holds(effort: int | None, grows: bool) -> None:
    assert growing(after(2, WELL._replace(effort=effort), 3)) == grows


def test_only_the_last_session_is_asked_how_hard_it_was() -> None:
    plan = Plan()
    plan.live(2, WELL._replace(effort=9), 3)
    assert not growing(plan.standing())
    last = max(on for part in PARTS for on, _ in plan.standing().past.verdicts_on(part))
    plan.entries.append(WELL._replace(on=last))
    standing = plan.standing()
    held_last = [part for part in PARTS if standing.past.verdicts_on(part)[-1][0] == last]
    assert held_last
    assert all(may_grow(standing, part) == (part in held_last) for part in PARTS)


def test_a_session_that_was_too_much_holds_every_part_for_a_week() -> None:
    """Also a part whose own sessions were all good: this one held none of it, and was not planned at all."""
    plan = Plan()
    plan.live(2, WELL, 3)
    assert growing(plan.standing())
    (free, *_) = [day.on for day in plan.weeks[1].days if day.rest]
    plan.entries.append(WELL._replace(on=free, peak=6))
    assert not growing(plan.standing())
    plan.live(1, WELL, 3)
    assert growing(plan.standing())


def test_pain_that_rises_holds() -> None:
    plan = Plan()
    plan.live(1, WELL, 3)
    plan.live(1, WELL._replace(pain=None), 4)
    assert not growing(plan.standing())


@pytest.mark.parametrize(("before", "now", "grows"), [(0, 0, True), (0, 1, False), (1, 1, True), (1, 2, False)])
def test_pain_that_rises_holds_from_nothing_too(before: int, now: int, grows: bool) -> None:
    plan = Plan()
    plan.who = plan.who._replace(pain=plan.who.pain._replace(now=1, usual=1))
    silent = WELL._replace(pain=None, peak=1)
    plan.live(1, silent, before)
    plan.live(1, silent, now)
    assert growing(plan.standing()) == grows


def test_where_no_pain_was_known_before_there_is_no_rise() -> None:
    plan = Plan()
    plan.live(1)
    plan.live(1, WELL._replace(pain=None), 3)
    assert growing(plan.standing())


@pytest.mark.parametrize(
    ("core_done", "others_done", "grows"),
    [
        ("half", False, True),  # half of those of the core, and of no other
        ("one", True, True),  # half of all, one of the core among them
        ("none", True, False),  # half of all, and none of the core
        ("one", False, False),
    ],
)
def test_half_of_last_weeks_sessions_are_enough(core_done: str, others_done: bool, grows: bool) -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat"), 40)))
    plan.live(3, WELL, 3)
    days = [day for day in plan.weeks[-1].days if day.sessions]
    core = [day.on for day in days if "core" in day.kinds]
    others = [day.on for day in days if "core" not in day.kinds]
    assert len(core) > 2
    assert len(others) * 2 >= len(days)
    kept = core[: {"half": -(-len(core) // 2), "one": 1, "none": 0}[core_done]]
    gone = {*core, *others} - {*kept, *(others if others_done else ())}
    plan.entries = [entry for entry in plan.entries if entry.kind != "session" or entry.on not in gone]
    assert may_grow(plan.standing(), "core") == grows


def test_a_part_whose_level_rises_takes_no_step_in_that_week() -> None:
    standing = after(4, WELL, 3)
    assert standing.levels.risen
    assert not any(may_grow(standing, part) for part in standing.levels.risen)


# -- high and steady pain -------------------------------------------------------------------------------------------


def test_high_and_steady_pain_grows_slowly_though_sessions_speak() -> None:
    plan = Plan()
    pain = plan.who.pain._replace(now=6, usual=6, on=ON - timedelta(days=21))
    plan.who = plan.who._replace(pain=pain)
    plan.entries = [DONE_ONLY._replace(on=ON - timedelta(days=number)) for number in (12, 10)]
    plan.live(2, WELL._replace(pain=6, peak=6), 6)
    standing = plan.standing()
    assert standing.steady_then
    assert all(is_slow(standing, part) and most_exercises(standing, part) == 1 for part in PARTS)


def steady_plan() -> Plan:
    plan = Plan()
    plan.who = plan.who._replace(pain=plan.who.pain._replace(now=6, usual=6, on=ON - timedelta(days=21)))
    plan.entries = [DONE_ONLY._replace(on=ON - timedelta(days=number)) for number in (12, 10)]
    plan.live(2, WELL._replace(pain=6, peak=6, effort=3), 6)
    return plan


@pytest.mark.parametrize("pain", [6, 4])
def test_the_pace_of_a_week_is_that_of_the_day_it_began(pain: int) -> None:
    """Less pain on a Wednesday lets nothing more grow on the days that are left."""
    plan = steady_plan()
    monday = plan.request()
    plan.live(1, WELL._replace(pain=pain, peak=6))
    wednesday = plan.request(monday.starts)._replace(today=monday.starts + 2 * DAY)
    before, now = standing_of(monday), standing_of(wednesday)
    assert now.pain.now == pain
    for part in PARTS:
        assert may_grow(now, part) == may_grow(before, part)
        assert most_exercises(now, part) == most_exercises(before, part) == 1


# -- how far a step goes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("effort", "rungs"), [(None, 1), (4, 1), (3, 2), (1, 2)])
def test_after_easy_sessions_a_step_may_skip_a_rung(effort: int | None, rungs: int) -> None:
    assert {most_rungs(after(2, WELL._replace(effort=effort), 3), part) for part in PARTS} == {rungs}


def test_at_the_slow_pace_no_step_skips_a_rung() -> None:
    assert {most_rungs(steady_plan().standing(), part) for part in PARTS} == {1}
    assert {most_rungs(after(2, DONE_ONLY._replace(effort=1)), part) for part in PARTS} == {1}


# -- silence ----------------------------------------------------------------------------------------------------------


def test_silence_makes_a_plan_slow_once_three_sessions_were_done_in_it() -> None:
    plan = Plan()
    assert not slow_by_silence(plan.standing())
    plan.live()
    assert slow_by_silence(plan.standing())
    plan.entries = plan.entries[:2]
    assert not slow_by_silence(plan.standing())


def test_high_and_steady_pain_is_slow_for_another_reason() -> None:
    assert not slow_by_silence(steady_plan().standing())
    assert not slow_by_silence(after(2, WELL, 3))
