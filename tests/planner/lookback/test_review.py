"""What the looks back after 4, 8 and 12 weeks say of the leg."""

from datetime import timedelta

import pytest

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import Leg
from backplan.planner.diary.abilities import ability
from backplan.planner.diary.alike import DayPain
from backplan.planner.lookback.change import change_verdict, pain_by_day, seven_days
from backplan.planner.lookback.progress import look_back
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
    found = change_verdict({ON: DayPain(later=(3,))}, ON + timedelta(weeks=week), week, ability((), ()))
    assert found.direction == "unknown"
    assert ("Too early" in found.finding, "Too little is noted" in found.finding) == (early, not early)


def days_of(waking: int, sessions: int, begin: int, **times: list[int]) -> list[LogEntry]:
    """A week with pain of so much on waking and at sessions, on the days of each that are named."""
    mornings = [LogEntry(ON + timedelta(days=begin + day), "morning", pain=waking) for day in times.get("mornings", [])]
    done = [LogEntry(ON + timedelta(days=begin + day), "session", "all", sessions) for day in times.get("done", [])]
    return sorted([*mornings, *done], key=lambda entry: entry.on)


EVERY_DAY = list(range(7))
THREE = [0, 2, 4]


@pytest.mark.parametrize(
    ("first", "last", "direction", "means"),
    [
        # A back that wakes easy and is worse at sessions, which are noted in one of the weeks alone.
        ((2, 5, EVERY_DAY, THREE), (2, 5, EVERY_DAY, []), "unchanged", (2.6, 2.0)),
        ((2, 5, EVERY_DAY, []), (2, 5, EVERY_DAY, THREE), "unchanged", (2.0, 2.6)),
        ((2, 5, [], THREE), (2, 5, EVERY_DAY, []), "unknown", (0.0, 0.0)),
        ((2, 5, [0, 1], THREE), (2, 5, [0, 1], THREE), "unchanged", (3.9, 3.9)),
        ((2, 5, [0, 1], THREE), (2, 3, [0, 1], THREE), "better", (3.9, 2.6)),
        ((2, 3, [0, 1], THREE), (2, 7, [0, 1], THREE), "worse", (2.6, 5.1)),
        ((5, 5, EVERY_DAY, THREE), (2, 5, EVERY_DAY, []), "better", (5.0, 2.0)),
        ((2, 5, [0, 1], THREE), (2, 5, [0, 1], []), "unknown", (2.0, 2.0)),  # two mornings are too few
    ],
)
def test_a_change_is_one_of_like_with_like(
    first: tuple[int, int, list[int], list[int]],
    last: tuple[int, int, list[int], list[int]],
    direction: str,
    means: tuple[float, float],
) -> None:
    entries = [
        entry
        for begin, (waking, sessions, mornings, done) in ((0, first), (21, last))
        for entry in days_of(waking, sessions, begin, mornings=mornings, done=done)
    ]
    found = change_verdict(pain_by_day(None, entries), ON + timedelta(days=27), 4, ability((), ()))
    assert (found.direction, (found.change.first.mean, found.change.last.mean)) == (direction, means)
    assert ("other times of day" in found.finding) == (direction == "unknown" and len({*last[2], *last[3]}) > 2)


def test_a_verdict_is_read_from_the_means_by_day_that_are_drawn() -> None:
    """Two notes of a day count as one: so 29 percent less, and 32 if the day that has both counts twice."""
    noted = {0: DayPain(later=(4,)), 1: DayPain((3,)), 3: DayPain(later=(3,)), 4: DayPain((5,)), 5: DayPain((4,)),
             6: DayPain((3,)), 16: DayPain((3,)), 17: DayPain((3,)), 18: DayPain((2,), (2,)), 19: DayPain((2,)),
             20: DayPain((3,))}  # fmt: skip
    pain = {ON + timedelta(days=day): noted for day, noted in noted.items()}
    today = ON + timedelta(days=20)
    found = change_verdict(pain, today, 3, ability((), ()))
    assert found.direction == "unchanged"
    assert found.change.last == seven_days(pain, today)


