"""Backups: what the quick check of each day's leaves out costs nothing when one is brought back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from backplan.errors import StoreError
from backplan.store import backup
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
