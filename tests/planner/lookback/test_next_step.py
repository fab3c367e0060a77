"""The next step of each exercise, and what it waits for: what is said on Sunday is what the next week does."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

import pytest

from backplan.library import load
from backplan.model.diary import LogEntry
from backplan.model.exercise import by_id
from backplan.model.vocabulary import LEVELS
from backplan.model.week import Week
from backplan.planner.choice.dose import dose_at
from backplan.planner.lay import lay
from backplan.planner.lookback.next_step import NextStep, Wait, next_steps, wait_of
from backplan.planner.week import make_week
from backplan.render.grown import next_words
from backplan.rules.dose import short_holds, steady_pain
from tests.support.growth import DAY, DONE_ONLY, WEEK, WELL, Plan
from tests.support.people import ON, person
from tests.support.planned import planned

KNOWN = by_id(load.load().exercises)


def steps(plan: Plan) -> dict[str, NextStep]:
    """What is said on the Sunday before the next week."""
    asked = plan.request()
    sunday = plan.starts - DAY
    entries = [entry for entry in asked.entries if entry.on <= sunday]
    return next_steps(plan.weeks[-1], lay(asked._replace(today=sunday, entries=entries)))


def stepped(before: Week, now: Week) -> set[str]:
    """The slots that took a step up from one week to the next."""
    return {
        slot
        for slot, key in now.programme.items()
        if (old := before.programme.get(slot))
        and (KNOWN[old].progression == key or (key == old and now.rungs.get(key, 0) > before.rungs.get(key, 0)))
    }


def waits(found: Mapping[str, NextStep]) -> set[Wait]:
    """What the steps wait for that are still to come."""
    return {step.wait for step in found.values() if step.wait.kind not in ("top", "level", "high", "asked")}


@pytest.mark.parametrize("minutes", [20, 30, 45])
@pytest.mark.parametrize(("said", "morning"), [(WELL, 3), (DONE_ONLY, None), (WELL._replace(effort=3), 3)])
def test_from_monday_on_is_what_monday_brings(minutes: int, said: LogEntry, morning: int | None) -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), minutes)))
    plan.live(1, said, morning)
    for _ in range(6):
        found = steps(plan)
        before, now = plan.weeks[-1], plan.live(1, said, morning)
        told = {slot for slot, step in found.items() if step.wait.kind == "from" and slot != "aerobic"}
        assert told == stepped(before, now)
        for slot in told:
            goes_to = found[slot].partner
            assert now.programme[slot] == (goes_to.id if goes_to else before.programme[slot])
            dose = found[slot].dose
            if goes_to and dose:  # which may begin with fewer repetitions
                assert dose.reps == dose_at(goes_to, now.rungs.get(goes_to.id, 0)).reps


def test_a_step_waits_for_good_sessions_over_a_week() -> None:
    plan = Plan()
    plan.live(1, WELL, 3)
    held = {slot: days for slot in plan.weeks[0].programme if (days := _days(plan, slot))}
    for slot, step in steps(plan).items():
        if slot in held and step.wait.kind == "sessions":
            assert step.wait.sessions == max(3 - len(held[slot]), 1)
            assert step.wait.on == held[slot][0] + WEEK
    assert "sessions" in {step.wait.kind for step in steps(plan).values()}


def _days(plan: Plan, slot: str) -> list[date]:
    week = plan.weeks[0]
    return [day.on for day in week.days if week.programme[slot] in day.exercises]


def test_half_of_the_week_is_waited_for_while_it_is_not_done() -> None:
    plan = Plan()
    plan.live(3, WELL, 3)
    last = plan.weeks[-1]
    plan.entries = [entry for entry in plan.entries if entry.on <= last.starts]
    planned = sum("core" in day.kinds for day in last.days)
    done = "core" in last.days[0].kinds
    assert steps(plan)["back"].wait == Wait("half", -(-planned // 2) - done)


@pytest.mark.parametrize("minutes", [20, 45])
@pytest.mark.parametrize("done", [WELL, DONE_ONLY])
def test_what_is_told_to_come_after_the_sessions_of_this_week_comes_with_them(minutes: int, done: LogEntry) -> None:
    """Told on a Monday, before any of them is done; what stays away says that it waits for more than these."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), minutes)))
    plan.live(3, WELL, 3)
    promised = 0
    for _ in range(7):
        plan.weeks.append(planned(plan.request()))
        monday = plan.weeks[-1].starts
        asked = plan.request()._replace(today=monday)
        found = next_steps(plan.weeks[-1], lay(asked))
        before = plan.weeks.pop()
        plan.live(1, done, 3 if done is WELL else None)
        now = planned(plan.request())
        soon = {
            slot for slot, step in found.items() if step.wait.kind in ("half", "sessions") and not _later(step, now)
        }
        assert soon - {"aerobic"} <= stepped(before, now)
        promised += len(soon)
    assert promised


