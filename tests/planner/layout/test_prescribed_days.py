"""What may be held of what is prescribed: the same as trying all ways through the days."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.planner.layout import prescribed_days
from backplan.planner.layout.points import Alike, prescribed_points
from backplan.planner.layout.prescribed_days import COUNT, DIGIT, best_held, digits

Asked = tuple[list[set[int]], int, tuple[int, ...], list[Alike]]


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    """A few days, what each may add, what is held to begin with, the most of each, and what is prescribed."""
    many = draw(st.integers(1, 3))
    groups = [
        Alike(str(at), days, draw(st.integers(days, 7)), draw(st.booleans()), draw(st.integers(1, 3)))
        for at, days in enumerate(draw(st.lists(st.integers(1, 5), min_size=many, max_size=many)))
    ]
    one = st.lists(st.integers(0, 1), min_size=many + 1, max_size=many + 1).map(digits)
    menus = draw(st.lists(st.sets(one, min_size=1, max_size=4), min_size=1, max_size=3))
    days = draw(st.lists(st.sampled_from([menu | {0} for menu in menus]), max_size=5))
    visits = draw(st.integers(0, 2))
    return days, digits((visits, *[0] * many)), (draw(st.integers(visits, 5)), *[each.most for each in groups]), groups


def counts(held: int, many: int) -> list[int]:
    return [held >> DIGIT * at & COUNT for at in reversed(range(many))]


def by_trying_all(
    days: list[set[int]], none: int, most: tuple[int, ...], groups: list[Alike]
) -> dict[int, list[set[int]]]:
    """What is held before each day and at the end on all ways through the days, by what their days are worth."""
    found: dict[int, list[set[int]]] = {}
    for way in product(*days):
        helds = [none + sum(way[:at]) for at in range(len(way) + 1)]
        ends = counts(helds[-1], len(most))
        if all(count <= limit for count, limit in zip(ends, most, strict=True)):
            points = sum(prescribed_points(group, count) for group, count in zip(groups, ends[1:], strict=True))
            befores = found.setdefault(points, [set() for _ in helds])
            for before, held in zip(befores, helds, strict=True):
                before.add(held)
    return found


@pytest.mark.parametrize("few", [0, 1_000], ids=["by prices", "without prices"])
@given(asked())
def test_all_that_may_be_held_is_found_the_best_first(few: int, those: Asked) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(prescribed_days, "FEW", few)
        found = list(best_held(*those))
    assert found == sorted(by_trying_all(*those).items(), reverse=True)


def test_nine_exercises_on_their_own_days_are_held_in_a_moment() -> None:
    groups = [Alike(str(at), days, days, False, 1) for at, days in enumerate((7, 5, 5, 5, 2, 2, 2, 7, 4))]
    two_of_nine = {digits((0, *each)) for each in product((0, 1), repeat=9) if sum(each) <= 2}
    most = (0, *[each.most for each in groups])
    points, within = next(best_held([two_of_nine] * 7, digits([0] * 10), most, groups))
    assert points < 0  # 39 turns are asked for, and 14 fit
    assert {sum(counts(held, 10)) for held in within[-1]} == {14}
