"""Has pain changed since the start, and what the person can do? Both sides of each rule through the index, and laws
over every pair of scores.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.model.outcome import FunctionChange, PainChange, Scored, SevenDays
from tests.support.indexes import able, changed

TENTHS = st.integers(0, 100)
DAYS = st.integers(0, 7)


def pain(first: float, last: float, before: float = 0, *, days: tuple[int, int, int] = (7, 7, 7)) -> PainChange:
    means = zip((first, last, before), days, strict=True)
    at_first, lately, earlier = (SevenDays(round(mean * 10), many) for mean, many in means)
    return PainChange(at_first, lately, earlier)


def said(change: PainChange) -> str | None:
    found = changed(change)
    return found and found[0]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (8.0, 6.0, "change-better"),  # 2 points, 25 percent
        (8.0, 6.1, None),
        (5.0, 3.5, "change-better"),  # 30 percent, 1.5 points
        (5.0, 3.6, None),
        (3.0, 2.1, "change-better"),  # exactly 30 percent, which floating point would miss
        (3.0, 2.2, None),
        (1.0, 0.0, "change-better"),
        (0.0, 0.0, None),  # no pain at the start: no percentage
        (4.0, 4.0, None),
    ],
)
def test_change_better(first: float, last: float, expected: str | None) -> None:
    assert said(pain(first, last)) == expected


def test_change_better_says_the_points_and_the_percentage() -> None:
    found = changed(pain(5.0, 3.0))
    assert found is not None
    assert found[1] == "better"
    assert "5.0" in found[2]
    assert "3.0" in found[2]
    assert "2.0 less, 40 percent" in found[2]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (3.0, 5.0, "change-worse"),
        (3.0, 4.9, None),
        (1.0, 2.0, None),  # twice the pain, but one point: percent is for less pain only
        (0.0, 2.0, "change-worse"),  # no pain at the start is something to be worse than
        (0.0, 1.9, None),
        (9.0, 10.0, None),
    ],
)
def test_change_worse(first: float, last: float, expected: str | None) -> None:
    assert said(pain(first, last)) == expected


@pytest.mark.parametrize(
    ("before", "days", "held"), [(5.0, 7, True), (4.9, 7, False), (5.0, 3, True), (5.0, 2, False), (0.0, 0, False)]
)
def test_change_worse_for_two_weeks_asks_to_see_a_clinician_now(before: float, days: int, held: bool) -> None:
    found = changed(pain(3.0, 6.0, before, days=(7, 7, days)))
    assert found is not None
    assert found[1] == "worse"
    assert "doctor or physiotherapist" in found[2]
    assert ("Please see" in found[2]) == held
    assert ("flare passes" in found[2]) != held


@pytest.mark.parametrize(("first_days", "last_days"), [(1, 7), (2, 7), (7, 1), (7, 2), (0, 0), (2, 2)])
@pytest.mark.parametrize("last", [0.0, 10.0])
def test_never_judged_from_fewer_than_three_days(first_days: int, last_days: int, last: float) -> None:
    assert changed(pain(5.0, last, 10.0, days=(first_days, last_days, 7))) is None
    assert changed(pain(5.0, last, 10.0, days=(3, 3, 0))) is not None


@given(first=TENTHS, last=TENTHS, before=TENTHS, days=st.tuples(DAYS, DAYS, DAYS))
def test_more_pain_never_sounds_better(first: int, last: int, before: int, days: tuple[int, int, int]) -> None:
    rank = {"better": 0, None: 1, "worse": 2}

    def way(now: int) -> int:
        found = changed(PainChange(SevenDays(first, days[0]), SevenDays(now, days[1]), SevenDays(before, days[2])))
        return rank[found and found[1]]

    assert way(last) <= way(min(100, last + 1))


@given(first=TENTHS, last=TENTHS)
def test_better_is_less_and_worse_is_more(first: int, last: int) -> None:
    found = changed(PainChange(SevenDays(first, 7), SevenDays(last, 7), SevenDays(last, 7)))
    if found is not None:
        assert (found[1] == "better") == (last < first)


@given(st.lists(st.integers(0, 10), max_size=7))
def test_a_mean_lies_between_the_least_and_the_most(scores: list[int]) -> None:
    found = SevenDays.of(scores)
    assert found.days == len(scores)
    assert min(scores, default=0) <= found.mean <= max(scores, default=0)


# -- what the person can do -----------------------------------------------------------------------------------------


def scored(*pairs: tuple[int, int], days: int = 7) -> FunctionChange:
    names = ("put on my socks", "drive for an hour", "sit through a film")
    return FunctionChange(
        tuple(Scored(name, first, last, days) for name, (first, last) in zip(names, pairs, strict=False))
    )


@pytest.mark.parametrize(
    ("pairs", "better"),
    [
        ([(2, 5)], True),  # 3 alone
        ([(2, 4)], False),  # one activity is no average
        ([(2, 4), (3, 5)], True),  # 2 on average
        ([(2, 4), (3, 4)], False),
        ([(2, 4), (3, 5), (5, 6)], False),  # 5 over three
        ([(2, 4), (3, 5), (5, 7)], True),
        ([(2, 5), (3, 3), (5, 5)], True),  # 3 in one of three
        ([(2, 5), (8, 5)], True),  # even on average, and one is 3 up
        ([(2, 5), (8, 4)], False),  # lower on average: one that went up does not make it better
        ([(0, 0)], False),
        ([(5, 2), (6, 3)], False),
        ([], False),
    ],
)
def test_change_function(pairs: list[tuple[int, int]], better: bool) -> None:
    found = able(scored(*pairs))
    assert (found and found[:2]) == (("change-function", "better") if better else None)


@pytest.mark.parametrize(("days", "better"), [(0, False), (6, False), (7, True), (90, True)])
def test_what_one_can_do_is_never_judged_from_scores_less_than_a_week_apart(days: int, better: bool) -> None:
    assert (able(scored((0, 10), (0, 10), days=days)) is not None) == better


def test_an_activity_scored_too_lately_does_not_count_towards_the_average() -> None:
    late = FunctionChange((Scored("put on my socks", 2, 4, 30), Scored("drive for an hour", 0, 10, 6)))
    assert able(late) is None


def test_change_function_names_what_changed() -> None:
    found = able(scored((2, 5), (3, 3), (5, 5)))
    assert found is not None
    assert "put on my socks, 2 of 10 then and 5 now" in found[2]
    assert "drive" not in found[2]


SCORES = st.tuples(st.integers(0, 10), st.integers(0, 9))


@given(pairs=st.lists(SCORES, min_size=1, max_size=3), which=st.integers(0, 2))
def test_doing_more_never_sounds_worse(pairs: list[tuple[int, int]], which: int) -> None:
    more = [(first, last + (number == which % len(pairs))) for number, (first, last) in enumerate(pairs)]
    assert (able(scored(*pairs)) is not None) <= (able(scored(*more)) is not None)
