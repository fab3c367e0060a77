"""One damaged record never blocks a person: it is named, set aside and said; but what bars must be known."""

import json
from datetime import date
from pathlib import Path

import pytest

from backplan.errors import StoreError
from backplan.model.diary import LogEntry
from backplan.model.week import Week
from backplan.store import door
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
    text = door.written("person", request.person.document())
    assert door.person(with_checksum("person", (1, "2026-11-23", text))).document() == request.person.document()


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


def test_an_emptied_store_is_damaged_and_lifts_no_stop(home: Path) -> None:
    started(home)
    assert run("log", "--saddle", home=home).code == 4
    assert run("log", "--morning", "2", home=home, today="2026-11-24").code in (0, 4)  # a day's backup is kept
    (home / "backplan.db").write_bytes(b"")
    for command in (("week",), ("diary",), ("log", "--morning", "2"), ("progress",)):
        done = run(*command, home=home, today="2026-11-24")
        assert (done.code, "the file is empty" in done.err) == (5, True), (command, done)
    assert run("restore", "2026-11-23", "--yes", home=home, today="2026-11-24").code in (0, 4)
    assert run("week", home=home, today="2026-11-24").code == 4


def test_a_sign_in_damaged_answers_stays_until_a_clearance_closes_it(home: Path) -> None:
    assert answered(home, red_flags=["saddle-numbness"]).code == 4
    ((number, _, text),) = rows(home, "person")
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


@pytest.mark.parametrize(("flag", "sign"), [("--red-flags", "saddle-numbness"), ("--heart", "tight-chest")])
def test_a_sign_whose_name_is_damaged_still_stops_and_the_way_out_that_is_told_leads_out(
    flag: str, sign: str, home: Path
) -> None:
    started(home, today="2026-11-30")
    assert run("init", flag, sign, home=home, today="2026-11-30").code == 4
    number, *_, document = rows(home, "person")[-1]
    put(home, "person", number, "document", document.replace(sign, f"q{sign}"))
    told = run("week", home=home, today="2026-12-01")
    assert told.code == 4
    assert f"On record is q{sign}, which is no sign that is known here" in told.err
    assert "`backplan restore` brings an earlier day back" in told.err
    assert run("init", flag, "none", home=home, today="2026-12-01").code == 4  # nobody has looked at it yet
    way = told.err.split("`backplan init ")[-1].partition("`")[0].split()
    assert run("init", *way, home=home, today="2026-12-01").code == 0
    assert run("week", home=home, today="2026-12-01").code == 0


def test_a_damaged_name_that_nobody_could_type_is_put_into_no_command(home: Path) -> None:
    started(home, today="2026-11-30")
    run("init", "--red-flags", "saddle-numbness", home=home, today="2026-11-30")
    number, *_, document = rows(home, "person")[-1]
    put(home, "person", number, "document", document.replace("saddle-numbness", "x; rm -r y"))
    told = run("week", home=home, today="2026-12-01")
    assert (told.code, "--knows" in told.err) == (4, False)
    assert "`backplan restore` brings an earlier day back" in told.err
