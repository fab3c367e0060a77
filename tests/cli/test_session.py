"""How a session is told at the terminal."""

from datetime import date
from pathlib import Path

import pytest

from backplan.actions.log import planned
from backplan.actions.workspace import Workspace
from backplan.cli.session import _one_or_three
from backplan.errors import UsageError
from backplan.render import log as words
from tests.support.cli import run, started

FRIDAY = date(2026, 11, 27)  # a day of rest


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("3 5 4", (3, 5, 4)),
        ("3/5/4", (3, 5, 4)),
        ("3, -, 4", (3, None, 4)),
        ("3", 3),
        ("3/10", 3),
        ("about four", 4),
        ("", None),
    ],
)
def test_three_numbers_may_be_said_at_once_and_one_alone(said: str, read: object) -> None:
    assert _one_or_three(said) == read


@pytest.mark.parametrize("said", ["3 5 14", "3 5 4 2", "much"])
def test_what_is_no_number_is_asked_again(said: str) -> None:
    with pytest.raises(UsageError):
        _one_or_three(said)


def test_a_session_that_is_told_on_a_day_of_rest_is_named_with_why_it_is_that_one(home: Path) -> None:
    started(home)
    assert run("week", home=home).code == 0
    for day in ("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"):
        assert run("log", "--done", "all", home=home, today=day).code == 0
    found = planned(Workspace(FRIDAY, home), FRIDAY)
    assert found is not None
    lead, head, *_ = words.planned(found)
    assert lead == "No session waits on Friday 27 November, so what you tell is taken for this one:"
    assert head.startswith("Saturday 28 November: ")
