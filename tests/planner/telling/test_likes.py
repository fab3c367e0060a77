"""Likes that a week does not hold: said with the reason, once, and again where the reason is another."""

import pytest

from backplan.model.vocabulary import Condition
from backplan.planner.request import Request
from tests.support.conditions import DRY
from tests.support.growth import Plan
from tests.support.people import ON, person
from tests.support.planned import exercises, planned


def told(*likes: str, conditions: tuple[Condition, ...] = (), **changes: object) -> list[str]:
    """What is said of likes in a first week."""
    who = person(likes=likes, conditions=conditions)._replace(**changes)  # type: ignore[arg-type]
    week = planned(Request(who, exercises(), ON, ON, began=ON))
    return [notice.sentence for notice in week.notices if notice.kind == "wishes"]


@pytest.mark.parametrize("likes", [("walking",), ("yoga",), ("easy-walk",), ()])
def test_nothing_is_said_of_a_like_that_is_given(likes: tuple[str, ...]) -> None:
    assert told(*likes) == []


@pytest.mark.parametrize(
    ("like", "conditions", "why"),
    [
        ("yoga", ("hypermobility",), "joints that bend further than most"),
        ("walking", ("wheelchair-user",), "it is done on your feet or knees (`backplan why easy-walk`)"),
        ("tai-chi", ("balance-poor",), "it needs care, so what is plainer comes first (go gently, because of your bal"),
        ("glute-bridge", ("wheelchair-user",), "You like glute bridge, and this week does without: it is not advised"),
        ("cycling", (), "it needs an exercise bike with a backrest"),
        ("running", (), "it lands hard"),
        ("dance", (), "it is intermediate, and your level is basic"),
    ],
)
def test_a_like_that_is_not_given_says_why(like: str, conditions: tuple[Condition, ...], why: str) -> None:
    (said,) = told(like, conditions=conditions, equipment=())
    assert said.startswith("You like ")
    assert why in said


def test_what_a_thing_at_hand_makes_possible_is_given_and_nothing_is_said() -> None:
    assert told("cycling", equipment=DRY) == []


def test_it_is_said_once_in_four_weeks_for_as_long_as_the_reason_stays() -> None:
    """Tai chi was named in week 1, and never again in twelve weeks without it."""
    plan = Plan(person(likes=("dance",)))
    plan.live(6)
    said = [[notice for notice in week.notices if notice.kind == "wishes"] for week in plan.weeks]
    assert [len(each) for each in said] == [1, 0, 0, 0, 1, 0]


@pytest.mark.parametrize("condition", ["knee-issue", "balance-poor"])
def test_a_form_that_needs_no_care_is_named(condition: Condition) -> None:
    (said,) = told("tai-chi", conditions=(condition,))
    assert said.endswith(
        " Seated tai chi suits you, and you can do it beside the plan (`backplan library seated-tai-chi`)."
    )


@pytest.mark.parametrize("like", ["running", "jumping"])
def test_no_form_is_named_of_what_stays_out_for_everybody(like: str) -> None:
    (said,) = told(like, equipment=("pool",), pool_days=("mon",))
    assert "beside the plan" not in said


def test_the_bicycle_that_is_there_is_the_one_that_is_named() -> None:
    """Who owned a bicycle was told of the exercise bike that they did not have."""
    (said,) = told("cycling", equipment=("bicycle",))
    assert said.startswith("You like cycling, and this week does without. Flat outdoor cycling, for one: it is interm")


def test_a_harder_partner_is_told_once() -> None:
    plan = Plan(person(likes=("yoga",)))
    plan.live(8)
    for week in plan.weeks:
        came = [move.exercise for move in week.moves if move.new]
        told = [key for change in week.changes for key in change.about[:1] if change.kind == "replaced"]
        assert not set(came) & set(told), week.starts
