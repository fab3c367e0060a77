"""One damaged record never blocks a person: it is named, set aside and said; but what bars must be known."""

import errno
import json
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backplan.errors import StoreError
from backplan.model.diary import LogEntry
from backplan.model.week import Week
from backplan.render.emergency import LINE
from backplan.store import door
from backplan.store.documents import OF_PERSON
from backplan.store.door import DamagedRecordError
from backplan.store.store import opened
from tests.support.cli import Result, answered, diary_of, run, started, stopped_by, week_of
from tests.support.damage import WRONG, damaged, places, put, rows, short, with_checksum
from tests.support.planned import exercises, planned
from tests.support.random_people import numbered, random_request
from tests.support.shared import copied

TABLES = ("person", "entry", "week", "prescription")


def _lived(home: Path) -> None:
    started(home, likes=["yoga"], pregnancy=None, heart=[], functions=["walk far"], surgery=None, born=1970)
    for args in (
        ["log", "--pain", "3", "--peak", "4", "--leg", "none", "--load", "sit-to-stand=8kg", "--note", "ok"],
        ["log", "swimming", "--minutes", "20"],
        ["prescribe", "add", "bird-dog", "--sets", "2", "--until", "2027-01-15", "--why", "calm"],
    ):
        assert run(*args, home=home).code == 0, args
    week_of(home)


@pytest.fixture
def lived(home: Path) -> Path:
    """Somebody with answers, a diary, a prescription and a week."""
    home.parent.mkdir(parents=True, exist_ok=True)
    copied("damage-lived", _lived, home)
    return home


def is_told(done: Result, table: str, *codes: int) -> None:
    assert done.code in codes, done
    assert "inside backplan" not in done.err
    assert f"table {table}" in done.err


@pytest.mark.parametrize("number", range(6))
def test_all_that_is_planned_comes_back_through_the_door(number: int) -> None:
    request = random_request(numbered(77, number), exercises())
    week = planned(request._replace(exercises=exercises()))
    text = door.written("week", week.document())
    told = Week.of(json.loads(json.dumps(week.document())))
    assert door.week(with_checksum("week", (1, week.starts.isoformat(), text, "{}"))) == told
    document = OF_PERSON.write(request.person)
    text = door.written("person", document)
    assert OF_PERSON.write(door.person(with_checksum("person", (1, "2026-11-23", text)))) == document


@pytest.mark.parametrize("table", TABLES)
def test_typed_damage_anywhere_is_named_or_harmless_and_never_another_error(table: str, lived: Path) -> None:
    read, at = door.READERS[table], door.COLUMNS[table].index("document")
    tried = named = 0
    for row in rows(lived, table):
        document = short(json.loads(row[at]))
        for path in dict.fromkeys(places(document)):
            for value in WRONG:
                text = json.dumps(damaged(document, path, value))
                tried += 1
                try:
                    read(with_checksum(table, [*row[:at], text, *row[at + 1 :]]))
                except DamagedRecordError as error:
                    named += 1
                    assert f"table {table}" in str(error)  # noqa: PT017 - most of them raise, and some may be harmless
    assert named > tried / 2


def test_every_part_of_the_answers_that_is_damaged_stops_with_its_place(lived: Path) -> None:
    ((number, _, text),) = rows(lived, "person")
    document = json.loads(text)
    for key in document:
        put(lived, "person", number, "document", json.dumps({**document, key: {"odd": 1}}))
        done = run("week", home=lived)
        is_told(done, "person", 5)
        assert key in done.err, key
        assert not done.out


def test_every_part_of_an_entry_that_is_damaged_is_set_aside_and_said(lived: Path) -> None:
    for number, *_, text in rows(lived, "entry"):
        for key in json.loads(text):
            put(lived, "entry", number, "document", json.dumps({**json.loads(text), key: {"odd": 1}}))
            done = run("diary", "--plain", home=lived)
            is_told(done, "entry", 0)
            assert f"Entry {number}," not in done.out
            assert "Entry " in done.out
        put(lived, "entry", number, "document", text)


