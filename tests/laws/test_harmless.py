"""What is harmless changes no day ahead: a note, pain as usual, a short walk, a session that went well, each written,
written otherwise to the same end, or taken back, and a look on another day. Nothing is thinned, and nothing thickened.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import LEVELS, WEEKDAYS
from backplan.model.week import Day
from tests.support.examples import law
from tests.support.habits import HABITS, Course, Diarist, Felt, Habit, Somebody, Time
from tests.support.lives import Life, bare
from tests.support.people import ON
from tests.support.strategies import subset

WEEKS = st.integers(0, 3)  # lived before
USUAL = 3


class Noted(NamedTuple):
    """Something harmless of a day: an entry, and the same otherwise."""

    entry: LogEntry
    otherwise: LogEntry


MORNING = LogEntry(ON, "morning", pain=USUAL)
HARMLESS = (
    Noted(MORNING._replace(note="slept well"), MORNING._replace(note="slept a little less")),
    Noted(MORNING, MORNING._replace(pain=USUAL - 1)),
    Noted(LogEntry(ON, "pain", pain=USUAL), LogEntry(ON, "pain", pain=USUAL + 1)),
    Noted(LogEntry(ON, "activity", minutes=5), LogEntry(ON, "activity", minutes=8, note="to the shops")),
)
SESSION = Noted(
    LogEntry(ON, "session", "all", USUAL, USUAL, 4, "none"), LogEntry(ON, "session", "all", USUAL, USUAL + 1, 5, "none")
)
DONE = Noted(LogEntry(ON, "session", "all"), LogEntry(ON, "session", "all", effort=4))
THEN = ("nothing", "otherwise", "undo", "undo and again")


class Act(NamedTuple):
    """What is noted on a day of the week, and what becomes of it."""

    noted: Noted
    then: str


def acts() -> st.SearchStrategy[list[list[Act]]]:
    """For each day of a week."""
    one = st.builds(Act, st.sampled_from(HARMLESS), st.sampled_from(THEN))
    return st.lists(st.lists(one, max_size=2), min_size=7, max_size=7)


@st.composite
def somebody(draw: st.DrawFn) -> Somebody:
    days = draw(subset(WEEKDAYS, 6)) or ("mon", "thu")
    who = {"level": draw(st.sampled_from(LEVELS)), "aerobic_minutes": draw(st.integers(5, 40))}
    habit = Habit(draw(st.sampled_from(("all", "session days", "none"))), figures=draw(st.booleans()))
    time = Time(days, draw(st.sampled_from((15, 20, 30, 45, 60))))
    return Somebody(habit, time, Course(lambda day: Felt(USUAL, USUAL + 1), who), draw(st.integers(0, 9).map(str)))


@law(4)
@given(somebody(), WEEKS, acts())
def test_what_is_harmless_changes_no_day_ahead(who: Somebody, lived: int, week: list[list[Act]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder), who.person(), ON)
        try:
            Diarist(who, life).weeks(lived)
            one_week(life, week, SESSION if who.habit.figures else DONE)
        finally:
            life.close()


FLARE = (7, 6, 6, 6, 6, 5, 5)  # of a whole week, the sixth: no day of it is laid at three quarters


def _flares(day: int) -> Felt:
    into = day - 35
    return Felt(FLARE[into], FLARE[into], flare=not into) if 0 <= into < len(FLARE) else Felt(4, 5)


FIRST_DAYS = (
    (6, Course(_flares, {"conditions": ("flexion-intolerant",), "level": "basic", "aerobic_minutes": 15}), 3),
    (
        8,
        Course(
            lambda day: Felt((3, 3, 2, 3, 3, 4, 3)[day * 5 % 7], 4 if day % 3 else 3),
            {
                "conditions": ("neck-issue", "sitting-work"),
                "equipment": ("band", "dumbbells", "bicycle"),
                "likes": ("walking", "yoga"),
                "level": "basic",
                "aerobic_minutes": 15,
                "born": 1974,
            },
        ),
        0,
    ),
)


@pytest.mark.parametrize(("lived", "course", "pain"), FIRST_DAYS, ids=["settling", "grown"])
def test_a_number_of_a_first_day_takes_nothing_back(lived: int, course: Course, pain: int) -> None:
    """Neither from a week in which a flare settles, in which nothing grows anyway, nor of what was told to grow."""
    who = Somebody(HABITS["everything"], Time(("mon", "tue", "thu", "fri", "sat"), 45), course, "0")
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder), who.person(), ON)
        try:
            Diarist(who, life).weeks(lived)
            shown = life.week()
            for number in (pain, pain + 1):
                life.note(LogEntry(life.today, "morning", pain=number))
                now = life.week()
                assert (list(map(of_work, now.days)), now.changes) == (list(map(of_work, shown.days)), shown.changes)
                life.store.diary.undo()
                same(life, shown.days)
        finally:
            life.close()


def one_week(life: Life, week: Sequence[Sequence[Act]], session: Noted) -> None:
    """A week, day by day; after each thing that is done or said the days ahead are as they were on its Monday. The
    first number of all is no harmless one on a Monday: it speaks of last week's sessions and lifts the slow pace, by
    its rule (growth-slow).
    """
    first, silent = life.week().days, session is DONE
    for today in week:
        same(life, first)
        for act in today:
            if not (silent and life.today == first[0].on and act.noted.entry.pain is not None):
                carry_out(life, act, first)
        planned = next(day for day in first if day.on == life.today)
        if planned.sessions:
            carry_out(life, Act(session, "undo and again" if len(today) % 2 else "otherwise"), first)
        life.sleep()


def carry_out(life: Life, act: Act, first: Sequence[Day]) -> None:
    """Something noted, and what becomes of it."""
    diary = life.store.diary
    life.note(act.noted.entry._replace(on=life.today))
    same(life, first, act)
    if act.then == "otherwise":
        last = max(diary.entries(), key=lambda entry: entry.id or 0)
        diary.change(act.noted.otherwise._replace(on=life.today, id=last.id, at=last.at))
    elif act.then.startswith("undo"):
        diary.undo()
        same(life, first, act)
        if act.then != "undo":
            life.note(act.noted.entry._replace(on=life.today))
    same(life, first, act)


def same(life: Life, first: Sequence[Day], after: Act | None = None) -> None:
    """The days ahead, looked at now, are as they were."""
    now = [of_work(day) for day in life.week().days if day.on >= life.today]
    assert now == [of_work(day) for day in first if day.on >= life.today], (life.today, after)


def of_work(day: Day) -> Day:
    """A day without its tick, and without the few quiet minutes that are offered by how pain is today."""
    return bare(day)._replace(coping=None)
