"""Named people and what their week must hold, in figures: the layouts of planning.md, help, swaps, midweek."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from backplan.model.diary import LogEntry, Swap
from backplan.model.person import Person, Surgery
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.week import Week
from backplan.planner.request import Request
from backplan.planner.screen import pain as screen_pain
from backplan.planner.week import make_week
from tests.support import judge
from tests.support.people import ON, person
from tests.support.planned import exercises
from tests.support.strategies import by_id

MWF: tuple[Weekday, ...] = ("mon", "wed", "fri")
FOUR: tuple[Weekday, ...] = ("mon", "wed", "fri", "sat")
FIVE: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "sat")
SIX: tuple[Weekday, ...] = WEEKDAYS[:6]
DAY = timedelta(days=1)
LATE = 8  # a programme week in which all the minutes are used
# Minutes of comfortable aerobic work, of which four fifths make the first step.
STEP = {8: 10, 12: 15, 16: 20, 20: 25, 30: 38}


def somebody(minutes: int, days: tuple[Weekday, ...], step: int, **changes: Any) -> Person:
    plain = {"equipment": ("mat", "band"), "aerobic_minutes": STEP[step]}
    return person(**(plain | changes), minutes=dict.fromkeys(days, minutes))


def planned(who: Person, week: int = LATE, today: date = ON, **changes: Any) -> Week:
    request = Request(who, exercises(), ON, today, began=ON - timedelta(weeks=week - 1))
    return make_week(request._replace(**changes))


def got(week: Week) -> dict[str, int]:
    return {row.target: row.got for row in week.balance}


def unmet(week: Week) -> dict[str, str]:
    return {row.target: row.reason or "" for row in week.balance if not row.met}


# What the days hold: planning.md section 7.

LAYOUTS: Mapping[str, tuple[Person, dict[str, int]]] = {
    "3 x 20, step 12": (somebody(20, MWF, 12), {"active-days": 3, "core": 3, "aerobic": 22, "strength": 1}),
    "3 x 20, step 30": (somebody(20, MWF, 30), {"active-days": 3, "core": 3, "strength": 1}),
    "4 x 30, step 16": (somebody(30, FOUR, 16), {"active-days": 4, "core": 3, "aerobic": 63, "strength": 2}),
    "4 x 30, step 30": (somebody(30, FOUR, 30), {"active-days": 4, "core": 2, "strength": 2}),
    "5 x 45, pool": (
        somebody(45, FIVE, 30, equipment=("mat", "band", "pool"), conditions=("knee-issue",)),
        {"active-days": 5, "core": 3, "aerobic": 120, "strength": 2, "water": 2},
    ),
    "6 x 60, pool": (
        somebody(60, SIX, 30, equipment=("mat", "band", "pool"), level="intermediate", likes=("swimming",)),
        {"active-days": 6, "core": 3, "aerobic": 120, "strength": 2, "water": 2},
    ),
    "7 x 30": (somebody(30, WEEKDAYS, 20), {"core": 4, "aerobic": 82, "strength": 2, "rest-days": 1}),
    "7 x 10": (somebody(10, WEEKDAYS, 8), {"active-days": 7, "core": 3, "aerobic": 24, "strength": 1}),
    "2 x 60": (somebody(60, ("mon", "thu"), 30), {"active-days": 2, "core": 2, "aerobic": 60, "strength": 2}),
}
SHORT: Mapping[str, set[str]] = {  # what falls short, and is said to
    "3 x 20, step 12": {"aerobic", "strength"},
    "3 x 20, step 30": {"aerobic", "strength"},
    "4 x 30, step 16": set(),
    "4 x 30, step 30": {"aerobic", "core", "stretch"},
    "5 x 45, pool": set(),
    "6 x 60, pool": set(),
    "7 x 30": set(),
    "7 x 10": {"strength", "rest-days"},
    "2 x 60": {"aerobic", "core", "stretch", "active-days"},
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_layouts_of_the_plan(name: str) -> None:
    who, counts = LAYOUTS[name]
    week = planned(who)
    found = got(week)
    assert {key: found[key] for key in counts} == counts
    assert set(unmet(week)) == SHORT[name]
    assert all(unmet(week).values())


def test_three_short_days_at_thirty_minutes_hold_part_of_the_walks_and_say_so() -> None:
    week = planned(somebody(20, MWF, 30))
    row = next(row for row in week.balance if row.target == "aerobic")
    assert row.asked == 90
    assert 20 <= row.got < 60
    assert "Ten-minute walks on other days count, too." in unmet(week)["aerobic"]


def test_four_half_hours_hold_a_little_of_everything_in_walks_of_any_length() -> None:
    week = planned(somebody(30, FOUR, 30))
    walks = [judge.aerobic_minutes(day) for day in week.days if day.sessions]
    assert sum(walks) >= 70
    assert min(walks) >= 8


@pytest.mark.parametrize("minutes", range(18, 31))
def test_short_days_hold_a_little_of_everything(minutes: int) -> None:
    found = got(planned(somebody(minutes, MWF, 12)))
    assert found["core"] == 3
    assert found["strength"] >= 1
    assert found["aerobic"] >= min(20, minutes)


@pytest.mark.parametrize("pool_days", [("tue",), ("tue", "thu")])
def test_the_pool_is_gone_to_on_its_days_only(pool_days: tuple[Weekday, ...]) -> None:
    who = somebody(45, FIVE, 16, equipment=("mat", "band", "pool"), conditions=("hip-issue",), pool_days=pool_days)
    week = planned(who)
    days = {day.weekday for day in week.days if judge.at_the_pool(day)}
    assert days == set(pool_days)
    assert ("water" in unmet(week)) is (len(pool_days) < 2)


# What would help is computed: the change that is named does better.

HELPED = [
    somebody(20, MWF, 12), somebody(18, MWF, 16), somebody(20, FOUR, 20), somebody(30, FOUR, 30),
    somebody(10, WEEKDAYS, 8), somebody(12, FIVE, 16), somebody(14, SIX, 20), somebody(25, MWF, 20),
    somebody(30, ("tue", "thu"), 16), somebody(45, ("mon", "thu"), 12), somebody(30, MWF, 12),
    person(minutes={"mon": 15, "wed": 40, "sat": 20}, aerobic_minutes=25),
    person(minutes={"mon": 12, "tue": 30, "thu": 18, "sun": 25}, aerobic_minutes=38),
]  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven"), 1)}
MINUTES_HELP = re.compile(r"(\d+) minutes on (one|two|three|four|five|six|seven) days?", re.IGNORECASE)
DAYS_HELP = re.compile(r"(two|three|four|five|six|seven) days? of (\d+) minutes", re.IGNORECASE)


def helped(who: Person) -> list[tuple[str, str]]:
    return [(target, reason) for target, reason in unmet(planned(who)).items() if "would do it" in reason]


def amount(week: Week, target: str) -> tuple[bool, int]:
    row = next(row for row in week.balance if row.target == target)
    return row.met, row.got


def longer(who: Person, minutes: int, wanted: int) -> Person:
    """Every offered day of at least so many minutes, where that lengthens the days that help speaks of."""
    raised = {day: max(many, minutes) for day, many in who.minutes.items()}
    assert sum(many < minutes for many in who.minutes.values()) == wanted, "help counts the days it lengthens"
    return who._replace(minutes=raised)


def clears(who: Person, than: Person, target: str) -> bool:
    """Whether another person's week does better for a target than this one's, and no worse for the rest."""
    before, after = planned(than), planned(who)
    return amount(after, target) > amount(before, target)


@pytest.mark.parametrize("who", HELPED, ids=lambda who: ",".join(f"{d}{m}" for d, m in who.minutes.items()))
def test_the_minutes_that_are_said_to_help_do(who: Person) -> None:
    for target, reason in helped(who):
        if found := MINUTES_HELP.search(reason):
            minutes, days = int(found[1]), NUMBERS[found[2].lower()]
            enough = longer(who, minutes, days)
            assert minutes % 5 == 0
            assert clears(enough, who, target), reason


@pytest.mark.parametrize("who", HELPED, ids=lambda who: ",".join(f"{d}{m}" for d, m in who.minutes.items()))
def test_the_days_that_are_said_to_help_do_and_one_less_does_not(who: Person) -> None:
    for target, reason in helped(who):
        if found := DAYS_HELP.search(reason):
            count, minutes = NUMBERS[found[1].lower()], int(found[2])
            assert minutes == min(who.minutes.values())
            assert clears(with_days(who, count), who, target), reason
            if count - 1 > len(who.minutes):
                assert amount(planned(with_days(who, count - 1)), target) < amount(
                    planned(with_days(who, count)), target
                )


def with_days(who: Person, count: int) -> Person:
    """The person with free days added, earliest first, at the shortest day's minutes."""
    free = [day for day in WEEKDAYS if day not in who.minutes][: count - len(who.minutes)]
    shortest = min(who.minutes.values())
    return who._replace(minutes={**who.minutes, **dict.fromkeys(free, shortest)})