@pytest.mark.parametrize("column", ["on_date", "kind", "pain", "document"])
@pytest.mark.parametrize("value", ["nonsense", "", b"\xff\xfe", "{", "[" * 5000])
def test_a_week_goes_on_without_an_entry_that_is_damaged(column: str, value: object, lived: Path) -> None:
    put(lived, "entry", 2, column, value)
    if column == "pain" and value == "nonsense":
        is_told(run("week", home=lived), "entry", 0)
    else:
        is_told(run("diary", home=lived), "entry", 0)


def test_a_damaged_entry_can_be_taken_out(lived: Path) -> None:
    put(lived, "entry", 2, "document", "{")
    assert run("diary", "edit", "2", "--pain", "1", home=lived).code == 5
    assert run("diary", "undo", "2", home=lived).code == 0
    assert not run("diary", home=lived).err


def test_what_holds_back_is_kept_of_a_damaged_entry(lived: Path) -> None:
    today = date(2026, 11, 23)
    with opened(lived) as store:
        (number,) = store.diary.add(LogEntry(today, "session", "all", 9, 9, 9, note="it hurt"))
    put(lived, "entry", number, "document", '{"done": "all", "pain": 9, "note": 7}')
    told: list[str] = []
    with opened(lived, tell=told.append) as store:
        left = {entry.id: entry for entry in store.diary.recent(today)}[number]
    assert (left.kind, left.pain, left.done) == ("pain", 9, None)
    assert len(told) == 1
    assert week_of(lived)["mode"] == "coping-only"


def test_a_prescription_that_cannot_be_read_stops_until_it_is_ended(lived: Path) -> None:
    put(lived, "prescription", 1, "document", '{"kind": "avoid", "by": "doctor", "on": "soon"}')
    done = run("week", home=lived)
    is_told(done, "prescription", 5)
    assert "prescribe end 1" in done.err
    assert run("prescribe", "end", "1", home=lived).code == 0
    assert run("week", home=lived).code == 0


@pytest.mark.parametrize("key", ["starts", "mode", "level", "days", "bars", "wishes", "programme"])
def test_a_week_that_cannot_be_read_is_laid_out_anew(key: str, lived: Path) -> None:
    number, _, text, _ = rows(lived, "week")[-1]
    put(lived, "week", number, "document", json.dumps({**json.loads(text), key: 7}))
    is_told(run("week", home=lived), "week", 0)
    assert not run("week", home=lived).err.count("inside")


def test_answers_can_always_be_given_anew(lived: Path) -> None:
    put(lived, "person", 1, "document", "{")
    assert run("init", "--pain", "3", home=lived).code == 5
    done = answered(lived)
    is_told(done, "person", 0)
    assert run("week", home=lived).code == 0


def lose(home: Path, how: str) -> None:
    """Take a store away, or empty it; or leave one that nobody has answered in."""
    store = home / "backplan.db"
    if how == "is empty":
        store.write_bytes(b"")
        return
    store.unlink()
    if how == "holds no answers":
        with opened(home, anew=True):
            pass


@pytest.mark.parametrize("how", ["is gone", "is empty"])
def test_a_store_that_is_gone_beside_backups_is_said_and_lifts_no_stop(how: str, home: Path) -> None:
    started(home)
    assert run("init", "--changed", "numbness", home=home).code == 4
    assert run("log", "--morning", "2", home=home, today="2026-11-24").code == 4  # a day's backup is kept
    lose(home, how)
    for command in ((), ("week",), ("today",), ("diary",), ("log", "--morning", "2"), ("backup",), ("init", "--show")):
        done = run(*command, home=home, today="2026-11-24")
        assert (done.code, how in done.err) == (5, True), (command, done)
        assert "`backplan restore`" in done.err
        assert "`backplan init --anew`" in done.err
    assert run("log", "--saddle", home=home, today="2026-11-24").code == 4
    assert answered(home, today="2026-11-24").code == 5
    assert run("restore", "2026-11-23", "--yes", home=home, today="2026-11-24").code == 0
    assert run("week", home=home, today="2026-11-24").code == 4


