"""`swap`: what it changes beside the two exercises, and that it says so."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import run, started, week_of


def works(home: Path) -> dict[str, dict[str, Any]]:
    """The exercises of each day's sessions, with their doses."""
    return {
        day["date"]: {
            item["exercise"]: item["dose"]
            for session in day["sessions"]
            for block in session["blocks"]
            for item in block["items"]
        }
        for day in week_of(home)["days"]
    }


@pytest.mark.parametrize("key", ["bird-dog-leg", "sit-to-stand", "heel-slide"])
def test_a_swap_keeps_the_walks_and_parts_of_each_day_and_says_what_else_changed(key: str, home: Path) -> None:
    started(home)
    before = works(home)
    done = run("swap", key, home=home)
    assert done.code == 0, done.err
    after, said = works(home), " ".join(done.out.split())
    (new,) = {each for held in after.values() for each in held} - {each for held in before.values() for each in held}
    for day, held in before.items():
        assert ("easy-walk" in held) == ("easy-walk" in after[day])
        assert len(held) == len(after[day])
        others = {each for each in held.keys() ^ after[day].keys() if each not in (key, new)}
        assert not others or "changes with it" in said


def test_taking_a_swap_back_says_what_else_changed_and_brings_the_week_back(home: Path) -> None:
    started(home)
    before = works(home)
    run("swap", "bird-dog-leg", home=home)
    assert run("swap", "--back", "bird-dog-leg", home=home).code == 0
    assert works(home) == before