def test_somebody_is_helped_by_minutes_and_somebody_by_days() -> None:
    """So that the two tests above test something."""
    said = " ".join(reason for who in HELPED for _, reason in helped(who))
    assert MINUTES_HELP.search(said)
    assert DAYS_HELP.search(said)


def test_no_help_is_offered_where_it_was_not_searched() -> None:
    flare = somebody(20, MWF, 12)._replace(pain=person().pain._replace(now=6))
    assert not helped(flare)


# Programme: swaps, empty slots, care.


@pytest.mark.parametrize("slot", ["back", "abdominal", "side", "lower", "push", "pull", "balance"])
def test_a_swap_changes_its_own_slot_only(slot: str) -> None:
    who = somebody(45, FIVE, 16)
    first = planned(who)
    old = first.programme[slot]
    second = planned(who, weeks=(first,), today=ON, swaps=(Swap(ON, old),))
    assert second.programme[slot] != old
    assert {k: v for k, v in second.programme.items() if k != slot} == {
        k: v for k, v in first.programme.items() if k != slot
    }
    assert [change for change in second.changes if "you swapped it" in change.sentence]
    assert len(second.changes) == 1
    new = by_id()[second.programme[slot]]
    assert new.slot == slot
    assert judge.barred(new, who, judge.known(who, ON, "normal", "basic")) is None


