"""Every command that changes something, broken off at every step: it keeps all or nothing, and says which."""

import errno
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import SchemaValidator

from backplan.cli.recorded import NOTHING, RECORDED
from backplan.cli.terminal import environment
from backplan.store import store
from tests.support import cli
from tests.support.cli import Result, run, started
from tests.support.windows import COMMANDS, kept, lived_in, watch

MOST_STEPS = 400
READS = ("SELECT", "PRAGMA")
STORE = str(Path(store.__file__).parent)
OURS = str(Path(store.__file__).parents[1])
ALIKE = {
    "diary edit pain", "diary undo last", "init time", "init minutes", "init days", "library add other", "init changed",
    "log morning", "log flare", "log let go", "diary edit day", "prescribe limit", "prescribe accept",
    "prescribe import", "prescribe end all", "swap for", "week days", "week move",
}  # fmt: skip
EACH = [name for name in COMMANDS if name not in ALIKE]
TOMORROW = "2026-11-24"


@pytest.fixture
def lived(home: Path) -> Path:
    """A person's folder with something of everything."""
    lived_in(home)
    return home


class Steps:
    """Counts the steps of a run and breaks it off at one of them. The store is read again and again: what it is asked
    is a step where the question is a new one, or comes from another place, or after something more was kept.
    """

    def __init__(self, at: int, error: Callable[[str], BaseException | None]) -> None:
        self.at, self.error, self.taken, self.broken = at, error, 0, ""
        self._kept, self._asked = 0, set[Any]()

    def __call__(self, what: str) -> None:
        if self.broken or (error := self.error(what)) is None or self._was_asked(what):
            return
        self.taken += 1
        if self.taken == self.at:
            self.broken = what
            raise error

    def _was_asked(self, what: str) -> bool:
        self._kept += what.endswith(("committed", " done"))
        if not what.startswith(READS):
            return False
        within, around = places()
        new = {within, (around, self._kept)} - self._asked
        self._asked |= new
        return not new


def places() -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The lines of the store that a step comes from, and those of the command around it."""
    within, around = list[Any](), list[Any]()
    frame = sys._getframe().f_back
    while frame and frame.f_code is not run.__code__:
        file = frame.f_code.co_filename
        if file.startswith(OURS):
            (within if file.startswith(STORE) else around).append((frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return tuple(within), tuple(around)


def ctrl_c(_: str) -> BaseException:
    return KeyboardInterrupt()


def full_disk(what: str) -> BaseException | None:
    return OSError(errno.ENOSPC, "No space left on device") if what == "say" else None


def broken_runs(
    lived: Path, args: list[str], error: Callable[[str], BaseException | None], **how: Any
) -> Iterator[tuple[str, Result, dict[str, Any]]]:
    """Each step a run can be broken off at, what the run said, and what was kept then; the whole run comes last."""
    for at in range(1, MOST_STEPS):
        home = lived.parent / f"at-{at}"
        shutil.copytree(lived, home)
        steps = Steps(at, error)
        with pytest.MonkeyPatch.context() as patch:
            watch(patch, steps)
            done = run(*args, home=home, **how)
        yield steps.broken, done, kept(home)
        shutil.rmtree(home)
        if not steps.broken:
            return
    raise AssertionError("a run has no end")


def is_true(broken: str, done: Result, whole: Result, changed: bool) -> None:
    """What is kept is said to be, unless all of the command's own words were said; what is not is said not to be."""
    said = done.out + done.err
    assert "inside" not in said, (broken, done)
    assert (RECORDED in said or done.out == whole.out) if changed else RECORDED not in said, (broken, done)
    assert (NOTHING in said) == (not changed), (broken, done)
    assert "as it was" not in said


@pytest.mark.parametrize("name", EACH)
def test_a_command_that_is_broken_off_says_what_was_kept_and_keeps_all_or_nothing(name: str, lived: Path) -> None:
    args, before = COMMANDS[name](lived), kept(lived)
    *broken, (_, whole, after) = broken_runs(lived, args, ctrl_c)
    assert whole.code in (0, 4)
    assert after != before
    assert len(broken) >= 5
    for step, done, now in broken:
        is_true(step, done, whole, now != before)
        assert done.code in ((130, whole.code) if whole.code else (130,)), (step, done)
        if name != "today":  # it notes the pain before it lays the week
            assert now in (before, after), (step, done)


