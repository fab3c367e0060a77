"""Simulated people who live with the plan for weeks: how they log, what time they have, and how their pain goes.

They do what the week says as last shown to them, note it by their habit, and look at the week again after noting. All
goes through the store and the actions that the commands use.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from backplan.actions.week import this_week
from backplan.errors import SafetyStop
from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.vocabulary import Weekday
from backplan.model.week import Day, Week
from tests.support.lives import Life
from tests.support.people import ON, person

MONDAY, SUNDAY = 0, 6
EFFORT = 4
NOTHING: Mapping[str, Any] = MappingProxyType({})


class Habit(NamedTuple):
    """How somebody logs. ``late``: a whole week at once, on Sunday evening."""

    mornings: Literal["all", "session days", "none"] = "session days"
    figures: bool = True
    does: float = 1  # of the sessions
    late: bool = False


class Time(NamedTuple):
    """The days and minutes somebody has; where they have a pool, the days they can go there."""

    days: tuple[Weekday, ...]
    minutes: int
    pool_days: tuple[Weekday, ...] = ()


class Felt(NamedTuple):
    """One day of a course: pain on waking and at its highest in a session, and what else there is to it."""

    pain: int
    peak: int
    flare: bool = False  # the person says so
    activity: int = 0  # minutes of it beside the plan
    rests: bool = False  # no session, whatever the week says
    later: int = 0  # so much more pain at a session than on waking

    @property
    def at_session(self) -> int:
        """Pain before a session."""
        return self.pain + self.later


class Course(NamedTuple):
    """How pain goes, by the days since the first Monday, and what is particular about the person."""

    felt: Callable[[int], Felt]
    person: Mapping[str, Any] = NOTHING
    pain_weeks: int = 60  # how old the pain is at the start


HABITS: Mapping[str, Habit] = {
    "everything": Habit("all"),
    "session mornings": Habit(),
    "no mornings": Habit("none"),
    "only done": Habit("none", figures=False),
    "8 in 10": Habit("all", does=0.8),
    "late": Habit(late=True),
}
TIMES: Mapping[str, Time] = {
    "3 x 20": Time(("mon", "wed", "fri"), 20),
    "4 x 30": Time(("mon", "tue", "thu", "sat"), 30),
    "5 x 45": Time(("mon", "tue", "wed", "fri", "sat"), 45),
    "6 x 60": Time(("mon", "tue", "wed", "thu", "fri", "sat"), 60),
    "7 x 15": Time(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 15),
    "pool": Time(("mon", "tue", "thu", "sat"), 45, ("tue", "sat")),
}
FLARE_BEGINS = 29  # the Tuesday of the fifth week
FLARE = (6, 6, 5, 5, 4, 4, 4)  # pain on its days
BOOM = 12  # the second Saturday of a fortnight
BUST = {13: 6, 0: 5, 1: 5}  # pain on the days of a fortnight after it


def _improving(day: int) -> Felt:
    return Felt(max(1, 3 - day // 28), 3)


def _steady_3(day: int) -> Felt:
    return Felt(3, 4)


def _easier_on_waking(day: int) -> Felt:
    return Felt(2, 5, later=2)


def _steady_5(day: int) -> Felt:
    return Felt(5, 5 if day % 3 else 6)


def _steady_7(day: int) -> Felt:
    return Felt(7, 7)


def _one_flare(day: int) -> Felt:
    into = day - FLARE_BEGINS
    if 0 <= into < len(FLARE):
        return Felt(FLARE[into], FLARE[into], flare=into == 0)
    return _steady_3(day)


def _boom_and_bust(day: int) -> Felt:
    """Every other Saturday far too much, and the three days after it lost."""
    fortnight = day % 14
    if fortnight == BOOM:
        return Felt(3, 4, activity=90)
    if day > BOOM and fortnight in BUST:
        return Felt(BUST[fortnight], BUST[fortnight], rests=True)
    return _steady_3(day)


def _gardens(day: int) -> Felt:
    """Every other Saturday an afternoon in the garden, worse days after it, and every session done all the same."""
    fortnight = day % 14
    if fortnight == BOOM:
        return Felt(3, 4, activity=150)
    worse = BUST.get(fortnight) if day > BOOM else None
    return Felt(worse, worse) if worse else _steady_3(day)


def _new_pain(day: int) -> Felt:
    pain = max(1, 5 - day // 10)
    return Felt(pain, pain + 1)


def _eases(day: int) -> Felt:
    """New pain of 4 that is down to 2 on the second Tuesday."""
    pain = max(1, 4 - day // 4)
    return Felt(pain, pain)


COURSES: Mapping[str, Course] = {
    "improving": Course(_improving),
    "steady 3": Course(_steady_3),
    "easier on waking": Course(_easier_on_waking),
    "steady 5": Course(_steady_5),
    "steady 7": Course(_steady_7),
    "one flare": Course(_one_flare),
    "boom and bust": Course(_boom_and_bust),
    "gardens on": Course(_gardens),
    "new pain": Course(_new_pain, pain_weeks=2),
    "new pain that eases": Course(_eases, pain_weeks=2),
    "over 65": Course(_steady_3, {"conditions": ("balance-poor",), "aerobic_minutes": 8, "born": 1948}),
}


class Somebody(NamedTuple):
    """One simulated person. ``chances`` is the seed of what they let go and of the days on which they look."""

    habit: Habit
    time: Time
    course: Course
    chances: str = ""

    def person(self) -> Person:
        """The person on the first day, cleared, with a mat, a chair and a band."""
        pain = self.course.felt(0).at_session
        since = ON - timedelta(weeks=self.course.pain_weeks)
        known = person().pain._replace(now=pain, usual=pain, on=ON, since=since)
        time = self.time
        mine = {"equipment": ("band", "pool") if time.pool_days else ("band",), **self.course.person}
        return person(pain=known, minutes=dict.fromkeys(time.days, time.minutes), pool_days=time.pool_days, **mine)


class Kind(NamedTuple):
    """One simulated person, by the names of habit, time and course."""

    habit: str = "everything"
    time: str = "5 x 45"
    course: str = "improving"

    @property
    def somebody(self) -> Somebody:
        """The person of these names."""
        return Somebody(HABITS[self.habit], TIMES[self.time], COURSES[self.course], "|".join(self))

    def person(self) -> Person:
        """The person on the first day."""
        return self.somebody.person()


def _settling(week: Week) -> bool:
    return any(notice.kind == "pain" and "(rule flare-open)" in notice.sentence for notice in week.notices)


class Lived(NamedTuple):
    """A week as shown on its Monday, as it was last shown, and as it was shown in between."""

    first: Week
    last: Week
    between: tuple[Week, ...] = ()

    @property
    def showings(self) -> tuple[Week, ...]:
        """Every showing, in order."""
        return (self.first, *self.between, self.last)

    @property
    def whole(self) -> bool:
        """Whether it was a normal week throughout: a flare that came and went in it, or that settles, lightens days by
        its own name.
        """
        return all(week.kind.grows and not _settling(week) for week in self.showings)


def lived(who: Kind | Somebody, weeks: int, *, checked: bool = False) -> tuple[Lived, ...]:
    """So many weeks of one simulated person; fewer where a stop ends them. ``checked``: every showing by ``Life``."""
    somebody = who.somebody if isinstance(who, Kind) else who
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder), somebody.person(), ON)
        try:
            return Diarist(somebody, life, checked=checked).weeks(weeks)
        finally:
            life.close()


class Diarist:
    """One simulated person, day after day."""

    def __init__(self, who: Somebody, life: Life, *, checked: bool = False) -> None:
        self._habit, self._course, self._life, self._checked = who.habit, who.course, life, checked
        self._chance = random.Random(who.chances)
        self._unsaid: list[LogEntry] = []
        self._seen: Week | None = None  # the week as last shown

    def weeks(self, count: int) -> tuple[Lived, ...]:
        """The weeks as shown."""
        found: list[Lived] = []
        try:
            for _ in range(count):
                found.append(self._week())
        except SafetyStop:
            pass
        return tuple(found)

    def _week(self) -> Lived:
        again, after = self._chance.randint(1, 6), self._chance.randint(0, 6)
        shown: list[Week] = []
        for weekday in range(7):
            felt = self._course.felt((self._life.today - ON).days)
            self._wake(felt)
            if weekday in (MONDAY, again) and not (weekday and self._habit.late):
                shown.append(self._look())
            self._train(felt)
            if weekday == SUNDAY:
                self._catch_up()
            if weekday == (SUNDAY if self._habit.late else after):
                shown.append(self._look())
            self._life.sleep()
        return Lived(shown[0], shown[-1], tuple(shown[1:-1]))

    def _look(self) -> Week:
        self._seen = self._life.week() if self._checked else this_week(self._life.place)
        return self._seen

    def _wake(self, felt: Felt) -> None:
        if felt.flare:
            self._note(LogEntry(self._life.today, "flare"))
        planned = self._planned()
        if self._habit.mornings == "all" or (self._habit.mornings == "session days" and planned and planned.sessions):
            self._note(LogEntry(self._life.today, "morning", pain=felt.pain))

    def _train(self, felt: Felt) -> None:
        today, planned = self._life.today, self._planned()
        if felt.activity and self._habit.figures:
            self._note(LogEntry(today, "activity", minutes=felt.activity))
        if planned is None or not planned.sessions or felt.rests:
            return
        if self._chance.random() >= self._habit.does:
            if self._chance.random() < 0.5:  # half of what is let go is said
                self._note(LogEntry(today, "session", "no"))
        elif self._habit.figures:
            self._note(LogEntry(today, "session", "all", felt.at_session, felt.peak, EFFORT, "none"))
        else:
            self._note(LogEntry(today, "session", "all"))

    def _planned(self) -> Day | None:
        """Today as last shown; on a Monday morning nothing has been shown yet."""
        return self._seen.day(self._life.today) if self._seen else None

    def _note(self, entry: LogEntry) -> None:
        if self._habit.late:
            self._unsaid.append(entry)
        else:
            self._life.note(entry)

    def _catch_up(self) -> None:
        for entry in self._unsaid:
            self._life.note(entry)
        self._unsaid.clear()
