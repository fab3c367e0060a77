"""What the looks back after 4, 8 and 12 weeks say of the leg."""

from datetime import timedelta

import pytest

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import Leg
from backplan.planner.diary.abilities import ability
from backplan.planner.lookback.change import change_verdict
from backplan.planner.lookback.review import LEG_WORSE, review
from tests.support.people import ON, person


@pytest.mark.parametrize("week", [4, 8, 12])
@pytest.mark.parametrize(
    ("words", "worse"),
    [
        (("none", "foot"), True),
        (("buttock", "thigh", "buttock"), False),
        (("thigh", "none"), False),
        (("none",), False),
        ((), False),
    ],
)
def test_pain_further_down_the_leg_is_worse_whatever_the_numbers_say(
    week: int, words: tuple[Leg, ...], worse: bool
) -> None:
    today = ON + timedelta(weeks=week - 1)
    legs = tuple((ON + timedelta(days=number), leg) for number, leg in enumerate(words))
    better = [LogEntry(ON + timedelta(days=day), "morning", pain=max(0, 6 - day)) for day in range(7 * week - 7)]
    said = review(person(legs=legs), better, week, today)
    assert (LEG_WORSE in said) == worse
    assert not (worse and "goes on as it is" in said)


def test_no_look_back_in_another_week() -> None:
    assert not review(person(legs=((ON, "none"), (ON, "foot"))), [], 5, ON + timedelta(weeks=4))


@pytest.mark.parametrize(("week", "early"), [(1, True), (3, True), (4, False), (8, False), (12, False)])
def test_nobody_who_notes_nothing_is_told_for_weeks_that_it_is_too_early(week: int, early: bool) -> None:
    found = change_verdict({ON: 3.0}, ON + timedelta(weeks=week), week, ability((), ()))
    assert found.direction == "unknown"
    assert ("Too early" in found.finding, "Too little is noted" in found.finding) == (early, not early)
