"""What weeks have in common is kept once; a damaged piece is named and costs its weeks that piece alone."""

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from backplan.store.shared import OF_WEEK
from tests.support.cli import on_a_full_disk, run, started, week_of
from tests.support.damage import before_numbers, before_sealed_legs, checked_anew, rows, told_in_full
from tests.support.shared import copied

LATER = "2026-11-30"


def _shown_twice(home: Path) -> None:
    started(home)
    week_of(home)
    week_of(home, today=LATER)


@pytest.fixture
def shown(home: Path) -> Path:
    """Somebody with two weeks."""
    home.parent.mkdir(parents=True, exist_ok=True)
    copied("shown-twice", _shown_twice, home)
    return home


def sql(home: Path, *said: Any) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(home / "backplan.db")) as connection, connection:
        return connection.execute(*said).fetchall()


def parts(home: Path) -> list[dict[str, Any]]:
    return [json.loads(row[2]) for row in rows(home, "week")]


def number_of_left_out(home: Path) -> int:
    (numbers,) = sql(home, "SELECT json_extract(document, '$.shared') FROM week ORDER BY id DESC LIMIT 1")[0]
    longest = "SELECT id FROM shared WHERE id IN (SELECT value FROM json_each(?)) ORDER BY length(document) DESC"
    number: int = sql(home, longest, (numbers,))[0][0]
    return number


def test_a_piece_that_weeks_have_in_common_is_kept_once(shown: Path) -> None:
    weeks = parts(shown)
    pieces = [piece for week in weeks for piece in (*week["cards"].values(), week["left_out"])]
    assert len({json.dumps(each) for each in pieces}) == sql(shown, "SELECT count(*) FROM shared")[0][0] < len(pieces)


@pytest.mark.parametrize(
    "damage",
    ["UPDATE shared SET document = 'eJ'", "UPDATE shared SET document = x'ff'", "DELETE FROM shared",
     "UPDATE shared SET checksum = checksum + 1", "UPDATE shared SET checksum = 'x'"],
)  # fmt: skip
def test_a_damaged_piece_is_named_and_the_week_goes_on(damage: str, shown: Path) -> None:
    week = week_of(shown, today=LATER)
    number = number_of_left_out(shown)
    sql(shown, f"{damage} WHERE id = ?", (number,))
    done = run("week", "--json", home=shown, today=LATER)
    assert done.code == 0
    assert f"Record {number} of what your weeks have in common (table shared) cannot be read" in done.err
    assert done.err.count("table") == 1
    assert json.loads(done.out)["days"] == week["days"]
    assert run("today", home=shown, today=LATER).code == 0
    assert week_of(shown, "--replan", today=LATER)["left_out"] == week["left_out"]


def test_a_backup_with_a_damaged_piece_names_it_once(shown: Path) -> None:
    number = number_of_left_out(shown)
    sql(shown, "UPDATE shared SET checksum = 1 WHERE id = ?", (number,))
    out = str(shown.parent / "out.db")
    assert run("backup", "--out", out, home=shown).code == 0
    assert run("restore", out, home=shown).out.count("(table shared)") == 1


def of_version_8(home: Path) -> None:
    """Make a store what it was before weeks had anything in common."""
    from backplan.store.packed import packed

    with closing(sqlite3.connect(home / "backplan.db")) as connection, connection:
        for number, *kept in connection.execute(f"SELECT id, document, {OF_WEEK} FROM week").fetchall():
            text = json.dumps(packed(json.loads(told_in_full(*kept))))
            connection.execute("UPDATE week SET document = ? WHERE id = ?", (text, number))
        connection.execute("DROP TABLE shared")
        before_sealed_legs(connection)
        connection.execute("PRAGMA user_version = 8")
    checked_anew(home)
    with closing(sqlite3.connect(home / "backplan.db")) as connection, connection:
        before_numbers(connection)


def test_an_older_store_and_its_backups_come_up_and_say_the_same(shown: Path) -> None:
    week, told = week_of(shown, today=LATER), parts(shown)
    of_version_8(shown)
    older = (shown.parent / "older.db", (shown / "backplan.db").read_bytes())
    assert week_of(shown, today=LATER) == week
    assert parts(shown) == told
    assert sql(shown, "SELECT count(*) FROM shared")[0][0]
    older[0].write_bytes(older[1])
    sql(shown, "DELETE FROM week")
    assert run("restore", str(older[0]), "--yes", home=shown, today=LATER).code == 0
    assert parts(shown) == told


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_an_older_store_on_a_full_disk_is_seen_and_stays_as_it_is(shown: Path) -> None:
    told = run("diary", "--json", home=shown, today=LATER).out
    of_version_8(shown)
    before = (shown / "backplan.db").read_bytes()
    for args, code in ((["week"], 0), (["diary", "--json"], 0), (["log", "--pain", "3"], 5)):
        done = on_a_full_disk(*args, home=shown, today=LATER)
        assert done.code == code, done
        assert args[0] != "diary" or done.out == told
    assert (shown / "backplan.db").read_bytes() == before


@pytest.mark.parametrize(
    "there_and_back",
    [
        (["backup", "--out", "{}"], ["restore", "{}", "--yes"]),
        (["export", "data", "--out", "{}"], ["import", "data", "{}"]),
    ],
)
def test_pieces_go_there_and_back_with_their_weeks(there_and_back: Sequence[Sequence[str]], shown: Path) -> None:
    told, (there, back) = parts(shown), ([each.format(shown.parent / "out") for each in way] for way in there_and_back)
    for args in (there, ["forget", "--yes"], back):
        assert run(*args, home=shown, today=LATER).code == 0, args
    assert parts(shown) == told
    assert sql(shown, "SELECT count(*) FROM shared")[0][0]
