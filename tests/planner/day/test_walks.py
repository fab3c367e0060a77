"""Which kind of aerobic work each bout becomes."""

from backplan.model.diary import Swap
from backplan.model.exercise import by_id
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support.people import ON, person
from tests.support.planned import exercises

BY_ID = by_id(exercises())
WALK = "easy-walk"


def bouts(*likes: str, swaps: tuple[Swap, ...] = ()) -> list[str]:
    """The exercise of each bout of a first week, in order."""
    request = Request(person(likes=likes), exercises(), ON, ON, began=ON)._replace(swaps=swaps)
    blocks = (block for day in make_week(request).days for block in day.blocks() if block.kind == "aerobic")
    return [item.exercise for block in blocks for item in block.items]


def kinds(*likes: str) -> list[str]:
    return [BY_ID[key].modality for key in bouts(*likes)]


def test_what_is_liked_on_the_spot_takes_turns_with_a_walk() -> None:
    """Who liked tai chi had no walk in twelve weeks."""
    found = kinds("tai-chi")
    assert set(found) == {"tai-chi", "walking"}
    assert found.count("tai-chi") >= found.count("walking")


def test_where_a_ride_is_liked_too_nothing_comes_beside_what_is_liked() -> None:
    assert set(kinds("tai-chi", "walking")) == {"tai-chi", "walking"}
    assert set(kinds("walking")) == {"walking"}


def test_a_walk_that_was_swapped_away_does_not_come_back() -> None:
    assert WALK not in bouts("tai-chi", swaps=(Swap(ON, WALK),))
