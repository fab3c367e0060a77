"""What hurt sharply comes down a step by itself, and says so; what hurt a bit moves nothing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backplan.actions.hurt import hurt_sharply
from backplan.actions.workspace import Workspace
from backplan.model.diary import LogEntry
from tests.support.cli import TODAY, diary_of, run, started, week_of

TUESDAY, LATER = "2026-11-24", "2026-11-25"


KEY, NAME = "bird-dog-leg", "bird dog leg reach"


def dose(week: Any, exercise: str) -> list[Any]:
    """The repetitions of an exercise on the days ahead of a week that hold it."""
    blocks = (
        block for day in week["days"] if day["date"] >= LATER for each in day["sessions"] for block in each["blocks"]
    )
    return [item["dose"]["reps"] for block in blocks for item in block["items"] if item["exercise"] == exercise]


@pytest.mark.parametrize(
    "words", ["did it all but {} hurt sharply", "{} hurt so I stopped", "did it all but the {} because it hurt"]
)
def test_what_hurt_sharply_comes_back_a_step_easier_and_says_so(words: str, home: Path) -> None:
    started(home)
    before = dose(week_of(home, today=TUESDAY), KEY)
    told = run("log", *words.format(NAME).split(), home=home, today=TUESDAY)
    assert "the days ahead hold it a step easier" in told.out
    week = week_of(home, today=LATER)
    after = dose(week, KEY)
    assert before
    assert len(after) == len(before)
    assert all(now < then for now, then in zip(after, before, strict=True))
    assert any("you said that it hurt" in each and "verdict-hurt" in each for each in week["changes"])
    assert "you said that it hurt on 24 November (rule verdict-hurt)" in run("why", KEY, home=home, today=LATER).out


def test_a_bit_moves_nothing_and_a_note_put_right_takes_the_step_back(home: Path) -> None:
    started(home)
    before = week_of(home, today=TUESDAY)
    run("log", "did it all, but", NAME, "hurt a bit", home=home, today=TUESDAY)
    assert week_of(home, today=LATER)["changes"] == []
    number = str(diary_of(home)[-1]["id"])
    run("diary", "edit", number, "--note", f"{NAME} hurt sharply", home=home, today=TUESDAY)
    assert diary_of(home)[-1]["hurt"] == [KEY]
    assert dose(week_of(home, today=LATER), KEY) != dose(before, KEY)
    run("diary", "edit", number, "--note", "fine", home=home, today=TUESDAY)
    assert diary_of(home)[-1]["hurt"] == []
    assert dose(week_of(home, today=LATER), KEY) == dose(before, KEY)


@pytest.mark.parametrize(
    ("words", "sharp"),
    [
        ("the clamshell hurt sharply", True),
        ("sharp pain in clamshell, stopped", True),
        ("clamshell hurt, had to stop", True),
        ("stopped the clamshell because of pain", True),
        ("couldn't finish the clamshell, it hurt", True),
        ("bird dog was fine but clamshell hurt badly", True),
        ("clamshell gave me a stabbing pain", True),
        ("clamshell hurt a bit", False),
        ("no sharp pain in clamshell", False),
        ("pain in clamshell stopped", False),
        ("clamshell stopped hurting", False),
        ("did clamshell, stopped at lunch", False),
        ("my back hurt sharply", False),
    ],
)
def test_what_counts_as_sharp(words: str, sharp: bool, tmp_path: Path) -> None:
    place = Workspace(date.fromisoformat(TODAY), tmp_path)
    found = hurt_sharply(place, LogEntry(place.today, "session", "all", note=words))
    assert found == (("clamshell",) if sharp else ())
