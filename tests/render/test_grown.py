"""What a next step waits for, in words: a day that may still change is no promise."""

from datetime import date

import pytest

from backplan.model.week import GivenDose
from backplan.planner.lookback.grown import Amounts, Given, Grown, SlotGrown, Way, WeekHolds
from backplan.planner.lookback.next_step import Wait
from backplan.render.grown import grown_head, wait_words

MONDAY = date(2026, 12, 14)


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (Wait("from", on=MONDAY), "as it stands now, from Mon 14 Dec on"),
        (Wait("turn", on=MONDAY), "not before Mon 14 Dec"),
        (Wait("flare"), "once the flare has settled"),
        (
            Wait("too-much", on=MONDAY, since=date(2026, 12, 3)),
            "after a session too much on Thu 3 Dec, not before Mon 14 Dec",
        ),
    ],
)
def test_a_step_is_told_with_its_day_as_far_as_that_is_sure(wait: Wait, words: str) -> None:
    assert wait_words(wait) == words


@pytest.mark.parametrize(
    ("core", "way", "words"),
    [
        (9, "same", "What your week of 14 Dec holds, and what comes next"),
        (8, "easier", "What your week of 14 Dec holds, and what comes next"),
        (10, "same", "What has grown, from your week of 9 Nov to that of 14 Dec"),
        (9, "harder", "What has grown, from your week of 9 Nov to that of 14 Dec"),
    ],
)
def test_growth_is_named_where_something_has_grown(core: int, way: Way, words: str) -> None:
    first, now = (
        WeekHolds(on, Amounts(20, sets, 4, 5), Amounts()) for on, sets in ((date(2026, 11, 9), 9), (MONDAY, core))
    )
    given = Given("heel-slide", "Heel slide", GivenDose(reps=4))
    assert grown_head(Grown(first, now, (SlotGrown("abdominal", "core", given, given, way),))) == words