@pytest.mark.parametrize("how", ["is gone", "is empty", "holds no answers"])
def test_beginning_anew_beside_backups_is_said(how: str, home: Path) -> None:
    started(home)
    assert run("log", "--morning", "2", home=home, today="2026-11-24").code == 0
    kept = {path.name for path in (home / "backups").iterdir()}
    lose(home, how)
    done = answered(home)
    assert (done.code, how in done.err) == (5, True), done
    file = str(home.parent / "answers.yaml")
    assert run("init", "--anew", "--answers", file, home=home).code == 0
    assert run("week", home=home).code == 0
    assert {path.name for path in (home / "backups").iterdir()} >= kept
    assert run("init", "--answers", file, home=home).code == 0
    again = run("init", "--anew", "--answers", file, home=home)
    assert (again.code, "your answers are here" in again.err) == (2, True)


def test_beginning_anew_keeps_what_cannot_be_read(home: Path) -> None:
    started(home)
    (home / "backplan.db").write_bytes(b"no store at all")
    assert "`backplan init --anew`" in answered(home).err
    assert run("init", "--anew", "--answers", str(home.parent / "answers.yaml"), home=home).code == 0
    (kept,) = (home / "backups").glob("*-replaced-unreadable.db")
    assert kept.read_bytes() == b"no store at all"


def test_nobody_new_is_asked_whether_to_begin_anew(home: Path) -> None:
    assert run("log", "--morning", "2", home=home).code in (0, 4)
    assert run("log", "--morning", "3", home=home, today="2026-11-24").code in (0, 4)
    assert [*(home / "backups").iterdir()]  # of a diary without any answers
    assert answered(home, today="2026-11-24").code == 0


def test_a_sign_in_damaged_answers_stays_until_a_clearance_closes_it(home: Path) -> None:
    assert answered(home, red_flags=["saddle-numbness"]).code == 4
    ((number, _, text),) = rows(home, "person")
    put(home, "person", number, "document", json.dumps({**json.loads(text), "level": None}))
    assert answered(home).code == 4
    assert run("week", home=home).code == 4


@pytest.mark.parametrize("unseen", [True, False])
@pytest.mark.parametrize(
    ("key", "sign"),
    [("flags", ["saddle-numbnesx", "2026-11-23", True]), ("flags", ["sadd\x1b", "2026-11-23", True]), ("flags", 7),
     ("flags", ["saddle-numbness", 3, True]), ("heart", ["tight-chesx", "2026-11-23", True]), ("heart", [])],
)  # fmt: skip
def test_a_sign_that_is_damaged_stops_and_has_a_way_out(key: str, sign: Any, unseen: bool, home: Path) -> None:
    started(home)
    ((number, _, text),) = rows(home, "person")
    put(home, "person", number, "document", json.dumps({**json.loads(text), key: [sign]}), unseen=unseen)
    assert run("week", home=home).code in (4, 5)
    assert answered(home).code == 4
    assert run("week", home=home).code == 4
    asked = run("init", "--only", "clearance", home=home).err
    (known,) = {"unreadable-sign", "saddle-numbness"} & {*asked.split()}
    assert run("init", "--changed", "none", home=home).code == 4, "what is on record keeps nobody from other answers"
    cleared = ("--clearance-by", "doctor", "--clearance-on", "2026-11-24", "--knows", known)
    assert run("init", *cleared, home=home, today="2026-11-30").code == 0
    assert run("week", home=home, today="2026-11-30").code == 0


def test_a_change_of_health_in_damaged_answers_stays_until_a_clearance_of_later(home: Path) -> None:
    started(home)
    assert run("init", "--changed", "numbness", home=home).code == 4
    number, _, text = rows(home, "person")[-1]
    put(home, "person", number, "document", json.dumps({**json.loads(text), "level": None}))
    assert answered(home).code == 4
    assert run("week", home=home).code == 4


