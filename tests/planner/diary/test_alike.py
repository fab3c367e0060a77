"""Pain of days, held against each other by the time of day."""

from datetime import timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from backplan.model.diary import EntryKind, LogEntry
from backplan.planner.diary.alike import pain_of_days
from tests.support.people import ON

# Drawn apart and put together: of a named tuple, `builds` draws all the fields that are not named here, too.
ENTRIES = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(get_args(EntryKind)), st.none() | st.integers(0, 10)).map(
        lambda drawn: LogEntry(ON - timedelta(days=drawn[0]), drawn[1], pain=drawn[2])
    )
)


@given(ENTRIES)
def test_each_day_holds_its_words_on_pain_in_their_order_by_the_time_of_day(entries: list[LogEntry]) -> None:
    found = pain_of_days(entries)
    words = [entry for entry in entries if entry.pain is not None]
    assert list(found) == sorted({entry.on for entry in words})
    for on, day in found.items():
        of_day = [entry for entry in words if entry.on == on]
        assert day.waking == tuple(entry.pain for entry in of_day if entry.kind == "morning")
        assert day.later == tuple(entry.pain for entry in of_day if entry.kind != "morning")
