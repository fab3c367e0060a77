"""Who needs the slow ramp of aerobic minutes: both sides of each rule."""

import pytest

from backplan.model.case import PainToday
from tests.support.indexes import slowed_by
from tests.support.people import case, person, tagged


def test_nobody_without_a_reason_is_slowed() -> None:
    assert slowed_by(case()) == []


def test_slow_nerve() -> None:
    assert slowed_by(tagged("sciatica")) == ["slow-nerve"]
    assert slowed_by(tagged("flexion-intolerant")) == []


@pytest.mark.parametrize(("weeks", "by"), [(0, ["slow-operation"]), (11, ["slow-operation"]), (12, []), (None, [])])
def test_slow_operation(weeks: int | None, by: list[str]) -> None:
    assert slowed_by(case(surgery_weeks=weeks)) == by


@pytest.mark.parametrize(("weeks", "by"), [(0, ["slow-birth"]), (11, ["slow-birth"]), (12, []), (None, [])])
def test_slow_birth(weeks: int | None, by: list[str]) -> None:
    assert slowed_by(case(birth_weeks=weeks)) == by


def test_slow_high_pain() -> None:
    assert slowed_by(case(steady=True)) == ["slow-high-pain"]
    assert slowed_by(case(pain=PainToday(6, 6, accepted=6))) == ["slow-high-pain"]
    assert slowed_by(case(pain=PainToday(6, 6))) == []


def test_slow_older() -> None:
    assert slowed_by(tagged("from-65")) == ["slow-older"]
    assert slowed_by(tagged("from-65", person=person(level="intermediate"))) == []
    assert slowed_by(tagged("balance-poor")) == []
