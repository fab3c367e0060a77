"""One table says what each kind of entry may hold; edits and what is read are held against it."""

from datetime import date
from typing import Any

import pytest

from backplan.actions.diary import unfitting
from backplan.model.diary import NEEDS, EntryKind, LogEntry
from backplan.store.door import entry_faults

SOUND: dict[str, Any] = {
    "pain": 3, "until": "2026-11-30", "function": "stairs", "score": 0, "signs": ["fever"],
}  # fmt: skip


def sound(kind: EntryKind) -> dict[str, Any]:
    return {key: SOUND[key] for key in NEEDS.get(kind, ())}


@pytest.mark.parametrize(
    ("kind", "key"),
    [("pause", "pain"), ("pause", "leg"), ("morning", "minutes"), ("flare", "effort"), ("pain", "done")],
)
def test_what_a_kind_of_entry_cannot_hold_is_neither_edited_in_nor_read(kind: EntryKind, key: str) -> None:
    assert unfitting(LogEntry(date(2026, 11, 28), kind), {key: 9, "note": "x"}) == {key}
    assert [path for path, _ in entry_faults(sound(kind) | {key: 9, "note": "x"}, kind, "2026-11-28")] == [(key,)]


@pytest.mark.parametrize(("kind", "key"), [(kind, key) for kind, some in NEEDS.items() for key in some])
def test_what_a_kind_of_entry_cannot_be_without_is_missed(kind: EntryKind, key: str) -> None:
    whole = sound(kind)
    assert entry_faults(whole, kind, "2026-11-28") == []
    for less in (
        {each: value for each, value in whole.items() if each != key},
        {**whole, key: ""},
        {**whole, key: None},
    ):
        assert [path for path, _ in entry_faults(less, kind, "2026-11-28")] == [(key,)]


def test_a_pause_that_ends_before_it_begins_is_damaged() -> None:
    assert entry_faults({"until": "2026-11-27"}, "pause", "2026-11-28") == [(("until",), "2026-11-28 or a later day")]
    assert entry_faults({"until": "2026-11-28"}, "pause", "2026-11-28") == []
