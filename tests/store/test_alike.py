"""Entries that say the same are read once; each is what it would be by itself, sound or damaged."""

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backplan.store import checksum, door

KINDS = ("session", "morning", "activity", "flare", "pain", "pause", "function", "signs", "nap")
DAYS = ("2026-11-22", "2026-11-23", "2026-11-24", "yesterday", "")
SAYINGS: tuple[Any, ...] = (
    {}, {"pain": 3}, {"done": "all", "pain": 3, "hurt": ["bird-dog"]}, {"until": "2026-11-23"}, {"signs": ["fever"]},
    {"function": "stairs", "score": 4}, {"exercise": "walk", "minutes": 10}, {"pain": 11}, {"mood": "low"}, [],
    {"signs": [], "done": "no", "asked": ["heart"]}, {"loads": {"clamshell": "red band"}, "left_out": ["plank"]},
)  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> list[door.Row]:
    """Some entries as they are stored, of few documents, and some of which a part has changed since."""
    found = list[door.Row]()
    for number in range(draw(st.integers(2, 8))):
        document = draw(st.sampled_from((*map(json.dumps, SAYINGS), "", "{", "{}")))
        kind, on, pain = draw(st.sampled_from(KINDS)), draw(st.sampled_from(DAYS)), draw(st.sampled_from((3, None, 11)))
        content = (number + 1, on, f"2026-11-24T07:00:0{number}+00:00", kind, pain, document)
        found.append((*content, checksum.of(content) + draw(st.sampled_from((0, 0, 0, 1)))))
    return found


def read(row: door.Row) -> Any:
    try:
        return door.entry(row)
    except door.DamagedRecordError as error:
        return error.damaged


@given(rows())
def test_an_entry_is_read_the_same_whatever_was_read_before_it(some: list[door.Row]) -> None:
    together = [*map(read, some)]
    for row, found in zip(some, together, strict=True):
        door._undated.cache_clear()
        assert read(row) == found


@given(rows())
def test_an_entry_holds_what_its_row_does(some: list[door.Row]) -> None:
    for row in some:
        found = read(row)
        if isinstance(found, door.Damaged):
            continue
        number, on, at, kind, _, document, _ = row
        told = {key: tuple(value) if key in {"signs", "left_out", "hurt", "asked"} else value
                for key, value in json.loads(document).items()}  # fmt: skip
        assert (found.id, found.on, found.at, found.kind) == (number, date.fromisoformat(on), at, kind)
        assert {key: value for key, value in found._asdict().items() if value not in (None, ())} == {
            **{key: value for key, value in told.items() if value not in (None, ())},
            "id": number, "on": found.on, "at": at, "kind": kind,
        }  # fmt: skip


def test_a_pause_is_held_against_its_own_day_though_another_said_the_same() -> None:
    def pause(on: str) -> door.Row:
        content = (1, on, "2026-11-20T07:00:00+00:00", "pause", None, '{"until": "2026-11-23"}')
        return (*content, checksum.of(content))

    assert read(pause("2026-11-22")).until == "2026-11-23"
    assert read(pause("2026-11-24")).faults == ("until should be 2026-11-24 or a later day",)
