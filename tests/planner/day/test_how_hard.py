"""What the item of an exercise says of how hard it is to be, and of its load."""

import pytest

from backplan.library import load as library
from backplan.model.case import Lift
from backplan.model.exercise import by_id
from backplan.model.week import GivenDose
from backplan.planner.day.how_hard import how_hard, load_of
from backplan.planner.week import make_week
from tests.support.growth import WELL, Plan
from tests.support.people import case, person

EXERCISES = by_id(library.load().exercises)
LEARNT = case(practised=frozenset(EXERCISES))
MOVING = GivenDose(2, 12, 1)


@pytest.mark.parametrize(
    ("key", "dose", "said"),
    [
        ("seated-band-row", MOVING, "The last two should be hard; stop while you could still do two more."),
        ("sit-to-stand", MOVING, "Stop while you could still do two more."),
        (
            "farmer-carry",
            GivenDose(3, 1, 30),
            "The last seconds should be hard; stop while you could still go on a little.",
        ),
        ("bird-dog", MOVING, None),
    ],
)
def test_how_hard_by_what_the_exercise_is(key: str, dose: GivenDose, said: str | None) -> None:
    assert how_hard(EXERCISES[key], dose, LEARNT) == said


def test_with_more_load_fewer_repetitions_are_enough() -> None:
    with_more = LEARNT._replace(lifts=dict.fromkeys(EXERCISES, "more"))
    band, weight = (how_hard(EXERCISES[key], MOVING, with_more) or "" for key in ("seated-band-row", "floor-press"))
    assert "even if that is fewer than last week. No stronger band?" in band
    assert "even if that is fewer than last week. No such weight?" in weight


@pytest.mark.parametrize(
    ("lift", "band", "weight"),
    [
        (None, None, None),
        ("more", "with the next band", "with a little more weight"),
        ("kept", "with the stronger band", "with the heavier weight"),
        ("less", "with the lighter band again", "with the lighter weight again"),
    ],
)
def test_a_step_of_load_stands_beside_the_dose(lift: Lift | None, band: str | None, weight: str | None) -> None:
    now = LEARNT._replace(lifts=dict.fromkeys(EXERCISES, lift) if lift else {})
    assert [load_of(EXERCISES[key], now) for key in ("seated-band-row", "floor-press")] == [band, weight]


def test_a_week_says_how_hard_from_the_second_one_with_an_exercise_on_and_warm_ups_never() -> None:
    plan = Plan(person(level="intermediate", equipment=("band",)))
    first, second = plan.live(1, WELL, 3), make_week(plan.request())
    said = [
        {
            (block.kind, item.exercise)
            for day in week.days
            for block in day.blocks()
            for item in block.items
            if item.how_hard
        }
        for week in (first, second)
    ]
    assert said[0] == set()
    assert ("strength", second.programme["pull"]) in said[1]
    assert {kind for kind, _ in said[1]} <= {"core", "strength"}
