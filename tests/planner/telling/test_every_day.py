"""What is said of every day, and of any effort, with a condition or a disease that calls for it."""

from datetime import timedelta
from typing import Any

import pytest

from backplan.model.person import Clearance, Flag
from backplan.planner.request import Request
from tests.support.people import ON, person
from tests.support.planned import exercises, planned


def told(**changes: Any) -> str:
    week = planned(Request(person(**changes), exercises(), ON, ON, began=ON))
    return " ".join(notice.sentence for notice in week.notices)


@pytest.mark.parametrize(
    ("condition", "words"),
    [("balance-poor", "within reach of a worktop"), ("hypermobility", "a little before it ends by itself")],
)
def test_a_condition_that_asks_for_care_in_any_exercise_says_it(condition: str, words: str) -> None:
    assert words in told(conditions=(condition,))
    assert words not in told()
    assert "stand in shoes" not in told(conditions=("balance-poor", "wheelchair-user"))


@pytest.mark.parametrize(
    ("disease", "words"),
    [
        ("heart-disease", "a pace at which you can talk"),
        ("heart-disease", "get help at once"),
        ("lung-disease", "rest before you are out of breath"),
        ("diabetes", "something sweet within reach"),
    ],
)
def test_a_known_disease_says_how_to_go_about_any_effort(disease: str, words: str) -> None:
    known = Clearance("doctor", ON, (disease,))
    assert words in told(heart=(Flag(disease, ON),), clearance=known)
    assert words not in told(heart=(Flag(disease, ON, present=False),), clearance=known)


@pytest.mark.parametrize(
    ("condition", "words"), [("sitting-work", "done sitting"), ("lifting-work", "Before you lift")]
)
def test_what_helps_at_work_is_said_in_the_first_weeks_and_then_in_one_of_four(condition: str, words: str) -> None:
    def in_week(number: int) -> bool:
        starts = ON + timedelta(weeks=number - 1)
        week = planned(Request(person(conditions=(condition,)), exercises(), starts, starts, began=ON))
        return any(words in notice.sentence for notice in week.notices)

    assert [number for number in range(1, 13) if in_week(number)] == [1, 2, 4, 8, 12]
