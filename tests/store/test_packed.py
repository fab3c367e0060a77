"""Weeks are kept packed, and come out as they went in; a store from before packs its own."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from backplan.store import checksum
from backplan.store.packed import packed, unpacked
from tests.support.cli import run, started, week_of
from tests.support.damage import before_sealed_legs, of_version_1, rows

WEEK = {"starts": "2026-11-23", "moves": [{"exercise": "bird-dog"}], "days": ["é"] * 400, "calm_programme": {"a": "b"}}


def texts(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / "backplan.db")) as connection:
        return [text for (text,) in connection.execute("SELECT document FROM week ORDER BY id")]


def test_what_is_packed_is_smaller_and_comes_out_as_it_went_in() -> None:
    kept = json.dumps(packed(WEEK))
    assert unpacked(json.loads(kept)) == WEEK
    assert len(kept) < len(json.dumps(WEEK)) / 4
    assert json.loads(kept)["moves"] == WEEK["moves"]  # it is looked for in SQL
    assert unpacked(WEEK) == WEEK


@pytest.mark.parametrize("raw", ["", "eJ", "no base64 é", 3, None, packed(WEEK)["packed"][:-9], "x" * 99])
def test_what_cannot_be_unpacked_is_said_to_be_none(raw: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of its kinds, as the door takes them
        unpacked({"packed": raw})


def test_a_pack_that_would_fill_the_memory_is_none() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the same
        unpacked(packed({"days": "0" * (1 << 25)}))


def test_a_store_from_before_packs_its_weeks_and_shows_the_same(home: Path) -> None:
    started(home)
    shown, told = week_of(home), rows(home, "week")
    of_version_1(home)
    assert "packed" not in texts(home)[0]
    size = (home / "backplan.db").stat().st_size
    assert week_of(home) == shown
    assert rows(home, "week") == told
    assert "packed" in texts(home)[0]
    assert (home / "backplan.db").stat().st_size < size


@pytest.mark.parametrize("text", ["{", "[]", "3", "[" * 20_000])
def test_a_damaged_week_from_before_stays_as_it_is_and_stops_no_store(text: str, home: Path) -> None:
    started(home)
    week_of(home)
    of_version_1(home)
    with closing(sqlite3.connect(home / "backplan.db")) as connection, connection:
        connection.execute("UPDATE week SET document = ?", (text,))
    done = run("week", "--json", home=home)
    assert done.code == 0
    assert "table week" in done.err
    assert texts(home)[0] == text


def test_a_week_that_is_another_than_its_checksum_says_is_not_packed_anew(home: Path) -> None:
    started(home)
    week_of(home)
    with closing(sqlite3.connect(home / "backplan.db")) as connection, connection:
        connection.execute("UPDATE week SET document = ?, checksum = 1", (json.dumps(WEEK),))
        connection.execute("DROP TABLE shared")
        before_sealed_legs(connection)
        connection.execute("PRAGMA user_version = 7")
    assert "has changed since" in run("week", home=home).err
    assert texts(home)[0] == json.dumps(WEEK)
    assert checksum.of((1, "2026-11-23", texts(home)[0])) != 1
