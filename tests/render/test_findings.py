"""What the report says of change is for the clinician: figures, no hints and no "you"."""

from datetime import date, timedelta

import pytest

from backplan.model.diary import LogEntry
from backplan.planner.diary.abilities import Ability, ability
from backplan.planner.diary.alike import DayPain
from backplan.planner.lookback.change import change_verdict
from backplan.render.pages.findings import findings

TODAY = date(2026, 11, 30)
UNKNOWN = ability([], [])


def said(first: int, last: int, *, noted: int = 7, able: Ability = UNKNOWN) -> str:
    began = TODAY - timedelta(days=60)
    pain = {began + timedelta(days=ago): DayPain((first,)) for ago in range(7)}
    pain |= {TODAY - timedelta(days=ago): DayPain((last,)) for ago in range(noted)}
    return findings(change_verdict(pain, TODAY, 9, able))


@pytest.mark.parametrize(
    ("first", "last", "noted", "begins"),
    [
        (5, 2, 7, "Less pain: 5.0 of 10 in the first 7 days noted, 2.0 in the last 7 (3.0 less, 60 percent)"),
        (2, 6, 7, "More pain: 2.0 of 10 in the first 7 days noted, 6.0 in the last 7, a change that counts."),
        (4, 4, 7, "No change of pain that counts: 4.0 of 10 in the first 7 days noted, 4.0 in the last 7."),
        (
            5,
            2,
            2,
            "Pain now cannot be compared with the start: at the time of day of the first notes it was noted on 2",
        ),
    ],
)
def test_change_of_pain_is_told_with_its_figures(first: int, last: int, noted: int, begins: str) -> None:
    told = said(first, last, noted=noted)
    assert told.startswith(begins)
    assert "`" not in told
    assert "you" not in told.lower().split()


def test_pain_that_is_hardly_noted_is_not_compared() -> None:
    verdict = change_verdict({TODAY - timedelta(ago): DayPain((3,)) for ago in range(3)}, TODAY, 1, UNKNOWN)
    assert findings(verdict) == (
        "Pain cannot be compared with the start yet: it takes 3 days noted in each of two weeks."
    )


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (8, "Function better: put on socks, 3 of 10 then and 8 now, a change that counts."),
        (4, "No change of function that counts: put on socks, 3 of 10 then and 4 now."),
    ],
)
def test_function_is_told_with_its_scores(last: int, told: str) -> None:
    scores = [(TODAY - timedelta(days=30), 3), (TODAY, last)]
    noted = [LogEntry(on, "function", function="put on socks", score=score) for on, score in scores]
    assert said(4, 4, able=ability(["put on socks"], noted)).endswith(told)
