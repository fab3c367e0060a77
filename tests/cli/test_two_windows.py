"""Two windows at once: a command that another overtakes comes out as if it had been given after it, or is refused."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backplan.library import own_folder
from backplan.store import schema
from tests.support.cli import Result, environment, run, started, stopped_by
from tests.support.windows import COMMANDS, kept, lived_in, watch

# The one that is overtaken, and those that overtake it: all that touch the same things, and some that do not.
OVERTAKEN = {
    "log": ("log", "log more", "diary undo last", "diary edit", "init stop", "today"),
    "log a sign": ("log a sign", "init time", "init stop", "diary undo last"),
    "diary edit": ("diary edit pain", "diary undo", "diary undo last", "log"),
    "diary undo last": ("log", "diary undo last", "pause", "pause end"),
    "init time": ("init tolerance", "init minutes", "init days", "init stop", "log a sign", "week"),
    "init minutes": ("init days", "init tolerance", "init stop"),
    "init days": ("init minutes", "log a sign"),
    "init tolerance": ("init time", "init stop", "prescribe"),
    "init stop": ("init time", "log"),
    "pause": ("pause", "pause end", "log"),
    "pause end": ("pause", "pause end", "diary undo last"),
    "prescribe": ("prescribe", "prescribe end", "prescribe avoid", "init stop"),
    "prescribe end": ("prescribe", "prescribe end", "swap"),
    "swap": ("swap", "swap back", "week", "init stop", "init time", "prescribe", "log", "pause"),
    "swap back": ("swap", "swap back", "init stop"),
    "today": ("log", "init stop", "swap"),
    "week": ("init stop", "init time", "swap", "log", "prescribe"),
    "week move": ("week move", "week days", "pause", "log flare", "init changed", "prescribe avoid"),
    "prescribe import anew": ("prescribe end", "prescribe limit", "init changed"),
    "init answers": ("init changed", "log a sign"),
    "library add": ("library add", "library add other", "library hide", "library remove"),
    "library hide": ("library hide", "library show-again", "library add", "library remove", "log"),
    "library show-again": ("library show-again", "library hide", "library remove"),
    "library remove": ("library remove", "library show-again", "library hide"),
}
PAIRS = [(late, first) for late, several in OVERTAKEN.items() for first in several]


@pytest.fixture
def lived(home: Path) -> Path:
    """A person's folder with something of everything."""
    lived_in(home)
    return home


def copied(lived: Path, name: str) -> Path:
    shutil.copytree(lived, lived.parent / name)
    return lived.parent / name


def overtaken(args: list[str], by: list[str], home: Path) -> tuple[Result, Result]:
    """A run, and another that comes to its end just before the first begins to write."""
    between: list[Result] = []

    def step(what: str) -> None:
        if not between and what in ("BEGIN IMMEDIATE", "lock"):
            between.append(Result(0, "", ""))  # the other takes steps, too
            between[0] = run(*by, home=home)

    with pytest.MonkeyPatch.context() as patch:
        watch(patch, step)
        done = run(*args, home=home)
    assert between, "it never began to write"
    return done, between[0]


@pytest.mark.parametrize(("late", "first"), PAIRS, ids=[f"{late}, overtaken by {first}" for late, first in PAIRS])
def test_who_is_overtaken_comes_second_and_nothing_is_lost(late: str, first: str, lived: Path) -> None:
    args, by = COMMANDS[late](lived), COMMANDS[first](lived)
    one_by_one, at_once = copied(lived, "one-by-one"), copied(lived, "at-once")
    expected_first, expected = run(*by, home=one_by_one), run(*args, home=one_by_one)
    done, done_first = overtaken(args, by, at_once)
    assert done_first == expected_first
    assert done.code == expected.code, (done, expected)
    assert kept(at_once) == kept(one_by_one)


def test_two_that_answer_the_same_question_that_may_stop_leave_the_stop(lived: Path) -> None:
    overtaken(["init", "--red-flags", "none"], COMMANDS["init stop"](lived), lived)
    assert stopped_by(lived) == "emergency-flags"


