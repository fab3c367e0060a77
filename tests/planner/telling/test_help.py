"""What would help a week with a prescription is true: a week of those minutes, laid out, meets the row."""

from collections.abc import Sequence

import pytest

from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.planner.request import Request
from tests.support.helped import borne_out, claims
from tests.support.people import ON, person
from tests.support.planned import exercises


def add(exercise: str, per_week: int, **dose: int) -> Prescribed:
    item = Prescribed("add", "physiotherapist", ON, exercise=exercise, per_week=per_week)
    return item._replace(**dose)  # type: ignore[arg-type]


# Each has a dose that is smaller on short days, so that longer days hold less than they would at that dose.
PROGRAMMES: Sequence[tuple[Prescribed, ...]] = (
    (add("standing-inner-thigh-stretch", 7, sets=3, reps=9),),
    (
        add("seated-trunk-turn", 1, sets=2, reps=11),
        add("chair-sun-salutation", 7, minutes=15),
        add("side-arm-raise", 7, sets=1, reps=10),
    ),
    (add("easy-walk", 5, minutes=25), add("bird-dog", 5, sets=3, reps=10)),
    (add("bird-dog", 7, sets=5, reps=12), add("glute-bridge", 5, sets=3, reps=10)),
)


def request(days: Sequence[Weekday], minutes: int, items: Sequence[Prescribed]) -> Request:
    who = person(minutes=dict.fromkeys(days, minutes), aerobic_minutes=15)
    numbered = tuple(item._replace(id=number) for number, item in enumerate(items, 1))
    return Request(who, exercises(), ON, ON, began=ON, prescriptions=numbered)


@pytest.mark.parametrize("items", PROGRAMMES, ids=lambda items: items[0].exercise)
@pytest.mark.parametrize(("many", "minutes"), [(7, 16), (6, 14), (5, 20)])
def test_the_minutes_that_are_said_to_help_beside_a_prescription_do(
    items: tuple[Prescribed, ...], many: int, minutes: int
) -> None:
    asked = request(WEEKDAYS[:many], minutes, items)
    for claim in claims(asked):
        assert borne_out(asked, claim), claim


def test_some_minutes_are_said_to_help_beside_each_prescription() -> None:
    """So that the test above tests something."""
    assert all(claims(request(WEEKDAYS, 16, items)) for items in PROGRAMMES)
