"""One table says what each kind of entry may hold; edits and what is read are held against it."""

from datetime import date

import pytest

from backplan.actions.diary import unfitting
from backplan.model.diary import EntryKind, LogEntry
from backplan.store.door import entry_faults


@pytest.mark.parametrize(
    ("kind", "key"),
    [("pause", "pain"), ("pause", "leg"), ("morning", "minutes"), ("flare", "effort"), ("pain", "done")],
)
def test_what_a_kind_of_entry_cannot_hold_is_neither_edited_in_nor_read(kind: EntryKind, key: str) -> None:
    assert unfitting(LogEntry(date(2026, 11, 28), kind), {key: 9, "note": "x"}) == {key}
    assert [path for path, _ in entry_faults({key: 9, "note": "x"}, kind)] == [(key,)]