def test_signs_of_both_windows_count(lived: Path) -> None:
    overtaken(COMMANDS["init stop"](lived), COMMANDS["log a sign"](lived), lived)
    found = run("init", "--show", home=lived).out
    assert "saddle-numbness" in found
    assert "one-leg-numbness" in found


@pytest.mark.parametrize("many", [1, 2, 3, 4, 6, 8])
def test_a_report_is_of_one_moment_whatever_another_window_writes_meanwhile(
    many: int, lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the one window the report, in the other a note of pain, just before the diary is read for so manyeth time."""
    monkeypatch.setattr(schema, "BUSY_MS", 20)
    report, note = ["export", "report", "--out", "-"], ["log", "--pain", "9", "--note", "meanwhile"]
    written, reads = copied(lived, "written"), 0
    before = run(*report, home=lived).out
    run(*note, home=written)
    after = run(*report, home=written).out

    def step(what: str) -> None:
        nonlocal reads
        reads += "FROM entry" in what
        if reads == many and "FROM entry" in what:
            reads += 1
            run(*note, home=lived)

    with pytest.MonkeyPatch.context() as patch:
        watch(patch, step)
        found = run(*report, home=lived).out
    assert before != after
    assert found in (before, after)


_HIDE = """
import sys
from backplan.cli.app import app
for key in sys.argv[1:]:
    try:
        app(["library", "hide", key])
    except SystemExit as end:
        assert end.code == 0, end.code
"""


def test_two_processes_that_hide_at_once_hide_all(home: Path) -> None:
    started(home)
    names = (
        ("cat-cow", "dead-bug", "bird-dog", "wall-plank"),
        ("wall-push-up", "clamshell", "side-bridge-knees", "wall-sit"),
    )
    running = [
        subprocess.Popen([sys.executable, "-c", _HIDE, *each], env=environment(home), stdout=subprocess.DEVNULL)
        for each in names
    ]
    assert [each.wait(60) for each in running] == [0, 0]
    assert all(f"id: {key}," in (home / "own" / "hidden.yaml").read_text() for each in names for key in each)


def test_a_window_that_changes_the_own_exercises_for_long_is_said_and_nothing_waits_for_ever(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backplan.library.own_folder import changing

    started(home)
    monkeypatch.setattr(schema, "BUSY_MS", 50)
    with changing(home / "own"):
        done = run("library", "hide", "cat-cow", home=home)
    assert done.code == 5
    assert "own.lock" in done.err
    assert "try again" in done.err
    assert not (home / "own").exists()
    assert run("library", "hide", "cat-cow", home=home).code == 0


@pytest.mark.parametrize(
    "name", ["log", "swap", "prescribe", "prescribe limit", "prescribe import", "week move", "pause"]
)
def test_what_another_window_writes_right_after_a_command_changes_none_of_its_words(name: str, home: Path) -> None:
    lived_in(home)
    args, alone = COMMANDS[name](home), home.parent / "alone"
    shutil.copytree(home, alone)
    whole = run(*args, home=alone)
    told: list[str] = []

    def step(what: str) -> None:
        if what == "committed" and not told:
            told.append(what)
            patch.undo()
            assert run("log", "--saddle", home=home).code == 4

    with pytest.MonkeyPatch.context() as patch:
        watch(patch, step)
        done = run(*args, home=home)
    assert told
    assert (done.code, done.out) == (whole.code, whole.out)


def test_forget_waits_for_who_changes_own_exercises_and_takes_nothing_away_meanwhile(
    lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY_MS", 20)
    before = kept(lived)
    with own_folder.changing(lived / "own"):
        done = run("forget", "--yes", home=lived)
    assert done.code == 5
    assert "another run of backplan is writing" in done.err
    assert kept(lived) == before
    assert run("forget", "--yes", home=lived).code == 0
    assert not lived.exists()