def test_a_swap_of_tomorrow_is_not_made_today() -> None:
    who = somebody(45, FIVE, 16)
    first = planned(who)
    same = planned(who, weeks=(first,), swaps=(Swap(ON + DAY, first.programme["back"]),))
    assert same.programme == first.programme


def test_the_last_exercise_of_a_slot_stays_when_it_is_swapped() -> None:
    """There is nothing else: an emptied slot would cost more than the one nobody likes."""
    who = somebody(45, FIVE, 16)
    backs = [exercise.id for exercise in exercises() if exercise.slot == "back" and exercise.block == "core"]
    week = planned(who, swaps=tuple(Swap(ON, key) for key in backs))
    assert "back" in week.programme


@pytest.mark.parametrize(
    ("slot", "words"), [("push", "pushing"), ("balance", "balance"), ("side", "the sides of the trunk")]
)
def test_an_empty_slot_is_said_and_not_filled_with_something_else(slot: str, words: str) -> None:
    gone = tuple(e.id for e in exercises() if e.slot == slot)
    week = planned(somebody(45, FIVE, 16, dislikes=gone))
    assert slot not in week.programme
    assert any(words in notice.sentence and "No exercise is left" in notice.sentence for notice in week.notices)
    for day in week.days:
        for _, block, item in judge.items(day):
            if block.kind in ("core", "strength"):
                assert by_id()[item.exercise].slot != slot


