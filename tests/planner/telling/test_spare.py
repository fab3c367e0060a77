"""That minutes are left free is said beside what falls short, with why; the minutes are never blamed for it."""

import pytest

from backplan.planner.telling import days, spare
from backplan.planner.week import lay, make_week
from tests.support.lives import whole
from tests.support.random_people import numbered, random_request


@pytest.mark.parametrize(
    ("number", "row", "why"),
    [
        (25, "core", spare.EVEN),
        (53, "strength", days.DAYS_APART),
        (81, "aerobic", spare.LONGEST.format(19)),
        (54, "core", "The minutes of your seven days hold no more."),  # of eight minutes
    ],
)
def test_a_row_beside_free_minutes_is_told_what_holds_it_back(number: int, row: str, why: str) -> None:
    week = make_week(random_request(numbered(77, number), whole().exercises, prescribed=0.33))
    (found,) = (each.reason for each in week.balance if each.target == row)
    assert found is not None
    assert found.startswith(why)


def test_what_a_day_could_hold_without_losing_anything_is_left_for_a_reason_and_not_for_want_of_minutes() -> None:
    laid = lay(random_request(numbered(77, 25), whole().exercises, prescribed=0.33))
    assert spare.why_spare(laid, ["core"]) == {"core": spare.EVEN}
    assert spare.why_spare(laid, ["stretch"]) == {}
