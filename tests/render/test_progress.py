"""What `progress` says of the goals of aerobic work."""

import pytest

from backplan.planner.lookback.progress import look_back
from backplan.planner.week import make_week
from backplan.render.progress import plain
from tests.support.growth import Plan
from tests.support.people import ON, person


@pytest.mark.parametrize(
    ("planned", "words"),
    [
        (89, "grows towards 90 minutes a week, and in time 150."),
        (90, "has reached 90 minutes a week, and grows towards 150."),
        (150, "holds 150 minutes a week: the goal of 150 is reached."),
    ],
)
def test_only_a_goal_that_is_not_reached_is_one_to_grow_towards(planned: int, words: str) -> None:
    plan = Plan()
    shown = look_back(person(), (), [make_week(plan.request())], plan.request().exercises, ON)
    rows = (shown.rows[0]._replace(minutes_planned=planned),)
    assert f"Goal: Aerobic work {words}" in list(plain(shown._replace(rows=rows)))
