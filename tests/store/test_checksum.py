"""A record that says something else than was written, and is sound for all that: it is known, set aside and told."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from backplan.store import checksum, door
from tests.support.cli import answered, run, started, week_of
from tests.support.damage import before_checksums, put, rows
from tests.support.shared import copied
from tests.support.windows import lived_in

OTHERWISE: dict[str, tuple[str, Any]] = {
    "person": ("document", lambda said: said | {"conditions": ["osteoporosis"]}),
    "entry": ("document", lambda said: said | {"note": "another"}),
    "week": ("document", lambda said: said | {"step": said["step"] + 1}),
    "prescription": ("document", lambda said: said | {"per_week": 7}),
    "swap": ("exercise", lambda _: "cat-cow"),
}


@pytest.fixture
def lived(home: Path) -> Path:
    """Somebody with a record of everything."""
    copied("checksum-lived", lived_in, home)
    return home


def otherwise(home: Path, table: str) -> int:
    """Have the last record of a table say something else, soundly; gives its number."""
    column, change = OTHERWISE[table]
    row = dict(zip(door.COLUMNS[table], rows(home, table)[-1], strict=False))
    said = row[column]
    now = json.dumps(change(json.loads(said))) if column == "document" else change(said)
    put(home, table, row["id"], column, now, unseen=False)
    return int(row["id"])


def stale(home: Path) -> list[tuple[str, int]]:
    """The records whose checksum is not that of what they say."""
    with sqlite3.connect(home / "backplan.db") as connection:
        found = [
            (table, number)
            for table in checksum.COVERED
            for due, number in checksum.missing(table, connection.execute)
            if connection.execute(f"SELECT checksum FROM {table} WHERE id = ?", (number,)).fetchone() != (due,)
        ]
    connection.close()
    return found


@pytest.mark.parametrize("table", OTHERWISE)
def test_a_record_that_was_changed_is_known_though_it_is_sound(table: str, lived: Path) -> None:
    number = otherwise(lived, table)
    told = [run(*args, home=lived) for args in (["week"], ["diary", "--all"], ["export", "data", "--out", "-"])]
    assert all(done.code in (0, 5) for done in told)
    assert any(f"Record {number} of" in done.err and checksum.CHANGED in done.err for done in told)


def test_signs_that_are_gone_from_the_answers_lift_no_stop(home: Path) -> None:
    assert answered(home, red_flags=["saddle-numbness"]).code == 4
    number, _, text = rows(home, "person")[-1]
    put(home, "person", number, "document", json.dumps(json.loads(text) | {"flags": []}), unseen=False)
    done = run("week", home=home)
    assert done.code == 5
    assert checksum.CHANGED in done.err
    assert "backplan init" in done.err


def test_all_that_is_written_has_its_checksum(lived: Path) -> None:
    for args in (
        ["diary", "edit", "2", "--pain", "4", "--on", "2026-11-22"], ["diary", "undo", "3"], ["prescribe", "end", "1"],
        ["pause", "--end"], ["init", "--minutes", "35"], ["week", "--replan"],
    ):  # fmt: skip
        assert run(*args, home=lived).code == 0, args
    assert stale(lived) == []
    kept, data = str(lived.parent / "then.db"), str(lived.parent / "data.json")
    for what in (["backup", "--out", kept], ["export", "data", "--out", data], ["restore", kept, "--yes"],
                 ["import", "data", data, "--replace"]):  # fmt: skip
        assert run(*what, home=lived).code == 0
        assert stale(lived) == []


def test_what_was_changed_in_a_backup_is_not_made_good_by_bringing_it_back(lived: Path, tmp_path: Path) -> None:
    assert run("backup", "--out", str(tmp_path / "b.db"), home=lived).code == 0
    (tmp_path / "b.db").rename(tmp_path / "backplan.db")
    number = otherwise(tmp_path, "entry")
    assert run("restore", str(tmp_path / "backplan.db"), "--yes", home=lived).code == 0
    done = run("diary", "--all", home=lived)
    assert f"Record {number} of your diary" in done.err
    assert checksum.CHANGED in done.err


def test_a_store_from_before_checksums_gets_them(home: Path) -> None:
    started(home)
    before = week_of(home)
    with sqlite3.connect(home / "backplan.db") as connection:
        before_checksums(connection)
    connection.close()
    assert week_of(home) == before
    assert stale(home) == []
