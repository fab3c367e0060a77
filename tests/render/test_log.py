"""What is said of what was recorded, which stands in the values alone: no note is read here."""

from datetime import date

import pytest

from backplan.actions.log import Heard, Hint
from backplan.model.diary import LogEntry
from backplan.render.log import HINTS, word

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize("hint", [*HINTS, None])
def test_the_hint_on_a_note_is_the_one_that_was_heard(hint: Hint | None) -> None:
    note = "i hate it, my back hurts"
    answer = word(LogEntry(TODAY, "pain", note=note), Heard(TODAY, hints={note: hint} if hint else {}))
    assert answer == f"Noted: “{note}”." + (HINTS[hint] if hint else "")
