"""Entries of the diary: which figures one has, and what a session becomes when more is told of it."""

from datetime import date
from typing import Any

import pytest

from backplan.model.diary import HOLDS, OF_ANY, EntryKind, LogEntry, last_loads

DAY = date(2026, 11, 23)
DONE = LogEntry(DAY, "session", done="all", id=7)
WHOLE = DONE._replace(pain=3, peak=4, effort=5)


ONE_FIGURE = [DONE._replace(pain=0), DONE._replace(peak=0), DONE._replace(effort=0)]
ANOTHER = [DONE._replace(pain=1), DONE._replace(peak=1), DONE._replace(effort=1)]


@pytest.mark.parametrize("told", ONE_FIGURE)
def test_each_figure_is_one_and_0_is_a_figure(told: LogEntry) -> None:
    assert told.has_figure
    assert not DONE._replace(leg="calf", minutes=3).has_figure


@pytest.mark.parametrize(("told", "another"), list(zip(ONE_FIGURE, ANOTHER, strict=True)))
def test_a_figure_that_is_lacking_is_added_and_another_is_not(told: LogEntry, another: LogEntry) -> None:
    assert DONE.with_more(told) == told
    assert told.with_more(told) == told
    assert another.with_more(told) is None


def test_pain_down_the_leg_is_added_and_never_overwritten() -> None:
    assert DONE.with_more(LogEntry(DAY, "session", leg="calf")) == DONE._replace(leg="calf")
    assert DONE._replace(leg="none").with_more(LogEntry(DAY, "session", leg="calf")) is None


def test_two_whole_accounts_are_two_sessions_even_if_alike() -> None:
    assert WHOLE.with_more(WHOLE) is None
    assert WHOLE.with_more(LogEntry(DAY, "session", pain=3, peak=4)) == WHOLE
    assert DONE.with_more(WHOLE) == WHOLE


def test_words_are_kept_beside_one_another_and_done_is_the_later_word() -> None:
    more = LogEntry(DAY, "session", done="part", note="late", why="phone")
    assert DONE._replace(note="sunny").with_more(more) == DONE._replace(done="part", note="sunny; late", why="phone")
    assert DONE._replace(note="late").with_more(more._replace(done=None)) == DONE._replace(note="late", why="phone")


def test_loads_come_together_and_the_later_one_counts() -> None:
    first = DONE._replace(loads={"sit-to-stand": "8 kg", "seated-band-row": "red band"})
    more = LogEntry(DAY, "session", loads={"sit-to-stand": "9 kg"})
    both = {"sit-to-stand": "9 kg", "seated-band-row": "red band"}
    assert first.with_more(more) == DONE._replace(loads=both)
    assert last_loads([first, DONE, more]) == both
    assert last_loads([DONE]) == {}


TOLD_LATER: dict[str, Any] = {
    "done": "part", "pain": 3, "peak": 4, "effort": 5, "leg": "calf", "why": "busy", "note": "late",
    "loads": {"squat": "8 kg"}, "left_out": ("bird-dog",), "less": {"easy-walk": 5},
    "hurt": ("clamshell",),
}  # fmt: skip
NEVER_LATER = {"of", "late"}  # the day it was planned for, which is what finds it; what the store makes out


def test_everything_that_a_session_may_hold_is_tried_when_told_later() -> None:
    assert set(TOLD_LATER) == (HOLDS["session"] | OF_ANY) - NEVER_LATER


@pytest.mark.parametrize("field", sorted(TOLD_LATER))
def test_nothing_that_is_told_of_a_session_later_is_lost(field: str) -> None:
    bare = LogEntry(DAY, "session", done="all", id=7)
    later = LogEntry(DAY, "session")._replace(**{field: TOLD_LATER[field]})
    whole = bare.with_more(later)
    assert whole is not None
    assert getattr(whole, field) == TOLD_LATER[field]
    assert not bare.says_nothing_new(later)


@pytest.mark.parametrize("kind", HOLDS)
def test_told_as_another_kind_an_entry_keeps_all_that_such_a_one_can_hold(kind: EntryKind) -> None:
    told: dict[str, Any] = {**TOLD_LATER, "exercise": "walking", "minutes": 20}
    found = LogEntry(DAY, "activity", id=7)._replace(**told).as_kind(kind)
    held = HOLDS[kind] | OF_ANY
    assert found == LogEntry(DAY, kind)._replace(**{key: value for key, value in told.items() if key in held})
