"""`why`: short where the terminal is lower than all of it, and whole wherever that can be read."""

from pathlib import Path

import pytest

from tests.support.cli import run, started
from tests.support.sitting import ended, terminal


def test_why_is_no_longer_than_a_low_terminal_and_says_how_all_of_it_is_had(
    home: Path,
) -> None:
    started(home)
    code, said = ended(terminal("why", "bird", "dog", home=home, columns=60))
    assert code == 0
    assert len(said.splitlines()) < 24
    assert "above-level" in said
    assert "bird-dog --full" in said
    _, full = ended(terminal("why", "bird", "dog", "--full", home=home, columns=60))
    assert "doi 10." in full
    assert "--full" not in full


def test_in_a_pipe_why_is_whole(home: Path) -> None:
    started(home)
    said = run("why", "bird", "dog", home=home).out
    assert "doi 10." in said
    assert "--full" not in said


@pytest.mark.parametrize(
    "said", ["is there no bird dog", "no bird dog", "isn't there any bird dog in my week?", "do i have bird dog"]
)
def test_why_hears_a_whole_question(said: str, home: Path) -> None:
    started(home)
    assert run("why", *said.split(), home=home).out == run("why", "bird", "dog", home=home).out
