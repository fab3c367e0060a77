"""Nobody is trapped: from every state that a few weeks of anything can lead to, good weeks lead back to progress.

A search over a bounded model: each week is one of a few ways to live it, and states that look alike to the planner are
followed once. BACKPLAN_DEPTH weeks deep (two in an ordinary run).
"""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.week import Week
from backplan.planner.request import Request
from tests.support.people import person
from tests.support.planned import exercises, planned

MONDAY = date(2026, 11, 23)
DEPTH = int(os.environ.get("BACKPLAN_DEPTH", "2"))
RECOVERY = 7  # weeks of good sessions in which something must grow


class Way(NamedTuple):
    """One way to live a week: the mornings, the highest pain of the sessions (None: none done), and more."""

    morning: int | None
    peak: int | None
    flare: bool = False


USUAL = 3
WAYS = {
    "good": Way(USUAL, 2),
    "amber": Way(USUAL, 5),
    "no mornings": Way(None, 3),
    "too much": Way(USUAL, 8),
    "nothing": Way(None, None),
    "a flare": Way(6, 4, flare=True),
    "severe": Way(9, None),
    "sore mornings": Way(USUAL + 1, 3),
}


class State(NamedTuple):
    """A life so far."""

    entries: tuple[LogEntry, ...] = ()
    weeks: tuple[Week, ...] = ()

    @property
    def starts(self) -> date:
        return MONDAY + timedelta(weeks=len(self.weeks))

    def key(self) -> object:
        """What the planner can still tell apart."""
        last = self.weeks[-1]
        rungs = tuple(sorted(last.rungs.items()))
        recent = tuple(e._replace(on=MONDAY) for e in self.entries if e.on >= last.starts)
        return last.mode, last.whole_step, tuple(last.levels.items()), tuple(last.programme.items()), rungs, recent


def lived(who: Person, state: State, way: Way) -> State:
    asked = Request(who, exercises(), state.starts, state.starts, state.entries, state.weeks, MONDAY)
    week = planned(asked)
    entries = list(state.entries)
    if way.flare:
        entries.append(LogEntry(state.starts, "flare"))
    for day in week.days:
        if way.morning is not None:
            entries.append(LogEntry(day.on, "morning", pain=way.morning))
        if way.peak is not None and day.sessions:
            entries.append(LogEntry(day.on, "session", "all", min(way.peak, USUAL), way.peak, 4, "none"))
    return State(tuple(entries), (*state.weeks, week))


def reached(who: Person, depth: int) -> Iterator[tuple[str, State]]:
    """Every state of so many weeks, each once."""
    seen, frontier = set[object](), [("", State())]
    for _ in range(depth):
        following = []
        for path, state in frontier:
            for name, way in WAYS.items():
                now = lived(who, state, way)
                if now.key() not in seen:
                    seen.add(now.key())
                    following.append((f"{path}, {name}", now))
        yield from following
        frontier = following


def grows_again(who: Person, state: State) -> bool:
    for _ in range(RECOVERY):
        state = lived(who, state, WAYS["good"])
        if grew(state):
            return True
    return False


def grew(state: State) -> bool:
    """Whether the last week moved anything up."""
    before, week = state.weeks[-2:]
    return week.whole_step > before.whole_step or any(move.rule == "growth-three" for move in week.moves)


@pytest.mark.parametrize("usual", [3, 5])
def test_from_every_state_good_weeks_lead_back_to_progress(usual: int) -> None:
    who = person(pain=person().pain._replace(now=usual, usual=usual))
    stuck = [path for path, state in reached(who, DEPTH) if not grows_again(who, state)]
    assert stuck == []


def test_the_search_would_find_a_trap() -> None:
    """With pain that never comes under 8 nothing grows, and the search says so."""
    who = person()
    state = lived(who, State(), WAYS["severe"])
    for _ in range(RECOVERY):
        state = lived(who, state, WAYS["severe"])
        assert not grew(state)
