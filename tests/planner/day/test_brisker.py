"""How walks and rides become brisker: when, told how, and what takes it off again."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from backplan.model.diary import LogEntry, Swap
from backplan.model.move import Move
from backplan.model.person import Clearance, Flag, Person
from backplan.model.prescription import Prescribed
from backplan.model.week import Item, Week
from backplan.planner.week import make_week
from tests.support.growth import DAY, WELL, Plan
from tests.support.people import ON, person
from tests.support.strategies import by_id

EASY, MODERATE, BRISK = "easy-walk", "moderate-walk", "brisk-walk"
TALK_TEST = "you can talk, but not sing"
RULE = "intensity-minutes"


def walker(**changes: Any) -> Person:
    """Somebody with time for walks, who walks 20 minutes comfortably: bouts of 16."""
    return person(**({"minutes": dict.fromkeys(("mon", "wed", "fri", "sat"), 45), "aerobic_minutes": 20} | changes))


def after(weeks: int, **changes: Any) -> Plan:
    """A plan after so many good weeks."""
    plan = Plan(walker(**changes))
    plan.live(weeks, WELL, morning=3)
    return plan


def walks(week: Week, least: int = 10) -> list[Item]:
    """The bouts on land of at least so many minutes."""
    blocks = [b for day in week.days for s in day.sessions if s.place != "pool" for b in s.blocks]
    items = [item for block in blocks if block.kind == "aerobic" for item in block.items]
    return [item for item in items if (item.dose.minutes or 0) >= least]


def kinds(week: Week, least: int = 10) -> set[str]:
    return {item.exercise for item in walks(week, least)}


def brisker(week: Week) -> list[Move]:
    return [move for move in week.moves if move.rule == RULE]


def test_after_good_weeks_walks_of_15_minutes_become_moderate_and_that_is_told() -> None:
    plan = after(2)
    assert [kinds(week) for week in plan.weeks] == [{EASY}, {EASY}]
    week = make_week(plan.request())
    assert kinds(week) == {EASY, MODERATE}
    assert all((TALK_TEST in item.why) == (item.exercise == MODERATE) for item in walks(week))
    what = "takes the place of Easy flat walk, once this week, then more often"
    assert [(move.exercise, move.what) for move in brisker(week)] == [(MODERATE, what)]
    assert brisker(week)[0].days
    assert any("rule intensity-minutes" in change.sentence for change in week.changes)


def brisk_ones(week: Week) -> list[int]:
    """The minutes of the walks that are more than easy."""
    return [item.dose.minutes or 0 for item in walks(week) if item.exercise != EASY]


def test_the_longest_walk_becomes_brisker_first_and_one_more_each_week() -> None:
    plan = after(6)
    assert [len(brisk_ones(week)) for week in plan.weeks[:5]] == [0, 0, 1, 2, len(walks(plan.weeks[4]))]
    assert len(walks(plan.weeks[4])) > 2
    for week in plan.weeks[2:4]:
        assert min(brisk_ones(week)) >= max(i.dose.minutes or 0 for i in walks(week) if i.exercise == EASY)


@pytest.mark.parametrize("days", range(6))
def test_a_week_laid_again_has_as_many_brisk_walks_as_it_was_shown_with(days: int) -> None:
    plan = after(4)
    for number in (2, 3):
        week = plan.weeks[number]
        again = plan.request(week.starts)._replace(weeks=tuple(plan.weeks[: number + 1]))
        laid = make_week(again._replace(today=week.starts + days * DAY))
        assert len(brisk_ones(laid)) == len(brisk_ones(week))


def test_of_the_only_walk_of_a_week_nothing_is_put_off() -> None:
    plan = after(4, minutes={"wed": 45}, aerobic_minutes=28)
    told = [move.what for week in plan.weeks for move in brisker(week)]
    assert {len(walks(week)) for week in plan.weeks} == {1}
    assert told
    assert not any("more often" in what for what in told)


def test_an_easy_walk_is_one_to_chat_on() -> None:
    week = make_week(Plan(walker()).request())
    assert all("slow enough to chat" in item.why and TALK_TEST not in item.why for item in walks(week))


@pytest.mark.parametrize(("comfortable", "kind"), [(17, EASY), (19, MODERATE)])  # bouts of 13, and of 15
def test_under_15_minutes_walks_stay_easy_where_days_have_room_for_longer_ones(comfortable: int, kind: str) -> None:
    plan = after(2, aerobic_minutes=comfortable)
    plan.entries = [entry._replace(effort=8) if entry.effort else entry for entry in plan.entries]
    assert kinds(make_week(plan.request())) == {EASY}, "hard sessions let nothing grow"
    plan.entries = [entry._replace(effort=4) if entry.effort else entry for entry in plan.entries]
    plan.who = walker(aerobic_minutes=comfortable)
    week = make_week(plan.request())
    assert kinds(week) == {EASY, kind}
    assert longest(week) == (16 if kind == EASY else 15), "longer, or brisker"


def longest(week: Week) -> int:
    return max(item.dose.minutes or 0 for item in walks(week))


@pytest.mark.parametrize("changes", [{"aerobic_minutes": 15}, {"aerobic_minutes": 20}, {"level": "intermediate"}])
def test_no_week_makes_walks_both_longer_and_brisker(changes: dict[str, Any]) -> None:
    plan = after(10, **changes)
    told = [week for week in plan.weeks if brisker(week)]
    assert told
    for before, week in pairwise(plan.weeks):
        longer = longest(week) > before.whole_step
        assert not (longer and week.intensity["walking"] > before.intensity["walking"])
        assert longer == any(move.rule == "aerobic-ramp" for move in week.moves)
    assert all("no single one is longer than the longest was" in brisker(week)[0].because for week in told)
    assert longest(plan.weeks[-1]) > longest(plan.weeks[0]), "walks still become longer, in other weeks"


def test_a_week_that_became_longer_or_brisker_stays_so_when_it_is_laid_again() -> None:
    plan = after(8)
    for number, week in enumerate(plan.weeks[2:], 2):
        asked = plan.request(week.starts)._replace(weeks=tuple(plan.weeks[: number + 1]))
        again = make_week(asked._replace(today=week.starts + 2 * DAY))
        assert (again.intensity, again.whole_step) == (week.intensity, week.whole_step)


def test_swims_and_visits_to_a_pool_wait_in_a_week_in_which_walks_become_brisker() -> None:
    days = dict.fromkeys(("mon", "tue", "thu", "sat"), 45)
    swimmer: dict[str, Any] = {"equipment": ("band", "pool"), "swim": True, "likes": ("swimming",)}
    plan = after(6, minutes=days, aerobic_minutes=15, tolerance={"walk": 15, "swim": 8}, **swimmer)
    told = [week for week in plan.weeks if brisker(week)]
    assert told
    for before, week in pairwise(plan.weeks):
        if brisker(week):
            assert (week.own_bouts, visit(week)) == (before.own_bouts, visit(before))
    assert plan.weeks[-1].own_bouts["swim"] > plan.weeks[0].own_bouts["swim"], (
        "they still become longer, in other weeks"
    )


def visit(week: Week) -> int:
    return max(day.aerobic_minutes for day in week.days if day.at_pool)


@pytest.mark.parametrize(("heart", "parts"), [((), True), ((Flag("heart-disease", ON),), False)])
def test_with_a_disease_of_the_heart_no_walk_has_brisk_parts(heart: tuple[Flag, ...], parts: bool) -> None:
    days = dict.fromkeys(("mon", "tue", "thu", "sat"), 30)
    knows = Clearance("doctor", ON, ("heart-disease",))
    plan = after(10, minutes=days, aerobic_minutes=15, heart=heart, clearance=knows)
    found = [item for week in plan.weeks for item in walks(week)]
    assert MODERATE in {item.exercise for item in found}
    assert any("brisk, with an easier one after each" in item.why for item in found) == parts
    assert any("brisk parts" in move.what for week in plan.weeks for move in brisker(week)) == parts


def late_on_monday(plan: Plan, week: Week, *, after_day: int) -> Week:
    """A week that is shown before anything of the last is noted, and laid anew once that is, some days into it."""
    last = plan.weeks[-1]
    unsaid = [entry for entry in plan.entries if entry.on >= last.starts]
    plan.entries = [entry for entry in plan.entries if entry not in unsaid]
    shown = make_week(plan.request())
    plan.entries += unsaid
    asked = plan.request(week.starts)._replace(weeks=(*plan.weeks, shown))
    return make_week(asked._replace(today=week.starts + after_day * DAY))


def test_who_notes_last_week_on_monday_has_the_week_it_would_have_been() -> None:
    plan = after(2)
    week = make_week(plan.request())
    assert MODERATE in kinds(week)
    again = late_on_monday(plan, week, after_day=0)
    assert again.intensity == week.intensity
    assert brisker(again) == brisker(week)
    assert again.days == week.days


def test_a_later_note_makes_the_days_left_brisker_too() -> None:
    plan = after(2)
    week = make_week(plan.request())
    again = late_on_monday(plan, week, after_day=2)
    left = {i.exercise for d in again.days[2:] for b in d.blocks() if b.kind == "aerobic" for i in b.items}
    assert MODERATE in left
    gone = {i.exercise for d in again.days[:2] for b in d.blocks() if b.kind == "aerobic" for i in b.items}
    assert gone == {EASY}, "days gone by stay as they were shown"


def test_where_days_are_full_they_become_brisker_instead_of_longer() -> None:
    plan = after(2, minutes=dict.fromkeys(("mon", "wed", "fri"), 20), aerobic_minutes=15)
    week = make_week(plan.request())
    assert MODERATE in kinds(week)
    assert max(item.dose.minutes or 0 for item in walks(week)) < 15
    assert "no single one is longer than the longest was" in brisker(week)[0].because
    assert all(item.exercise != MODERATE for item in walks(week, 0) if (item.dose.minutes or 0) < 10)


def test_brisk_parts_come_after_two_weeks_and_from_30_minutes() -> None:
    plan = after(5, aerobic_minutes=40)
    assert [kinds(week) for week in plan.weeks[2:]] == [{EASY, MODERATE}, {EASY, MODERATE}, {MODERATE}]
    assert not any("brisk" in item.why for item in walks(plan.weeks[-1]))
    week = make_week(plan.request())
    assert [move.what for move in brisker(week)] == ["has brisk parts in the middle, once this week, then more often"]
    bout = max(walks(week), key=lambda item: item.dose.minutes or 0)
    assert (bout.dose.minutes or 0) >= 30
    assert "three times two minutes brisk" in bout.why
    assert bout.load == "with brisk parts", "the day's own line shows what is told"
    assert {item.load for item in walks(plan.weeks[-1])} == {None}


def test_once_moderate_walks_stay_so_from_week_to_week() -> None:
    plan = after(7)
    assert all(EASY not in kinds(week) for week in plan.weeks[4:])
    rungs = [week.intensity["walking"] for week in plan.weeks]
    assert rungs == sorted(rungs)
    assert max(later - before for before, later in pairwise(rungs)) <= 2


def test_what_was_shown_stays_when_the_week_is_laid_again() -> None:
    plan = after(2)
    plan.weeks.append(make_week(plan.request()))
    again = make_week(plan.request(plan.weeks[-1].starts)._replace(today=plan.weeks[-1].starts + 3 * DAY))
    assert brisker(again) == brisker(plan.weeks[-1])
    assert kinds(again) == kinds(plan.weeks[-1])
    assert again.intensity == plan.weeks[-1].intensity


def bad_walk(plan: Plan) -> None:
    """The last session that held a walk was too much."""
    on = max(day.on for day in plan.weeks[-1].days if "aerobic" in day.kinds)
    plan.entries = [e for e in plan.entries if not (e.kind == "session" and e.on == on)]
    plan.entries.append(WELL._replace(on=on, peak=7))


def test_a_session_that_was_too_much_makes_walks_easy_again_and_says_so() -> None:
    plan = after(3)
    bad_walk(plan)
    week = make_week(plan.request())
    assert kinds(week) == {EASY}
    told = [move for move in week.moves if move.what == "walks go back to an easy pace"]
    assert [move.rule for move in told] == ["verdict-peak"]
    plan.live(4, WELL, morning=3)
    assert MODERATE in kinds(make_week(plan.request())), "they come back as they came"


def test_the_days_left_of_that_week_are_easy_too() -> None:
    plan = after(2)
    plan.weeks.append(make_week(plan.request()))
    starts = plan.weeks[-1].starts
    first = next(day.on for day in plan.weeks[-1].days if "aerobic" in day.kinds)
    plan.entries.append(WELL._replace(on=first, peak=7))
    request = plan.request(starts)._replace(today=first + DAY)
    again = make_week(request)
    left = [b.items[0].exercise for day in again.days if day.on > first for b in day.blocks() if b.kind == "aerobic"]
    assert left
    assert MODERATE not in left


def test_a_flare_makes_walks_easy_and_afterwards_they_stand_where_they_stood() -> None:
    plan = after(3)
    monday = plan.starts
    plan.entries.append(LogEntry(monday, "flare", pain=6))
    plan.weeks.append(make_week(plan.request()))
    assert plan.weeks[-1].mode == "flare"
    assert MODERATE not in kinds(plan.weeks[-1], 0)
    plan.entries += [LogEntry(monday + day * DAY, "morning", pain=3) for day in range(2, 8)]
    plan.entries += [WELL._replace(on=day.on) for day in plan.weeks[-1].days if day.sessions]
    plan.entries.sort(key=lambda entry: entry.on)
    assert MODERATE in kinds(make_week(plan.request()))


def test_high_steady_pain_keeps_walks_easy() -> None:
    plan = Plan(walker(pain=person().pain._replace(now=7, usual=7)))
    plan.live(5, WELL._replace(pain=7, peak=7), morning=7)
    assert {kind for week in plan.weeks for kind in kinds(week, 0)}.isdisjoint({MODERATE, BRISK})


def test_after_a_gap_they_begin_again_where_they_began() -> None:
    plan = after(3)
    week = make_week(plan.request(plan.starts + timedelta(weeks=2)))
    assert kinds(week) == {EASY}


def test_nothing_becomes_moderate_that_needs_care_or_was_swapped_away() -> None:
    assert kinds(after(3, conditions=("extension-intolerant",)).weeks[-1]) == {EASY}
    plan = after(2)
    swapped = plan.request()._replace(swaps=(Swap(ON, MODERATE),))
    assert kinds(make_week(swapped)) == {EASY}
    assert kinds(after(3, dislikes=(MODERATE,)).weeks[-1]) == {EASY}


def test_a_prescribed_walk_stays_as_prescribed() -> None:
    plan = after(2)
    asked = Prescribed("add", "physiotherapist", ON, exercise=EASY)
    assert kinds(make_week(plan.request()._replace(prescriptions=(asked,)))) == {EASY}


def test_the_intermediate_level_begins_moderate_and_becomes_brisk() -> None:
    plan = after(2, level="intermediate", aerobic_minutes=28)
    assert [kinds(week) for week in plan.weeks] == [{MODERATE}, {MODERATE}]
    assert kinds(make_week(plan.request())) == {MODERATE, BRISK}


def test_a_ride_becomes_moderate_where_its_level_allows() -> None:
    bike = {"equipment": ("recumbent-bike",), "likes": ("cycling",), "aerobic_minutes": 28}
    assert kinds(after(3, **bike).weeks[-1]) == {"recumbent-bike-easy"}
    assert kinds(after(1, level="intermediate", **bike).weeks[-1]) == {"recumbent-bike-moderate"}


def test_weeks_in_which_a_brisk_walk_was_barred_are_no_weeks_at_its_pace() -> None:
    full = dict.fromkeys(("mon", "tue", "thu", "sat"), 40)
    plan = after(4, level="intermediate", conditions=("bp-uncontrolled",), minutes=full)
    assert {kind for week in plan.weeks for kind in kinds(week)} == {EASY}
    plan.who = plan.who._replace(conditions=())
    week = make_week(plan.request())
    assert (kinds(week), brisker(week)) == ({MODERATE}, []), "moderate first, and nothing brisker in the same week"


def test_no_short_bout_is_brisker_than_the_longer_ones_of_its_kind() -> None:
    """The short ride of a week was the moderate one, while those of 16 and 20 minutes were easy."""
    days = dict.fromkeys(("mon", "wed", "fri", "sun"), 30)
    plan, beside = Plan(person(minutes=days, likes=("cycling",), equipment=("band", "upright-bike"))), 0
    plan.live(12)
    for week in plan.weeks:
        rides = [item for item in walks(week, 1) if by_id()[item.exercise].modality == "cycling"]
        short, long = ([i for i in rides if ((i.dose.minutes or 0) < 10) == shorter] for shorter in (True, False))
        beside += bool(short and long)
        effort = [max((by_id()[item.exercise].met or 0 for item in each), default=0.0) for each in (short, long)]
        assert not long or effort[0] <= effort[1], week.starts
    assert beside
