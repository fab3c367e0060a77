"""What a next step waits for, in words: a day that may still change is no promise."""

from datetime import date

import pytest

from backplan.planner.lookback.next_step import Wait
from backplan.render.grown import wait_words

MONDAY = date(2026, 12, 14)


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (Wait("from", on=MONDAY), "as it stands now, from Mon 14 Dec on"),
        (Wait("turn", on=MONDAY), "not before Mon 14 Dec"),
        (
            Wait("too-much", on=MONDAY, since=date(2026, 12, 3)),
            "after a session too much on Thu 3 Dec, not before Mon 14 Dec",
        ),
    ],
)
def test_a_step_is_told_with_its_day_as_far_as_that_is_sure(wait: Wait, words: str) -> None:
    assert wait_words(wait) == words
