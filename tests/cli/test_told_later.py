"""A session that is told of again, of a day that had none, or only by what of it was not done."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import Result, diary_of, run, started

TODAY = "2026-11-26"  # a Thursday; on Friday is rest


@pytest.fixture
def home(tmp_path: Path) -> Path:
    started(tmp_path / "home", "2026-11-23")
    run("week", home=tmp_path / "home", today="2026-11-23")
    return tmp_path / "home"


def told(home: Path, *sentences: str, today: str = TODAY) -> Result:
    """What is answered to the last of some sentences after `log`."""
    return [run("log", *each.split(), home=home, today=today) for each in sentences][-1]


def session(home: Path) -> dict[str, Any]:
    (found,) = (each for each in diary_of(home, TODAY) if each["kind"] == "session")
    return found


def test_what_was_left_out_by_name_stands_though_everything_is_told_later(home: Path) -> None:
    run("log", "--done", "part", "--not", "heel slide", home=home, today=TODAY)
    done = told(home, "did everything")
    assert (session(home)["done"], session(home)["not"]) == ("part", ["heel-slide"])
    assert "stands" in done.out
    assert run("diary", "edit", str(session(home)["id"]), "--done", "all", "--not", "none", home=home).code == 0
    assert (session(home)["done"], session(home)["not"]) == ("all", [])


def test_part_of_which_nobody_knows_what_is_everything_when_that_is_told(home: Path) -> None:
    done = told(home, "did part of it", "did everything")
    assert session(home)["done"] == "all"
    assert "It was noted as partly done before" in done.out


@pytest.mark.parametrize("how_far", ["all", "part"])
def test_how_it_went_told_later_is_of_the_session_that_stands(how_far: str, home: Path) -> None:
    run("log", "--done", how_far, home=home, today=TODAY)
    done = told(home, "it went well")
    assert (session(home)["done"], session(home)["note"]) == (how_far, "it went well")
    assert "taken as" not in done.out
    again = told(home, "it went well")
    assert "noted for today already" in again.err
    assert session(home)["note"] == "it went well"


@pytest.mark.parametrize("words", ["skipped the stretch", "no stretching today", "left out the stretches, too tired"])
def test_who_skipped_a_part_did_the_rest_and_is_told_that_it_is_so_taken(words: str, home: Path) -> None:
    done = told(home, words)
    assert session(home)["done"] == "all"
    assert any("chest" in each or "knee" in each for each in session(home)["not"])
    assert "The rest of the planned session is taken as done" in done.out


def test_of_a_day_of_rest_the_session_that_may_be_meant_is_named(home: Path) -> None:
    done = told(home, "couldn't do it yesterday", today="2026-11-28")
    assert "--on 2026-11-26 --done no" in done.err
    assert "--function" not in done.out


@pytest.mark.parametrize("words", ["my knee hurts", "my shoulder hurt", "my knee hurts when I do the squats"])
def test_another_part_that_hurts_is_told_how_an_exercise_is_eased(words: str, home: Path) -> None:
    done = told(home, words)
    assert "hurt sharply`" in done.out


@pytest.mark.parametrize(
    ("words", "pain"), [("did not go to work, pain 5", 5), ("could not sleep, pain 6", 6), ("never got up, pain 7", 7)]
)
def test_what_was_not_done_is_no_activity_beside_its_pain(words: str, pain: int, home: Path) -> None:
    assert told(home, words).code == 0
    assert [each["pain"] for each in diary_of(home, TODAY) if each["kind"] == "pain"][-1] == pain


def test_the_day_of_words_that_cannot_be_read_is_in_what_to_type(home: Path) -> None:
    assert "backplan log yesterday pain 3" in told(home, "3 3 yesterday").err


def test_a_number_of_now_is_no_minutes(home: Path) -> None:
    done = told(home, "hoovered the whole flat, now 5")
    assert all(each.get("minutes") != 5 for each in diary_of(home, TODAY)), done
