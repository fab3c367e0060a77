"""How hard activities beside the plan are as a rule."""

import pytest

from backplan.model.activities import METS, effort_of, is_still, moves_on
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


MOVING = (
    "strolled in the park, nordic walking, bike ride, cycling to work, exercise bike, swimming lengths, aqua aerobics, "
    "rowing machine, line dancing, table tennis, golf, hill walk, mowing the lawn, raking leaves, hoovering, "
    "cleaning the windows, shovelling snow, stairs, took the dog out, wheeling, handcycling, a walk after dinner, "
    "pushed the pram, played in the park with the kids, painted the fence, seated dance class, walked and talked, "
    "walk while listening to a podcast, planned walk, walked to a meeting"
)
NOT_MOVING = (
    "talked about hiking, we talked about a walk, watching my son play football, thinking about swimming, "
    "planned a walk, listening to a podcast about running, phone call about cycling, sat in a meeting, "
    "reading a book, reading about walking, ironing, physio appointment, washing up, shopping, carried boxes, chess, "
    "watched golf, sat in the garden, garden centre, bike shop, walk-in clinic, drove to the gym, fixing my bike, "
    "cleaned my teeth, planning a walk, dinner in the garden, choir, playing cards"
)


@pytest.mark.parametrize(
    ("activity", "moving"),
    [(each, True) for each in MOVING.split(", ")] + [(each, False) for each in NOT_MOVING.split(", ")],
)
def test_own_words_are_taken_for_aerobic_work_only_where_they_are_known_to_be_some(activity: str, moving: bool) -> None:
    own = activity.replace(" ", "-")
    assert (moves_on(own) and not is_still(own)) is moving