@pytest.mark.parametrize("name", EACH)
def test_words_that_cannot_be_written_are_told_to_be_recorded_and_a_stop_stays_a_stop(name: str, lived: Path) -> None:
    *broken, (_, whole, after) = broken_runs(lived, COMMANDS[name](lived), full_disk)
    assert broken
    for _, done, now in broken:
        assert RECORDED in done.err or done.out == whole.out
        assert done.code == (whole.code or 1)
        assert now == after


@pytest.mark.parametrize(
    ("args", "typed"),
    [
        (["log"], "3\nall\n3\n4\n4\ncalf\n\nn\nn\nn\ny\n"),
        (["today"], "2\n3\n"),
        (["init", "--only", "pain"], "4 4, 2026-03-01\ny\nnone\n"),
        (["pause"], "2026-11-25\n"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_somebody_who_stops_at_the_terminal_is_told_what_was_kept(
    args: list[str], typed: str, lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "at_terminal", lambda: True)
    before = kept(lived)
    *broken, (_, whole, after) = broken_runs(lived, args, ctrl_c, typed=typed, today=TOMORROW)
    assert after != before, whole
    for step, done, now in broken:
        is_true(step, done, whole, now != before)
    for end in range(typed.count("\n")):
        home = lived.parent / f"typed-{end}"
        shutil.copytree(lived, home)
        said = "".join(typed.splitlines(keepends=True)[:end])
        done = run(*args, home=home, typed=said, today=TOMORROW)
        assert done.code != 0
        is_true(f"{end} answers", done, whole, kept(home) != before)


@pytest.mark.parametrize(("name", "code"), [("log", 5), ("swap", 5), ("init time", 5), ("week", 0)])
@pytest.mark.parametrize("at", ["commit", "committed"])
def test_a_disk_that_fails_in_the_commit_is_told_as_what_it_left(
    name: str, code: int, at: str, lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(what: str) -> None:
        if what == at:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
            raise error

    args, before = COMMANDS[name](lived), kept(lived)
    watch(monkeypatch, step)
    done = run(*args, home=lived)
    assert done.code == code
    assert (kept(lived) != before) == (at == "committed")
    assert (RECORDED in done.err) == (at == "committed" and code == 5)
    assert ("could not be stored" in done.out) == (at == "commit" and code == 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(("args", "code"), [(["log"], 1), (["log", "--numb"], 4), (["log", "--json"], 1)])
def test_what_cannot_be_said_on_a_full_disk_is_recorded_and_said_on_stderr(
    args: list[str], code: int, home: Path
) -> None:
    started(home)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "backplan", *args], env=cli.environment(home), stdout=full, stderr=subprocess.PIPE,
            check=False, timeout=60, text=True,
        )  # fmt: skip
    assert done.returncode == code
    assert RECORDED in done.stderr
    assert len(cli.diary_of(home)) == 2


@pytest.mark.parametrize("table", ["entry", "week", "person"])
@pytest.mark.parametrize("name", ["log", "pause", "prescribe", "swap"])
def test_a_damaged_other_record_keeps_nothing_that_is_denied(name: str, table: str, lived: Path) -> None:
    args = COMMANDS[name](lived)
    with sqlite3.connect(lived / "backplan.db") as database:
        database.execute(f"UPDATE {table} SET document = '{{' WHERE id = (SELECT max(id) FROM {table})")
    database.close()
    before = kept(lived)
    done = run(*args, home=lived)
    recorded = done.code in (0, 4) or RECORDED in done.err
    assert recorded == (kept(lived) != before), done
    assert recorded or done.code == 5


class Interrupted:
    """A value at which somebody presses Ctrl-C."""

    def __hash__(self) -> int:
        raise KeyboardInterrupt

    def __repr__(self) -> str:
        raise KeyboardInterrupt


def in_a_library(*_: object, **__: object) -> None:
    """A form is built, in another language: it makes an error of its own of what comes meanwhile."""
    SchemaValidator({"type": "list", "items_schema": {"type": "literal", "expected": [Interrupted()]}})


def behind_another(*_: object, **__: object) -> None:
    try:
        hash(Interrupted())
    except KeyboardInterrupt as error:
        raise RuntimeError("a form could not be built") from error


@pytest.mark.parametrize("broken_off", [in_a_library, behind_another])
def test_a_ctrl_c_that_a_library_made_an_error_of_its_own_of_is_one(
    broken_off: Callable[..., None], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backplan.actions.backup.make", broken_off)
    done = run("backup", home=home)
    assert done.code == 130
    assert done.err == f"\nStopped. {NOTHING}\n"