def test_what_is_logged_beside_damaged_answers_is_recorded_and_a_new_sign_counts(home: Path) -> None:
    started(home)
    put(home, "person", 1, "document", "{")
    done = run("log", "--pain", "3", "--saddle", home=home)
    is_told(done, "person", 5)
    assert "recorded" in done.err
    assert [entry["pain"] for entry in diary_of(home)][:2] == [3, 3]
    assert answered(home).code == 4
    assert run("week", home=home).code == 4


def test_what_is_logged_beside_a_damaged_prescription_is_recorded_once(lived: Path) -> None:
    put(lived, "prescription", 1, "document", "{")
    before = len(diary_of(lived))
    for number, args in enumerate((["--morning", "4"], ["--saddle"]), 1):
        done = run("log", *args, home=lived)
        assert done.code in (4, 5), done
        assert len(diary_of(lived)) == before + number
    assert stopped_by(lived) == "emergency-flags"


def test_damage_of_the_first_answers_lifts_no_stop_of_the_leg(home: Path) -> None:
    started(home)
    assert run("init", "--pain", "3", "--leg", "calf", home=home).code in (0, 4)
    before = run("week", home=home, today="2026-12-05").code
    assert before == 4
    put(home, "person", 1, "document", "{")
    assert run("week", home=home, today="2026-12-05").code == 4


def test_what_could_not_be_read_again_is_not_written(home: Path) -> None:
    started(home)
    with opened(home) as store:
        with pytest.raises(StoreError, match="until"):
            store.diary.add(LogEntry(date(2026, 11, 23), "pause", until="9999-12-31"))
        assert len(store.diary.entries()) == 1


@pytest.mark.parametrize("minutes", [0, 241, 1440])
def test_more_minutes_than_anybody_may_offer_are_damage(minutes: int, lived: Path) -> None:
    number, _, text = rows(lived, "person")[-1]
    said = json.loads(text)
    put(lived, "person", number, "document", json.dumps(said | {"minutes": said["minutes"] | {"wed": minutes}}))
    done = run("week", home=lived)
    is_told(done, "person", 5)
    assert "minutes.wed" in done.err


def test_a_file_damaged_anywhere_gives_a_whole_document_or_none(home: Path) -> None:
    started(home)
    for args in (["week"], ["week", "--replan"], ["log", "--pain", "3"]):
        run(*args, home=home)
    store, told = home / "backplan.db", []
    raw = store.read_bytes()
    page = int.from_bytes(raw[16:18], "big")
    for first in range(page, len(raw), page):
        store.write_bytes(raw[:first] + bytes(page) + raw[first + page :])
        done = run("export", "data", "--out", "-", home=home)
        assert done.code in (0, 5), done
        assert json.loads(done.out) if done.code == 0 else not done.out
        told.append(done.err)
    assert any("is damaged after" in each for each in told)


@pytest.mark.parametrize(("before", "after"), [('"foot"', '"none"'), ('"leg"', '"lfg"')])
def test_a_word_on_the_leg_that_is_not_as_it_was_written_lets_nobody_go_on(before: str, after: str, home: Path) -> None:
    started(home, today="2026-11-30")
    assert run("log", "--leg", "foot", home=home, today="2026-11-30").code == 4
    number, *_, document = rows(home, "entry")[-1]
    put(home, "entry", number, "document", document.replace(before, after), unseen=False)
    said = run("week", home=home, today="2026-11-30")
    assert (said.code, f"diary undo {number}" in said.err) == (5, True)


def _cut_off(home: Path) -> None:
    (home / "backplan.db").write_bytes((home / "backplan.db").read_bytes()[:5000])


def _no_database(home: Path) -> None:
    (home / "backplan.db").write_text("no database" * 900)


def _a_folder(home: Path) -> None:
    (home / "backplan.db").unlink()
    (home / "backplan.db").mkdir()


def _gone(home: Path) -> None:
    (home / "backplan.db").unlink()


