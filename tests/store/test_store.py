"""The store: private from the first byte, and whole or untouched."""

import errno
import os
import re
import sqlite3
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from backplan.errors import StoreError
from backplan.render.emergency import LINE
from backplan.store import schema
from backplan.store import store as stores
from backplan.store.store import opened
from tests.support.another_user import as_user
from tests.support.cli import (
    LIBRARY_IS_READ_BY_NOBODY,
    TODAY,
    Result,
    diary_of,
    environment,
    on_a_full_disk,
    opened_up,
    process,
    run,
    started,
    week_of,
)
from tests.support.damage import checked_anew

SESSION = ["--pain", "3", "--peak", "4", "--effort", "5"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes, limits and signals of POSIX")
COMMANDS: tuple[list[str], ...] = (
    ["week"],
    ["today"],
    [],
    ["log", *SESSION],
    ["diary"],
    ["diary", "undo"],
    ["init", "--pain", "3"],
)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def is_refused(done: Result) -> None:
    assert done.code == 5, done
    assert not done.out
    assert "backplan.db" in done.err
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) == 1


def test_an_entry_of_an_older_store_is_read_with_all_it_lacks_unknown(home: Path) -> None:
    started(home)
    with sqlite3.connect(home / "backplan.db") as old:
        old.execute(
            "INSERT INTO entry (on_date, at, kind, pain, document) VALUES (?, ?, 'session', NULL, ?)",
            (TODAY, "2026-11-23T08:00:00+00:00", '{"done": "part"}'),
        )
    old.close()
    checked_anew(home)
    entry = diary_of(home)[-1]
    lacking = ("pain", "peak", "effort", "leg", "loads")
    assert (entry["done"], [entry[key] for key in lacking]) == ("part", [None] * len(lacking))
    assert run("diary", "edit", str(entry["id"]), "--peak", "4", home=home).code == 0
    assert (diary_of(home)[-1]["pain"], diary_of(home)[-1]["peak"]) == (None, 4)


# -- private ------------------------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_folder_and_file_are_their_owners_alone_under_any_umask(umask: int, home: Path) -> None:
    home.parent.mkdir(parents=True)
    done = process("log", *SESSION, home=home, preexec_fn=lambda: os.umask(umask))
    assert done.code == 4, done
    assert mode(home) == 0o700
    assert mode(home / "backplan.db") == 0o600
    assert all(mode(path) & 0o077 == 0 for path in home.rglob("*"))


@POSIX
def test_the_folder_is_private_too_when_a_sample_was_shown_first(home: Path) -> None:
    home.parent.mkdir(parents=True)
    for args in (["week", "--sample"], ["log", *SESSION]):
        process(*args, home=home, preexec_fn=lambda: os.umask(0o022))
    assert mode(home) == 0o700


@POSIX
def test_a_folder_that_was_there_before_keeps_its_mode(home: Path) -> None:
    home.mkdir(parents=True)
    home.chmod(0o755)
    run("log", *SESSION, home=home)
    assert mode(home) == 0o755
    assert mode(home / "backplan.db") == 0o600


def test_two_people_have_two_folders(tmp_path: Path) -> None:
    run("log", "--morning", "2", home=tmp_path / "a")
    assert diary_of(tmp_path / "b") == []


