"""What somebody wrote in their own words, and which of it may still be asked about."""

from datetime import date, timedelta

import pytest

from backplan.model.diary import FROM_INTERVIEW, LogEntry
from backplan.planner.diary.own_words import not_yet_asked_of, own_words
from tests.support.people import person

ON = date(2026, 11, 25)


def entry(number: int, kind: str = "pain", **what: object) -> LogEntry:
    return LogEntry(ON, kind, id=number, **what)  # type: ignore[arg-type]


def test_a_note_a_reason_and_an_activity_are_own_words_and_what_the_interview_notes_is_not() -> None:
    told = entry(1, "activity", exercise="numb-leg-after-gardening", note="odd", why="fell")
    assert own_words(told) == ["odd", "fell", "numb leg after gardening"]
    assert own_words(entry(2, note=FROM_INTERVIEW)) == []


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (entry(5, note="stiff"), True),
        (entry(5, "activity", exercise="numb-leg-after-gardening"), True),
        (entry(5, "activity", exercise="water-walk"), False),
        (entry(5, pain=3), False),
    ],
)
def test_what_may_still_be_asked_about(told: LogEntry, asked: bool) -> None:
    none_new = entry(7, "signs", done="no")
    assert not_yet_asked_of(person(screened=None), [told]) == ([told] if asked else [])
    assert not_yet_asked_of(person(screened=ON), [told]) == ([told] if asked else [])
    assert not_yet_asked_of(person(screened=ON + timedelta(1)), [told]) == []
    assert not_yet_asked_of(person(screened=None), [told, none_new]) == []
