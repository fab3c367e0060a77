"""Spikes: the days with activities of one's own, how it was after them, and which went far beyond the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from backplan.model.diary import LogEntry
from backplan.model.lately import ActiveDay, Afterwards, Spike
from backplan.model.person import Person
from backplan.model.verdict import SessionOutcome
from backplan.model.week import Week, monday
from backplan.planner.diary.verdicts import further_down
from backplan.planner.diary.words import SPEAKS, Words
from backplan.rules.advice.spike import worse_days
from backplan.rules.pain.severe import SEVERE
from backplan.rules.progress import answer

ANYTHING = "activity"  # what one without a name is called

_Placed = tuple[int, LogEntry]  # an entry, and its place in the diary


def spikes(person: Person, entries: Sequence[LogEntry], weeks: Sequence[Week]) -> tuple[Spike, ...]:
    """The days far beyond the plan, with the worse days that they may explain, oldest first."""
    found = ((day, worse_days(day)) for day in active_days(person, entries, weeks))
    return tuple(Spike(day, worse) for day, worse in found if worse)


def active_days(person: Person, entries: Sequence[LogEntry], weeks: Sequence[Week]) -> tuple[ActiveDay, ...]:
    """The days with activities of one's own, oldest first, each held against the plan as it was shown; where none was,
    there is nothing to hold them against. Entries come in the order of the diary, weeks oldest first.
    """
    diary = _Told(person, entries)
    planned = ((done, _week_of(on, weeks)) for on, done in diary.active.items())
    return tuple(_active_day(done, week, diary) for done, week in planned if week is not None)


class _Told:
    """A diary, read once: the activities and all the words of each day, each with its place, and the pain by then."""

    def __init__(self, person: Person, entries: Sequence[LogEntry]) -> None:
        self.person, self.words = person, Words(entries)
        self.active: dict[date, list[_Placed]] = {}
        self._days: dict[date, list[_Placed]] = {}
        self._pain: list[int | None] = []  # the latest by each place
        for placed in enumerate(entries):
            entry = placed[1]
            self._days.setdefault(entry.on, []).append(placed)
            if entry.kind == "activity" and entry.done != "no" and entry.minutes:
                self.active.setdefault(entry.on, []).append(placed)
            pain = _pain(entry)
            self._pain.append(pain if pain is not None or not self._pain else self._pain[-1])

    def since(self, place: int, on: date) -> list[LogEntry]:
        """The words on a day, from a place of the diary on."""
        return [entry for at, entry in self._days.get(on, ()) if at >= place]

    def pain_at(self, place: int) -> int | None:
        """The pain last told up to a place of the diary."""
        return self._pain[place]


def _week_of(on: date, weeks: Sequence[Week]) -> Week | None:
    """The week that a day is held against: its own, or the last one before it, that held any session."""
    return next((w for w in reversed(weeks) if w.starts <= on and any(day.sessions for day in w.days)), None)


def _active_day(done: Sequence[_Placed], week: Week, diary: _Told) -> ActiveDay:
    first, on = done[0][0], done[0][1].on
    activities = [entry for _, entry in done]
    day = week.day(on)
    own = day.minutes if day else 0
    longest_first = sorted(activities, key=lambda entry: -(entry.minutes or 0))
    usual = week.usual.later if week.starts == monday(on) else diary.person.pain.usual
    # Pain on waking came first, whenever it was noted; pain told with the activity itself was before it, too.
    waking = [pain for e in diary.since(first, on) if e.kind == "morning" and (pain := _pain(e)) is not None]
    return ActiveDay(
        on=on,
        what=tuple(dict.fromkeys(entry.exercise or ANYTHING for entry in longest_first)),
        minutes=sum(entry.minutes or 0 for entry in activities),
        planned=own or max(each.minutes for each in week.days),
        usual=usual,
        rest=not own,
        before=waking[-1] if waking else diary.pain_at(first),
        after=tuple(_afterwards(on, usual, first, diary)),
    )


def _afterwards(on: date, usual: int, first: int, diary: _Told) -> Iterator[Afterwards]:
    """What is known of the rest of a day, and of the next day within two of which anything is."""
    for days in range(SPEAKS + 1):
        words = diary.since(first, on + timedelta(days=days))
        if not days:
            words = [entry for entry in words if entry.kind != "morning"]
        pains = [pain for entry in words if (pain := _pain(entry)) is not None]
        warned = any(_warns(entry, usual, diary) for entry in words)
        yield Afterwards(on + timedelta(days=days), max(pains, default=None), warned)
        if days and (pains or warned):
            return


def _pain(entry: LogEntry) -> int | None:
    """The pain of the back that an entry tells: of tired muscles none, unless it is a lot."""
    return None if entry.tired and (entry.pain or 0) < SEVERE else entry.pain


def _warns(entry: LogEntry, usual: int, diary: _Told) -> bool:
    """Whether an entry says that it was a flare, or too much by itself."""
    if entry.kind == "flare":
        return True
    down = further_down(entry, diary.words, diary.person.pain.leg)
    return entry.done != "no" and answer(SessionOutcome(entry.peak, None, usual, down))[1] == "regress"