@POSIX
def test_without_backplan_home_the_platforms_folder_is_used(tmp_path: Path) -> None:
    env = {"BACKPLAN_HOME": "", "XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    done = process("log", *SESSION, home=Path(), env=env)
    assert done.code == 4
    assert list(tmp_path.rglob("backplan.db"))


def test_a_swap_that_is_taken_back_stays_on_record(home: Path) -> None:
    started(home)
    gone = week_of(home)["programme"]["back"]
    for args in (["swap", gone, "--why", "wrist"], ["swap", "--back", gone]):
        assert run(*args, home=home).code == 0
    with opened(home) as store:
        assert store.weeks.swaps() == []
    with sqlite3.connect(home / "backplan.db") as connection:
        assert connection.execute("SELECT exercise, why, ended_on FROM swap").fetchall() == [(gone, "wrist", TODAY)]


# -- what cannot be read is left alone ----------------------------------------------------------------------------


@pytest.mark.parametrize("args", COMMANDS)
def test_a_store_of_a_newer_version_is_left_byte_for_byte(args: list[str], home: Path) -> None:
    started(home)
    with sqlite3.connect(home / "backplan.db") as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    connection.close()
    before = files(home)
    done = run(*args, home=home)
    is_refused(done)
    assert "newer" in done.err
    assert files(home) == before


@pytest.mark.parametrize("args", COMMANDS)
@pytest.mark.parametrize("content", [b"hello\n", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_garbage_in_its_place_is_exit_5_and_left_alone(args: list[str], content: bytes, home: Path) -> None:
    home.mkdir(parents=True)
    (home / "backplan.db").write_bytes(content)
    is_refused(run(*args, home=home))
    assert files(home) == {"backplan.db": content}


@pytest.mark.parametrize("args", [["week"], ["diary"], ["log", *SESSION]])
@pytest.mark.parametrize("kept", [100, 4096, 8192])
def test_a_truncated_file_is_exit_5_and_left_alone(args: list[str], kept: int, home: Path) -> None:
    started(home)
    week_of(home)
    file = home / "backplan.db"
    file.write_bytes(file.read_bytes()[:kept])
    before = files(home)
    is_refused(run(*args, home=home))
    assert files(home) == before


@pytest.mark.parametrize("table", ["person", "week", "entry"])
@pytest.mark.parametrize("document", ["", "{}", "[]", "null", '{"days": 3}'])
def test_a_record_that_makes_no_sense_is_exit_5_or_shown_without_harm(table: str, document: str, home: Path) -> None:
    started(home)
    week_of(home)
    run("log", *SESSION, home=home)
    with sqlite3.connect(home / "backplan.db") as connection:
        connection.execute(f"UPDATE {table} SET document = ?", (document,))
    connection.close()
    checked_anew(home)
    for args in (["week"], ["diary"], ["today"]):
        done = run(*args, home=home)
        assert done.code in (0, 5)
        assert "inside backplan" not in done.err
        assert "Traceback" not in done.err


def test_a_folder_in_place_of_the_file_is_exit_5(home: Path) -> None:
    (home / "backplan.db").mkdir(parents=True)
    is_refused(run("diary", home=home))
    is_refused(run("log", *SESSION, home=home))


def test_a_file_in_place_of_the_folder_is_exit_5(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert run("log", *SESSION, home=tmp_path / "taken").code == 5
    assert run("log", *SESSION, home=tmp_path / "taken" / "deeper").code == 5


_NOBODY = """
if os.geteuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
"""


def as_nobody(*args: str, home: Path) -> Result:
    """A run without root's power to write anywhere."""
    return as_user(_NOBODY, *args, env=environment(home))


@POSIX
def test_a_folder_that_cannot_be_written_is_exit_5_and_can_still_be_read(home: Path) -> None:
    run("log", *SESSION, home=home)
    opened_up(home)
    home.chmod(0o555)
    (home / "backplan.db").chmod(0o444)
    before = files(home)
    is_refused(as_nobody("log", "--again", *SESSION, home=home))
    shown = as_nobody("diary", "--plain", home=home)
    assert shown.code == 0, shown
    assert "pain 3" in shown.out
    assert files(home) == before
    home.chmod(0o755)


@POSIX
def test_a_folder_that_cannot_be_seen_into_is_exit_5(home: Path) -> None:
    run("log", *SESSION, home=home)
    opened_up(home)
    home.chmod(0o000)
    try:
        for args in (["diary"], ["week"], ["log", *SESSION]):
            is_refused(as_nobody(*args, home=home))
        sign = as_nobody("log", "--saddle", home=home)
        assert sign.code == 4
        assert "emergency number" in sign.err
        assert "It could not be recorded" in sign.err
        for args in (
            ["log", "numb between the legs"],
            ["init", "--changed", "numbness"],
            ["init", "--red-flags", "saddle-numbness"],
        ):
            assert "Stop and get help at once" in as_nobody(*args, home=home).err
        assert "Stop" not in as_nobody("init", "--red-flags", "none", home=home).err
    finally:
        home.chmod(0o700)


@POSIX
def test_a_folder_that_cannot_be_made_is_exit_5(home: Path) -> None:
    home.parent.mkdir(parents=True)
    opened_up(home)
    home.parent.chmod(0o555)
    is_refused(as_nobody("log", *SESSION, home=home))
    assert not home.exists()


@POSIX
@pytest.mark.parametrize("room", [0, 4096])
def test_a_full_disk_is_exit_5_and_changes_nothing(room: int, home: Path) -> None:
    import resource

    run("log", *SESSION, home=home)
    before = (home / "backplan.db").read_bytes()
    done = process(
        "log", *SESSION, "--note", "x" * 500,
        home=home,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    is_refused(done)
    assert (home / "backplan.db").read_bytes() == before
    assert len(diary_of(home)) == 1


@POSIX
@pytest.mark.parametrize(
    ("args", "code", "said"),
    [(["init", "--changed", "numbness"], 4, "You had new numbness or weakness"),
     (["log", "--pain", "4", "--leg", "foot"], 4, "Pain that has moved down your leg"),
     (["log", "--saddle"], 4, "call your local emergency number"),
     (["log", "numb", "between", "the", "legs"], 5, "Stop and get help at once"),
     (["log", "--pain", "4"], 5, "cannot be read or written")],
)  # fmt: skip
def test_what_stops_is_said_on_a_full_disk_too(args: list[str], code: int, said: str, home: Path) -> None:
    started(home)
    before = (home / "backplan.db").read_bytes()
    done = on_a_full_disk(*args, home=home)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert code == 5 or "It could not be recorded" in done.err
    assert (home / "backplan.db").read_bytes() == before


@POSIX
@LIBRARY_IS_READ_BY_NOBODY
@pytest.mark.parametrize("args", [["library"], ["library", "own"], ["cope"], ["library", "hide", "bird-dog"], []])
def test_a_folder_that_cannot_be_seen_into_is_exit_5_for_the_library_too(args: list[str], home: Path) -> None:
    home.mkdir(parents=True)
    opened_up(home)
    home.chmod(0o000)
    try:
        done = as_nobody(*args, home=home)
    finally:
        home.chmod(0o700)
    assert done.code == 5
    assert str(home) in done.err
    assert done.out == "" or (args == ["cope"] and LINE in done.out)  # there are ways to cope that need no data


@POSIX
def test_own_exercises_that_cannot_be_seen_are_not_called_none(home: Path) -> None:
    (home / "own").mkdir(parents=True)
    opened_up(home)
    home.chmod(0o755)
    (home / "own").chmod(0o000)
    done = as_nobody("library", "own", home=home)
    (home / "own").chmod(0o700)
    assert (done.code, done.out) == (5, "")
    assert str(home / "own") in done.err


@pytest.mark.parametrize("args", [["week"], ["diary"], ["library"], ["library", "own"], ["log"]])
def test_a_path_too_long_or_a_file_for_a_folder_is_exit_5_with_the_path(args: list[str], tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    for home in (tmp_path / "taken", tmp_path / ("x" * 300)):
        done = run(*args, home=home)
        assert (done.code, done.out) == (5, ""), (args, done)
        assert str(home) in done.err


@POSIX
@pytest.mark.parametrize("args", [["week", "--plain"], ["today"], []])
def test_a_week_that_cannot_be_stored_is_shown_and_that_is_said(args: list[str], home: Path) -> None:
    import resource

    started(home)
    before = files(home)
    done = process(*args, home=home, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)))
    assert done.code == 0, done
    assert "could not be stored" in " ".join(done.out.split())
    assert files(home)["backplan.db"] == before["backplan.db"]
    assert "could not be stored" not in run(*args, home=home).out


@POSIX
@LIBRARY_IS_READ_BY_NOBODY
def test_a_week_on_a_disk_that_may_only_be_read_is_shown_and_that_is_said(home: Path) -> None:
    started(home)
    opened_up(home)
    (home / "backplan.db").chmod(0o444)
    home.chmod(0o555)
    done = as_nobody("week", "--plain", home=home)
    home.chmod(0o700)
    assert done.code == 0, done
    assert "could not be stored" in done.out


@pytest.mark.parametrize("number", ["99999999999999999999", "9223372036854775808", "9" * 4000])
@pytest.mark.parametrize("args", [["edit", "--pain", "3"], ["undo"]])
def test_a_number_beyond_what_the_store_can_hold_is_no_entry(args: list[str], number: str, home: Path) -> None:
    run("log", *SESSION, home=home)
    done = run("diary", args[0], number, *args[1:], home=home)
    assert done.code == 2
    assert f"there is no entry {number[:60]}" in done.err  # a longer word is said back in brief
    assert len(diary_of(home)) == 1


# -- what is kept -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue", "UTC"])
def test_the_local_date_and_the_moment_in_utc_are_both_kept(zone: str, home: Path) -> None:
    done = process("log", *SESSION, home=home, env={"TZ": zone})
    assert done.code == 4
    (entry,) = diary_of(home)
    assert entry["date"] == "2026-11-23"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)", entry["recorded_at"])
    written = datetime.fromisoformat(entry["recorded_at"])
    assert abs((datetime.now(UTC) - written).total_seconds()) < 300


def test_a_step_brings_an_older_store_up_and_keeps_what_it_held(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("log", *SESSION, home=home)
    before = diary_of(home)
    more = (*schema.STEPS, "ALTER TABLE entry ADD COLUMN mood TEXT; CREATE TABLE hat (id INTEGER PRIMARY KEY);")
    monkeypatch.setattr(schema, "STEPS", more)
    assert diary_of(home) == before
    with sqlite3.connect(home / "backplan.db") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(more),)
        assert connection.execute("SELECT count(*) FROM hat").fetchone() == (0,)
    connection.close()
    monkeypatch.undo()
    assert run("diary", home=home).code == 5


def test_a_step_that_fails_changes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("log", *SESSION, home=home)
    before = files(home)
    monkeypatch.setattr(
        schema, "STEPS", (*schema.STEPS, "CREATE TABLE hat (id INTEGER); CREATE TABLE hat (id INTEGER);")
    )
    assert run("diary", home=home).code == 5
    monkeypatch.undo()
    assert files(home) == before
    assert len(diary_of(home)) == 1


def test_every_answer_ever_recorded_stays(home: Path) -> None:
    started(home)
    for pain in ("4", "5"):
        run("init", "--pain", pain, home=home)
    with sqlite3.connect(home / "backplan.db") as connection:
        rows = connection.execute("SELECT on_date, at FROM person").fetchall()
    connection.close()
    assert len(rows) == 3
    assert all(on == "2026-11-23" and at.endswith("+00:00") for on, at in rows)


def test_a_store_that_is_locked_for_long_is_exit_5(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("log", *SESSION, home=home)
    monkeypatch.setattr(schema, "BUSY_MS", 50)
    other = sqlite3.connect(home / "backplan.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    refused = run("log", *SESSION, home=home)
    is_refused(refused)
    assert "in use by another window" in refused.err
    assert "BACKPLAN_HOME" not in refused.err
    other.rollback()
    other.close()
    assert len(diary_of(home)) == 1


def test_the_error_of_the_store_says_which_file(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "backplan.db").write_bytes(b"no store")
    with pytest.raises(StoreError, match=r"backplan\.db"), opened(home):
        pass


@POSIX
@pytest.mark.parametrize("args", [["week"], ["log", "--pain", "3"], ["backup"], ["export", "data", "--out", "-"]])
def test_a_pipe_in_the_place_of_the_store_is_not_waited_for(args: list[str], home: Path) -> None:
    home.mkdir(parents=True)
    os.mkfifo(home / "backplan.db")
    is_refused(process(*args, home=home))


def test_a_journal_that_another_window_takes_away_meanwhile_is_nothing_odd(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "exists", lambda self: True)  # it was there a moment ago
    assert schema.odd_files(home / "backplan.db") == []


@POSIX
@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_a_pipe_beside_the_store_is_named_and_can_be_forgotten(ending: str, home: Path) -> None:
    home.mkdir(parents=True)
    (home / "backplan.db").touch()
    os.mkfifo(home / f"backplan.db{ending}")
    refused = process("week", home=home)
    assert refused.code == 5
    assert f"backplan.db{ending} is no file" in refused.err
    assert process("forget", "--yes", home=home).code == 0
    assert not home.exists()


def refused_by_the_disk(where: str) -> Callable[..., sqlite3.Connection]:
    """A way to open a store of which the disk cannot read a part."""

    def opening(path: Path) -> sqlite3.Connection:
        if where == "opened":
            raise OSError(errno.EIO, "Input/output error")
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise error

    return opening


@pytest.mark.parametrize("where", ["opened", "read"])
@pytest.mark.parametrize(
    "said", ["week", "log", "restore x.db --yes", "init --anew --pain 3", "import data x.json --replace"]
)
def test_what_the_disk_cannot_read_is_said_to_be_so_and_nothing_is_set_aside(
    where: str, said: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(home)
    run("log", "--pain", "3", home=home)
    assert run("export", "data", "--out", str(tmp_path / "x.json"), home=home).code == 0
    assert run("backup", "--out", str(tmp_path / "x.db"), home=home).code == 0
    before = sorted(path.name for path in home.rglob("*") if path.is_file() and "cache" not in path.parts)
    with monkeypatch.context() as patch:
        patch.setattr(stores, "connect", refused_by_the_disk(where))
        done = run(*[str(tmp_path / each) if each.startswith("x.") else each for each in said.split()], home=home)
    assert (done.code, "the disk could not read your data" in done.err) == (5, True), done
    assert "damaged" not in done.err
    assert sorted(path.name for path in home.rglob("*") if path.is_file() and "cache" not in path.parts) == before
    assert run("diary", home=home).code == 0


def test_what_sqlite_calls_malformed_and_finds_sound_once_more_was_not_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(home)

    def unread(path: Path) -> sqlite3.Connection:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT  # as SQLite says of EIO in the middle of a query
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(stores, "connect", unread)
        assert "the disk could not read your data" in run("log", home=home).err
        assert run("init", "--anew", "--pain", "3", home=home).code == 5
    assert not (home / "backups").exists()
    assert run("log", home=home).code == 0
    raw = (home / "backplan.db").read_bytes()
    (home / "backplan.db").write_bytes(raw[: len(raw) // 2])
    assert "is damaged" in run("log", home=home).err
