"""What planning is given of the diary: the last sixty days, and from before them the latest pain and the last thing
done.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from backplan.model.diary import EntryKind, LogEntry
from backplan.planner.diary.past import Past
from backplan.store.store import Store, opened
from tests.support.people import ON, person


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as found:
        yield found


def day(ago: int) -> date:
    return ON - timedelta(days=ago)


def done(ago: int, kind: EntryKind = "session", pain: int | None = None) -> LogEntry:
    return LogEntry(day(ago), kind, "all" if kind == "session" else None, pain)


def morning(ago: int, pain: int = 3) -> LogEntry:
    return LogEntry(day(ago), "morning", pain=pain)


def recent(store: Store, *entries: LogEntry) -> list[int]:
    """How many days ago each entry was that planning is given, in its order."""
    store.log(*entries)
    return [(ON - entry.on).days for entry in store.recent(ON)]


def test_sixty_days_are_looked_back_on(store: Store) -> None:
    assert recent(store, done(61), morning(61), done(60), morning(60), done(0), morning(0)) == [60, 60, 0, 0]


@pytest.mark.parametrize("kind", ["session", "activity"])
@pytest.mark.parametrize("ago", [61, 90, 400])
def test_the_last_thing_done_is_never_forgotten(store: Store, kind: EntryKind, ago: int) -> None:
    assert recent(store, done(ago + 5), done(ago, kind), morning(3)) == [ago, 3]
    assert Past(person(), store.recent(ON), (), ON).gap_days(ON) == ago


@pytest.mark.parametrize("kind", ["session", "activity"])
def test_nothing_older_is_given_where_something_nearer_was_done(store: Store, kind: EntryKind) -> None:
    assert recent(store, done(90), done(60, kind), morning(3)) == [60, 3]


def test_a_session_let_go_is_nothing_done(store: Store) -> None:
    gone = [done(ago)._replace(done="no") for ago in (70, 5)]
    assert recent(store, done(90), *gone, morning(3)) == [90, 5, 3]


def test_a_session_taken_back_is_nothing_done(store: Store) -> None:
    (_, number) = store.log(done(90), done(70))
    store.undo(number)
    assert recent(store, morning(3)) == [90, 3]


def test_the_latest_pain_is_never_forgotten(store: Store) -> None:
    assert recent(store, morning(90), morning(70), done(5)) == [70, 5]


def test_no_older_pain_is_given_where_a_nearer_one_is_known(store: Store) -> None:
    assert recent(store, morning(70), done(5, pain=3)) == [5]


def test_both_are_given_in_the_order_of_the_diary(store: Store) -> None:
    assert recent(store, done(90), morning(70)) == [90, 70]
    assert recent(store, done(65)) == [70, 65]


def test_the_pain_of_an_old_session_hides_no_newer_one(store: Store) -> None:
    assert recent(store, done(90, pain=3), morning(70, 7)) == [90, 70]


def test_one_entry_that_is_both_is_given_once(store: Store) -> None:
    assert recent(store, morning(95), done(90, pain=3)) == [90]


def test_a_pause_to_come_is_given_too(store: Store) -> None:
    pause = LogEntry(day(-5), "pause", until=day(-9).isoformat())
    assert recent(store, done(90), pause, morning(-5)) == [90, -5]
