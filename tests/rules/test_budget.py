"""How many of a day's minutes may be used: both sides of each budget rule, after all of them in their order."""

from itertools import product
from typing import get_args

import pytest

from backplan.model.prescription import Prescribed, Prescription
from backplan.model.vocabulary import LEVELS, Level, Mode
from tests.support.indexes import rules_of, usable
from tests.support.people import ON, case

FULL = 8  # the first programme week that uses all of a day's minutes


@pytest.mark.parametrize(
    ("level", "minutes", "expected"),
    [
        ("basic", 50, 50),
        ("basic", 51, 50),
        ("intermediate", 55, 55),
        ("intermediate", 56, 55),
        ("advanced", 60, 60),
        ("advanced", 61, 60),
        ("advanced", 240, 60),
    ],
)
def test_budget_session(level: Level, minutes: int, expected: int) -> None:
    assert usable(minutes, case(level=level, programme_week=FULL)) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(50, 30), (31, 30), (30, 30), (20, 20)])
def test_budget_acute(minutes: int, expected: int) -> None:
    assert usable(minutes, case(mode="acute", programme_week=FULL)) == expected
    assert usable(minutes, case(mode="normal", programme_week=FULL)) == minutes


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(50, 20), (40, 20), (39, 19), (30, 15), (29, 15), (21, 15), (16, 15), (15, 15), (12, 12), (10, 10), (8, 8)],
)
def test_budget_flare(minutes: int, expected: int) -> None:
    assert usable(minutes, case(mode="flare", programme_week=FULL)) == expected
    assert usable(minutes, case(mode="normal", programme_week=FULL)) == minutes


@pytest.mark.parametrize(("minutes", "expected"), [(50, 30), (31, 30), (30, 30), (20, 20)])
def test_prescribed_limit(minutes: int, expected: int) -> None:
    limited = Prescription(limit=Prescribed("limit", "doctor", ON, minutes=30))
    assert usable(minutes, case(prescription=limited, programme_week=FULL)) == expected
    assert usable(minutes, case(programme_week=FULL)) == minutes
    # A day so shortened is halved in a flare like any other of its length.
    modes: tuple[Mode, ...] = ("normal", "flare", "acute")
    for week, mode in product((1, FULL), modes):
        plain = usable(expected, case(programme_week=week, mode=mode))
        assert usable(minutes, case(prescription=limited, programme_week=week, mode=mode)) == plain


def test_the_budget_rules_stand_in_their_order() -> None:
    assert [rule.id for rule in rules_of("BUDGETS")] == [
        "budget-session", "prescribed-limit", "budget-acute", "budget-flare",
    ]  # fmt: skip


def test_a_flare_in_new_pain_halves_the_short_day_of_new_pain() -> None:
    assert usable(50, case(mode="flare", new_pain=True, programme_week=FULL)) == 15
    assert usable(50, case(mode="coping-only", new_pain=True, programme_week=FULL)) == 30


def test_no_budget_ever_adds_minutes_or_shrinks_from_one_week_to_the_next() -> None:
    for mode, level, minutes in product(get_args(Mode), LEVELS, range(0, 121)):
        weeks = [usable(minutes, case(mode=mode, level=level, programme_week=week)) for week in range(1, 12)]
        assert weeks == sorted(weeks)
        assert weeks[0] >= 0
        assert weeks[-1] <= minutes
