"""Laws over people who log as people do, whoever they are: what they note, the time they have and how their pain goes
are drawn; they live some weeks through the store, and every showing is held against ``Life.check``, too.

The same few lives in every run; more of them, and new ones, with
``BACKPLAN_EXAMPLES=200 pytest tests/laws/test_people_who_log.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.model.person import Clearance
from backplan.model.vocabulary import LEVELS, MUST_BE_KNOWN, WEEKDAYS, Condition
from tests.support.examples import law
from tests.support.habits import COURSES, HABITS, TIMES, Course, Felt, Habit, Kind, Somebody, Time, lived
from tests.support.parts import falls, unexplained, unshown
from tests.support.people import ON
from tests.support.strategies import subset

WEEKS = 4
DAYS = 7 * WEEKS
CONDITIONS: tuple[Condition, ...] = get_args(Condition)
UNLIKE_USUAL = st.lists(st.sampled_from((0, 0, 0, 0, 1, 1, -1, 2)), min_size=7, max_size=7)
ABOVE = st.lists(st.sampled_from((0, 0, 1, 1, 2, 3)), min_size=5, max_size=5)


class Pain(NamedTuple):
    """Pain that wavers about the usual, eases week by week or not, with a flare or days away in between."""

    usual: int
    eases: int  # every so many days by one; 0: never
    unlike: list[int]  # how far each weekday is from the usual
    above: list[int]  # how much more the highest of a session is, in turn
    flare: int | None
    away: range
    later: int  # how much more it is at a session than on waking

    def __call__(self, day: int) -> Felt:
        """How a day is."""
        into = day - self.flare if self.flare is not None else -1
        if 0 <= into < 5:
            return Felt(max(6, self.usual + 1), max(6, self.usual + 2), flare=into == 0, rests=day in self.away)
        usual = self.usual - (day // self.eases if self.eases else 0)
        pain = self.usual if day == 0 else max(0, usual + self.unlike[day % 7])  # the first day tells what is usual
        later = min(self.later, 10 - pain)
        peak = min(10, pain + later + self.above[day % 5])
        return Felt(pain, peak, rests=day in self.away, later=later)


def pains() -> st.SearchStrategy[Pain]:
    return st.builds(
        Pain,
        usual=st.integers(0, 7),
        eases=st.sampled_from((0, 7, 10, 20)),
        unlike=UNLIKE_USUAL,
        above=ABOVE,
        flare=st.none() | st.integers(3, DAYS - 1),
        away=st.just(range(0))
        | st.builds(lambda day, many: range(day, day + many), st.integers(1, DAYS), st.integers(1, 18)),
        later=st.sampled_from((0, 0, 1, 2)),
    )


def courses() -> st.SearchStrategy[Course]:
    particular = st.fixed_dictionaries(
        {
            "level": st.sampled_from(LEVELS),
            "aerobic_minutes": st.integers(3, 45),
            "conditions": st.just(()) | subset(CONDITIONS, 2),
            "floor": st.sampled_from((True, True, False)),
            "clearance": st.just(Clearance("doctor", ON, MUST_BE_KNOWN)),
        }
    )
    drawn = st.builds(Course, felt=pains(), person=particular, pain_weeks=st.sampled_from((60, 60, 60, 2, 5)))
    return st.sampled_from([*COURSES.values()]) | drawn


def habits() -> st.SearchStrategy[Habit]:
    drawn = st.builds(
        Habit,
        mornings=st.sampled_from(("all", "session days", "none")),
        figures=st.booleans(),
        does=st.sampled_from((1.0, 0.9, 0.7, 0.4)),
        late=st.booleans(),
    )
    return st.sampled_from([*HABITS.values()]) | drawn


@st.composite
def times(draw: st.DrawFn) -> Time:
    if draw(st.booleans()):
        return draw(st.sampled_from([*TIMES.values()]))
    days = draw(subset(WEEKDAYS)) or ("tue",)
    pool = draw(st.just(()) | st.just(()) | subset(days, 3))
    return Time(days, draw(st.integers(8, 75)), pool)


def somebody() -> st.SearchStrategy[Somebody]:
    return st.builds(Somebody, habits(), times(), courses(), st.integers(0, 9).map(str))


@law(8)
@given(somebody())
def test_no_part_falls_without_a_named_rule_and_growth_that_is_told_is_shown(who: Somebody) -> None:
    weeks = lived(who, WEEKS, checked=True)
    assert falls(weeks) == ()
    assert unshown(weeks) == ()
    assert unexplained(weeks) == ()


# Lives that a drawn law once fell on, each for a reason of its own.


class Kept(NamedTuple):
    """A life that is kept, and how many weeks of it."""

    weeks: int
    who: Somebody | Kind


def _life(weeks: int, pain: Pain, habit: Habit, time: Time, pain_weeks: int, chances: str, **who: Any) -> Kept:
    cleared = Clearance("doctor", ON, MUST_BE_KNOWN)
    course = Course(pain.__call__, {"clearance": cleared, **who}, pain_weeks)
    return Kept(weeks, Somebody(habit, time, course, chances))


def _a_week_away(usual: int) -> Kept:
    """Days away from the second week on, and no figures, at a usual pain."""
    return _life(
        4,
        Pain(usual, 10, [1, 2, 1, 0, 0, 2, 2], [0, 2, 2, 1, 1], None, range(11, 26), 0),
        Habit(mornings="none", figures=False),
        Time(days=("mon", "tue", "thu", "sat"), minutes=30),
        2,
        "8",
        aerobic_minutes=33,
        level="intermediate",
    )


KEPT: Mapping[str, Kept] = {
    "a flare on the first day of a week that was told to grow": Kept(
        4, Kind("session mornings", "6 x 60", "boom and bust")
    ),
    "a flare that came and went in the middle of a week": _life(
        3,
        Pain(3, 20, [0, 2, 0, 1, 0, 1, 0], [1, 1, 0, 1, 1], 22, range(0, 0), 1),
        Habit(),
        Time(days=("mon", "tue", "thu", "sat"), minutes=30),
        60,
        "0",
        aerobic_minutes=44,
        level="advanced",
        floor=False,
    ),
    "a week away at high and steady pain, on walks alone": _a_week_away(7),
    "a week away, on walks alone": _a_week_away(0),
    "a flare in the first week that eased in two days": _life(
        3,
        Pain(4, 7, [0, 2, 0, 1, 1, 1, 1], [0, 1, 2, 0, 3], 11, range(0, 0), 0),
        Habit(mornings="all", does=0.8),
        Time(days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), minutes=61),
        60,
        "5",
        level="basic",
        aerobic_minutes=13,
        conditions=("fear-of-water",),
    ),
    "a flare that is two weeks old, and days away": _life(
        4,
        Pain(0, 20, [1, 0, 2, 1, 1, 1, 0], [1, 3, 2, 2, 0], 8, range(23, 32), 2),
        Habit(mornings="none", figures=False),
        Time(days=("mon", "wed", "fri"), minutes=20),
        60,
        "0",
        aerobic_minutes=6,
        conditions=("vertebral-fracture-new",),
        level="advanced",
    ),
    "training that begins in a week of three quarters": _life(
        4,
        Pain(4, 20, [-1, 2, 0, 2, 1, 1, 0], [0, 1, 1, 2, 2], 5, range(24, 38), 0),
        Habit(mornings="all", figures=False, does=0.4, late=True),
        Time(days=("mon", "tue", "thu", "sat"), minutes=45, pool_days=("tue", "sat")),
        5,
        "2",
        aerobic_minutes=13,
        level="advanced",
    ),
    "whole doses again in midweek": _life(
        3,
        Pain(3, 7, [0, 1, 2, 0, 1, 1, 2], [1, 0, 0, 1, 2], None, range(17, 30), 2),
        Habit(),
        Time(days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), minutes=15),
        60,
        "2",
        aerobic_minutes=30,
        level="basic",
    ),
    "training that may begin after a walk that was too much": _life(
        3,
        Pain(1, 0, [0, 0, 2, -1, 2, 0, -1], [2, 0, 3, 0, 0], None, range(0, 0), 0),
        Habit(mornings="all", does=0.4),
        Time(days=("mon", "tue", "thu", "sat"), minutes=30),
        5,
        "9",
        aerobic_minutes=27,
        level="basic",
    ),
    "new pain that is high but steady": _life(
        4,
        Pain(6, 7, [1, 2, 1, 0, 0, 0, 2], [1, 0, 1, 0, 0], None, range(17, 35), 0),
        Habit(mornings="all"),
        Time(days=("tue", "thu", "sat"), minutes=10, pool_days=("tue", "thu")),
        2,
        "0",
        aerobic_minutes=15,
        conditions=("dizziness", "extension-eases"),
        level="advanced",
    ),
    "steps in the week in which three quarters begin": _life(
        3,
        Pain(3, 0, [2, 0, -1, 0, 1, 1, 1], [0, 1, 0, 0, 3], None, range(23, 24), 2),
        Habit(mornings="all", does=0.9, late=True),
        Time(days=("mon", "tue", "wed", "fri", "sat"), minutes=45),
        60,
        "4",
        aerobic_minutes=41,
        floor=False,
        level="basic",
    ),
    "pain that is high for two days of a week": _life(
        4,
        Pain(3, 10, [2, -1, 1, -1, 0, 2, 1], [3, 0, 2, 3, 0], 6, range(0, 0), 2),
        Habit(mornings="all"),
        Time(days=("mon", "sat"), minutes=35),
        5,
        "6",
        aerobic_minutes=5,
        level="advanced",
        conditions=("knee-replacement", "axial-spondyloarthritis"),
    ),
    "days of many exercises after a gap": _life(
        4,
        Pain(4, 10, [0, 0, 0, 0, 1, 0, 0], [1, 1, 2, 1, 2], None, range(11, 22), 2),
        Habit(mornings="all", figures=False, does=0.9),
        Time(days=("mon", "tue", "wed", "thu", "fri", "sat"), minutes=60),
        5,
        "0",
        level="basic",
        aerobic_minutes=27,
        floor=False,
    ),
    "a gap that grows in the middle of a week": _life(
        4,
        Pain(0, 10, [0, 0, 0, -1, 0, 2, 0], [0, 0, 0, 1, 1], None, range(18, 25), 0),
        Habit(mornings="all", figures=False, does=0.7),
        Time(days=("mon", "tue", "wed", "thu", "fri", "sat"), minutes=60),
        2,
        "3",
        aerobic_minutes=3,
        level="basic",
    ),
    "walks that were told to become brisker, and a flare": _life(
        3,
        Pain(0, 0, [-1, -1, 0, 2, 1, 0, 1], [2, 0, 1, 0, 2], None, range(0, 0), 2),
        Habit(mornings="all"),
        Time(days=("mon", "tue", "thu", "sat"), minutes=45, pool_days=("tue", "sat")),
        5,
        "1",
        aerobic_minutes=22,
        floor=False,
        level="basic",
    ),
    "a week whose walks had been shorter than they might be, after a session too much": _life(
        3,
        Pain(7, 7, [0, 0, 2, 0, 0, 0, 0], [0, 1, 3, 0, 3], None, range(16, 33), 0),
        Habit(mornings="all", does=0.8),
        Time(days=("mon", "wed", "fri"), minutes=20),
        5,
        "6",
        aerobic_minutes=28,
        level="basic",
        floor=False,
    ),
    "high and steady pain that is less on waking": _life(
        3,
        Pain(5, 10, [0, 0, 0, 0, -1, 1, 0], [2, 0, 1, 0, 3], 24, range(0, 0), 1),
        Habit(mornings="all"),
        Time(days=("mon", "tue", "wed", "fri", "sat"), minutes=45),
        60,
        "6",
        aerobic_minutes=3,
        conditions=("extension-intolerant", "prolapse"),
        level="intermediate",
    ),
    "pain of 8 to 10 that is less on waking, and is steady again by Sunday": _life(
        4,
        Pain(7, 0, [1, 0, 2, -1, 2, 2, -1], [1, 0, 0, 0, 3], 6, range(0, 0), 2),
        Habit(mornings="all", does=0.8),
        Time(days=("mon", "wed", "fri"), minutes=20),
        5,
        "2",
        aerobic_minutes=40,
        floor=False,
        level="advanced",
    ),
    "walks that a session too much takes off a week, and none of its days": _life(
        4,
        Pain(7, 7, [2, 0, 0, 0, 2, 0, -1], [0, 1, 0, 2, 1], None, range(14, 16), 0),
        Habit(late=True),
        Time(days=("mon", "tue", "wed", "fri", "sat"), minutes=45),
        60,
        "2",
        aerobic_minutes=20,
        level="basic",
    ),
    "a flare between weeks of walks and the training that follows them": _life(
        4,
        Pain(3, 10, [2, 0, 1, 2, 0, 0, 2], [3, 1, 0, 1, 3], None, range(0, 0), 1),
        Habit(mornings="all", does=0.8),
        Time(days=("mon", "tue", "thu", "sat"), minutes=30),
        5,
        "9",
        aerobic_minutes=3,
        level="advanced",
    ),
    "a week of which nothing is done, told on its last evening": _life(
        4,
        Pain(1, 0, [0, 0, 0, 0, -1, -1, 1], [0, 1, 3, 2, 3], None, range(0, 0), 0),
        Habit(does=0.4, late=True),
        Time(days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), minutes=73),
        60,
        "3",
        aerobic_minutes=5,
        level="basic",
    ),
    "hip and choice in a week of three quarters": Kept(
        4, Somebody(Habit(does=0.7), Time(("tue", "sat", "sun"), 30), COURSES["boom and bust"], "0")
    ),
    "walks that a session too much shortens while a flare settles": _life(
        4,
        Pain(5, 0, [0, 1, 0, 0, 2, 0, -1], [0, 3, 0, 1, 2], None, range(0, 0), 1),
        Habit(mornings="all"),
        Time(days=("mon", "tue", "wed", "thu", "fri", "sat"), minutes=60),
        60,
        "0",
        aerobic_minutes=43,
        level="basic",
    ),
    "sessions too much, one after the other, of what has no easier partner": _life(
        4,
        Pain(3, 7, [0, 0, 0, 0, 0, 1, 1], [3, 1, 3, 0, 3], None, range(26, 27), 0),
        Habit(late=True),
        Time(days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), minutes=15),
        60,
        "0",
        aerobic_minutes=8,
        floor=False,
        level="intermediate",
    ),
    "a flare of the first day, told on the last evening of a week that was done as it was told to grow": _life(
        4,
        Pain(1, 20, [1, 0, 1, 0, 0, 0, 0], [0, 0, 2, 2, 1], 21, range(0, 0), 0),
        Habit(figures=False, does=0.9, late=True),
        Time(days=("wed", "fri", "sat", "sun"), minutes=67),
        60,
        "5",
        aerobic_minutes=34,
        level="basic",
    ),
    "an easier partner that comes in a flare, on no day of it": Kept(6, Kind("8 in 10", "4 x 30", "boom and bust")),
}


def _fallen(kept: Kept) -> tuple[object, ...]:
    weeks = lived(kept.who, kept.weeks, checked=True)
    return (*falls(weeks), *unshown(weeks), *unexplained(weeks))


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_a_life_that_once_fell_falls_no_more(kept: Kept) -> None:
    assert _fallen(kept) == ()
