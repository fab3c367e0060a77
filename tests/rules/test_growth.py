"""What must agree before a block takes a step up; asked through the index."""

import pytest

from backplan.model.aftermath import BlockDone, Verdict
from backplan.rules import growth
from tests.indexes import rules_of

GREEN: Verdict = "green"
READY = BlockDone(verdicts=("green", "amber-ok", "green"), days=9, done_percent=100, pain_rise=0.0, calm=True)


def agreed(block: BlockDone) -> bool:
    """Whether every growth rule lets the block grow."""
    return all(rule.check(block) for rule in growth.GROWTH)


def against(block: BlockDone) -> list[str]:
    """The rules that do not agree."""
    assert rules_of("GROWTH") == growth.GROWTH
    return [rule.id for rule in growth.GROWTH if not rule.check(block)]


def test_a_block_that_is_ready_grows() -> None:
    assert agreed(READY)


@pytest.mark.parametrize(
    ("verdicts", "days", "expected"),
    [
        (("green", "green", "amber-ok"), 7, []),
        (("green", "green", "amber-ok"), 6, ["growth-three"]),
        (("green", "green"), 9, ["growth-three"]),
        ((), 0, ["growth-three"]),
        (("green", "hold", "green"), 9, ["growth-three"]),
        (("regress", "green", "green"), 9, ["growth-three"]),
        (("regress", "green", "green", "green"), 9, []),
    ],
)
def test_growth_three(verdicts: tuple[Verdict, ...], days: int, expected: list[str]) -> None:
    assert against(READY._replace(verdicts=verdicts, days=days)) == expected


@pytest.mark.parametrize(("percent", "expected"), [(80, []), (79, ["growth-done"]), (0, ["growth-done"])])
def test_growth_done(percent: int, expected: list[str]) -> None:
    assert against(READY._replace(done_percent=percent)) == expected


@pytest.mark.parametrize(("rise", "expected"), [(0.9, []), (1.0, ["growth-pain"]), (-2.0, [])])
def test_growth_pain(rise: float, expected: list[str]) -> None:
    assert against(READY._replace(pain_rise=rise)) == expected


def test_growth_calm() -> None:
    assert against(READY) == []
    assert against(READY._replace(calm=False)) == ["growth-calm"]
