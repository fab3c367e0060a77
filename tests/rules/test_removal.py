"""Taking any rule out of its index is noticed by the test of its name; tools/rule_removal.py does it in full."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest

from backplan.rules.exclusion import other_contraindication
from tests.support.indexes import INDEXES, all_rules, without

pytestmark = pytest.mark.usefixtures("nothing_remembered")
RULES = [(index, rule.id) for index, rule in all_rules()]


@pytest.fixture
def nothing_remembered() -> Iterator[None]:
    """Which rules speak of a tag is worked out anew, and what was without one is not kept for the tests after it."""
    other_contraindication._about.cache_clear()
    yield
    other_contraindication._about.cache_clear()


def runs(test: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """The arguments of each run of a test, from its parametrize marks."""
    sets: list[dict[str, Any]] = [{}]
    for mark in getattr(test, "pytestmark", []):
        names, values = mark.args
        keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
        rows = [value if len(keys) > 1 or not isinstance(names, str) else (value,) for value in values]
        sets = [{**one, **dict(zip(keys, row, strict=True))} for one in sets for row in rows]
    yield from sets


def fails(index: str, rule_id: str) -> bool:
    """Whether the test of the rule's name fails."""
    module = import_module(f"tests.rules.{INDEXES[index][1]}")
    test: Callable[..., None] = getattr(module, f"test_{rule_id.replace('-', '_')}")
    try:
        for arguments in runs(test):
            test(**arguments)
    except (AssertionError, StopIteration):
        return True
    return False


@pytest.mark.parametrize(("index", "rule_id"), RULES)
def test_taking_a_rule_out_of_its_index_is_noticed(index: str, rule_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not fails(index, rule_id)
    monkeypatch.setattr(INDEXES[index][0], index, without(index, rule_id))
    assert fails(index, rule_id)


def test_a_removal_that_nobody_notices_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the osteoporosis rule the test of another rule still passes: so passing means not noticed."""
    monkeypatch.setattr(INDEXES["EXCLUSIONS"][0], "EXCLUSIONS", without("EXCLUSIONS", "osteoporosis"))
    assert not fails("EXCLUSIONS", "knee-issue")
