"""Part of a session is neither good nor bad: it lets nothing grow, and takes nothing back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.model.outcome import Part
from backplan.planner.growth.pace import held_by, may_grow
from tests.support.growth import DONE_ONLY, WELL, Plan
from tests.support.people import ON

PARTS: tuple[Part, ...] = ("core", "strength", "aerobic")


def lived(weeks: int = 2) -> Plan:
    plan = Plan()
    plan.live(weeks, WELL)
    assert all(may_grow(plan.standing(), part) for part in PARTS)
    return plan


@pytest.mark.parametrize("said", [WELL, DONE_ONLY])
@pytest.mark.parametrize("weeks", [2, 4])
def test_weeks_of_parts_alone_let_nothing_grow_and_take_nothing_back(said: object, weeks: int) -> None:
    plan = Plan()
    assert isinstance(said, type(WELL))
    last = plan.live(weeks, said._replace(done="part"))
    assert not any(may_grow(plan.standing(), part) for part in PARTS)
    assert plan.standing().past.too_much_lately is None
    assert not last.moves


def growing(plan: Plan, in_part: list[bool]) -> set[Part]:
    """The parts that may grow after sessions some of which were done in part."""
    whole = plan.entries
    plan.entries = [each._replace(done="part") if p else each for each, p in zip(whole, in_part, strict=False)]
    standing, plan.entries = plan.standing(), whole
    assert standing.past.too_much_lately is None
    return {part for part in PARTS if may_grow(standing, part)}


TWO_WEEKS = st.lists(st.booleans(), min_size=20, max_size=20)


@given(TWO_WEEKS, TWO_WEEKS)
def test_less_done_never_lets_more_grow(some: list[bool], more: list[bool]) -> None:
    plan = lived()
    either = [a or b for a, b in zip(some, more, strict=True)]
    assert growing(plan, either) <= growing(plan, some)


def test_one_session_done_in_part_holds_back_no_week_of_whole_ones() -> None:
    plan = lived()
    plan.entries[-1] = plan.entries[-1]._replace(done="part")
    assert may_grow(plan.standing(), "aerobic")


def test_what_was_left_out_by_name_is_all_that_was_left_out() -> None:
    plan = Plan()
    plan.live(2, WELL._replace(done="part", left_out=("bird-dog",)))
    assert all(may_grow(plan.standing(), part) for part in PARTS)


def test_too_much_of_a_part_is_too_much_and_a_hard_part_holds() -> None:
    plan = lived()
    plan.entries[-1] = plan.entries[-1]._replace(done="part", effort=9)
    assert any("growth-effort" in held_by(plan.standing(), part) for part in PARTS)
    plan.entries[-1] = plan.entries[-1]._replace(effort=None, peak=9)
    assert plan.standing().past.too_much_lately is not None


def test_a_session_told_in_part_and_later_whole_is_whole() -> None:
    told = DONE_ONLY._replace(on=ON, done="part").with_more(WELL._replace(done="all"))
    assert told is not None
    assert told.whole
