"""A way back: backups by hand and by themselves, restore, export and import of all data, and forgetting."""

import errno
import json
import os
import re
import shutil
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from backplan.actions import backup as actions
from backplan.actions import own_due
from backplan.actions.workspace import Workspace
from backplan.errors import StoreError
from backplan.files import whole as whole_files
from backplan.library import own_folder
from backplan.store import schema
from backplan.store.records import Records
from tests.laws.test_transcripts import OWN
from tests.support.cli import (
    LIBRARY_IS_READ_BY_NOBODY,
    TODAY,
    answered,
    diary_of,
    opened_up,
    process,
    run,
    started,
    stopped_by,
    week_of,
)
from tests.support.damage import damaged, put
from tests.support.shared import copied

SADDLE = ["--red-flags", "saddle-numbness"]


def _lived(home: Path) -> None:
    started(home)
    week_of(home)
    assert run("log", "--pain", "3", home=home).code == 0
    own = home.parent / "mine.yaml"
    own.write_text(OWN, encoding="utf-8")
    assert run("library", "add", str(own), home=home).code == 0


@pytest.fixture
def lived(home: Path) -> Path:
    """Somebody with answers, a week, an entry and an own exercise."""
    home.parent.mkdir(parents=True, exist_ok=True)
    copied("backup-lived", _lived, home)
    return home


def whole(home: Path) -> list[Any]:
    """All that is stored, and the own files."""
    with sqlite3.connect(home / "backplan.db") as connection:
        tables = ("person", "entry", "week", "prescription", "swap")
        found = [connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables]
    connection.close()
    return [*found, {path.name: path.read_bytes() for path in sorted((home / "own").glob("*.yaml"))}]


def backups(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "backups").iterdir())


# -- kept by itself -----------------------------------------------------------------------------------------------


def test_the_first_change_of_each_of_the_last_seven_days_begins_with_a_backup(home: Path) -> None:
    started(home, today="2026-11-02")
    assert not (home / "backups").exists()  # there was nothing to keep yet
    for day in range(3, 13):
        for _ in range(2):
            run("log", "--pain", "3", home=home, today=f"2026-11-{day:02d}")
    assert backups(home) == [f"2026-11-{day:02d}.db" for day in range(6, 13)]
    before = run("restore", home=home, today="2026-11-12").out
    assert re.search(r"^2026-11-12 \(made [^)]+\): 9 sessions", before, re.MULTILINE)


def test_days_of_a_clock_that_was_ahead_take_no_place_of_those_that_come_after(home: Path) -> None:
    started(home, today="2026-11-02")
    ahead = [f"2027-03-{day:02d}" for day in range(1, 9)]
    days = [f"2026-11-{day:02d}" for day in range(3, 13)]
    for day in (*ahead, *days):
        run("log", "--pain", "3", home=home, today=day)
    assert backups(home) == [f"{day}.db" for day in (*days[-7:], *ahead[-7:])]


@LIBRARY_IS_READ_BY_NOBODY
@pytest.mark.parametrize(
    ("closed", "command"),
    [("", ("forget", "--yes")), ("backups", ("restore",)), ("backups", ("backup",)),
     ("own", ("export", "data", "--out", "-"))],
)  # fmt: skip
def test_what_cannot_be_seen_into_is_told_and_not_taken_for_nothing(
    closed: str, command: tuple[str, ...], lived: Path
) -> None:
    with closed_to_us(lived / closed):
        done = run(*command, home=lived)
    assert (done.code, done.out) == (5, "")
    assert str(lived / closed) in done.err
    assert len(done.err.splitlines()) == 1


@LIBRARY_IS_READ_BY_NOBODY
def test_own_files_that_cannot_be_read_hold_no_entry_up_and_its_words_are_true(lived: Path) -> None:
    of_whom_we_become(lived)
    with closed_to_us(lived / "own"):
        done = run("log", "--morning", "2", home=lived, today="2026-11-25")
    assert done.code == 0
    assert "Today's backup could not be made" in done.err
    assert "nothing was changed" not in done.err


