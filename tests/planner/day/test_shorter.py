"""A day in fewer minutes: what it keeps, in which order, and that it is never longer than asked."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Day, DayBlock, GivenDose, Item, Session
from backplan.planner.choice.dose import seconds
from backplan.planner.day.shorter import shorter
from backplan.planner.day.walks import SHORT_PARTS, TALK_TEST, WITH_PARTS, in_fewer_minutes
from backplan.planner.request import Request
from tests.support.people import person
from tests.support.planned import exercises, planned

EXERCISES = {each.id: each for each in exercises()}
MONDAY = date(2026, 11, 30)


def item(key: str, *, minutes: int | None = None, sets: int = 1) -> Item:
    dose = GivenDose(minutes=minutes) if minutes else GivenDose(sets=sets, reps=6, hold_s=5)
    return Item(key, EXERCISES[key].name, seconds(dose, EXERCISES[key]), dose, "")


CORE = DayBlock("core", (item("bird-dog", sets=3), item("glute-bridge", sets=3), item("dead-bug", sets=3)))
WALK = DayBlock("aerobic", (item("easy-walk", minutes=15),))
WARM_UP = DayBlock("warm-up", (item("indoor-walking", minutes=2),))
STRETCH = DayBlock("stretch", (item("single-knee-to-chest"),))
STRENGTH = DayBlock("strength", (item("wall-push-up", sets=2), item("sit-to-stand", sets=2)))
CALM = DayBlock("coping", (item("belly-breathing", minutes=5),))


def day(*blocks: DayBlock, at: str = "home") -> Day:
    return Day(MONDAY, (Session(at, blocks),), CALM)  # type: ignore[arg-type]


def held(of: Day) -> list[str]:
    return [each.exercise for block in of.everything() for each in block.items]


def test_a_set_of_all_core_goes_before_more_sets_and_the_warm_up_stays() -> None:
    short = shorter(day(WARM_UP, CORE, STRETCH), 8, (), EXERCISES)
    assert held(short.day) == ["indoor-walking", "bird-dog", "glute-bridge", "dead-bug"]
    sets = [each.dose.sets for each in short.day.blocks()[1].items]
    assert sets == [3, 1, 1]
    assert short.less
    assert [each.exercise for each in short.left_out] == ["single-knee-to-chest"]


def test_core_then_a_shorter_walk_which_warms_up_then_strength() -> None:
    short = shorter(day(WALK, CORE, STRENGTH), 10, (), EXERCISES)
    walk, *_ = short.day.blocks()[0].items
    assert walk.dose.minutes == 5
    assert set(held(short.day)) >= {"bird-dog", "glute-bridge", "dead-bug"}
    assert "easy-walk" in short.less


@pytest.mark.parametrize(
    ("minutes", "ends"),
    [(1, "Go easy all the way;"), (2, "Go easy all the way;"), (5, "an easy minute;"), (12, "with 3 easy minutes;")],
)
def test_a_shorter_walk_has_its_own_easy_ends_and_no_brisk_parts(minutes: int, ends: str) -> None:
    why = f"It lands softly. Begin and end with 5 easy minutes; {TALK_TEST}. {SHORT_PARTS} Mind the road."
    walk = in_fewer_minutes(WALK.items[0]._replace(why=why, load=WITH_PARTS), minutes)
    assert ends in walk.why
    assert walk.why.endswith(f"{TALK_TEST}. Mind the road.")
    assert (walk.load, walk.dose.minutes, walk.seconds) == (None, minutes, minutes * 60)


@pytest.mark.parametrize("minutes", [6, 8, 10, 12])
def test_a_day_in_fewer_minutes_tells_of_no_more_easy_minutes_than_its_walk_has(minutes: int) -> None:
    for whole in planned(Request(person(minutes=dict.fromkeys(WEEKDAYS, 40)), exercises(), MONDAY, MONDAY)).days:
        short = shorter(whole, minutes, (), EXERCISES).day
        for each in (each for block in short.blocks() if block.kind == "aerobic" for each in block.items):
            told = re.search(r"Begin and end with (an|\d+) easy", each.why)
            ends = 0 if told is None else 1 if told[1] == "an" else int(told[1])
            assert 2 * ends <= (each.dose.minutes or 0)


def test_what_is_prescribed_stays_whole_and_goes_first() -> None:
    short = shorter(day(WARM_UP, CORE, STRENGTH), 6, {"wall-push-up"}, EXERCISES)
    (push_up,) = (each for block in short.day.blocks() for each in block.items if each.exercise == "wall-push-up")
    assert push_up == STRENGTH.items[0]
    assert short.less.isdisjoint({"wall-push-up"})


def test_nothing_is_done_cold_and_nothing_but_a_warm_up_is_no_session() -> None:
    assert held(shorter(day(WARM_UP, CORE), 2, (), EXERCISES).day) == []
    short = DayBlock("strength", (item("wall-push-up"),))
    short = short._replace(items=(short.items[0]._replace(seconds=50),))
    assert held(shorter(day(WALK, short), 1, {"wall-push-up"}, EXERCISES).day) == []
    assert "wall-push-up" in held(shorter(day(short, STRETCH), 1, {"wall-push-up"}, EXERCISES).day), "planned without"


def test_a_way_to_the_pool_is_not_made_for_less() -> None:
    whole = day(WALK, CORE, at="pool")
    assert held(shorter(whole, 10, (), EXERCISES).day) == []
    assert shorter(whole, whole.minutes, (), EXERCISES).day == whole


@given(number=st.integers(0, 6), minutes=st.integers(1, 60))
def test_a_day_is_never_longer_than_asked_and_holds_nothing_of_another(number: int, minutes: int) -> None:
    of = planned(Request(person(minutes=dict.fromkeys(WEEKDAYS, 40)), exercises(), MONDAY, MONDAY)).days[number]
    short = shorter(of, minutes, (), EXERCISES)
    assert short.day.minutes <= minutes or short.day == of
    assert set(held(short.day)) <= set(held(of))
    left = {each.exercise for each in short.left_out}
    assert left.isdisjoint(held(short.day))
    assert left | set(held(short.day)) >= of.exercises
    whole = {each.exercise: each for block in of.everything() for each in block.items}
    items = [each for block in short.day.blocks() for each in block.items]
    assert all(each == whole[each.exercise] or each.exercise in short.less for each in items)
    assert all(each.seconds <= whole[each.exercise].seconds for each in items)
