"""How a session is told at the terminal."""

import pytest

from backplan.cli.session import _one_or_three
from backplan.errors import UsageError


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
