"""The words on the leg that are kept beside the diary: what is told late, and what flips or is lost there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from backplan.store.store import FILE
from tests.support.cli import run, started, stopped_by

LAST = "2026-11-30"


def told(home: Path, on: str, leg: str) -> None:
    """A word on the leg, told on its day."""
    run("log", "pain", "3", "--leg", leg, home=home, today=on)


@pytest.fixture
def crept(home: Path) -> Path:
    """Somebody whose pain went below the knee, and stayed there."""
    pain = {"now": 3, "usual": 3, "controlled": True, "since": "2025-10-01", "leg": "thigh"}
    started(home, today="2026-11-02", pain=pain)
    told(home, "2026-11-09", "calf")
    told(home, "2026-11-12", "calf")
    return home


def test_a_word_told_late_between_others_ends_no_week_below_the_knee(crept: Path) -> None:
    run("log", "pain", "2", "--leg", "thigh", "--on", "2026-11-11", home=crept, today="2026-11-13")
    assert stopped_by(crept, today="2026-11-15") is None
    assert stopped_by(crept, today="2026-11-16") == "leg-further-down"


def test_the_latest_answer_ends_it_be_it_of_yesterday(crept: Path) -> None:
    run("log", "pain", "2", "--leg", "thigh", "--on", "2026-11-13", home=crept, today="2026-11-14")
    assert stopped_by(crept, today=LAST) is None


def test_a_word_that_is_changed_between_others_ends_nothing_either(crept: Path) -> None:
    number = run("log", "pain", "2", "--on", "2026-11-11", "--json", home=crept, today="2026-11-13").json["entries"][0][
        "id"
    ]
    assert run("diary", "edit", str(number), "--leg", "thigh", home=crept, today="2026-11-13").code == 0
    assert stopped_by(crept, today="2026-11-16") == "leg-further-down"


def test_a_word_that_is_moved_between_others_ends_nothing_either(crept: Path) -> None:
    number = run("log", "pain", "2", "--leg", "thigh", "--on", "2026-11-08", "--json", home=crept, today="2026-11-13")
    moved = str(number.json["entries"][0]["id"])
    assert run("diary", "edit", moved, "--on", "2026-11-11", home=crept, today="2026-11-13").code == 0
    assert stopped_by(crept, today="2026-11-16") == "leg-further-down"


def test_a_change_that_leaves_the_leg_alone_makes_no_word_late(crept: Path) -> None:
    told(crept, "2026-11-13", "thigh")
    told(crept, "2026-11-14", "calf")
    number = run("diary", "--json", home=crept, today="2026-11-14").json["entries"][-2]["id"]
    assert run("diary", "edit", str(number), "--note", "slept well", home=crept, today="2026-11-14").code == 0
    assert stopped_by(crept, today="2026-11-20") is None
    assert stopped_by(crept, today="2026-11-21") == "leg-further-down"


@pytest.fixture
def stopped(home: Path) -> Path:
    """Somebody whom a leg stops, with little else on record."""
    started(home)
    assert run("log", "--leg", "foot", home=home).code == 4
    return home


def bits_of(home: Path, table: str) -> Iterator[tuple[int, int]]:
    """Each bit of the page of a table that holds anything: its byte in the file, and the bit."""
    with closing(sqlite3.connect(home / FILE)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    begins = (root - 1) * size
    page = (home / FILE).read_bytes()[begins : begins + size]
    first = 100 if root == 1 else 0
    for at in [*range(first, 24), *(n for n, byte in enumerate(page) if byte and n >= 24)]:
        yield from ((begins + at, bit) for bit in range(8))


@pytest.mark.parametrize("table", ["leg_noted", "leg_count"])
def test_no_bit_that_flips_in_what_is_kept_of_the_leg_lifts_a_stop(table: str, stopped: Path) -> None:
    raw = (stopped / FILE).read_bytes()
    for at, bit in bits_of(stopped, table):
        (stopped / FILE).write_bytes(raw[:at] + bytes([raw[at] ^ (1 << bit)]) + raw[at + 1 :])
        done = run("week", home=stopped)
        assert done.code in (4, 5), (at, bit, done)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM leg_noted",
        "DELETE FROM leg_count",
        "UPDATE leg_noted SET leg = 'none'",
        "UPDATE leg_noted SET late = 1",
        "UPDATE leg_noted SET day = day - 400",
        "UPDATE leg_noted SET seal = NULL",
    ],
)
def test_the_diary_tells_of_the_leg_where_what_is_kept_of_it_was_changed(damage: str, stopped: Path) -> None:
    with closing(sqlite3.connect(stopped / FILE)) as connection, connection:
        connection.execute("DROP TRIGGER leg_gone")
        connection.execute(damage)
    assert stopped_by(stopped) == "leg-further-down"
    run("log", "pain", "3", "--leg", "thigh", home=stopped, today="2026-11-24")
    assert stopped_by(stopped, today="2026-11-24") == "leg-further-down"
