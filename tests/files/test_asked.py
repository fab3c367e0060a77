"""What a therapist writes of one key is read in the ways that people write it; anything else is refused with how."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from backplan.files import asked
from backplan.files.asked import DaysAsked, Ends, GrowthSaid, Range, Reps
from tests.support.people import ON


def until(value: Any) -> Ends:
    return asked.ends_of(value, ON)


READ: list[tuple[Callable[[Any], Any], Any, Any]] = [
    (asked.reps_of, 8, Reps((8,))),
    (asked.reps_of, "8-12", Reps((8,), 12)),
    (asked.reps_of, "10 - 8", Reps((10, 8))),
    (asked.reps_of, "6-4-2", Reps((6, 4, 2))),
    (asked.reps_of, (6, 4, 2), Reps((6, 4, 2))),
    (asked.hold_of, "2 min", asked.Range(120)),
    (asked.hold_of, "45", asked.Range(45)),
    (asked.hold_of, "5-10 s", asked.Range(5, 10)),
    (asked.hold_of, "1-2 min", asked.Range(60, 120)),
    (asked.minutes_of, "15-20 min", asked.Range(15, 20)),
    (asked.minutes_of, "an hour and a quarter", asked.Range(75)),
    (asked.minutes_of, "1.5 hours", asked.Range(90)),
    (asked.sets_of, "2-3", asked.Range(2, 3)),
    (asked.sets_of, "three", asked.Range(3)),
    (asked.per_week_of, "2-3", (2, 3)),
    (asked.per_week_of, 4, (4, 4)),
    (asked.days_of, ("thu", "mon"), DaysAsked(("mon", "thu"))),
    (asked.days_of, "Mondays and Thursdays", DaysAsked(("mon", "thu"))),
    (asked.days_of, "every other day", DaysAsked(alternate=True)),
    (asked.days_of, "every day", DaysAsked(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))),
    (asked.times_a_day_of, "every two hours", 7),
    (asked.times_a_day_of, 3, 3),
    (asked.tempo_of, "3-1-3", "3-1-3"),
    (asked.load_of, "5KG", "5 kg"),
    (asked.load_of, "red band", "red band"),
    (asked.load_of, "8 kilos", "8 kg"),
    (asked.load_of, "Blue", "blue band"),
    (asked.load_of, "10 pounds", "10 lb"),
    (asked.load_of, "2 x 2.5kg", "2 x 2.5kg"),
    (asked.load_of, "2 bottles of water", "2 bottles of water"),
    (asked.load_of, "500ml bottle", "500ml bottle"),
    (asked.load_of, "3rd band", "3rd band"),
    (asked.load_of, "band no. 2", "band no. 2"),
    (until, "2027-01-15", Ends(on=date(2027, 1, 15))),
    (until, "pain-free", Ends(met="pain-free")),
    (until, "you can walk 20 minutes", Ends(met="you can walk 20 minutes")),
    (until, "the next review", Ends(met="the next review")),
    (asked.growth_of, "add 2 repetitions every 3 days, up to 20", GrowthSaid("reps", 2, 3, 20)),
    (asked.growth_of, "one set every two weeks", GrowthSaid("sets", 1, 14)),
    (asked.growth_of, "5 s every other day to 60 s", GrowthSaid("hold_s", 5, 2, 60)),
    (asked.growth_of, "1 kg every week, up to 10 kg", GrowthSaid("kg", 1, 7, 10)),
    (asked.growth_of, "add 2,5 lbs every 2 weeks", GrowthSaid("lb", 2.5, 14)),
    (asked.growth_of, "next band every 2 weeks, up to green", GrowthSaid("band", 1, 14, 4)),
    (asked.growth_of, "the next colour every week", GrowthSaid("band", 1, 7)),
    (asked.growth_of, "Yellow to red to green every 10 days", GrowthSaid("band", 1, 10, 4)),
    (asked.movement_of, "Forward bending", "bending"),
]
REFUSED: list[tuple[Callable[[Any], Any], Any]] = [
    (asked.reps_of, "some"), (asked.reps_of, 0), (asked.reps_of, True), (asked.reps_of, "8-120"), (asked.reps_of, ()),
    (asked.hold_of, "long"), (asked.hold_of, 601), (asked.hold_of, True), (asked.hold_of, "10-5 s"),
    (asked.sets_of, 0), (asked.sets_of, "3-2"), (asked.sets_of, True), (asked.sets_of, 2.5), (asked.sets_of, ""),
    (asked.minutes_of, 121), (asked.minutes_of, "20-15"), (asked.minutes_of, "long"), (asked.minutes_of, [1]),
    (asked.per_week_of, "3-2"), (asked.per_week_of, 8), (asked.per_week_of, None),
    (asked.days_of, "some days"), (asked.days_of, ()), (asked.days_of, 3), (asked.days_of, ("mon", "moon")),
    (asked.times_a_day_of, "every hour"), (asked.times_a_day_of, 0), (asked.times_a_day_of, "often"),
    (asked.tempo_of, "slow"), (asked.tempo_of, "0-0-0"), (asked.tempo_of, 3),
    (asked.load_of, "5"), (asked.load_of, 5), (asked.load_of, "x" * 25), (asked.load_of, "5 kg\x1b"),
    (asked.load_of, "8zorkmids"), (asked.load_of, "8 zorkmids"),
    (asked.load_of, "bar 8zorkmids"), (asked.load_of, "5kgf"),
    (until, "2020-01-01"), (until, "soon"), (until, "next week"), (until, "Friday"), (until, "May"),
    (until, "2027-13-01"),
    (asked.growth_of, "slowly"), (asked.growth_of, "0 repetitions every day"),
    (asked.growth_of, "2 sets every day to 99"), (asked.growth_of, "0 kg every week"),
    (asked.growth_of, "1.5 repetitions every day"), (asked.growth_of, "1 kg every week to 999 kg"),
    (asked.growth_of, "yellow to green every week"), (asked.growth_of, "next band every 0 days"),
    (asked.growth_of, "next band every week, up to pink"), (asked.movement_of, "walking"),
]  # fmt: skip


@pytest.mark.parametrize(("read", "written", "meant"), READ)
def test_what_people_write_is_read(read: Callable[[Any], Any], written: Any, meant: Any) -> None:
    assert read(written) == meant


@pytest.mark.parametrize(("read", "written"), REFUSED)
def test_what_cannot_be_meant_is_refused_in_a_sentence(read: Callable[[Any], Any], written: Any) -> None:
    with pytest.raises(ValueError, match=r"must be|over already|bands follow each other|a step of [\d.]+ or more"):
        read(written)


@pytest.mark.parametrize(
    ("read", "written", "meant"),
    [
        (asked.times_a_day_of, "bd", 2), (asked.times_a_day_of, "t.d.s.", 3), (asked.times_a_day_of, "Twice", 2),
        (asked.times_a_day_of, "3 times a day", 3), (asked.times_a_day_of, "morning and night", 2),
        (asked.times_a_day_of, "two", 2), (asked.times_a_day_of, "2-hourly", 7),
        (asked.hold_of, '5"', Range(5)), (asked.hold_of, "hold 5 s", Range(5)),
        (asked.hold_of, "1 min hold", Range(60)),
        (asked.hold_of, "a slow count of five", Range(5)), (asked.hold_of, "10secs", Range(10)),
        (asked.rest_of, "1 minute between sets", 60), (asked.rest_of, '30"', 30), (asked.rest_of, "rest 45 s", 45),
        (asked.reps_of, "8 reps", Reps((8,))), (asked.reps_of, "x10", Reps((10,))),
        (asked.sets_of, "3 sets", Range(3)), (asked.sets_of, "x3", Range(3)),
        (asked.sets_of, "2 to 3 sets", Range(2, 3)), (asked.tempo_of, "3/1/3", "3-1-3"),
        (asked.tempo_of, "tempo 2-0-2", "2-0-2"),
    ],
)  # fmt: skip
def test_a_value_is_read_as_a_line_of_a_dose_says_it(read: Callable[[Any], Any], written: str, meant: Any) -> None:
    assert read(written) == meant


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (asked.hold_of, "5 kg"), (asked.hold_of, "3 x 5 s"), (asked.hold_of, "5 breaths"),
        (asked.reps_of, "8 each side"), (asked.sets_of, "3 minutes"),
        (asked.times_a_day_of, "bd, 3 days a week"), (asked.rest_of, "60 s, 5 kg"),
    ],
)  # fmt: skip
def test_a_value_that_says_more_than_its_key_is_refused(read: Callable[[Any], Any], written: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        read(written)
