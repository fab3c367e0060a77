"""The number of a record is its place in the order of what was told: another number, or none, lifts no stop."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from backplan.model.diary import LogEntry
from backplan.model.person import Clearance, Pain, Person
from backplan.planner.screen.stops import stop
from backplan.store import checksum
from backplan.store.store import opened
from tests.support.cli import answered, run, started, stopped_by
from tests.support.damage import before_numbers, before_written, rows

ON = date(2026, 11, 30)
TODAY = ON.isoformat()
WHO = Person(Pain(3, 3, controlled=True, since=ON, leg="none", on=ON - timedelta(days=30)), {"mon": 30}, 30)
DAMAGE = {
    "the last one's number": "UPDATE person SET id = 0 WHERE id = 2",
    "the last one is gone": "DELETE FROM person WHERE id = 2",
    "a number below nothing": "UPDATE person SET id = -7 WHERE id = 2",
    "all are gone": "DELETE FROM person",
}


def by_hand(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / "backplan.db")) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize("statement", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("flag", ["--saddle", "--numb"])
def test_a_sign_in_the_diary_stops_though_its_answers_are_gone(flag: str, statement: str, home: Path) -> None:
    started(home, today=TODAY)
    assert run("log", flag, home=home, today=TODAY).code == 4
    by_hand(home, statement)
    done = run("week", home=home, today=TODAY)
    assert done.code in (4, 5)
    assert run("log", "--pain", "2", home=home, today=TODAY).code in (4, 5)
    assert run("week", home=home, today=TODAY).code in (4, 5)


def test_a_sign_that_only_the_diary_knows_of_goes_into_the_next_answers_and_a_clearance_lifts_it(home: Path) -> None:
    started(home, today=TODAY)
    assert run("log", "--saddle", home=home, today=TODAY).code == 4
    by_hand(home, "DELETE FROM person WHERE id = 2")
    assert stopped_by(home, today=TODAY) == "emergency-flags"
    assert run("init", "--minutes", "35", home=home, today=TODAY).code == 5  # the rest of them is to be answered anew
    assert answered(home, TODAY).code == 4
    assert stopped_by(home, today=TODAY) == "emergency-flags"
    next_day = (ON + timedelta(days=1)).isoformat()
    told = ("--clearance-by", "doctor", "--clearance-on", next_day, "--knows", "saddle-numbness")
    assert run("init", "--red-flags", "none", home=home, today=next_day).code == 4
    assert run("init", *told, home=home, today=next_day).code == 0
    assert run("week", home=home, today=next_day).code == 0


def test_a_stop_that_was_answered_stands_though_its_record_has_another_number(home: Path) -> None:
    started(home, today=TODAY)
    assert run("init", "--changed", "fall", home=home, today=TODAY).code == 4
    by_hand(home, "UPDATE person SET id = 0 WHERE id = 2")
    done = run("week", home=home, today=TODAY)
    assert done.code == 5
    assert checksum.CHANGED in done.err
    assert "Record 0 of your answers" in done.err


def test_answers_that_were_damaged_and_answered_anew_block_nobody(home: Path) -> None:
    started(home, today=TODAY)
    by_hand(home, f"UPDATE person SET document = '{json.dumps({'pain': 1})}'")
    assert run("week", home=home, today=TODAY).code == 5
    started(home, today=TODAY)
    assert run("week", home=home, today=TODAY).code == 0


@pytest.mark.parametrize("table", checksum.COVERED)
def test_a_record_with_another_number_is_known(table: str, home: Path) -> None:
    from tests.support.windows import lived_in

    lived_in(home)
    number = rows(home, table)[-1][0]
    by_hand(home, f"UPDATE {table} SET id = {number + 500} WHERE id = {number}")
    told = [run(*args, home=home) for args in (["week"], ["diary", "--all"], ["export", "data", "--out", "-"])]
    assert any(f"Record {number + 500} of" in done.err and checksum.CHANGED in done.err for done in told)


def test_a_number_that_leaves_none_after_it_is_refused_in_a_sentence(home: Path) -> None:
    started(home, today=TODAY)
    by_hand(home, f"UPDATE entry SET id = {(1 << 63) - 1} WHERE id = (SELECT max(id) FROM entry)")
    done = run("log", "--pain", "2", home=home, today=TODAY)
    assert done.code == 5
    assert "table entry" in done.err


def test_numbers_come_into_the_checksums_of_a_store_of_before_and_damage_is_not_made_good(home: Path) -> None:
    started(home, today=TODAY)
    with closing(sqlite3.connect(home / "backplan.db")) as connection, connection:
        connection.execute("UPDATE entry SET checksum = 7")
        before_written(connection)
        before_numbers(connection)
        connection.execute("PRAGMA user_version = 10")
    done = run("week", home=home, today=TODAY)
    assert done.code == 0
    assert "Record 1 of your diary" in done.err
    assert "your answers" not in done.err


FAR = ON + timedelta(days=5)


def told_ahead(folder: Path, clearance: Clearance | None = None) -> Person:
    """Somebody whose leg was noted while the clock stood five days ahead."""
    with opened(folder, today=ON) as store:
        store.people.record(WHO._replace(clearance=clearance), ON - timedelta(days=30))
        store.diary.add(LogEntry(FAR, "session", "all", 3, leg="foot"))
        found = store.people.person()
    assert found is not None
    return found


def test_a_word_on_the_leg_of_days_ahead_stops_today(tmp_path: Path) -> None:
    assert stop(told_ahead(tmp_path), ON) is not None


def test_a_word_of_days_ahead_that_a_clinician_knows_of_stops_nobody_on_the_days_between(tmp_path: Path) -> None:
    knows = Clearance("doctor", ON, knows=("leg-further-down",), leg="foot")
    found = told_ahead(tmp_path, knows)
    assert stop(found, ON) is None
    with opened(tmp_path, today=ON + timedelta(days=2)) as store:
        later = store.people.person()
    assert later is not None
    assert stop(later, ON + timedelta(days=2)) is None


def test_a_better_word_of_days_ahead_ends_nothing(tmp_path: Path) -> None:
    with opened(tmp_path, today=ON) as store:
        store.people.record(WHO, ON - timedelta(days=30))
        store.diary.add(*(LogEntry(ON - timedelta(days=n), "session", "all", 3, leg="calf") for n in (9, 1)))
        store.diary.add(LogEntry(FAR, "session", "all", 3, leg="none"))
        found = store.people.person()
    assert found is not None
    assert stop(found, ON) is not None


def test_who_first_answered_while_the_clock_stood_ahead_is_stopped_by_the_leg(tmp_path: Path) -> None:
    with opened(tmp_path, today=ON) as store:
        store.people.record(WHO._replace(pain=WHO.pain._replace(on=FAR)), FAR)
        store.diary.add(LogEntry(ON, "session", "all", 3, leg="foot"))
        found = store.people.person()
    assert found is not None
    assert found.legs[0][0] == ON
    assert stop(found, ON) is not None


def test_whom_to_call_is_told_though_the_answers_cannot_be_read(home: Path) -> None:
    started(home, today=TODAY)
    assert run("log", "--saddle", home=home, today=TODAY).code == 4
    by_hand(home, "UPDATE person SET document = '{' WHERE id = 2")
    for args in (["week"], ["today"], ["start", "--plain"]):
        done = run(*args, home=home, today=TODAY)
        assert done.code == 4, args
        assert "call your local emergency number" in done.err
        assert "Record 2 of your answers" in done.err
