"""The days with activities of one's own: what they are held against, and what is known of how it was after them."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from backplan.model.diary import EntryKind, LogEntry
from backplan.model.lately import ActiveDay
from backplan.model.week import Week
from backplan.planner.diary.spikes import active_days, spikes
from tests.support.growth import DONE_ONLY, WEEK, Plan
from tests.support.people import ON, person


@cache
def week() -> Week:
    return Plan().live(1, DONE_ONLY)


def _on(*, planned: bool) -> date:
    return next(day.on for day in week().days if bool(day.sessions) == planned)


TRAINS, RESTS = _on(planned=True), _on(planned=False)


def activity(minutes: int | None = 90, on: date = TRAINS, **said: Any) -> LogEntry:
    return LogEntry(on, "activity", "all", minutes=minutes, exercise="gardening")._replace(**said)


def word(days: int, pain: int | None, kind: EntryKind = "morning", **said: Any) -> LogEntry:
    return LogEntry(TRAINS + timedelta(days=days), kind, pain=pain)._replace(**said)


def only(*entries: LogEntry) -> ActiveDay:
    (found,) = active_days(person(), entries, (week(),))
    return found


def worse(*entries: LogEntry) -> list[int]:
    """The worse days that a spike of the first training day may explain, by days after it."""
    (*found,) = (on for each in spikes(person(), entries, (week(),)) for on in each.worse)
    return [(on - TRAINS).days for on in found]


# -- what a day is held against -----------------------------------------------------------------------------------


def test_a_day_is_held_against_its_own_minutes_and_a_rest_day_against_the_longest() -> None:
    shown = week().day(TRAINS)
    assert shown is not None
    assert (only(activity()).planned, only(activity()).rest) == (shown.minutes, False)
    longest = max(day.minutes for day in week().days)
    assert (only(activity(on=RESTS)).planned, only(activity(on=RESTS)).rest) == (longest, True)


def test_a_week_without_sessions_is_held_against_the_one_before_it() -> None:
    empty = week()._replace(starts=ON + WEEK, days=())
    (found,) = active_days(person(), [activity(on=TRAINS + WEEK)], (week(), empty))
    assert found.planned == max(day.minutes for day in week().days)


def test_before_any_week_was_shown_there_is_nothing_to_hold_it_against() -> None:
    assert active_days(person(), [activity()], ()) == ()
    assert active_days(person(), [activity(on=ON - timedelta(days=1))], (week(),)) == ()


def test_the_activities_of_a_day_count_together_and_the_longest_is_named_first() -> None:
    found = only(activity(30), activity(60, exercise="swimming"), activity(5))
    assert (found.minutes, found.what) == (95, ("swimming", "gardening"))
    assert found.held == "95 minutes of swimming and gardening"
    assert only(activity(exercise=None)).held == "90 minutes of activity"
    assert only(activity(exercise="moving-house")).held == "90 minutes of moving house"


@pytest.mark.parametrize("nothing", [activity(done="no"), activity(None)])
def test_what_was_not_done_is_no_activity(nothing: LogEntry) -> None:
    assert active_days(person(), [nothing], (week(),)) == ()


# -- how it was afterwards ----------------------------------------------------------------------------------------


def test_the_day_itself_and_the_next_are_looked_at() -> None:
    assert worse(activity(), word(0, 5, "pain")) == [0]
    assert worse(activity(), word(1, 5)) == [1]
    assert worse(activity(), word(0, 5, "pain"), word(1, 6)) == [0, 1]


def test_the_day_after_the_next_stands_for_it_where_nothing_is_known() -> None:
    assert worse(activity(), word(2, 5)) == [2]
    assert worse(activity(), word(1, 3), word(2, 5)) == []
    assert worse(activity(), word(3, 5)) == []
    assert worse(activity()) == []


def test_what_was_noted_before_it_is_not_after_it() -> None:
    assert worse(word(0, 5, "pain"), activity()) == []
    assert worse(activity(), word(0, 5)) == []  # pain on waking, noted late
    assert worse(activity(pain=5), word(1, 5)) == []
    assert worse(word(0, 5, "pain"), activity(), word(1, 6)) == [1]


@pytest.mark.parametrize(("pain", "found"), [(5, []), (7, []), (8, [1])])
def test_tired_muscles_are_no_worse_day_unless_they_hurt_a_lot(pain: int, found: list[int]) -> None:
    assert worse(activity(), word(1, pain, tired=True)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (word(1, None, "flare"), [1]),
        (word(1, 3, "session", peak=6), [1]),
        (word(1, 3, "session", peak=5), []),
        (word(1, 3, "session", peak=6, done="no"), []),
        (word(1, 3, "session", leg="thigh"), [1]),
        (word(1, 3, "session", leg="none"), []),
    ],
)
def test_a_flare_and_a_session_that_was_too_much_make_a_worse_day(said: LogEntry, found: list[int]) -> None:
    assert worse(activity(), said) == found


def test_an_activity_that_hurt_too_much_makes_its_own_day_a_worse_one() -> None:
    assert worse(activity(peak=6)) == [0]
    assert worse(activity(peak=5)) == []