def test_without_any_core_the_balance_says_so_and_the_rest_goes_on() -> None:
    gone = tuple(e.id for e in exercises() if e.block == "core")
    week = planned(somebody(45, FIVE, 16, dislikes=gone))
    assert got(week)["core"] == 0
    assert "No core exercise is left" in unmet(week)["core"]
    assert got(week)["aerobic"] >= 48
    assert got(week)["strength"] == 2


def test_without_any_aerobic_work_the_balance_says_so() -> None:
    gone = tuple(e.id for e in exercises() if e.slot in ("aerobic", "ease"))
    week = planned(somebody(45, FIVE, 16, dislikes=gone))
    assert got(week)["aerobic"] == 0
    assert "No aerobic exercise is left" in unmet(week)["aerobic"]
    assert got(week)["core"] == 3


def test_what_needs_care_says_so_and_is_one_set() -> None:
    who = somebody(45, FIVE, 16)
    slot = [e for e in exercises() if e.block == "core" and e.slot == "side"]
    cared = [e for e in slot if "shoulder-issue" in e.precautions]
    assert cared
    plain = tuple(e.id for e in slot if e not in cared)
    week = planned(who._replace(conditions=("shoulder-issue",), dislikes=plain))
    items = [item for day in week.days for _, _, item in judge.items(day) if item.exercise == week.programme["side"]]
    assert items
    assert all(item.caution and "shoulder" in item.caution for item in items)
    assert all(item.dose.sets == 1 for item in items)


# Midweek.


def test_a_week_begun_on_thursday_asks_in_proportion() -> None:
    who = somebody(45, FIVE, 16)  # Thursday and Saturday are left of five days
    week = planned(who, today=ON + 3 * DAY)
    assert [day.planned for day in week.days] == [False] * 3 + [True] * 4
    asked = {row.target: row.asked for row in week.balance}
    assert asked["core"] == 2  # two fifths of 3, rounded up
    assert asked["aerobic"] == 2 * 16
    assert asked["strength"] == 1
    assert asked["active-days"] == 2
    assert any("Thursday" in notice.sentence for notice in week.notices)
    assert not unmet(week)


def test_what_was_done_counts_when_the_rest_is_laid_anew() -> None:
    who = somebody(45, FIVE, 16)
    first = planned(who)
    monday, tuesday = first.days[0], first.days[1]
    done = tuple(LogEntry(day.on, "session", done="all", pain=3, peak=3) for day in (monday, tuesday))
    again = planned(who, today=ON + 2 * DAY, weeks=(first,), entries=done, began=ON - timedelta(weeks=7))
    assert again.days[:2] == first.days[:2]
    assert {row.target: row.asked for row in again.balance} == {row.target: row.asked for row in first.balance}
    assert not unmet(again)


def test_a_weeks_last_day_is_planned_alone() -> None:
    who = somebody(30, ("wed", "sun"), 12)
    week = planned(who, today=ON + 6 * DAY)
    assert [day.planned for day in week.days] == [False] * 6 + [True]
    assert week.days[6].sessions


# Starting small.


@pytest.mark.parametrize(("week", "most"), [(1, 36), (4, 48), (8, 60)])
def test_the_first_weeks_use_a_part_of_the_time(week: int, most: int) -> None:
    who = somebody(60, SIX, 12, level="intermediate")
    days = [day.minutes for day in planned(who, week).days]
    assert max(days) <= min(55, most)
    assert got(planned(who, week))["core"] >= 2


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_first_week_holds_no_less_than_any_other_that_nothing_was_noted_in(name: str) -> None:
    who, _ = LAYOUTS[name]
    assert {number: got(planned(who, number)) for number in (1, 2)}[1] == got(planned(who, 1))
    first, later = got(planned(who, 1)), got(planned(who, 8))
    for key in ("active-days", "core", "strength"):
        assert first[key] >= min(later[key], {"active-days": 3, "core": 2, "strength": 1}[key]), key


