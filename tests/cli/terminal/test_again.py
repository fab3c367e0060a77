"""A screen shown again is the one that would be made anew, byte for byte; in any doubt it is made anew."""

import io
import os
import random
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import backplan
from backplan.cli.app import app
from backplan.cli.terminal import again
from tests.support.cli import TODAY, Result, run, started
from tests.support.shared import copied
from tests.support.windows import MINE

SCREENS = [[], ["week"], ["week", "--plain"], ["today"], ["progress"], ["diary"], ["why", "bird-dog"], ["cope"]]
AROUND = [{}, {"COLUMNS": "60"}, {"COLUMNS": "120", "NO_COLOR": "1"}, {"FORCE_COLOR": "1"}]
CHANGES = [
    ["log", "--pain", "3", "--done", "all"],
    ["log", "--morning", "4"],
    ["log", "walking", "--minutes", "20"],
    ["log", "--flare"],
    ["diary", "undo"],
    ["pause", "--from", TODAY, "--to", "2026-11-26"],
    ["week", "--replan"],
    ["init", "--minutes", "25"],
    ["init", "--minutes", "35"],
    ["init", "--red-flags", "fever"],
    ["init", "--red-flags", "none"],
    ["library", "hide", "bird-dog"],
    ["library", "unhide", "bird-dog"],
    ["prescribe", "add", "wall-sit", "--by", "doctor"],
    ["forget", "--yes"],
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(again, "SETTLED_NS", 0)
    copied("again", _begun, tmp_path / "home")
    return tmp_path / "home"


def _begun(folder: Path) -> None:
    started(folder)
    assert run("week", home=folder).code == 0


def _through(step: Callable[[], None], home: Path, today: str, around: dict[str, str]) -> Result:
    """A run with streams and an environment of its own."""
    streams, environment = (sys.stdin, sys.stdout, sys.stderr), dict(os.environ)
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), out, err
    os.environ.update({"BACKPLAN_HOME": str(home), "BACKPLAN_TODAY": today, **around})
    code: object = 0
    try:
        step()
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        os.environ.clear()
        os.environ.update(environment)
    texts = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        texts.append(stream.read())
    return Result(int(str(code)), *texts)


class Window:
    """Runs commands as the entry point does, and counts those that were made rather than shown again."""

    def __init__(self, home: Path, today: str = TODAY) -> None:
        self.home, self.today, self.made, self.around = home, today, 0, dict[str, str]()

    def run(self, *args: str) -> Result:
        def made() -> None:
            self.made += 1
            app(list(args), prog_name="backplan")

        return _through(lambda: again.shown_or_run(list(args), made), self.home, self.today, self.around)

    def fresh(self, *args: str) -> Result:
        return _through(lambda: app(list(args), prog_name="backplan"), self.home, self.today, self.around)

    def shows_again(self, *args: str) -> bool:
        before = self.made
        self.run(*args)
        return self.made == before


@pytest.fixture
def window(home: Path) -> Window:
    return Window(home)


def kept(home: Path) -> list[Path]:
    return sorted((home / "cache").glob("screen-*"))


@pytest.mark.parametrize("number", range(3))
def test_whatever_happens_a_screen_is_the_one_that_would_be_made_anew(number: int, window: Window) -> None:
    chance, runs = random.Random(number), 0
    for _ in range(14):
        _something_happens(chance, window)
        for args in chance.sample(SCREENS, 2):
            for _ in range(2):
                runs += 1
                shown = window.run(*args)
            assert shown == window.fresh(*args), args
    assert runs - window.made > 5, "hardly anything was shown again, so nothing was tried"


def _something_happens(chance: random.Random, window: Window) -> None:
    what = chance.randrange(4)
    if what == 0:
        window.around = chance.choice(AROUND)
    elif what == 1:
        window.today = chance.choice([TODAY, "2026-11-24", "2026-11-25", "2026-11-30"])
    else:
        window.run(*chance.choice(CHANGES))
        if not window.home.exists():
            _begun(window.home)


def test_what_was_shown_is_shown_again_without_the_command(window: Window) -> None:
    for args in SCREENS:
        window.run(*args)
        assert window.shows_again(*args), args


def test_a_store_changed_behind_our_back_shows_nothing_again(window: Window) -> None:
    window.run("week")
    path = window.home / "backplan.db"
    before = path.stat()
    with sqlite3.connect(path) as connection:  # as large as it was, and dated back: SQLite's own count tells
        connection.execute("UPDATE week SET at = replace(at, '2', '3')")
    connection.close()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert not window.shows_again("week")


