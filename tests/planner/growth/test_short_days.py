"""On short days, too, a walk that has grown takes nothing away: two that fit beside the work stay two."""

import pytest

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
