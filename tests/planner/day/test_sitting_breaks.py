"""Walks with sitting breaks: said beside each walk and above the week, for whom sitting eases; the walk grows on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import Condition
from backplan.model.week import Item, Week
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support.lives import Life
from tests.support.people import person
from tests.support.planned import exercises
from tests.support.strategies import by_id

MONDAY = date(2026, 11, 23)
STENOSIS: tuple[Condition, ...] = ("extension-intolerant",)
BREAKS = "down for a minute or two when your legs ache"


def stiff(**changes: Any) -> Person:
    told = {"walk": 10, "cycle": 15}
    days = dict.fromkeys(("mon", "wed", "fri"), 45)
    return person(minutes=days, aerobic_minutes=10, tolerance=told, conditions=STENOSIS)._replace(**changes)


def first_week(who: Person, *prescriptions: Prescribed) -> Week:
    return make_week(Request(who, exercises(), MONDAY, MONDAY, prescriptions=prescriptions))


def bouts(week: Week) -> Iterator[Item]:
    blocks = (block for day in week.days for block in day.blocks() if block.kind == "aerobic")
    return (item for block in blocks for item in block.items)


def told(week: Week) -> list[tuple[str, ...]]:
    return [notice.about for notice in week.notices if notice.kind == "manner" and BREAKS in notice.sentence.lower()]


def test_walks_with_stenosis_have_sitting_breaks() -> None:
    week = first_week(stiff())
    walks = {item.exercise for item in bouts(week)}
    assert all(by_id()[key].modality == "walking" for key in walks)
    assert [set(about) for about in told(week)] == [walks]
    assert all(BREAKS in item.why for item in bouts(week))


@pytest.mark.parametrize("conditions", [(), ("flexion-eases",), ("sciatica",)])
def test_other_walks_have_none(conditions: tuple[Condition, ...]) -> None:
    week = first_week(stiff(conditions=conditions))
    assert told(week) == []
    assert not any(BREAKS in item.why for item in bouts(week))


def test_rides_have_none() -> None:
    week = first_week(stiff(equipment=("recumbent-bike",), likes=("cycling",)))
    assert {by_id()[item.exercise].modality for item in bouts(week)} == {"cycling"}
    assert told(week) == []
    assert not any(BREAKS in item.why for item in bouts(week))


def test_a_prescribed_walk_has_them_beside_whose_it_is() -> None:
    week = first_week(stiff(), Prescribed("add", "physiotherapist", MONDAY, exercise="easy-walk", minutes=10))
    asked = [item for item in bouts(week) if item.exercise == "easy-walk"]
    assert asked
    assert all("Prescribed by your physiotherapist" in item.why and BREAKS in item.why for item in asked)


def test_a_walk_with_breaks_grows_from_its_own_minutes(tmp_path: Path) -> None:
    life = Life(tmp_path, stiff(), MONDAY)
    weeks = [life.lived_week(2) for _ in range(5)]
    life.close()
    longest = [max(item.dose.minutes or 0 for item in bouts(week)) for week in weeks]
    assert longest == sorted(longest)
    assert longest[0] <= 10 < longest[-1]
    assert all(BREAKS in item.why for week in weeks for item in bouts(week))
