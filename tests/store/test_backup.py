"""Backups: what the quick check of each day's leaves out costs nothing when one is brought back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from backplan.errors import StoreError
from backplan.store import backup, schema
from tests.support.cli import run, started


def without_an_index_entry(path: Path, index: str) -> None:
    """Take every entry out of an index; the records themselves stay."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        named = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (index,)).fetchone()[0]
        connection.execute("PRAGMA writable_schema = ON")
        never = f"{named} WHERE id < 0"
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (never, index))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"REINDEX {index}")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (named, index))


def test_a_store_of_the_first_version_is_brought_back(home: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as connection:
        first = schema.STEPS[0]
        assert isinstance(first, str)
        connection.executescript(f"{first} PRAGMA user_version = 1")
        connection.execute("INSERT INTO entry VALUES (1, '2026-11-20', '', 'session', 3, '{\"done\": \"all\"}', NULL)")
        connection.commit()
    done = run("restore", str(old), "--yes", home=home)
    assert done.code == 0, done
    assert "1 session" in done.out


def test_a_backup_by_hand_that_came_meanwhile_stays_beside_ours(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started(home)
    real, first = backup.files_of, [True]

    def meanwhile(own: Path) -> dict[str, bytes]:
        if first.pop():
            first.append(False)
            assert run("backup", home=home).code == 0
        else:
            first.append(False)
        return real(own)

    monkeypatch.setattr(backup, "files_of", meanwhile)
    assert run("backup", home=home).code == 0
    assert len([*(home / "backups").glob("*-by-hand*")]) == 2


@pytest.mark.parametrize(("index", "told"), [("week_starts", False), ("entry_on", True)])
def test_an_index_of_weeks_that_lost_an_entry_stops_no_backup_and_is_made_anew(
    home: Path, tmp_path: Path, index: str, told: bool
) -> None:
    started(home)
    for args in (["week"], ["log", "--pain", "3"]):
        assert run(*args, home=home).code == 0
    without_an_index_entry(home / "backplan.db", index)
    made = tmp_path / "made.db"
    with closing(sqlite3.connect(home / "backplan.db")) as connection:
        with pytest.raises(StoreError, match="not sound"):
            backup.make(connection, made, home / "own")
        if told:
            with pytest.raises(StoreError, match="not sound"):
                backup.make(connection, made, home / "own", wholly=False)
            return
        backup.make(connection, made, home / "own", wholly=False)
    backup.read(made, tmp_path / "read.db")
    with closing(sqlite3.connect(tmp_path / "read.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        starts = "SELECT count(*) FROM week INDEXED BY week_starts WHERE starts > ''"
        assert connection.execute(starts).fetchone() == (1,)


def test_a_copy_is_what_was_there_without_what_another_window_is_about_to_write(home: Path, tmp_path: Path) -> None:
    started(home)
    store = home / "backplan.db"
    with closing(schema.connect(store)) as writer, closing(schema.connect(store)) as reader:
        before = {*reader.iterdump()}
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO swap (on_date, at, exercise) VALUES ('2026-11-23', '', 'x')")
        backup.make(reader, tmp_path / "copy.db", home / "own")
        writer.rollback()
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert not [line for line in before ^ {*copy.iterdump()} if "own" not in line]
        assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.mark.parametrize("name", [b"INDEX week_moves ON week (sta", b"TABLE own ("])
def test_a_name_that_is_no_text_any_more_is_told(home: Path, tmp_path: Path, name: bytes) -> None:
    started(home)
    made = tmp_path / "made.db"
    assert run("backup", "--out", str(made), home=home).code == 0
    for path, command, code in ((made, ["restore", str(made), "--yes"], 3), (home / "backplan.db", ["week"], 5)):
        raw = path.read_bytes()
        if name not in raw:  # a store has no own files in it
            continue
        at = raw.index(name) + 10
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 0x80]) + raw[at + 1 :])
        done = run(*command, home=home)
        assert (done.code, "inside" in done.err, "nothing was lost" in done.err) == (code, False, False), done


def test_words_on_the_leg_that_were_lost_come_back_with_a_backup(home: Path, tmp_path: Path) -> None:
    started(home)
    assert run("log", "--leg", "calf", home=home).code == 4
    with closing(sqlite3.connect(home / "backplan.db")) as connection, connection:
        connection.execute("DELETE FROM leg_noted")
    made = tmp_path / "made.db"
    assert run("backup", "--out", str(made), home=home).code == 0
    backup.read(made, tmp_path / "read.db")
    with closing(sqlite3.connect(tmp_path / "read.db")) as connection:
        assert connection.execute("SELECT leg FROM leg_noted").fetchall() == [("calf",)]
