"""A record that is gone from the store is missed: no stop and no bar that it alone held goes with it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from backplan.store import gone, schema
from backplan.store.store import FILE, opened
from tests.support.cli import run, started
from tests.support.damage import before_written

TODAY, NEXT_DAY = "2026-11-30", "2026-12-01"
MISSED = "document should be there, and it is missing"
ANSWERS, LEG = ["init", "--changed", "fall"], ["log", "--leg", "calf"]


def by_hand(home: Path, *statements: str) -> None:
    with closing(sqlite3.connect(home / FILE)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_stop_that_only_the_newest_answers_held_is_not_lifted_by_taking_them_out(home: Path) -> None:
    started(home, today=TODAY)
    assert run(*ANSWERS, home=home, today=TODAY).code == 4
    by_hand(home, "DELETE FROM person WHERE id = 2")
    for args in (["week"], ["today"], ["log", "--pain", "2"], ["init", "--minutes", "35"], ["week", "--replan"]):
        done = run(*args, home=home, today=TODAY)
        assert done.code == 5, args
        assert f"Record 2 of your answers (table person) cannot be read: {MISSED}" in done.err


def test_all_answers_that_are_gone_are_missed(home: Path) -> None:
    started(home, today=TODAY)
    by_hand(home, "DELETE FROM person")
    done = run("week", home=home, today=TODAY)
    assert done.code == 5
    assert MISSED in done.err


def test_who_answers_anew_goes_on(home: Path) -> None:
    started(home, today=TODAY)
    by_hand(home, "DELETE FROM person")
    assert run("week", home=home, today=TODAY).code == 5
    started(home, today=TODAY)
    assert run("week", home=home, today=TODAY).code == 0
    assert run("init", "--minutes", "35", home=home, today=TODAY).code == 0


@pytest.mark.parametrize("more", [[], [["log", "--pain", "2", "--again"]]], ids=["the last", "one before others"])
def test_a_word_on_the_leg_that_is_gone_holds_exercises_back_until_it_is_taken_out(
    more: list[list[str]], home: Path
) -> None:
    started(home, today=TODAY)
    for args in (["log", "--leg", "calf"], *more):
        run(*args, home=home, today=TODAY)
    with opened(home) as store:
        (number,) = store.records.one("SELECT entry FROM leg_noted ORDER BY entry DESC LIMIT 1")
    by_hand(home, f"DELETE FROM entry WHERE id = {number}")
    done = run("week", home=home, today=TODAY)
    assert done.code == 5
    assert f"Record {number} of your diary" in done.err
    assert MISSED in done.err
    assert run("diary", "undo", str(number), home=home, today=TODAY).code == 0
    assert run("week", home=home, today=TODAY).code == 0


def test_what_was_prescribed_and_is_gone_is_missed_until_it_is_ended(home: Path) -> None:
    started(home, today=TODAY)
    assert run("prescribe", "avoid", "bird-dog", "--by", "doctor", home=home, today=TODAY).code == 0
    by_hand(home, "DELETE FROM prescription")
    done = run("week", home=home, today=TODAY)
    assert done.code == 5
    assert f"Record 1 of your prescription (table prescription) cannot be read: {MISSED}" in done.err
    assert run("prescribe", "end", "1", home=home, today=TODAY).code == 0
    assert run("week", home=home, today=TODAY).code == 0


def test_a_backup_whose_newest_answers_are_gone_lifts_nothing(home: Path, tmp_path: Path) -> None:
    started(home, today=TODAY)
    run(*ANSWERS, home=home, today=TODAY)
    kept = tmp_path / "kept.db"
    assert run("backup", "--out", str(kept), home=home, today=TODAY).code == 0
    with closing(sqlite3.connect(kept)) as connection, connection:
        connection.execute("DELETE FROM person WHERE id = 2")
    other = tmp_path / "other"
    started(other, today=TODAY)
    run("restore", str(kept), "--yes", home=other, today=TODAY)
    done = run("week", home=other, today=TODAY)
    assert done.code == 5
    assert MISSED in done.err


def test_what_came_back_counts_as_it_was_there(home: Path, tmp_path: Path) -> None:
    started(home, today=TODAY)
    kept = tmp_path / "kept.db"
    assert run("backup", "--out", str(kept), home=home, today=TODAY).code == 0
    for minutes in ("20", "25", "35"):
        assert run("init", "--minutes", minutes, home=home, today=TODAY).code == 0
    assert run("restore", str(kept), "--yes", home=home, today=TODAY).code == 0
    done = run("week", home=home, today=TODAY)
    assert done.code == 0
    assert MISSED not in done.err


def test_records_that_are_gone_are_missed_on_a_disk_that_takes_nothing(home: Path) -> None:
    started(home, today=TODAY)
    by_hand(home, "DELETE FROM person")
    with closing(sqlite3.connect(f"{(home / FILE).as_uri()}?mode=ro", uri=True, isolation_level=None)) as connection:
        copy = schema.upgraded(connection)
        assert copy.execute("SELECT document FROM person").fetchall() == [(gone.NOTHING,)]
        copy.close()


def test_a_store_of_before_counts_what_is_there(home: Path) -> None:
    started(home, today=TODAY)
    run("init", "--minutes", "35", home=home, today=TODAY)
    with closing(sqlite3.connect(home / FILE)) as connection, connection:
        before_written(connection)
        connection.execute("PRAGMA user_version = 11")
    by_hand(home, "DELETE FROM entry")
    assert run("week", home=home, today=TODAY).code == 0
    by_hand(home, "DELETE FROM person WHERE id = 2")
    assert run("week", home=home, today=TODAY).code == 5


def test_numbers_that_were_left_out_before_are_not_missed(home: Path) -> None:
    started(home, today=TODAY)
    by_hand(home, "INSERT INTO entry SELECT 1000000000000, on_date, at, kind, pain, document, undone_at, 1 FROM entry")
    by_hand(home, "DELETE FROM entry WHERE id = 1")
    with opened(home) as store:
        assert sorted(row[0] for row in store.records.all("SELECT id FROM entry")) == [999999999999, 1000000000000]


@pytest.mark.parametrize("table", gone._EMPTY)
@pytest.mark.parametrize("column", ["many", "last"])
@pytest.mark.parametrize("bit", range(0, 62, 3))
def test_a_bit_that_flips_in_what_was_counted_makes_nothing_up(table: str, column: str, bit: int, home: Path) -> None:
    started(home, today=TODAY)
    by_hand(home, f"UPDATE {gone.TABLE} SET {column} = {column} | {1 << bit} WHERE name = '{table}'")
    with opened(home) as store:
        assert not [row for row in store.records.all(f"SELECT document FROM {table}") if row == (gone.NOTHING,)]
