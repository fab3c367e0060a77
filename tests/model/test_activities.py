"""How hard activities beside the plan are as a rule."""

import pytest

from backplan.model.activities import METS, effort_of
from tests.support.planned import exercises

LIKE = {
    "walk": "moderate-walk", "bike": "outdoor-cycling", "bike-ride": "outdoor-cycling", "rowing": "rowing-machine",
    "dancing": "slow-dance", "dance": "slow-dance", "hiking": "hill-walk", "hike": "hill-walk",
}  # fmt: skip


def test_an_activity_that_the_library_has_is_as_hard_as_there() -> None:
    known = {each.id: each.met for each in exercises()}
    assert {activity: METS[activity] for activity in LIKE} == {activity: known[key] for activity, key in LIKE.items()}


@pytest.mark.parametrize(("activity", "effort"), [("walk", "moderate"), ("hiking", "moderate"), ("chess", None)])
def test_an_effort_is_told_of_what_is_known(activity: str, effort: str | None) -> None:
    assert effort_of(activity) == effort