def _later(step: NextStep, now: Week) -> bool:
    """Whether the sessions of one week are too few for a step."""
    return step.wait.kind == "sessions" and (step.wait.sessions > 1 or (step.wait.on or now.starts) >= now.starts)


def test_a_session_too_much_is_named_with_the_monday_after_the_next() -> None:
    plan = Plan()
    plan.live(3, WELL, 3)
    bad = min(day.on for day in plan.weeks[-1].days if "core" in day.kinds)
    plan.entries = [entry for entry in plan.entries if entry.on != bad or entry.kind != "session"]
    plan.entries.append(WELL._replace(on=bad, peak=7))
    assert waits(steps(plan)) == {Wait("too-much", on=plan.starts + WEEK, since=bad)}


def test_after_a_session_too_much_and_a_flare_the_monday_is_still_to_come() -> None:
    """The week after the flare is held by that session, and cannot itself be what is waited for."""
    plan = Plan()
    plan.live(3, WELL, 3)
    bad = max(day.on for day in plan.weeks[-1].days if "core" in day.kinds)
    plan.entries = [entry for entry in plan.entries if entry.on != bad or entry.kind != "session"]
    plan.entries.append(WELL._replace(on=bad, peak=8))
    for number in range(7):
        plan.entries.append(LogEntry(plan.starts + number * DAY, "morning", pain=6 if number < 3 else 3))
    plan.weeks.append(make_week(plan.request()))
    assert plan.weeks[-1].mode == "flare"
    assert wait_of("core", plan.standing()) == Wait("too-much", on=plan.starts + WEEK, since=bad)


@pytest.mark.parametrize(("said", "morning"), [(WELL, 3), (DONE_ONLY, None)])
def test_what_the_week_says_waits_for_minutes_waits_for_minutes(said: LogEntry, morning: int | None) -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri"), 20)))
    plan.live(7, said, morning)
    full = [notice for notice in plan.weeks[-1].notices if notice.kind == "full"]
    keys = {key for notice in full for key in (*notice.parts, *notice.about)}
    assert "aerobic" in keys
    found = steps(plan)
    assert found["aerobic"].wait == Wait("minutes")
    named = {step.of.id: step.wait.kind for step in found.values() if step.of and step.of.id in keys}
    assert set(named.values()) <= {"minutes"}
    assert bool(named) == (said is DONE_ONLY)


def test_early_in_a_week_no_more_steps_are_told_to_come_than_may() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "wed", "fri", "sat"), 45)))
    plan.live(6, WELL, 3)
    asked, monday = plan.request(), plan.weeks[-1].starts
    diary = [entry for entry in asked.entries if (entry.on, entry.kind) <= (monday, "morning")]
    found = next_steps(plan.weeks[-1], lay(asked._replace(today=monday, entries=diary)))
    told = {slot for slot, step in found.items() if step.wait.kind == "half"}
    assert "others" in {step.wait.kind for step in found.values()}
    assert told - {"aerobic"} == stepped(plan.weeks[-1], plan.live(1, WELL, 3))


def test_a_flare_is_waited_out() -> None:
    plan = Plan()
    plan.live(3, WELL, 3)
    plan.entries.append(LogEntry(plan.starts - DAY, "flare"))
    assert waits(steps(plan)) == {Wait("flare")}


def test_a_flare_that_is_settling_is_waited_out_though_pain_is_at_its_usual() -> None:
    plan = Plan()
    plan.live(3, WELL, 3)
    plan.entries += [LogEntry(plan.starts - 3 * DAY, "flare")]
    plan.entries += [LogEntry(plan.starts - ago * DAY, "morning", pain=3) for ago in (2, 1)]
    assert waits(steps(plan)) == {Wait("flare")}


def test_a_hard_session_is_waited_out() -> None:
    plan = Plan()
    plan.live(3, WELL._replace(effort=9), 3)
    assert "effort" in {wait.kind for wait in waits(steps(plan))}
    assert {wait.kind for wait in waits(steps(plan))} <= {"effort", "sessions"}


def test_at_the_slow_pace_the_other_week_is_named() -> None:
    plan = Plan()
    plan.live(3)
    assert {wait.kind for wait in waits(steps(plan))} <= {"turn", "sessions"}
    assert steps(plan)["back"].wait == Wait("turn", on=plan.starts + WEEK)


def test_at_the_slow_pace_what_comes_after_a_rise_of_the_level_comes_when_it_is_said() -> None:
    plan = Plan()
    plan.live(8)
    found = steps(plan)
    rises = {step.wait.on for slot, step in found.items() if step.wait.kind == "rise" and slot != "aerobic"}
    assert rises == {plan.starts + 2 * WEEK}
    risen, between, then = plan.live(), plan.live(), plan.live()
    assert not stepped(plan.weeks[7], risen) | stepped(risen, between)
    assert stepped(between, then)