@LIBRARY_IS_READ_BY_NOBODY
def test_a_file_that_may_not_be_looked_for_is_named(lived: Path) -> None:
    out = lived.parent / "closed"
    out.mkdir()
    of_whom_we_become(lived)
    with closed_to_us(out):
        done = run("export", "data", "--out", str(out / "x.json"), home=lived)
    assert done.code != 0
    assert str(out) in done.err


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_one_link_that_leads_nowhere_hides_no_other_backup(lived: Path) -> None:
    run("backup", home=lived)
    (lived / "backups" / "2026-11-20.db").symlink_to("nowhere")
    assert f"{TODAY}-by-hand" in run("restore", home=lived).out


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_copy_that_cannot_be_made_its_owners_alone_is_not_left_behind(
    lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fchmod", fails)
    done = run("backup", home=lived)
    assert (done.code, done.out) == (5, "")
    assert not [*(lived / "backups").glob(".*")]


@pytest.mark.parametrize("table", ["shared", "swap", "leg_noted", "own_due", "week", "person", "prescription", "entry"])
def test_a_store_that_lost_a_table_is_called_damaged_and_a_backup_takes_its_place(table: str, lived: Path) -> None:
    run("backup", "--out", str(lived.parent / "then.db"), home=lived)
    with closing(sqlite3.connect(lived / "backplan.db")) as connection:
        connection.execute(f"DROP TABLE {table}")
    done = run("export", "data", "--out", "-", home=lived)
    assert done.code == 0 or "damaged" in done.err
    assert run("restore", str(lived.parent / "then.db"), "--yes", home=lived).code == 0
    assert run("week", home=lived).code == 4  # nobody knows what stopped by then, so it is asked anew
    assert run("log", "--morning", "2", home=lived).code in (0, 4)
    assert run("export", "data", "--out", "-", home=lived).code == 0


def test_a_name_that_no_file_can_have_is_no_backup(lived: Path) -> None:
    done = run("restore", "x" * 300, "--yes", home=lived)
    assert done.code == 3
    assert "cannot be read" in done.err


@pytest.mark.parametrize("stamp", [1 << 40, -(1 << 40), 1 << 55])
def test_a_backup_of_a_clock_gone_mad_is_shown_and_comes_back(stamp: int, lived: Path) -> None:
    name = backups(lived)[0]
    os.utime(lived / "backups" / name, (stamp, stamp))
    assert name.removesuffix(".db") in run("restore", home=lived).out
    assert run("restore", name, "--yes", home=lived).code == 0


def of_whom_we_become(home: Path) -> None:
    """Give a person's data to whom ``closed_to_us`` makes of root."""
    if os.geteuid() == 0:
        opened_up(home)
        for path in (home, *home.rglob("*")):
            os.chown(path, 65534, -1)


@contextmanager
def closed_to_us(folder: Path) -> Iterator[None]:
    """A folder that we cannot see into, be we root or not."""
    if os.name != "posix":
        pytest.skip("modes of POSIX")
    opened_up(folder)
    mode, us = folder.stat().st_mode, os.geteuid()
    folder.chmod(0)
    try:
        if us == 0:
            os.seteuid(65534)
        yield
    finally:
        os.seteuid(us)
        folder.chmod(mode)


@pytest.mark.parametrize("command", [["restore", "then.db", "--yes"], ["import", "data", "data.json", "--replace"]])
def test_where_there_is_no_room_to_look_at_a_copy_it_is_said_and_not_laid_to_the_file(
    command: list[str], lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", "--out", str(lived.parent / "then.db"), home=lived)
    run("export", "data", "--out", str(lived.parent / "data.json"), home=lived)
    before = whole(lived)
    monkeypatch.setattr("backplan.store.backup.connect", small)
    monkeypatch.setattr("backplan.actions.data.connect", small)
    done = run(*(str(lived.parent / word) if "." in word else word for word in command), home=lived)
    assert done.code == 5
    assert "full" in done.err
    assert str(lived) in done.err
    assert whole(lived) == before


def small(path: Path) -> sqlite3.Connection:
    """A database for which there is next to no room."""
    connection = schema.connect(path)
    connection.execute("PRAGMA max_page_count = 8")
    return connection


def test_a_backup_that_fails_is_told_only_of_a_change_that_is_made(
    lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("backplan.store.backup.make", fails)
    done = run("library", "hide", "cat-cow", home=lived, today="2026-11-25")
    assert (done.code, "stored all the same" in done.err) == (0, True)
    monkeypatch.setattr("backplan.files.whole.write", fails)
    done = run("library", "hide", "dead-bug", home=lived, today="2026-11-25")
    assert (done.code, "stored all the same" in done.err) == (5, False)


def test_a_change_of_the_own_exercises_begins_with_a_backup_too(lived: Path) -> None:
    before = whole(lived)
    assert run("library", "remove", "mine", home=lived, today="2026-11-25").code == 0
    assert "2026-11-25.db" in backups(lived)
    assert run("restore", "2026-11-25", "--yes", home=lived, today="2026-11-25").code == 0
    assert whole(lived) == before


def test_looking_keeps_no_backup(home: Path) -> None:
    started(home)
    week_of(home)
    kept = backups(home)
    for args in (["week"], ["diary"], ["why", "bird-dog"], ["progress"], ["restore"]):
        run(*args, home=home, today="2026-11-24")
    assert backups(home) == kept


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_backups_are_their_owners_alone(lived: Path) -> None:
    out = lived.parent / "x.db"
    assert run("backup", "--out", str(out), home=lived).code == 0
    paths = [out, *(lived / "backups").iterdir()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}
    assert stat.S_IMODE((lived / "backups").stat().st_mode) == 0o700


def test_a_backup_that_cannot_be_made_holds_no_entry_up_and_is_said(home: Path) -> None:
    started(home)
    (home / "backups").write_text("in the way", encoding="utf-8")
    done = run("log", "--pain", "3", home=home)
    assert done.code == 0
    assert "backup could not be made" in done.err
    assert len(diary_of(home)) == 2


def test_a_backup_that_cannot_be_made_is_said_of_nothing_that_was_not_stored(home: Path) -> None:
    started(home)
    (home / "backups").write_text("in the way", encoding="utf-8")
    done = run("prescribe", "end", "all", home=home)
    assert "stored all the same" not in done.err, done


# -- by hand, and back --------------------------------------------------------------------------------------------


def test_a_backup_brings_all_of_it_back_own_exercises_too(lived: Path) -> None:
    out, before = lived.parent / "x.db", whole(lived)
    assert run("backup", "--out", str(out), home=lived).code == 0
    assert run("forget", "--yes", home=lived).code == 0
    assert not lived.exists()
    done = run("restore", str(out), home=lived)
    assert done.code == 0, done
    assert whole(lived) == before


def test_restore_shows_what_it_would_do_and_keeps_what_it_replaces(lived: Path) -> None:
    out = lived.parent / "x.db"
    run("backup", "--out", str(out), home=lived)
    run("log", "--done", "no", home=lived, today="2026-11-24")
    before = whole(lived)
    asked = run("restore", str(out), home=lived, today="2026-11-24")
    assert asked.code == 2
    assert "--yes" in asked.err
    assert "1 session, 1 week" in asked.out
    assert "2 sessions, 1 week" in asked.out
    assert whole(lived) == before
    done = run("restore", str(out), "--yes", home=lived, today="2026-11-24")
    assert done.code == 0
    assert len(diary_of(lived)) == 2
    assert run("restore", "2026-11-24-replaced", "--yes", home=lived, today="2026-11-24").code == 0
    assert whole(lived) == before


@pytest.mark.parametrize("content", [b"", b"hello\n", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_what_is_no_backup_is_exit_3_and_changes_nothing(content: bytes, lived: Path) -> None:
    wrong, before = lived.parent / "wrong.db", whole(lived)
    wrong.write_bytes(content)
    for file in (wrong, lived.parent / "nowhere.db"):
        done = run("restore", str(file), "--yes", home=lived)
        assert done.code == 3, done
        assert file.name in done.err
    assert whole(lived) == before


def test_a_backup_is_never_written_over_a_file_unasked_nor_over_the_store(lived: Path) -> None:
    out, before = lived.parent / "x.db", whole(lived)
    out.write_text("mine", encoding="utf-8")
    link = lived.parent / "link.db"
    link.symlink_to(lived / "backplan.db")
    for args in ([str(out)], [str(lived / "backplan.db"), "--force"], [str(link), "--force"]):
        assert run("backup", "--out", *args, home=lived).code == 2
        assert run("export", "data", "--out", *args, home=lived).code == 2
    assert (out.read_text(encoding="utf-8"), whole(lived)) == ("mine", before)


@pytest.mark.parametrize("way", ["restore", "import"])
def test_a_stop_that_stands_is_not_lifted_by_what_comes_back(way: str, lived: Path) -> None:
    out = lived.parent / "x.db"
    if way == "restore":
        run("backup", "--out", str(out), home=lived)
    else:
        run("export", "data", "--out", str(out), home=lived)
    assert run("init", *SADDLE, home=lived).code == 4
    args = ["restore", str(out), "--yes"] if way == "restore" else ["import", "data", str(out), "--replace"]
    done = run(*args, home=lived)
    assert done.code == 0, done
    assert "What stops you now was not in it" in done.out
    assert stopped_by(lived) == "emergency-flags"


def test_a_stop_of_the_leg_is_not_lifted_either(lived: Path) -> None:
    out = lived.parent / "x.db"
    run("backup", "--out", str(out), home=lived)
    run("log", "--pain", "3", "--leg", "foot", home=lived)
    rule = stopped_by(lived)
    assert rule == "leg-further-down"
    assert run("restore", str(out), "--yes", home=lived).code == 0
    assert stopped_by(lived) == rule


def test_a_store_that_cannot_be_read_is_kept_and_a_backup_takes_its_place(lived: Path) -> None:
    out, before = lived.parent / "x.db", whole(lived)
    run("backup", "--out", str(out), home=lived)
    (lived / "backplan.db").write_bytes(b"no store at all")
    done = run("restore", str(out), "--yes", home=lived)
    assert done.code == 0, done
    assert "safety questions again" in done.out
    assert whole(lived)[1:] == before[1:]
    assert whole(lived)[0][:-1] == before[0]  # and one that says that the questions are to be answered
    assert (lived / "backups" / f"{TODAY}-replaced-unreadable.db").read_bytes() == b"no store at all"


# -- export and import --------------------------------------------------------------------------------------------


def test_what_is_exported_comes_back_whole(lived: Path) -> None:
    before, out = whole(lived), lived.parent / "d.json"
    assert run("export", "data", "--out", str(out), home=lived).code == 0
    assert json.loads(run("export", "data", "--out", "-", home=lived).out) == json.loads(out.read_text("utf-8"))
    other = lived.parent / "other"
    assert run("import", "data", str(out), home=other).code == 0
    assert whole(other) == before
    assert week_of(other) == week_of(lived)


@pytest.mark.parametrize(("table", "column"), [("entry", "at"), ("week", "on_date"), ("person", "at")])
def test_a_record_that_could_not_be_taken_in_again_is_left_out_and_said(table: str, column: str, lived: Path) -> None:
    with sqlite3.connect(lived / "backplan.db") as connection:
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = 1", (b"\xff\xfe",))
    connection.close()
    done = run("export", "data", "--out", str(lived.parent / "d.json"), home=lived)
    assert done.code == 0
    assert f"table {table}" in done.err
    assert run("import", "data", str(lived.parent / "d.json"), home=lived.parent / "other").code == 0


def test_data_is_not_taken_in_over_other_data_unasked(lived: Path) -> None:
    out = lived.parent / "d.json"
    run("export", "data", "--out", str(out), home=lived)
    run("log", "--morning", "2", home=lived, today="2026-11-24")
    before = whole(lived)
    done = run("import", "data", str(out), home=lived)
    assert done.code == 2
    assert "--replace" in done.err
    assert whole(lived) == before
    assert run("import", "data", str(out), "--replace", home=lived).code == 0
    assert f"{TODAY}-replaced.db" in backups(lived)


def test_every_fault_of_a_file_is_told_with_its_place_and_nothing_is_taken_in(lived: Path) -> None:
    out = lived.parent / "d.json"
    run("export", "data", "--out", str(out), home=lived)
    said = json.loads(out.read_text("utf-8"))
    said["person"][0]["document"]["pain"][0] = "three"
    said["entry"][1]["on_date"] = "2026-02-30"
    said["week"][0]["document"]["mode"] = "wild"
    del said["entry"][0]["kind"]
    out.write_text(json.dumps(said, indent=1), encoding="utf-8")
    other = lived.parent / "other"
    done = run("import", "data", str(out), home=other)
    assert done.code == 3
    lines = done.err.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("d.json:") for line in lines)
    text = out.read_text("utf-8").splitlines()
    (pain,) = (line for line in lines if "person[0].document.pain[0]" in line)
    assert '"three"' in text[int(pain.split(":")[1]) - 1]
    assert not (other / "backplan.db").exists()


@pytest.mark.parametrize(
    ("where", "value", "told"),
    [
        (("person", 0, "on_date"), "2031-01-01", "a day up to today"),
        (("person", 0, "document", "pain", 3), "2031-01-01", "a day up to today"),
        (("person", 0, "document", "flags"), [["made-up", TODAY, True]], "a sign that backplan knows"),
        (("person", 0, "document", "heart"), [["made-up", TODAY, True]], "a sign that backplan knows"),
        (("entry", 1, "on_date"), "2031-01-01", "a day up to today"),
        (("entry", 1, "document", "note"), "fine\nEntry 9: session", "in one line"),
        (("week", 0, "document", "days", 0, "sessions", 0, "blocks", 0, "items", 0, "name"), "a\nb", "in one line"),
    ],
)
def test_what_no_command_would_have_stored_is_not_taken_in(
    where: tuple[Any, ...], value: object, told: str, lived: Path
) -> None:
    out = lived.parent / "d.json"
    run("export", "data", "--out", str(out), home=lived)
    out.write_text(json.dumps(damaged(json.loads(out.read_text("utf-8")), where, value), indent=1), encoding="utf-8")
    done = run("import", "data", str(out), home=lived.parent / "other")
    assert done.code == 3
    assert told in done.err
    assert ".".join(map(str, where)).split(".")[0] in done.err


def test_a_pause_ahead_and_a_long_file_of_own_exercises_go_out_and_in(lived: Path) -> None:
    assert run("pause", "--from", "2026-12-24", "--to", "2027-01-02", home=lived).code == 0
    own = lived / "own" / "mine.yaml"
    own.write_text(own.read_text("utf-8") + "# a word\n" * 3_000, encoding="utf-8")
    out, other = lived.parent / "d.json", lived.parent / "other"
    assert run("export", "data", "--out", str(out), home=lived).code == 0
    assert run("import", "data", str(out), home=other).code == 0
    assert whole(other)[1:] == whole(lived)[1:]


def test_a_key_that_stands_twice_is_told_where_it_stands_again(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "d.json"
    file.write_text(
        '{"a": "{ \\" : {", "own": [{"name": 1},\n  {"name": 1, "nam\\u0065": 2}],\n "a": 1}', encoding="utf-8"
    )
    done = run("import", "data", str(file), home=home)
    assert done.code == 3
    assert [line.split(": ")[0] for line in done.err.splitlines()] == ["d.json:2:15", "d.json:3:2"]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "[" * 100_000, '{"a": 1, "a": 2}', "\ufeff{}", "9" * 6000])
def test_what_is_no_data_is_exit_3(text: str, home: Path) -> None:
    home.parent.mkdir(parents=True)
    file = home.parent / "d.json"
    file.write_text(text, encoding="utf-8")
    done = run("import", "data", str(file), home=home)
    assert done.code == 3, done
    assert "d.json" in done.err
    assert not home.exists()


def test_own_exercises_of_a_file_are_looked_through_and_stay_in_their_folder(lived: Path) -> None:
    out, other = lived.parent / "d.json", lived.parent / "other"
    run("export", "data", "--out", str(out), home=lived)
    said = json.loads(out.read_text("utf-8"))
    for wrong in ({"name": "../x.yaml"}, {"name": "x.txt"}, {"text": "- {id: Bad Id, name: 7}\n"}):
        out.write_text(json.dumps({**said, "own": [{**said["own"][0], **wrong}]}), encoding="utf-8")
        assert run("import", "data", str(out), home=other).code == 3
    assert not other.exists()


# -- forgetting ---------------------------------------------------------------------------------------------------


def test_forgetting_leaves_nothing(lived: Path) -> None:
    for left in ("backplan.db-wal", "backplan.db-shm", "backplan.db-journal", ".backplan-x1y2", "own/.abcdefgh"):
        (lived / left).write_bytes(b"")
    (lived / "cache").mkdir(exist_ok=True)
    (lived / "cache" / "tmpabcd1234").write_bytes(b"")
    asked = run("forget", home=lived)
    assert asked.code == 2
    assert (lived / "backplan.db").exists()
    assert run("forget", "--yes", home=lived).code == 0
    assert not lived.exists()
    assert run("forget", "--yes", home=lived).code == 0


def test_forgetting_that_is_broken_off_leaves_the_store_as_it_was(lived: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("backup", home=lived).code == 0
    before = run("diary", "--json", home=lived)

    def refused(path: Path) -> None:
        raise OSError(5, "Input/output error", str(path))

    monkeypatch.setattr(shutil, "rmtree", refused)
    done = run("forget", "--yes", home=lived)
    assert done.code == 5
    assert "could not be taken away" in done.err
    assert "nothing was taken away" in done.err
    assert run("diary", "--json", home=lived) == before
    monkeypatch.undo()
    assert run("forget", "--yes", home=lived).code == 0
    assert not lived.exists()


def test_forgetting_leaves_what_is_not_ours(lived: Path) -> None:
    (lived / "letters.txt").write_text("dear", encoding="utf-8")
    done = run("forget", "--yes", home=lived)
    assert done.code == 0
    assert "letters.txt" in done.out
    assert [path.name for path in lived.iterdir()] == ["letters.txt"]


def test_a_store_that_cannot_be_read_can_be_forgotten(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "backplan.db").write_bytes(b"garbage")
    assert run("forget", "--yes", home=home).code == 0
    assert not home.exists()


def test_a_stop_stops_none_of_these(home: Path) -> None:
    assert answered(home, red_flags=["saddle-numbness"]).code == 4
    out, data = str(home.parent / "x.db"), str(home.parent / "d.json")
    for args in (["backup", "--out", out], ["restore", out, "--yes"], ["export", "data", "--out", data],
                 ["import", "data", data, "--replace"], ["forget", "--yes"]):  # fmt: skip
        assert run(*args, home=home).code == 0, args


def test_the_schema_of_the_data_is_the_one_in_the_docs(home: Path) -> None:
    drawn = json.loads(run("export", "data", "--schema", home=home).out)
    assert json.loads((Path(__file__).parents[2] / "docs" / "data.schema.json").read_text("utf-8")) == drawn


# -- nothing that holds back is lifted on the way ---------------------------------------------------------------------

HELD = {
    "an operation": ["init", "--surgery", "fusion", "--surgery-on", "2026-11-10", "--released", "2026-11-20",
                     "--clearance-by", "surgeon", "--clearance-on", "2026-11-20"],
    "much pain": ["log", "--pain", "9"],
    "a pregnancy": ["init", "--pregnant-weeks", "30", "--clearance-by", "midwife", "--clearance-on", "2026-11-22"],
    "a birth": ["init", "--birth-on", "2026-11-01", "--birth", "caesarean", "--clearance-by", "midwife",
                "--clearance-on", "2026-11-22"],
    "a condition": ["init", "--conditions", "osteoporosis"],
    "no way to the floor": ["init", "--no-floor"],
    "left out by a therapist": ["prescribe", "avoid", "clamshell"],
    "a movement left out": ["prescribe", "avoid", "bending"],
    "a limit": ["prescribe", "limit", "--minutes", "10"],
}  # fmt: skip


@pytest.mark.parametrize("way", ["restore", "import"])
@pytest.mark.parametrize("args", HELD.values(), ids=HELD)
def test_what_holds_the_plan_back_stands_after_an_older_state_came_back(
    way: str, args: list[str], lived: Path, tmp_path: Path
) -> None:
    back = {"restore": ["restore", str(tmp_path / "good.db"), "--yes"],
            "import": ["import", "data", str(tmp_path / "good.json"), "--replace"]}[way]  # fmt: skip
    assert run("backup", "--out", str(tmp_path / "good.db"), home=lived).code == 0
    assert run("export", "data", "--out", str(tmp_path / "good.json"), home=lived).code == 0
    assert run(*args, home=lived).code in (0, 4)
    before = week_of(lived)
    done = run(*back, home=lived)
    assert done.code == 0, done
    assert "stands all the same" in done.out
    after = week_of(lived, "--replan")
    for key in ("left_out", "mode"):
        assert after[key] == before[key]


@pytest.mark.parametrize("broken", ["{broken", "{}"])
@pytest.mark.parametrize("way", ["restore", "import"])
def test_a_stop_on_damaged_answers_outlives_what_comes_back(way: str, broken: str, lived: Path, tmp_path: Path) -> None:
    back = {"restore": ["restore", str(tmp_path / "good.db"), "--yes"],
            "import": ["import", "data", str(tmp_path / "good.json"), "--replace"]}[way]  # fmt: skip
    assert run("backup", "--out", str(tmp_path / "good.db"), home=lived).code == 0
    assert run("export", "data", "--out", str(tmp_path / "good.json"), home=lived).code == 0
    assert run("log", "--saddle", home=lived).code == 4
    with sqlite3.connect(lived / "backplan.db") as connection:
        connection.execute("UPDATE person SET document = ?", (broken,))
    connection.close()
    assert run("week", home=lived).code == 4, "the sign is still in the diary"
    done = run(*back, home=lived)
    assert done.code == 0, done
    assert "answer the safety questions again" in done.out
    assert stopped_by(lived) == "emergency-flags"


def test_where_nothing_could_be_read_the_safety_questions_come_before_any_exercise(lived: Path, tmp_path: Path) -> None:
    assert run("backup", "--out", str(tmp_path / "good.db"), home=lived).code == 0
    (lived / "backplan.db").write_bytes(b"garbage")
    assert run("restore", str(tmp_path / "good.db"), "--yes", home=lived).code == 0
    assert stopped_by(lived) == "not-screened"
    assert run("init", "--answers", str(_answers_file(tmp_path)), home=lived).code == 0
    assert stopped_by(lived) is None


def _answers_file(folder: Path) -> Path:
    import yaml

    from tests.support.cli import answers

    path = folder / "answers.yaml"
    path.write_text(yaml.safe_dump(answers()), encoding="utf-8")
    return path


@pytest.mark.parametrize("change", ["document = '{x'", "on_date = '2026-13-45'"])
def test_an_entry_that_may_have_told_of_the_leg_stops_until_it_is_taken_out(change: str, lived: Path) -> None:
    assert run("log", "--pain", "3", "--leg", "foot", home=lived).code == 4
    number = max(entry["id"] for entry in diary_of(lived))
    with sqlite3.connect(lived / "backplan.db") as connection:
        connection.execute(f"UPDATE entry SET {change} WHERE id = ?", (number,))
    connection.close()
    for command in ("week", "today"):
        done = run(command, home=lived)
        assert done.code == 5, done
        assert f"undo {number}" in done.err
    assert run("init", "--leg", "none", home=lived).code == 0
    assert run("diary", "undo", str(number), home=lived).code == 0
    assert run("week", home=lived).code == 0


def test_answers_can_be_given_anew_where_they_and_an_entry_cannot_be_read(lived: Path, tmp_path: Path) -> None:
    with sqlite3.connect(lived / "backplan.db") as connection:
        connection.execute("UPDATE person SET document = '{x'")
        connection.execute("UPDATE entry SET document = '{x'")
    connection.close()
    assert run("init", "--answers", str(_answers_file(tmp_path)), home=lived).code == 0
    assert run("week", home=lived).code == 5  # by the entry
    for entry in (1, 2, 3):
        run("diary", "undo", str(entry), home=lived)
    assert run("week", home=lived).code == 0


# -- where a backup may go, and what may be taken for one -------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="needs pipes")
def test_a_backup_goes_into_a_file_and_comes_from_one(lived: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for out in (str(pipe), "-"):
        assert run("backup", "--out", out, "--force", home=lived).code == 2
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert run("restore", str(pipe), "--yes", home=lived).code == 3
    assert run("import", "data", str(pipe), "--replace", home=lived).code == 3


@pytest.mark.parametrize("command", [["backup"], ["export", "data"]])
def test_the_lock_of_the_own_exercises_is_no_place_to_write_to(command: list[str], lived: Path) -> None:
    assert run(*command, "--out", str(lived / "own.lock"), "--force", home=lived).code == 2


@pytest.mark.parametrize("broken", ["garbage", "cut", "folder"])
def test_no_backup_of_a_store_that_cannot_be_read_is_exit_5(broken: str, lived: Path) -> None:
    store = lived / "backplan.db"
    raw = store.read_bytes()
    store.unlink()
    if broken == "folder":
        store.mkdir()
    else:
        store.write_bytes(b"garbage" * 99 if broken == "garbage" else raw[: len(raw) // 2])
    done = run("backup", home=lived)
    assert done.code == 5, done
    assert "inside" not in done.err


def test_backups_that_is_a_file_is_exit_5_with_its_path(lived: Path, tmp_path: Path) -> None:
    assert run("backup", "--out", str(tmp_path / "good.db"), home=lived).code == 0
    import shutil

    shutil.rmtree(lived / "backups", ignore_errors=True)
    (lived / "backups").write_text("in the way")
    for command in (["backup"], ["restore", str(tmp_path / "good.db"), "--yes"]):
        done = run(*command, home=lived)
        assert done.code == 5, done
        assert "backups" in done.err


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_forgetting_goes_where_links_lead(lived: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    (lived / "backplan.db").replace(elsewhere)
    (lived / "backplan.db").symlink_to(elsewhere)
    assert run("forget", "--yes", home=lived).code == 0
    assert not elsewhere.exists()


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_forgetting_takes_nothing_away_that_is_not_ours_where_links_lead(lived: Path, tmp_path: Path) -> None:
    run("backup", home=lived)
    folder = tmp_path / "elsewhere"
    (lived / "backups").replace(folder)
    (lived / "backplan.db").unlink()
    others = [folder / name for name in ("my-films.db", "notes.yaml", "letter.txt")]
    for path in others:
        path.write_text("not ours", encoding="utf-8")
    (lived / "backups").symlink_to(folder)
    for name in ("backplan.db", "interview.json", "session.json", "own.lock", ".backplan-own-due", "backplan.db-wal"):
        (lived / name).unlink(missing_ok=True)
        (lived / name).symlink_to(others[2])
    assert run("forget", "--yes", home=lived).code == 0
    assert sorted(folder.iterdir()) == sorted(others)
    assert not lived.exists()


@pytest.mark.skipif(os.name != "posix", reason="needs pipes")
def test_a_pipe_among_the_backups_is_passed_over_and_not_waited_for(lived: Path) -> None:
    run("backup", home=lived)
    os.mkfifo(lived / "backups" / "2026-11-20.db")
    done = process("restore", home=lived)
    assert done.code == 0
    assert "by-hand" in done.out


# -- runs that were killed, and stores that cannot be read --------------------------------------------------------


def _left(folder: Path, name: str, hours: float) -> Path:
    """What a run leaves in a folder that was killed so long ago."""
    path = folder / name
    path.write_bytes(b"half of it")
    os.utime(path, (time.time() - hours * 3600,) * 2)
    return path


def test_what_a_killed_backup_left_is_taken_away_by_the_next_unless_it_may_be_alive(lived: Path) -> None:
    assert run("backup", home=lived).code == 0
    old = [
        _left(lived / "backups", name, 1.1) for name in (".backplan-copy-ab12_xyz", ".backplan-copy-ab12_xyz-journal")
    ]
    young, others = (
        _left(lived / "backups", ".backplan-copy-zzzzzzzz", 0.5),
        _left(lived / "backups", ".backplan-copy-mine", 9),
    )
    assert run("backup", home=lived).code == 0
    assert not any(path.exists() for path in old)
    assert young.exists()
    assert others.exists()


def test_a_copy_that_a_killed_restore_left_is_taken_away_by_the_next_and_by_forget(lived: Path) -> None:
    made = run("backup", home=lived)
    name = next(each for each in backups(lived) if "by-hand" in each)
    (old := lived / ".backplan-copy-abcdefgh").mkdir()
    (old / "then.db").write_bytes(b"all of it")
    os.utime(old, (0, 0))
    assert run("restore", name, "--yes", home=lived).code == 0, made
    assert not old.exists()
    old.mkdir()
    assert run("forget", "--yes", home=lived).code == 0
    assert not lived.exists()


def test_the_copy_that_restore_looks_at_lies_with_the_data_and_goes(
    lived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", "--out", str(tmp_path / "b.db"), home=lived)
    (elsewhere := tmp_path / "elsewhere").mkdir(mode=0o500)
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    seen: list[Path] = []
    real = actions.offer

    def offer(place: Workspace, file: Path, folder: Path) -> actions.BackupOffer:
        seen.append(folder)
        return real(place, file, folder)

    monkeypatch.setattr(actions, "offer", offer)
    assert run("restore", str(tmp_path / "b.db"), "--yes", home=lived).code == 0
    assert seen[0].parent == lived
    assert not seen[0].exists()


def test_a_file_that_is_no_backup_leaves_no_folder_for_somebody_new(home: Path, tmp_path: Path) -> None:
    (tmp_path / "no.db").write_bytes(b"SQLite it is not")
    assert run("restore", str(tmp_path / "no.db"), home=home).code == 3
    assert not home.exists()


def test_where_nothing_can_be_put_a_restore_ends_with_a_sentence(home: Path, tmp_path: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_bytes(b"a file where the folder belongs")
    (tmp_path / "b.db").write_bytes(b"")
    done = run("restore", str(tmp_path / "b.db"), "--yes", home=home)
    assert done.code == 5
    assert str(home) in done.err


def test_a_backup_of_a_store_that_is_cut_off_ends_with_a_sentence(lived: Path) -> None:
    raw = (lived / "backplan.db").read_bytes()
    for length in (50, 200, 5000, len(raw) // 2):
        (lived / "backplan.db").write_bytes(raw[:length])
        done = run("backup", home=lived)
        assert done.code == 5, done
        assert "backplan.db" in done.err
        assert "inside" not in done.err
        assert "backplan restore" in run("week", home=lived).err


def test_an_empty_store_is_nothing_to_keep_and_leaves_no_backup(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "backplan.db").write_bytes(b"")
    done = run("backup", home=home)
    assert done.code == 2
    assert "nothing is recorded yet" in done.err
    assert not (home / "backups").exists()


def test_everything_goes_into_sheets_that_are_the_owners_alone(lived: Path, tmp_path: Path) -> None:
    import csv

    assert run("log", "--morning", "2", "--note", "=HYPERLINK(1)", home=lived).code == 0
    folder = tmp_path / "sheets"
    assert run("export", "data", "--csv", str(folder), home=lived).code == 0
    found = {}
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    assert set(found) == {"answers", "diary", "weeks", "days", "exercises", "goals", "swaps", "prescription", "own"}
    held = json.loads(run("export", "data", "--out", "-", home=lived).out)
    assert len(found["answers"]) == len(held["person"])
    assert [row["kind"] for row in found["diary"]] == [row["kind"] for row in held["entry"]]
    assert found["diary"][-1]["note"] == "'=HYPERLINK(1)"
    assert found["answers"][0]["pain.now"] == "3"
    assert {row["date"] for row in found["days"]} == {d["date"] for d in held["week"][0]["document"]["days"]}
    assert found["own"][0]["text"] == held["own"][0]["text"].replace("\n- ", "\n'- ").replace("- id", "'- id", 1)


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("form", [("data", "--csv"), ("ics", "--vdir")])
@pytest.mark.parametrize("broken", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_files_of_a_folder_are_written_all_of_them_or_none(
    form: tuple[str, str],
    there: bool,
    broken: BaseException,
    lived: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run("week", home=lived)  # which a calendar would lay, and store
    out, calls = tmp_path / "out", list[int]()
    folder = out / "folder"
    out.mkdir()
    if there:
        folder.mkdir()
        (folder / "mine.txt").write_text("mine", "utf-8")

    def sync(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 5:
            raise broken

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", sync)
        done = run("export", *form, str(folder), home=lived)
    assert done.code == (130 if isinstance(broken, KeyboardInterrupt) else 1)
    assert "othing was" in done.err
    assert sorted(path.name for path in out.rglob("*")) == (["folder", "mine.txt"] if there else [])
    assert run("export", *form, str(folder), home=lived).code == 0
    assert len([*folder.iterdir()]) > 5


@pytest.mark.parametrize("form", [("data", "--csv"), ("ics", "--vdir")])
def test_a_file_where_a_folder_was_to_be_is_named_also_when_it_came_meanwhile(
    form: tuple[str, str], lived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("week", home=lived)  # which a calendar would lay, and store
    file, real = tmp_path / "file", whole_files.tidy

    def after_another(folder: Path, *left: str) -> None:
        file.write_text("theirs", "utf-8")
        real(folder, *left)

    with monkeypatch.context() as patch:
        patch.setattr(whole_files, "tidy", after_another)
        meanwhile = run("export", *form, str(file), home=lived)
    before, above = (run("export", *form, str(file / name), home=lived) for name in ("", "deep/er"))
    for done in (meanwhile, before, above):
        assert done.code == 2, done
        assert f"{file} is a file; name a folder" in done.err
    assert not [*tmp_path.glob(".backplan-*")]
    assert file.read_text("utf-8") == "theirs"


@pytest.mark.parametrize("form", [("data", "--out"), ("ics", "--out"), ("handout", "--out")])
def test_a_folder_where_a_file_was_to_be_is_named_also_when_it_came_meanwhile(
    form: tuple[str, str], lived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("week", home=lived)
    folder, real = tmp_path / "folder", whole_files.tidy

    def after_another(above: Path, *left: str) -> None:
        if above == tmp_path:
            folder.mkdir()
        real(above, *left)

    monkeypatch.setattr(whole_files, "tidy", after_another)
    done = run("export", *form, str(folder), "--force", home=lived)
    assert done.code == 2, done
    assert f"{folder} is a folder; name a file in it" in done.err
    assert [*folder.iterdir()] == []


def test_a_folder_that_a_killed_export_left_is_taken_away_by_the_next(lived: Path, tmp_path: Path) -> None:
    left = tmp_path / "out" / ".backplan-0a1b2c3d"
    left.mkdir(parents=True)
    (left / "diary.csv").write_text("half", "utf-8")
    assert run("export", "data", "--csv", str(tmp_path / "out" / "sheets"), home=lived).code == 0
    assert [path.name for path in left.parent.iterdir()] == ["sheets"]


def test_sheets_are_not_written_over_nor_among_our_own(lived: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    assert run("export", "data", "--csv", str(folder), home=lived).code == 0
    before = (folder / "diary.csv").read_bytes()
    assert run("log", "--morning", "2", home=lived).code == 0
    done = run("export", "data", "--csv", str(folder), home=lived)
    assert (done.code, (folder / "diary.csv").read_bytes()) == (2, before)
    assert "--force" in done.err
    assert run("export", "data", "--csv", str(folder), "--force", home=lived).code == 0
    assert (folder / "diary.csv").read_bytes() != before
    assert run("export", "data", "--csv", str(lived / "own"), home=lived).code == 2
    assert run("export", "data", "--csv", str(tmp_path / "new"), "--out", "x.json", home=lived).code == 2
    assert not (tmp_path / "new").exists()


# -- one act -------------------------------------------------------------------------------------------------------


class Killed(BaseException):
    """What ends a run at once."""


@pytest.mark.parametrize("when", ["before the commit", "before the files", "between the files"])
def test_a_restore_that_is_killed_brought_all_of_it_back_or_nothing(
    when: str, lived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole(lived)
    run("backup", "--out", str(tmp_path / "then.db"), home=lived)
    run("library", "remove", "mine", home=lived)
    run("library", "hide", "cat-cow", home=lived)
    run("log", "--done", "no", home=lived, today="2026-11-24")
    now = whole(lived)

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(own_due, "put_in_place", killed)
        if when == "before the commit":
            patch.setattr(Records, "_commit", killed)
        if when == "between the files":
            patch.undo()
            patch.setattr(own_due, "write", killed)
        with pytest.raises(Killed):
            run("restore", str(tmp_path / "then.db"), "--yes", home=lived)
    assert run("library", home=lived).code == 0  # any command
    assert whole(lived) == (now if when == "before the commit" else before)
    assert not (lived / own_folder.DUE).exists()


def test_own_files_that_cannot_be_put_in_place_yet_keep_nobody_out(lived: Path, tmp_path: Path) -> None:
    (lived / own_folder.DUE).touch()
    (lived / own_folder.LOCK).unlink(missing_ok=True)
    (lived / own_folder.LOCK).mkdir()
    done = run("diary", home=lived)
    assert done.code == 0
    assert "not in place yet" in done.err


def test_own_files_that_cannot_be_looked_at_deny_nothing_that_came_back(
    lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = lived.parent / "then.db"
    run("backup", "--out", str(out), home=lived)
    run("library", "remove", "mine", home=lived)

    def refused(own: Path) -> dict[str, bytes]:
        raise StoreError(f"your own exercises in {own} cannot be read (too many open files); nothing was changed")

    monkeypatch.setattr(own_due, "files_of", refused)
    done = run("restore", str(out), "--yes", home=lived)
    assert done.code == 5
    assert "the next command tries again" in done.err
    assert "nothing was changed" not in done.err
    monkeypatch.undo()
    assert "mine" in run("library", "own", home=lived).out


def test_each_backup_is_told_with_its_time_and_what_was_replaced_is_kept_seven_times(lived: Path) -> None:
    out = lived.parent / "x.db"
    run("backup", "--out", str(out), home=lived)
    (lived / "backups").mkdir(exist_ok=True)
    mine = lived / "backups" / "2026-11-01-replaced-unreadable.db"
    mine.write_bytes(out.read_bytes())
    for number in range(9):
        done = run("restore", str(out), "--yes", home=lived)
        assert re.search(r"In x\.db, made \d{4}-\d\d-\d\d \d\d:\d\d: ", done.out)
        for path in (lived / "backups").glob("*-replaced*"):  # each a while ago
            os.utime(path, (path.stat().st_mtime - 100,) * 2)
        assert len([*(lived / "backups").glob(f"{TODAY}-replaced*")]) == min(number + 1, 7)
    assert mine.exists()
    assert re.search(
        r"^2026-11-23-replaced\S* \(made \d{4}-\d\d-\d\d \d\d:\d\d\): ", run("restore", home=lived).out, re.M
    )


def test_only_own_files_come_from_what_is_due_and_nothing_leaves_their_folder(lived: Path) -> None:
    with sqlite3.connect(lived / "backplan.db") as connection:
        rows = [("", b""), ("../../x.yaml", b"A"), ("text.yaml", "a text"), ("mine.yaml", b"# mine")]
        connection.executemany("INSERT INTO own_due VALUES (?, ?)", rows)
    connection.close()
    (lived / own_folder.DUE).touch()
    assert run("diary", home=lived).code == 0
    assert {path.name: path.read_bytes() for path in (lived / "own").iterdir()} == {"mine.yaml": b"# mine"}
    assert not (lived.parent / "x.yaml").exists()


@pytest.mark.parametrize("way", ["restore", "import"])
def test_what_stands_in_the_way_of_bringing_back_is_told_or_moved_aside(way: str, lived: Path, tmp_path: Path) -> None:
    run("backup", "--out", str(tmp_path / "b.db"), home=lived)
    run("export", "data", "--out", str(tmp_path / "d.json"), home=lived)
    what = {"restore": ["restore", str(tmp_path / "b.db"), "--yes"],
            "import": ["import", "data", str(tmp_path / "d.json"), "--replace"]}[way]  # fmt: skip
    (lived / "backplan.db").unlink()
    (lived / "backplan.db").mkdir()
    assert run(*what, home=lived).code == 0
    shutil.rmtree(lived / "own")
    (lived / "own").write_text("in the way", encoding="utf-8")
    done = run(*what, home=lived)
    assert done.code == 5
    assert "could not be put in place" in done.err
    (lived / "own").unlink()
    assert run("diary", home=lived).code == 0
    assert (lived / "own" / "mine.yaml").exists()


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_that_leads_round_is_forgotten_like_any_other(lived: Path) -> None:
    shutil.rmtree(lived / "own")
    (lived / "own").symlink_to("own")
    assert run("forget", "--yes", home=lived).code == 0
    assert not lived.exists()


def test_a_backup_whose_records_cannot_be_read_says_so_before_it_is_brought_back(home: Path) -> None:
    started(home)
    run("log", "--morning", "3", home=home)
    kept = home.parent / "kept.db"
    assert run("backup", "--out", str(kept), home=home).code == 0
    damaged = home.parent / "damaged"
    damaged.mkdir()
    kept.rename(damaged / "backplan.db")
    put(damaged, "entry", 2, "document", json.dumps({"pain": 99}))
    asked = run("restore", str(damaged / "backplan.db"), "--yes", home=home)
    assert asked.code == 0
    assert "1 record in it cannot be read, and would come back as it is:" in asked.out
    assert "Record 2 of your diary" in asked.out
    assert "pain should be a whole number from 0 to 10" in asked.out


@pytest.mark.parametrize("pain", [9, None])
def test_an_entry_whose_pain_stands_twice_and_differs_is_not_taken_in(pain: int | None, home: Path) -> None:
    started(home)
    assert run("log", "--morning", "3", home=home).code == 0
    out = home.parent / "data.json"
    assert run("export", "data", "--out", str(out), home=home).code == 0
    data = json.loads(out.read_text(encoding="utf-8"))
    next(each for each in data["entry"] if each["kind"] == "morning")["pain"] = pain
    out.write_text(json.dumps(data), encoding="utf-8")
    done = run("import", "data", str(out), home=home.parent / "other")
    assert done.code == 3
    assert "].pain should be the pain of its document, 3" in done.err


# What nobody can look at just now is not lost.


@pytest.fixture(params=["IMMEDIATE", "EXCLUSIVE", "an open file too many", "no room"])
def out_of_reach(request: pytest.FixtureRequest, lived: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Somebody whose data cannot be read at the moment, though it is sound."""
    run("backup", "--out", str(lived.parent / "then.db"), home=lived)
    run("export", "data", "--out", str(lived.parent / "data.json"), home=lived)
    if " " in request.param:
        why = errno.EMFILE if "file" in request.param else errno.ENOSPC

        def refuse(path: Path, way: str = "") -> None:
            raise OSError(why, os.strerror(why), str(path)) if path.parent == lived else AssertionError

        monkeypatch.setattr("backplan.store.store.refuse_newer", refuse)
        yield lived
        return
    monkeypatch.setattr(schema, "BUSY_MS", 20)
    with closing(sqlite3.connect(lived / "backplan.db", isolation_level=None)) as other:
        other.execute(f"BEGIN {request.param}")
        yield lived


@pytest.mark.parametrize(
    "command", ["restore {}/then.db --yes", "import data {}/data.json --replace", "init --anew --minutes 20"]
)
def test_what_cannot_be_read_just_now_stays_where_it_is(command: str, out_of_reach: Path) -> None:
    before = (out_of_reach / "backplan.db").read_bytes()
    done = run(*command.format(out_of_reach.parent).split(), home=out_of_reach)
    assert done.code in (2, 5), done  # 2 where what is there could be seen, and is somebody's
    assert "gone, or cannot be read" not in done.out
    assert (out_of_reach / "backplan.db").read_bytes() == before
    assert not list((out_of_reach / "backups").glob("*replaced*"))


def test_what_cannot_be_restored_says_where_the_backups_are_listed(home: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.bin").write_bytes(b"no store" * 100)
    for file in ("nosuch", str(tmp_path / "odd.bin")):
        assert "`backplan restore` alone lists your backups" in run("restore", file, home=home).err
