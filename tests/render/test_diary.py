"""The diary in words: every kind of entry has its own, and a new kind is missed here before anybody sees it."""

from datetime import date
from typing import get_args

import pytest

from backplan.model.diary import EntryKind, LogEntry, NamesSpokenOf
from backplan.render.diary import in_words

ON = date(2026, 11, 23)


@pytest.mark.parametrize("kind", get_args(EntryKind))
def test_every_kind_of_entry_has_words(kind: EntryKind) -> None:
    entry = LogEntry(ON, kind, exercise="gardening", minutes=10, signs=("night-pain",), function="socks", score=4)
    entry = entry._replace(until=ON.isoformat())
    assert in_words(entry, NamesSpokenOf())
    assert "None" not in in_words(entry, NamesSpokenOf())


def test_no_two_kinds_are_told_alike() -> None:
    entries = [LogEntry(ON, kind, pain=3, exercise="gardening", minutes=10) for kind in get_args(EntryKind)]
    assert len({in_words(entry, NamesSpokenOf()) for entry in entries}) == len(entries)
