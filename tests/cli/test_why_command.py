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


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("birdogs", "bird-dog"), ("SL bridge", "single-leg-bridge"), ("sit 2 stand", "sit-to-stand"),
        ("hip hinge with a stick", "hip-hinge"),
    ],
)  # fmt: skip
def test_a_name_written_short_or_with_a_letter_less_is_found_by_why_search_and_prescribe_alike(
    name: str, key: str, home: Path
) -> None:
    assert f"({key})" in run("why", name, home=home).out.splitlines()[0]
    assert run("library", "search", name, home=home).out.startswith(f"{key}\t")
    assert run("prescribe", "add", name, home=home).code == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Swiss ball squats", "near it, and gentle, is wall-sit or mini-squat"),
        ("fire hydrant", "near it, and gentle, is clamshell or side-lying-leg-raise"),
        ("half press-ups", "is the name of knee-push-up and of prone-on-elbows"),
    ],
)
def test_a_name_that_none_of_ours_has_or_two_share_is_told_with_what_is_near(name: str, told: str, home: Path) -> None:
    assert told in run("why", name, home=home).err


def test_what_an_exercise_is_done_with_is_no_dose(home: Path) -> None:
    done = run("prescribe", "add", "hip hinge with a broom", home=home)
    assert (done.code, "did you mean hip-hinge?" in done.err, "dose" in done.err) == (2, True, False)
