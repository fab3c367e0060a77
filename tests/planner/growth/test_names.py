"""When a harder partner comes, and of which part: by turns, balance beside them."""

from functools import cache
from itertools import pairwise

import pytest

from backplan.library import load as library
from backplan.model.exercise import by_id
from backplan.model.slots import CORE, CORE_MORE, STRENGTH
from backplan.model.week import Week
from backplan.planner.growth.pace import NAMES_OF_CORE
from tests.support.growth import DONE_ONLY, WELL, Plan
from tests.support.habits import TIMES
from tests.support.people import person

BY_ID = by_id(library.load().exercises)
WEEKS = 12
LOADED = [slot for slot in STRENGTH if slot != "balance"]
TALLER = {"born": 1948, "conditions": ("balance-poor",), "aerobic_minutes": 8}


@cache
def lived(time: str, *, older: bool = False, silent: bool = False) -> tuple[Week, ...]:
    days, minutes, _ = TIMES[time]
    plan = Plan(person(minutes=dict.fromkeys(days, minutes), **(TALLER if older else {"aerobic_minutes": 15})))
    plan.live(WEEKS, DONE_ONLY if silent else WELL._replace(effort=4), None if silent else 3)
    return tuple(plan.weeks)


def names(weeks: tuple[Week, ...], *slots: str) -> list[int]:
    """The numbers of the weeks in which another exercise took one of some slots."""
    changed = [(n, a.programme, b.programme) for n, (a, b) in enumerate(pairwise(weeks), 2)]
    return [n for n, before, now in changed for slot in slots if before.get(slot) != now.get(slot)]


LIVES = [("3 x 20", False), ("4 x 30", False), ("5 x 45", False), ("7 x 15", False), ("5 x 45", True), ("4 x 30", True)]


@pytest.mark.parametrize(("time", "older"), LIVES)
@pytest.mark.parametrize("slot", ["lower", "push", "balance", *CORE])
def test_who_does_every_session_meets_a_harder_one_of_each_within_twelve_weeks(
    time: str, older: bool, slot: str
) -> None:
    """Pulling has no harder partner without weights: it takes the next band."""
    assert names(lived(time, older=older), slot)


@pytest.mark.parametrize("time", ["3 x 20", "5 x 45", "7 x 15"])
def test_a_heel_to_toe_stand_comes_by_the_eighth_week(time: str) -> None:
    assert lived(time)[7].programme["balance"] == "tandem-stand"


@pytest.mark.parametrize("time", ["4 x 30", "5 x 45"])
def test_who_may_fall_goes_on_more_slowly(time: str) -> None:
    fast, slow = (names(lived(time, older=older), "balance") for older in (False, True))
    assert slow[0] > fast[0]
    assert all(after - before >= 5 for before, after in pairwise(slow))
    held = {week.programme["balance"] for week in lived(time, older=True)}
    assert all("counter" in BY_ID[key].equipment for key in held)


@pytest.mark.parametrize(("time", "older"), LIVES)
def test_a_week_brings_one_harder_partner_and_one_of_balance_beside_it(time: str, older: bool) -> None:
    weeks = lived(time, older=older)
    others = names(weeks, *CORE, *CORE_MORE, *LOADED)
    assert len(others) == len(set(others))
    assert not set(names(weeks, *LOADED)) & set(names(weeks, "balance")), "two of strength in one week"


@pytest.mark.parametrize(("time", "older"), LIVES)
def test_strength_has_one_of_four_turns_and_keeps_one_that_has_no_room_yet(time: str, older: bool) -> None:
    weeks = lived(time, older=older)
    core, strength = names(weeks, *CORE, *CORE_MORE), names(weeks, *LOADED)
    for number in strength:
        before = sum(each < number for each in strength)
        assert before * NAMES_OF_CORE < sum(each < number for each in core), (core, strength)
