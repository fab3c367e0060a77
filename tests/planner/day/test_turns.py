"""The stretches for the back take turns, and no turn moves anything else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from backplan.model.diary import LogEntry, Swap
from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import Condition
from backplan.model.week import Day, Week
from backplan.planner.day.option import DayLimit
from backplan.planner.lay import lay
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support import judge
from tests.support.growth import WELL, Plan
from tests.support.habits import Kind
from tests.support.people import ON, person
from tests.support.planned import exercises
from tests.support.strategies import by_id

SEVEN = timedelta(days=7)


def request(somebody: Person, **changes: Any) -> Request:
    return Request(somebody, exercises(), ON, ON, began=ON)._replace(**changes)


def for_the_back(days: tuple[Day, ...]) -> dict[date, str]:
    """The stretch for the back at the end of each day."""
    return {
        day.on: item.exercise
        for day in days
        for _, block, item in judge.items(day)
        if block.kind == "cool-down" and not {"low-back", "upper-back"}.isdisjoint(by_id()[item.exercise].areas)
    }


def weeks(somebody: Person, many: int) -> list[Week]:
    shown: list[Week] = []
    for number in range(many):
        starts = ON + number * SEVEN
        shown.append(make_week(request(somebody, starts=starts, today=starts, weeks=tuple(shown))))
    return shown


@pytest.mark.parametrize("level", ["basic", "intermediate"])
def test_three_take_turns_and_one_that_turns_and_one_that_arches_the_back_are_among_them(level: str) -> None:
    found = [for_the_back(week.days) for week in weeks(person(level=level), 4)]
    given = [set(week.values()) for week in found]
    assert all(len(week) >= 3 for week in given)
    assert {"open-book", "prone-on-elbows"} <= set().union(*given), given
    assert list(found[0].values()) != list(found[1].values())


@pytest.mark.parametrize("condition", ["flexion-intolerant", "osteoporosis"])
def test_what_a_condition_leaves_plain_takes_turns(condition: Condition) -> None:
    found = for_the_back(make_week(request(person(conditions=(condition,)))).days)
    assert len(set(found.values())) >= 2


@pytest.mark.parametrize(
    ("condition", "often"), [("extension-eases", True), ("axial-spondyloarthritis", True), (None, False)]
)
def test_what_suits_somebody_especially_well_takes_its_turn_twice_as_often(
    condition: Condition | None, often: bool
) -> None:
    found = [
        [*for_the_back(week.days).values()] for week in weeks(person(conditions=(condition,) * bool(condition)), 4)
    ]
    arches = sum(week.count("prone-on-elbows") for week in found)
    assert (2 * arches >= sum(map(len, found)) - len(found)) == often, found
    assert all(week[0] == "prone-on-elbows" or not often for week in found)
    assert len(set().union(*found)) >= 4, "the others still take turns"


def test_a_turn_keeps_the_minutes_of_the_day_as_laid_out() -> None:
    laid = lay(request(person()))
    menu, minutes = laid.question.menu, {day.minutes for day in laid.days if day.sessions}
    assert minutes <= {option.minutes for option in menu.options(DayLimit(30), pool=False)}


def test_the_days_left_keep_their_turns_once_a_session_is_noted() -> None:
    week = make_week(request(person()))
    done = LogEntry(ON, "session", done="all")
    later = make_week(request(person(), today=ON + timedelta(days=1), weeks=(week,), entries=(done,)))
    assert for_the_back(later.days) == for_the_back(week.days)


def test_one_that_was_swapped_away_takes_no_turn() -> None:
    before = set(for_the_back(make_week(request(person())).days).values())
    away = sorted(before)[0]
    after = for_the_back(make_week(request(person(), swaps=(Swap(ON, away),))).days)
    assert away not in after.values()


def test_one_that_a_therapist_prescribed_keeps_its_place() -> None:
    asked = Prescribed("add", "physiotherapist", ON, exercise="childs-pose", per_week=7, id=1)
    week = make_week(request(person(), prescriptions=(asked,)))
    held = [{item.exercise for item in judge.everything(day)} for day in week.days if day.sessions]
    assert held
    assert all("childs-pose" in day for day in held)


# -- easy movement --------------------------------------------------------------------------------------------------


def loosening(week: Week) -> list[tuple[str, ...]]:
    blocks = (block for day in week.days for block in day.blocks() if block.kind == "stretch")
    return [tuple(item.exercise for item in block.items) for block in blocks]


def test_while_pain_is_new_easy_movement_turns_from_week_to_week_and_stays_within_one() -> None:
    """The same three stood for sixteen days."""
    plan = Plan(Kind(time="4 x 30", course="new pain").person())
    plan.live(3, WELL._replace(pain=4, peak=4), 4)
    first, second, third = (set(loosening(week)) for week in plan.weeks)
    assert len(first) == len(second) == 1
    assert first == third
    (before,), (after,) = first, second
    assert len(before) == len(after)
    assert len(set(before) - set(after)) >= 2