def test_where_pain_is_high_but_steady_steps_are_told_as_they_are_given() -> None:
    pain = person().pain._replace(now=7, usual=7, on=ON)
    plan = Plan(person(pain=pain, minutes=dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat"), 60)))
    plan.live(6, WELL._replace(pain=7, peak=7), morning=7)
    found, given = steps(plan), plan.weeks[-1]
    sit = next(
        item.dose.reps
        for day in given.days
        for block in day.blocks()
        for item in block.items
        if item.exercise == given.programme["lower"]
    )
    told = found["lower"]
    assert told.before is not None
    assert told.dose is not None
    assert (told.before.reps, told.partner) == (sit, None)
    assert sit < told.dose.reps <= 9, "three quarters of 12"
    assert found["aerobic"].wait.kind != "minutes", "half of the minutes are unused"


def test_at_three_quarters_a_step_is_told_as_the_one_taken_though_it_may_not_show() -> None:
    """Three quarters of 4 holds are 3, and of 5 they are 3, too: no dose of a later step is promised for this one."""
    pain = person().pain._replace(now=7, usual=7, on=ON)
    plan = Plan(person(pain=pain, minutes=dict.fromkeys(("mon", "wed", "fri"), 20)))
    unseen = set[str]()
    for _ in range(4):
        plan.live(1, WELL._replace(pain=7, peak=7), morning=7)
        told = {slot: step for slot, step in steps(plan).items() if _goes_up(step)}
        case = lay(plan.request()).question.case
        if not case.steady:
            continue
        for slot, step in told.items():
            exercise = KNOWN[plan.weeks[-1].calm_programme[slot]]
            rung = plan.weeks[-1].rungs.get(exercise.id, 0) + 1
            assert step.dose == steady_pain.RULE.adjust(dose_at(exercise, rung), exercise, case)
            if step.dose == step.before:
                unseen.add(next_words(step))
    assert unseen
    assert all(words.startswith("Next: a step that your dose does not show yet, ") for words in unseen)


def _goes_up(step: NextStep) -> bool:
    """Whether the next step is one longer dose of the same exercise."""
    return step.before is not None and step.partner is None and not step.heavier


def test_the_harder_partner_above_the_level_waits_for_the_level() -> None:
    plan = Plan()
    plan.live(4, WELL, 3)
    for slot, step in steps(plan).items():
        if step.wait.kind == "level":
            harder = KNOWN[KNOWN[plan.weeks[-1].calm_programme[slot]].progression or ""]
            assert LEVELS.index(harder.level) > LEVELS.index("basic")


def test_under_high_steady_pain_the_next_level_waits_for_it_to_ease() -> None:
    plan = Plan(person(pain=person().pain._replace(now=6, usual=6)))
    plan.live(12, WELL._replace(pain=6, peak=6, effort=3), 6)
    kinds = {step.wait.kind for step in steps(plan).values()}
    assert "high" in kinds
    assert "level" not in kinds


def test_a_week_is_whole_from_its_monday_without_a_pause() -> None:
    week = make_week(Plan().request())
    assert week.whole
    assert not week._replace(begun=ON + timedelta(days=2)).whole
    assert not week._replace(mode="flare").whole
    assert not week._replace(days=(week.days[0]._replace(pause="holiday"), *week.days[1:])).whole


def test_under_pressure_that_is_not_under_control_no_next_step_holds_for_longer_than_six_seconds() -> None:
    plan = Plan(person(conditions=("bp-uncontrolled",)))
    longer = False
    for _ in range(6):
        plan.live(1, WELL, morning=3)
        found = [step for step in steps(plan).values() if step.dose is not None and step.dose.hold_s]
        assert all(step.dose.hold_s <= short_holds.LONGEST for step in found if step.dose)
        longer = longer or any(step.dose == step.before for step in found)
    assert longer, "some steps are of holds that would be longer"


@pytest.mark.parametrize("minutes", [30, 45, 60])
def test_a_turn_that_is_named_comes_in_its_week(minutes: int) -> None:
    """`progress` said "when its turn comes" of what took no step in twelve weeks."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), minutes)))
    plan.live(6, DONE_ONLY)
    waits = {slot: step.wait for slot, step in steps(plan).items() if slot != "aerobic"}
    weeks = [plan.weeks[-1], *(plan.live(1, DONE_ONLY) for _ in range(5))]
    came: dict[str, date] = {}
    for before, now in pairwise(weeks):
        came = dict.fromkeys(stepped(before, now), now.starts) | came
    named = {slot: wait.on for slot, wait in waits.items() if wait.kind == "others" and wait.on}
    never = [slot for slot, wait in waits.items() if wait.kind == "others" and not wait.on]
    assert named or never
    assert named == {slot: came[slot] for slot in named}
    assert all(slot not in came or came[slot] > weeks[4].starts for slot in never)
