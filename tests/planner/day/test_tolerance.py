"""Tolerance by kind: what is borne less long is given less long, and grows by its own figure."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from backplan.library import load
from backplan.model.case import Case, PainToday
from backplan.model.exercise import by_id
from backplan.model.outcome import WeekDone
from backplan.model.person import Person
from backplan.model.verdict import Verdict
from backplan.model.vocabulary import KIND_OF_AEROBIC, AerobicKind, Modality
from backplan.model.week import Week
from backplan.planner.growth import own_bouts
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support.lives import Life
from tests.support.people import person
from tests.support.random_people import numbered, random_person

DAYS = dict.fromkeys(("mon", "tue", "thu", "sat"), 45)
LEAST = 5
MONDAY = date(2026, 11, 23)
KNOWN = by_id(load.load().exercises)


def rider(**changes: Any) -> Person:
    told = {"walk": 5, "cycle": 20}
    return person(minutes=DAYS, aerobic_minutes=5, equipment=("recumbent-bike",), tolerance=told, **changes)


def bouts(week: Week, *, at_pool: bool = False) -> list[tuple[Modality, int]]:
    """Each aerobic exercise with its minutes."""
    days = [day for day in week.days if day.at_pool is at_pool]
    items = [item for day in days for block in day.blocks() if block.kind == "aerobic" for item in block.items]
    return [(KNOWN[item.exercise].modality, item.dose.minutes or 0) for item in items]


def first_week(who: Person) -> Week:
    return make_week(Request(who, tuple(KNOWN.values()), MONDAY, MONDAY))


def test_a_bike_that_is_borne_longer_takes_the_long_bouts() -> None:
    found = bouts(first_week(rider()))
    assert max(minutes for kind, minutes in found if kind == "cycling") == 16
    assert all(minutes <= LEAST for kind, minutes in found if kind == "walking")


def test_without_a_bike_the_walk_is_what_one_can_walk() -> None:
    found = bouts(first_week(rider()._replace(equipment=())))
    assert found
    assert all(minutes <= LEAST for _, minutes in found)


def test_a_bike_one_may_not_use_leaves_the_walk() -> None:
    found = bouts(first_week(rider(dislikes=("cycling",))))
    assert {kind for kind, _ in found} == {"walking"}
    assert all(minutes <= LEAST for _, minutes in found)


def test_each_kind_grows_by_its_own_figure() -> None:
    who = rider()._replace(tolerance={"walk": 10, "cycle": 20})
    case = Case(who, MONDAY, PainToday(3, 3), own_bouts={"walk": 9}, longest_bout=16)
    assert [case.longest_in(kind) for kind in ("walking", "cycling")] == [9, 16]
    assert [case._replace(longest_bout=longest).longest_in("walking") for longest in (40, 6)] == [9, 6]
    short = case._replace(own_bouts={"walk": 3})
    assert (short.longest_in("walking"), short.own_bout("walking")) == (LEAST, 3)


def test_a_ride_grows_where_a_walk_is_short(tmp_path: Path) -> None:
    life = Life(tmp_path, rider(), MONDAY)
    weeks = [life.lived_week(2) for _ in range(6)]
    life.close()
    rides = [max(minutes for kind, minutes in bouts(week) if kind == "cycling") for week in weeks]
    assert rides == sorted(rides)
    assert rides[-1] > rides[0]
    others = [minutes for week in weeks for kind, minutes in bouts(week) if kind != "cycling"]
    assert all(minutes <= max(LEAST, rides[-1] // 4) for minutes in others)


def lived(tmp_path: Path, who: Person, weeks: int) -> list[Week]:
    life = Life(tmp_path, who, MONDAY)
    found = [life.lived_week(2) for _ in range(weeks)]
    life.close()
    return found


def daily_walk(week: Week) -> int:
    items = [item for day in week.days if day.daily for item in day.daily.items]
    return max(item.dose.minutes or 0 for item in items if KNOWN[item.exercise].modality == "walking")


def test_a_walk_grows_by_its_own_figure_where_days_give_a_ride_no_room_and_is_told(tmp_path: Path) -> None:
    who = rider()._replace(minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), 20), aerobic_minutes=20)
    weeks = lived(tmp_path, who, 4)
    rides, walks = [longest(week) for week in weeks], [daily_walk(week) for week in weeks]
    assert len(set(rides)) == 1
    assert walks == sorted(walks)
    assert walks[0] == 4 < walks[-1]
    assert all(after - before <= 1 for before, after in pairwise(walks))
    grew = [week for before, week in pairwise(weeks) if daily_walk(week) > daily_walk(before)]
    assert all(any("Walks go from" in change.sentence for change in week.changes) for week in grew)


def longest(week: Week) -> int:
    return max(minutes for kind, minutes in bouts(week) if kind == "cycling")


def test_a_figure_said_anew_begins_anew_and_the_others_go_on() -> None:
    base, done = first_week(rider())._replace(own_bouts={"any": 7, "walk": 6}), WeekDone(("green",), grows=False)
    assert own_bouts.grown(rider(), base, done).now == {"any": 7, "walk": 6}
    more = rider()._replace(tolerance={"walk": 10, "cycle": 20})
    assert own_bouts.grown(more, base, done).now == {"any": 7, "walk": 8}


@pytest.mark.parametrize(("verdict", "grows", "now"), [("green", True, 7), ("green", False, 6), ("regress", False, 5)])
def test_a_short_bout_grows_by_a_minute_and_comes_down_after_what_was_too_much(
    verdict: Verdict, grows: bool, now: int
) -> None:
    base = first_week(rider())._replace(own_bouts={"walk": 6})
    assert own_bouts.grown(rider(), base, WeekDone((verdict,), grows=grows)).now["walk"] == now
    short = base._replace(own_bouts={"walk": 3})
    assert own_bouts.grown(rider(), short, WeekDone((verdict,), grows=grows)).now["walk"] == (4 if grows else 3)


def test_a_swim_is_as_long_as_one_swims_and_the_rest_is_walked() -> None:
    told = {"walk": 25, "swim": 8}
    who = person(minutes=DAYS, aerobic_minutes=25, swim=True, equipment=("pool",), likes=("swimming",), tolerance=told)
    swims = [minutes for kind, minutes in bouts(first_week(who), at_pool=True) if kind == "swimming"]
    assert swims
    assert all(minutes <= 8 for minutes in swims)


def test_one_figure_is_the_same_for_every_kind() -> None:
    one = person(minutes=DAYS, aerobic_minutes=15)
    apart = one._replace(tolerance={"walk": 15, "cycle": 15})
    assert first_week(one).days == first_week(apart).days


@pytest.mark.parametrize("chunk", range(4))
def test_nobody_begins_with_more_of_a_kind_than_they_find_comfortable(chunk: int) -> None:
    for number in range(chunk * 10, chunk * 10 + 10):
        who = random_person(numbered(77, number), MONDAY)
        told: Mapping[AerobicKind, int] = who.tolerance or {"walk": 3 + number % 5, "cycle": 12}
        week = first_week(who._replace(tolerance=told))
        for kind, minutes in bouts(week):
            said = told.get(KIND_OF_AEROBIC[kind]) if kind in KIND_OF_AEROBIC else None
            assert said is None or minutes <= max(LEAST, said)
