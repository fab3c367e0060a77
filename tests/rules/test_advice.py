"""What the last weeks ask for, beside the plan: both sides of each rule."""

from datetime import date, timedelta
from typing import Any

import pytest

from backplan.model.lately import ActiveDay, Afterwards, Lately, PainWeek
from tests.support.indexes import advised
from tests.support.people import ON


def day(number: int) -> date:
    return ON + timedelta(days=number)


def after(on: int, pain: int | None, *, warned: bool = False) -> Afterwards:
    return Afterwards(day(on), pain, warned)


def big(on: int = 0, **changes: Any) -> ActiveDay:
    """A day of 61 minutes where 30 were planned, with pain of 5 the next day and a usual of 3; with these changes."""
    found = ActiveDay(day(on), ("gardening",), 61, 30, usual=3, before=3, after=(after(on + 1, 5),))
    return found._replace(**changes)


def said(*days: ActiveDay) -> bool:
    return "spike" in advised(Lately(days))


def test_spike() -> None:
    assert advised(Lately((big(-9, after=()), big()))) == {"spike": (day(0),)}
    assert advised(Lately()) == {}


@pytest.mark.parametrize(("minutes", "planned", "told"), [(61, 30, True), (60, 30, False), (15, 7, True)])
def test_a_spike_is_more_than_twice_what_was_planned(minutes: int, planned: int, told: bool) -> None:
    assert said(big(minutes=minutes, planned=planned)) == told


@pytest.mark.parametrize(("minutes", "told"), [(14, False), (15, True)])
def test_under_a_quarter_of_an_hour_nothing_is_a_spike(minutes: int, told: bool) -> None:
    assert said(big(minutes=minutes, planned=5)) == told


@pytest.mark.parametrize(
    ("before", "pain", "told"),
    [
        (3, 4, False),
        (3, 5, True),
        (None, 4, False),
        (None, 5, True),
        (5, 5, False),  # as bad before as after it
        (5, 6, True),
        (3, None, False),  # silence is no warning
    ],
)
def test_a_worse_day_is_2_above_the_usual_and_worse_than_before(
    before: int | None, pain: int | None, told: bool
) -> None:
    assert said(big(before=before, after=(after(1, pain),))) == told


def test_a_day_that_warns_of_itself_is_a_worse_one_whatever_its_pain() -> None:
    assert said(big(after=(after(1, None, warned=True),)))
    assert said(big(after=(after(0, 3, warned=True), after(1, 3))))


@pytest.mark.parametrize(("apart", "told"), [(28, True), (29, False)])
def test_boom_and_bust(apart: int, told: bool) -> None:
    found = advised(Lately((big(), big(apart))))
    assert found["spike"] == (day(0), day(apart))
    assert found.get("boom-and-bust") == ((day(0), day(apart)) if told else None)


def test_one_big_day_or_one_that_went_well_is_no_boom_and_bust() -> None:
    assert "boom-and-bust" not in advised(Lately((big(),)))
    assert "boom-and-bust" not in advised(Lately((big(), big(7, after=(after(8, 3),)))))


@pytest.mark.parametrize(("days", "told"), [((0, 20, 42), True), ((0, 20, 43), False), ((0, 20), False), ((), False)])
def test_flare_third(days: tuple[int, ...], told: bool) -> None:
    begun = tuple(map(day, days))
    assert advised(Lately(flares=begun)) == ({"flare-third": begun} if told else {})


def test_of_more_flares_the_last_three_count() -> None:
    assert advised(Lately(flares=tuple(map(day, (0, 40, 60, 80))))) == {"flare-third": tuple(map(day, (40, 60, 80)))}
    assert advised(Lately(flares=tuple(map(day, (0, 10, 20, 80))))) == {}


@pytest.mark.parametrize(("days", "told"), [((0, 9, 28), True), ((0, 9, 29), False), ((0, 9), False), ((), False)])
def test_too_much_third(days: tuple[int, ...], told: bool) -> None:
    bad = tuple(map(day, days))
    assert advised(Lately(too_much=bad)) == ({"too-much-third": bad} if told else {})


def weeks(*means: float, days: int = 7) -> Lately:
    """The last weeks with pain of so much."""
    return Lately(pain=tuple(PainWeek(day(7 * number), mean, days) for number, mean in enumerate(means)))


def test_creep() -> None:
    assert advised(weeks(3, 4, 4.5, 5)) == {"creep": (day(0), day(7), day(14), day(21))}
    assert advised(weeks(1, 3, 4, 4.5, 5)) == {"creep": (day(7), day(14), day(21), day(28))}


@pytest.mark.parametrize(
    ("means", "told"),
    [
        ((3.0, 3.6, 4.3, 5.0), True),
        ((3.0, 3.6, 4.3, 4.9), False),
        ((3.0, 3.0, 4.9, 5.0), True),
        ((3.0, 3.0, 3.0, 5.0), False),  # at once is no creep: a flare has rules of its own
        ((3.0, 4.5, 4.4, 6.0), False),  # it came down meanwhile
        ((5.0, 5.0, 5.0, 5.0), False),
        ((3.0, 4.0, 5.0), False),
        ((5.0, 4.0, 3.0, 2.0), False),
    ],
)
def test_pain_creeps_by_2_over_four_weeks_without_coming_down(means: tuple[float, ...], told: bool) -> None:
    assert bool(advised(weeks(*means))) == told


@pytest.mark.parametrize(("days", "told"), [(3, True), (2, False)])
def test_a_creep_needs_three_days_of_each_week(days: int, told: bool) -> None:
    assert bool(advised(weeks(3, 4, 5, 6, days=days))) == told