@pytest.mark.skipif(os.name != "posix", reason="pipes and links of POSIX")
@pytest.mark.parametrize("what", ["a link", "a pipe"])
def test_a_screen_is_never_kept_through_a_link_nor_waited_for_in_a_pipe(what: str, window: Window) -> None:
    window.run("week")
    (screen,) = kept(window.home)
    screen.unlink()
    other = window.home.parent / "other"
    other.write_text("not ours", encoding="utf-8")
    other.chmod(0o644)
    screen.symlink_to(other) if what == "a link" else os.mkfifo(screen)
    assert not window.shows_again("week")
    assert (other.read_text(encoding="utf-8"), other.stat().st_mode & 0o777) == ("not ours", 0o644)


def test_nothing_is_shown_again_while_somebody_writes(window: Window) -> None:
    window.run("week")
    journal = window.home / "backplan.db-journal"
    journal.write_bytes(b"")
    assert not window.shows_again("week")
    journal.unlink()
    assert window.shows_again("week")


def test_an_own_exercise_changes_what_is_shown(window: Window) -> None:
    window.run("week")
    (window.home.parent / "mine.yaml").write_text(MINE, encoding="utf-8")
    assert window.run("library", "add", str(window.home.parent / "mine.yaml")).code == 0
    assert not window.shows_again("week")


def test_a_checkout_shows_nothing_again_once_a_file_has_changed_that_made_it(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "src" / "backplan"
    files = {name: ours / f"{name}.py" for name in ("loaded", "another")} | {"read": tmp_path / "data" / "library.yaml"}
    for path in (*files.values(), ours / "__init__.py"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A = 1\n")
    monkeypatch.setattr(backplan, "__file__", str(ours / "__init__.py"))
    monkeypatch.setitem(sys.modules, "loaded", ModuleType("loaded"))
    monkeypatch.setattr(sys.modules["loaded"], "__file__", str(files["loaded"]), raising=False)
    window.run("week")
    files["another"].write_text("A = 2 + 1\n")
    assert window.shows_again("week"), "it was not loaded, so it has no say"
    for name in ("loaded", "read"):
        files[name].write_text("A = 2 + 2\n")
        assert not window.shows_again("week"), name
        assert window.shows_again("week"), name


def test_what_was_changed_a_moment_ago_is_not_kept_yet(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "SETTLED_NS", 10**15)
    window.run("week")
    assert not kept(window.home)


def test_a_damaged_screen_is_made_anew(window: Window) -> None:
    window.run("week")
    (file,) = kept(window.home)
    file.write_bytes(file.read_bytes().replace(b"Aerobic", b"Anarchy").replace(b"Walk", b"Talk"))
    assert not window.shows_again("week")
    file.write_bytes(b"")
    assert not window.shows_again("week")


@pytest.mark.parametrize(
    "args",
    [
        ["log", "--pain", "3"],
        ["week", "--replan"],
        ["week", "--week", "never"],
        ["why", "no-such-exercise"],
        ["library", "check", "mine.yaml"],
        ["export", "data", "--out", "-"],
    ],
)
def test_what_writes_complains_or_reads_a_file_is_never_kept(args: list[str], window: Window) -> None:
    window.run(*args)
    assert not kept(window.home)


def test_a_stop_is_never_kept(window: Window) -> None:
    window.run("init", "--red-flags", "saddle-numbness")
    assert window.run("week").code == 4
    assert not kept(window.home)


def test_a_run_that_asks_is_never_kept(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    from backplan.cli.terminal import environment, output

    monkeypatch.setattr(environment, "at_terminal", lambda: bool(output.fit_to_ask("How is your pain?")))
    window.run("today")
    assert not kept(window.home)


def test_screens_are_few_for_their_owners_eyes_and_forgotten_with_the_rest(window: Window) -> None:
    for columns in range(60, 60 + again.AT_MOST + 3):
        window.around = {"COLUMNS": str(columns)}
        window.run()
    files = kept(window.home)
    assert len(files) == again.AT_MOST
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert window.run("forget", "--yes").code == 0
    assert not window.home.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere only BACKPLAN_HOME is known beforehand")
@pytest.mark.parametrize("given", [{}, {"XDG_DATA_HOME": "/data", "XDG_CACHE_HOME": "/fast"}, {"XDG_DATA_HOME": ""}])
def test_the_folders_are_those_of_every_other_run(given: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    from backplan.cli.terminal import environment

    for name in ("BACKPLAN_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert again._folders() == (str(environment.home()), str(environment.cache()))


def test_a_folder_that_hangs_on_where_one_stands_shows_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKPLAN_HOME", "data")
    assert again._folders() is None


def test_what_is_looked_at_is_where_the_store_and_the_own_exercises_are() -> None:
    from backplan.library import own_folder
    from backplan.store import store

    assert (again._STORE, again._OWN) == (store.FILE, own_folder.FOLDER)
