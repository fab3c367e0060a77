"""`restore` and `forget` ask, and whoever agrees agrees to what they were shown: nothing that another window noted
while the question stood goes with it unsaid.
"""

from pathlib import Path

import pytest

from backplan.cli.terminal import agreeing
from tests.support.cli import Result, diary_of, run, started, week_of
from tests.support.shared import copied

ASKED = ("forget", "restore")
THEN = "then.db"  # a backup beside the folder
WROTE = {
    "an entry": ["log", "--pain", "4", "--note", "meanwhile"],
    "an answer": ["init", "--minutes", "40"],
    "what is hidden": ["library", "hide", "cat-cow"],
    "another backup": ["backup"],
}


@pytest.fixture
def lived(home: Path) -> Path:
    copied("agreed meanwhile", lambda around: _lived(around / home.name), home.parent)
    return home


def _lived(home: Path) -> None:
    started(home)
    week_of(home)
    assert run("log", "--pain", "3", home=home).code == 0
    assert run("backup", "--out", str(home.parent / THEN), home=home).code == 0


def args(command: str, home: Path) -> list[str]:
    return [command, *([str(home.parent / THEN)] if command == "restore" else [])]


def asked(command: str, home: Path, monkeypatch: pytest.MonkeyPatch, *meanwhile: str) -> Result:
    """A command whose question is answered with yes, after another window did something."""

    def agreed(_: str, *, yes: bool) -> bool:
        if meanwhile and not yes:
            assert run(*meanwhile, home=home).code in (0, 4)
        return True

    with monkeypatch.context() as patch:
        patch.setattr(agreeing, "agreed", agreed)
        return run(*args(command, home), home=home)


@pytest.mark.parametrize("command", ASKED)
@pytest.mark.parametrize("wrote", WROTE)
def test_what_another_window_changed_is_told_and_nothing_goes_with_it(
    command: str, wrote: str, lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(path.name for path in lived.iterdir())
    done = asked(command, lived, monkeypatch, *WROTE[wrote])
    assert done.code == 1
    assert "changed in another window while you were asked, so nothing was changed now" in done.err
    assert set(before) <= {path.name for path in lived.iterdir()}
    assert ("meanwhile" in str(diary_of(lived))) == (wrote == "an entry")
    assert not list((lived / "backups").glob("*replaced*"))


@pytest.mark.parametrize("command", ASKED)
def test_what_is_behind_a_link_is_looked_at(
    command: str, lived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lived / "backplan.db").rename(tmp_path / "elsewhere.db")
    (lived / "backplan.db").symlink_to(tmp_path / "elsewhere.db")
    assert asked(command, lived, monkeypatch, *WROTE["an entry"]).code == 1
    assert "meanwhile" in str(diary_of(lived))


@pytest.mark.parametrize("command", ASKED)
def test_a_damaged_store_is_not_set_aside_where_another_window_put_a_sound_one_there(
    command: str, lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = (lived / "backplan.db").read_bytes()
    (lived / "backplan.db").write_bytes(sound[:3000])

    def agreed(_: str, *, yes: bool) -> bool:
        assert not yes
        (lived / "backplan.db").write_bytes(sound)
        return True

    with monkeypatch.context() as patch:
        patch.setattr(agreeing, "agreed", agreed)
        assert run(*args(command, lived), home=lived).code == 1
    assert (lived / "backplan.db").read_bytes() == sound


@pytest.mark.parametrize("command", ASKED)
def test_a_mere_look_in_another_window_holds_nothing_up(
    command: str, lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked(command, lived, monkeypatch, "week").code == 0


@pytest.mark.parametrize("command", ASKED)
def test_what_was_taken_away_in_another_window_does_not_come_into_being_anew(
    command: str, lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked(command, lived, monkeypatch, "forget", "--yes").code == 1
    assert not (lived / "backplan.db").exists()


def test_where_nothing_is_here_nobody_is_asked_and_it_comes_back(lived: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("forget", "--yes", home=lived).code == 0
    assert asked("restore", lived, monkeypatch).code == 0
    assert "session" in str(diary_of(lived))


def test_folders_that_cannot_be_looked_into_are_no_reason_to_break_down(
    lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lived / "own").symlink_to("own")
    assert asked("forget", lived, monkeypatch).code == 0
    assert not lived.exists()
