"""That minutes are left free is said beside what falls short, with why; the minutes are never blamed for it."""

from datetime import date

import pytest

from backplan.planner.lay import lay
from backplan.planner.request import Request
from backplan.planner.telling import days, spare
from backplan.planner.week import make_week
from tests.support.lives import whole
from tests.support.people import person
from tests.support.planned import exercises
from tests.support.random_people import numbered, random_request

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("number", "row", "why"),
    [
        (25, "core", spare.EVEN),
        (53, "strength", days.DAYS_APART),
        (81, "aerobic", spare.LONGEST.format(19)),
        (54, "core", "The minutes left on Monday, Tuesday and Wednesday are too few for it."),  # of eight minutes
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


def test_no_day_with_minutes_left_is_among_those_that_hold_no_more() -> None:
    """Twenty minutes on three days: Friday uses 15, holds the strength, and has no room for a walk."""
    who = person(minutes=dict.fromkeys(("mon", "wed", "fri"), 20), equipment=("mat",))
    laid = lay(Request(who, exercises(), MONDAY, MONDAY))
    assert [day.minutes for day in laid.days if day.sessions] == [20, 20, 15]
    told = {"aerobic": "the minutes left on Friday are too few for it.", "strength": spare.OTHERS_FULL}
    assert spare.why_full(laid, list(told)) == told
    assert not [row for row in make_week(laid.standing.request).balance if "hold no more" in (row.reason or "")]


def test_rounds_of_strength_that_share_a_day_are_told_and_no_want_of_minutes() -> None:
    """Of four days of 30 minutes one held both rounds; the weeks around it had them on two, in the same minutes."""
    laid = lay(random_request(numbered(77, 104), whole().exercises))
    assert spare.why_full(laid, ["strength"]) == {}
    shared = laid._replace(options=tuple(day._replace(strength_rounds=2 * day.strength_rounds) for day in laid.options))
    assert spare.why_full(shared, ["strength", "core"]) == {"strength": spare.TOGETHER}