def _answers_damaged(home: Path) -> None:
    put(home, "person", 1, "document", "{}")


BROKEN = (_cut_off, _no_database, _a_folder, _gone, _answers_damaged)
NO_MOVEMENT = ["breathing", "mindfulness", "sleep"]


@pytest.mark.parametrize("broken", BROKEN)
def test_ways_to_cope_that_ask_for_no_movement_are_had_whatever_is_damaged(
    broken: Callable[[Path], None], lived: Path
) -> None:
    broken(lived)
    listed, page, one = (run("cope", *more, home=lived) for more in ((), ("flare",), ("breathing", "--json")))
    for done in (listed, page):
        assert done.code == 5
        assert str(lived) in done.err or "table person" in done.err
        assert "ask for no movement" in done.err
        assert [line.split()[0] for line in done.out.splitlines()[:3]] == NO_MOVEMENT
        assert done.out.rstrip().endswith(LINE)
    assert done.err.count("cannot be read:") <= 1  # told once
    assert "flare is not among these" in page.err
    assert (one.code, one.json["id"], one.json["emergency"]) == (5, "breathing", LINE)
    assert one.json["exercises"] == []
    assert one.json["unread"]


def test_a_sign_that_is_left_of_damaged_answers_stops_who_looks_for_ways_to_cope(home: Path) -> None:
    assert answered(home, red_flags=["saddle-numbness"]).code == 4
    document = rows(home, "person")[-1][2]
    put(home, "person", 1, "document", json.dumps({**json.loads(document), "level": None}))
    done = run("cope", home=home)
    assert (done.code, done.out) == (4, "")
    assert "emergency" in done.err


@pytest.mark.parametrize("broken", BROKEN)
def test_an_exercise_is_explained_for_anybody_where_nobody_can_be_looked_up(
    broken: Callable[[Path], None], lived: Path
) -> None:
    broken(lived)
    done, document = (run("why", "glute-bridge", *form, home=lived) for form in ([], ["--json"]))
    assert (done.code, document.code, document.json["for"]) == (5, 5, "anybody")
    assert "said of anybody" in done.err
    assert "of you that cannot be told now" in done.out
    assert "may be given to you" not in done.out


@pytest.mark.parametrize("day", ["never", 7, b"\xff"])
@pytest.mark.parametrize("unseen", [True, False])
def test_an_earlier_record_without_a_day_takes_nothing_from_a_stop(home: Path, day: object, unseen: bool) -> None:
    """Whoever is stopped is told which sign may be taken back by what stood before it."""
    started(home)
    assert run("init", "--red-flags", "saddle-numbness", home=home).code == 4
    put(home, "person", 1, "on_date", day, unseen=unseen)
    for command in (["week"], ["today"], ["init", "--by-mistake", "saddle-numbness"]):
        assert run(*command, home=home).code in (2, 4, 5), command
    assert stopped_by(home) == "emergency-flags"


def test_a_folder_in_the_place_of_the_store_is_told_as_one_with_the_way_back(home: Path) -> None:
    started(home)
    (home / "backplan.db").unlink()
    (home / "backplan.db").mkdir()
    for command in (["today"], ["log", "done"]):
        done = run(*command, home=home)
        text = " ".join(done.err.split())
        assert (done.code, "is a folder" in text, "Move the folder away" in text, "restore" in text) == (
            5,
            True,
            True,
            True,
        )


def test_a_database_of_another_program_is_told_as_one_and_left_as_it_is(home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(home / "backplan.db") as connection:
        connection.execute("CREATE TABLE person (name TEXT)")
    connection.close()
    before = (home / "backplan.db").read_bytes()
    done = run("today", home=home)
    assert (done.code, "another program" in done.err) == (5, True)
    assert (home / "backplan.db").read_bytes() == before


def test_on_a_full_disk_it_is_told_to_make_room(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started(home)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("backplan.store.store.connect", full)
    done = run("log", "done", home=home)
    assert (done.code, "Make some room on that disk" in " ".join(done.err.split())) == (5, True)
