"""On short days, too, a walk that has grown takes nothing away: two that fit beside the work stay two."""

from itertools import pairwise
from operator import ge

import pytest

from backplan.model.vocabulary import WEEKDAYS
from tests.support.growth import WELL, Plan
from tests.support.people import person
from tests.support.planned import planned

THREE_OF_TWENTY = {"mon": 20, "wed": 20, "fri": 20}


@pytest.mark.parametrize("comfortable", [4, 5, 6])
@pytest.mark.parametrize("born", [None, 1955])
def test_a_longer_walk_never_leaves_fewer_minutes(comfortable: int, born: int | None) -> None:
    plan = Plan(person(minutes=THREE_OF_TWENTY, aerobic_minutes=comfortable, born=born))
    held = []
    for _ in range(8):
        found = planned(plan.request())
        assert found.holds
        held.append(found.holds.aerobic)
        plan.live(1, WELL)
    assert held == sorted(held), held


def test_a_level_that_rises_takes_nothing_away() -> None:
    """In the sixth week the stretches of the new level took a minute more, and a set of hip work stood aside for it."""
    plan = Plan(person(minutes=dict.fromkeys(WEEKDAYS, 20), aerobic_minutes=15, born=1955))
    plan.live(7, WELL)
    held = [week.holds for week in plan.weeks]
    for before, now in pairwise(held):
        assert before is not None
        assert now is not None
        assert all(map(ge, now, before)), held
