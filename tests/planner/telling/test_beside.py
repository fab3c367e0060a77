"""What is said of the weeks as they were lived beside the plan: big days, and flare after flare."""

from datetime import date, timedelta

import pytest

from backplan.model.lately import ActiveDay, Afterwards, Spike
from backplan.planner.telling.beside import of_big_days, see_whom
from tests.support.growth import DAY, WEEK
from tests.support.people import ON, person


def spike(on: date = ON, days: int = 1, *, rest: bool = False) -> Spike:
    worse = on + timedelta(days=days)
    found = ActiveDay(on, ("gardening",), 90, 30, usual=3, rest=rest, before=3, after=(Afterwards(worse, 6),))
    return Spike(found, (worse,))


def said(*spikes: Spike, since: date = ON) -> str:
    found = of_big_days(spikes, since)
    assert found is not None
    assert found.kind == "spike"
    return found.sentence


@pytest.mark.parametrize(("days", "after"), [(0, "that day"), (1, "the next day was"), (2, "Wednesday was")])
def test_a_big_day_is_named_with_what_was_planned_and_what_came_after(days: int, after: str) -> None:
    found = said(spike(days=days))
    assert found.startswith("Monday 23 November held 90 minutes of gardening, more than twice the 30 planned, and ")
    assert after in found
    assert "`backplan cope pacing` (rule spike)" in found


def test_a_rest_day_is_told_beside_the_longest_day() -> None:
    assert "more than twice the 30 minutes of your longest planned day" in said(spike(rest=True))


def test_it_is_told_as_long_as_its_worse_day_is_no_older_than_a_date() -> None:
    assert of_big_days([spike()], ON + DAY) is not None
    assert of_big_days([spike()], ON + 2 * DAY) is None
    assert of_big_days([], ON) is None


def test_the_last_big_day_is_told_and_the_earlier_ones_of_four_weeks_are_beside_it() -> None:
    found = said(spike(), spike(ON + 2 * WEEK))
    assert found.startswith("Monday 7 December held")
    assert "So it was on 23 November, too." in found
    assert "`backplan cope pacing` (rule boom-and-bust)" in found
    assert "The same amount on good days and on bad ones" in found
    assert "minutes a day" not in found  # an amount that followed the plan fell with each bad week
    assert "too." not in said(spike(), spike(ON + 5 * WEEK))


def test_whoever_cleared_the_person_may_be_seen_too() -> None:
    cleared = person().clearance
    assert see_whom(None) == "a physiotherapist"
    assert cleared is not None
    assert see_whom(cleared) == "a physiotherapist, or the doctor who cleared you,"
    assert see_whom(cleared._replace(by="physiotherapist")) == "the physiotherapist who cleared you"