def test_seven_long_days_keep_a_rest_day_from_the_first_week() -> None:
    """Smell 26: a beginner who offers seven days of 45 is not given seven training days."""
    week = planned(somebody(45, WEEKDAYS, 30), 1)
    assert got(week)["rest-days"] >= 1


def test_a_day_shorter_than_the_step_holds_the_walk_that_fits() -> None:
    week = planned(somebody(9, WEEKDAYS, 12))
    assert got(week)["aerobic"] > 0


@pytest.mark.parametrize("comfortable", [5, 8, 9, 10, 15])
def test_after_an_operation_a_short_walk_is_a_week(comfortable: int) -> None:
    """In the first six weeks walks are all there is: a step of five minutes must not leave the week empty."""
    surgery = Surgery("disc", ON - timedelta(days=30), ON - timedelta(days=25))
    week = planned(person(minutes=dict.fromkeys(FIVE, 45), aerobic_minutes=comfortable, surgery=surgery), 1)
    assert got(week)["aerobic"] >= 3 * week.aerobic_step
    assert got(week)["active-days"] >= 3


# Pain over time.


@pytest.mark.parametrize("minutes", [9, 12, 15, 16, 20])
def test_new_pain_of_6_that_is_usual_keeps_short_walks_on_short_days(minutes: int) -> None:
    """A walk with its stretch may be longer than the whole walk of a calm day: then it goes without, and stays."""
    who = somebody(minutes, WEEKDAYS, 12, pain=person().pain._replace(now=6, usual=6, since=ON - 14 * DAY))
    before = tuple(LogEntry(ON - days * DAY, "session", "all", 6, 6, 4, "none") for days in (3, 2))
    steady = planned(who, 1, entries=before)
    assert (steady.mode, steady.aerobic_step) == ("acute", 9)
    assert got(steady)["aerobic"] >= 18


def test_usual_is_frozen_while_a_flare_is_open() -> None:
    """decisions.md: three weeks of worse mornings do not turn a flare into the new usual."""
    who = somebody(30, FOUR, 12)  # usual 3, recorded on 2 November
    mornings = [LogEntry(date(2026, 11, 3) + n * DAY, "morning", pain=5) for n in range(20)]
    early = screen_pain.pain_today(who, mornings[:2], date(2026, 11, 4))
    late = screen_pain.pain_today(who, mornings, ON)
    assert screen_pain.mode(who, early, date(2026, 11, 4)) == "flare"
    assert late.usual == 3
    assert screen_pain.mode(who, late, ON) == "flare"


def test_new_pain_stays_easy_in_a_flare() -> None:
    """Pain of three weeks' standing that flares gets walks, easy movement and coping, and no training."""
    pain = person().pain._replace(since=ON - timedelta(days=20), now=6)
    week = planned(somebody(46, MWF, 12)._replace(pain=pain))
    kinds = {block.kind for day in week.days for _, block, _ in judge.items(day)}
    assert not kinds & {"core", "strength"}


@pytest.mark.parametrize(("days", "mode"), [(41, "acute"), (42, "normal")])
def test_six_weeks_to_the_day(days: int, mode: str) -> None:
    pain = person().pain._replace(since=ON - timedelta(days=days))
    assert planned(somebody(30, FOUR, 12)._replace(pain=pain)).mode == mode


def test_a_stop_later_in_the_week_leaves_its_days_empty() -> None:
    clearance = person().clearance
    assert clearance is not None
    who = somebody(30, WEEKDAYS, 12)._replace(clearance=clearance._replace(on=date(2025, 11, 27)))
    week = planned(who)
    assert [bool(list(judge.everything(day))) for day in week.days[4:]] == [False] * 3  # it ends on Friday
    assert any(day.sessions for day in week.days[:4])
    assert any("From Friday 27 November nothing is planned" in notice.sentence for notice in week.notices)
