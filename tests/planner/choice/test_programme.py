"""What a person likes in the programme: it competes for the slots of the core, and what stands stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.slots import CORE
from backplan.model.vocabulary import Condition, Level
from backplan.model.week import Week
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support import judge
from tests.support.people import ON, person
from tests.support.planned import exercises
from tests.support.strategies import by_id

SEVEN = timedelta(days=7)


def planned(somebody: Person, *before: Week, **changes: Any) -> Week:
    starts = ON + len(before) * SEVEN
    return make_week(Request(somebody, exercises(), starts, starts, began=ON, weeks=before)._replace(**changes))


def kinds(week: Week) -> dict[str, str]:
    """The kind of exercise that fills each slot."""
    return {slot: by_id()[key].modality for slot, key in week.programme.items()}


@pytest.mark.parametrize(
    ("like", "level", "slots"),
    [
        ("pilates", "basic", {"abdominal", "choice"}),
        ("pilates", "intermediate", {"back", "abdominal", "choice"}),
        ("yoga", "intermediate", {"back", "choice"}),
    ],
)
def test_a_liked_kind_fills_what_it_trains_at_the_level_of_the_person(like: str, level: Level, slots: set[str]) -> None:
    week = planned(person(likes=(like,), level=level))
    assert {slot for slot, kind in kinds(week).items() if kind == like} == slots
    assert set(CORE) <= week.programme.keys()
    assert len(set(week.programme.values())) == len(week.programme)


def test_who_does_not_like_it_gets_the_plain_programme() -> None:
    assert not {kinds(planned(person(level="intermediate")))[slot] for slot in CORE} & {"yoga", "pilates"}


@pytest.mark.parametrize("condition", ["osteoporosis", "spondylolisthesis"])
def test_what_needs_care_is_no_gain_for_being_liked(condition: Condition) -> None:
    week = planned(person(likes=("pilates", "yoga"), level="intermediate", conditions=(condition,)))
    assert not [item for day in week.days for item in judge.everything(day) if item.caution]


def test_it_stays_in_the_next_week() -> None:
    somebody = person(likes=("pilates",), level="intermediate")
    first = planned(somebody)
    assert planned(somebody, first).programme == first.programme


def test_a_new_wish_changes_no_more_than_two_of_the_programme() -> None:
    first = planned(person(level="intermediate"))
    second = planned(person(level="intermediate", likes=("yoga",)), first)
    changed = {slot for slot, key in second.programme.items() if key != first.programme[slot]}
    assert changed == {"choice", "back"}
    assert {kinds(second)[slot] for slot in changed} == {"yoga"}


def test_what_was_prescribed_gives_way_to_no_wish() -> None:
    asked = (Prescribed("add", "physiotherapist", ON, exercise="bird-dog", id=1),)
    first = planned(person(level="intermediate"), prescriptions=asked)
    second = planned(person(level="intermediate", likes=("yoga",)), first, prescriptions=asked)
    assert second.programme["back"] == "bird-dog"
