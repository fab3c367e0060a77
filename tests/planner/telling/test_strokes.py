"""Whoever swims one stroke alone, which has to wait, is told so once, with what brings swimming sooner."""

from datetime import timedelta
from typing import Any

import pytest

from backplan.model.week import Week
from backplan.planner.request import Request
from tests.support.people import ON, person
from tests.support.planned import exercises, planned


def week(weeks: int = 0, **changes: Any) -> Week:
    swimmer = person(**{"equipment": ("pool",), "strokes": ("breaststroke",), **changes})
    starts = ON + timedelta(weeks=weeks)
    return planned(Request(swimmer, exercises(), starts, starts, began=ON))


def told(found: Week) -> list[str]:
    return [notice.sentence for notice in found.notices if notice.kind == "wishes"]


def test_breaststroke_alone_waits_and_the_week_says_so_with_what_to_do() -> None:
    (said,) = told(week())
    assert "breaststroke alone" in said
    assert "`backplan why breaststroke`" in said
    assert "`backplan prescribe`" in said
    assert not told(week(weeks=1)), "once is enough"


@pytest.mark.parametrize(
    "changes", [{"strokes": ("backstroke", "breaststroke")}, {"strokes": ()}, {"equipment": ()}, {"swim": False}]
)
def test_who_may_swim_or_has_no_pool_is_told_nothing(changes: dict[str, Any]) -> None:
    assert not told(week(**changes))


def test_who_keeps_out_of_the_water_is_told_nothing_of_it() -> None:
    assert not told(week(conditions=("no-pool",)))