def test_means_of_like_with_like_are_named_where_they_find_another_thing_than_the_means_by_day() -> None:
    entries = [*days_of(2, 8, 0, mornings=EVERY_DAY, done=EVERY_DAY), *days_of(2, 8, 21, mornings=EVERY_DAY)]
    found = change_verdict(pain_by_day(None, entries), ON + timedelta(days=27), 4, ability((), ()))
    assert found.finding.startswith("No change that counts yet at the same times of day: 2.0 of 10 at the start, 2.0")


@pytest.mark.parametrize(("week_before", "see"), [(5, True), (3, False)])
def test_two_weeks_of_more_pain_are_each_held_against_the_start_alike(week_before: int, see: bool) -> None:
    entries = [
        *days_of(3, 6, 0, mornings=EVERY_DAY, done=THREE),
        *days_of(week_before, 6, 14, mornings=EVERY_DAY),
        *days_of(5, 9, 21, mornings=EVERY_DAY, done=THREE),
    ]
    found = change_verdict(pain_by_day(None, entries), ON + timedelta(days=27), 4, ability((), ()))
    assert found.direction == "worse"
    assert ("in the 7 before" in found.finding) == see


@pytest.mark.parametrize(("means", "crept"), [((3, 4, 4, 5), True), ((3, 3, 3, 5), False)])
def test_more_pain_that_crept_up_is_no_flare_that_passes(means: tuple[int, ...], crept: bool) -> None:
    entries = [e for week, pain in enumerate(means) for e in days_of(pain, pain, 7 * week, mornings=EVERY_DAY)]
    found = change_verdict(pain_by_day(None, entries), ON + timedelta(days=27), 4, ability((), ()))
    assert found.direction == "worse"
    assert ("crept up" in found.finding, "a flare passes" in found.finding) == (crept, not crept)


def test_more_pain_at_one_time_of_day_is_more_pain() -> None:
    entries = [
        *days_of(2, 3, 0, mornings=EVERY_DAY, done=THREE),
        *days_of(2, 5, 21, mornings=EVERY_DAY, done=THREE),
    ]
    found = change_verdict(pain_by_day(None, entries), ON + timedelta(days=27), 4, ability((), ()))
    assert found.finding.startswith("More pain than at the start later in the day: 3.0 of 10 then, 5.0 over")


@pytest.mark.parametrize("week", [4, 8, 12])
@pytest.mark.parametrize(("days", "with_today"), [((0, 2, 4), 6.3), ((1, 3, 5), 6.0), ((0, 4, 6), 6.3)])
def test_three_days_a_week_are_enough_though_nothing_is_noted_yet_of_today(
    week: int, days: tuple[int, ...], with_today: float
) -> None:
    """Looked back on a Monday, before its session: the last seven days are those gone by; once noted, it counts."""
    done = [ON + timedelta(7 * number + day) for number in range(week) for day in days]
    entries = [LogEntry(on, "session", "all", 5) for on in done]
    today = ON + timedelta(weeks=week)
    assert "5.0 of 10 at the start, 5.0 over the last 7 days" in review(person(), entries, week, today)
    noted = [*entries, LogEntry(today, "session", "all", 9)]
    assert f"{with_today} over the last 7 days" in review(person(), noted, week, today)


def test_what_the_chart_ends_with_is_what_is_said_of_the_last_seven_days() -> None:
    """On a Monday of which nothing is noted yet, too."""
    today = ON + timedelta(weeks=4)
    entries = [
        LogEntry(ON + timedelta(7 * week + day), "session", "all", day) for week in range(4) for day in (1, 3, 5)
    ]
    for noted in (entries, [*entries, LogEntry(today, "session", "all", 9)]):
        found = look_back(person(), noted, [], [], today)
        assert found.means[today] == found.verdict.change.last.mean
