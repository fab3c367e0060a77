"""Spikes: the days with activities of one's own, how it was after them, and which went far beyond the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from backplan.model.diary import LogEntry
from backplan.model.lately import ActiveDay, Afterwards, Spike
from backplan.model.person import Person
from backplan.model.verdict import SessionOutcome
from backplan.model.week import Week, monday
from backplan.planner.diary.verdicts import SPEAKS, further_down
from backplan.rules.advice.spike import worse_days
from backplan.rules.pain.severe import SEVERE
from backplan.rules.progress import answer

ANYTHING = "activity"  # what one without a name is called


def spikes(person: Person, entries: Sequence[LogEntry], weeks: Sequence[Week]) -> tuple[Spike, ...]:
    """The days far beyond the plan, with the worse days that they may explain, oldest first."""
    found = ((day, worse_days(day)) for day in active_days(person, entries, weeks))
    return tuple(Spike(day, worse) for day, worse in found if worse)


def active_days(person: Person, entries: Sequence[LogEntry], weeks: Sequence[Week]) -> tuple[ActiveDay, ...]:
    """The days with activities of one's own, oldest first, each held against the plan as it was shown; where none was,
    there is nothing to hold them against. Entries come in the order of the diary, weeks oldest first.
    """
    active = [entry for entry in entries if entry.kind == "activity" and entry.done != "no" and entry.minutes]
    days = {entry.on: [each for each in active if each.on == entry.on] for entry in active}
    planned = ((done, _week_of(on, weeks)) for on, done in days.items())
    return tuple(_active_day(done, week, person, entries) for done, week in planned if week is not None)


def _week_of(on: date, weeks: Sequence[Week]) -> Week | None:
    """The week that a day is held against: its own, or the last one before it, that held any session."""
    return next((w for w in reversed(weeks) if w.starts <= on and any(day.sessions for day in w.days)), None)


def _active_day(done: Sequence[LogEntry], week: Week, person: Person, entries: Sequence[LogEntry]) -> ActiveDay:
    on, first = done[0].on, entries.index(done[0])
    day = week.day(on)
    own = day.minutes if day else 0
    longest_first = sorted(done, key=lambda entry: -(entry.minutes or 0))
    usual = week.usual if week.starts == monday(on) else person.pain.usual
    # Pain on waking came first, whenever it was noted; pain told with the activity itself was before it, too.
    waking = [entry for entry in entries[first:] if entry.on == on and entry.kind == "morning"]
    before = [*entries[: first + 1], *waking]
    later = [entry for entry in entries[first:] if entry not in waking]
    return ActiveDay(
        on=on,
        what=tuple(dict.fromkeys(entry.exercise or ANYTHING for entry in longest_first)),
        minutes=sum(entry.minutes or 0 for entry in done),
        planned=own or max(each.minutes for each in week.days),
        usual=usual,
        rest=not own,
        before=next((pain for entry in reversed(before) if (pain := _pain(entry)) is not None), None),
        after=tuple(_afterwards(on, usual, later, entries, person)),
    )


def _afterwards(
    on: date, usual: int, later: Sequence[LogEntry], entries: Sequence[LogEntry], person: Person
) -> Iterator[Afterwards]:
    """What is known of the rest of a day, and of the next day within two of which anything is."""
    for days in range(SPEAKS + 1):
        words = [entry for entry in later if entry.on == on + timedelta(days=days)]
        pains = [pain for entry in words if (pain := _pain(entry)) is not None]
        warned = any(_warns(entry, usual, entries, person) for entry in words)
        yield Afterwards(on + timedelta(days=days), max(pains, default=None), warned)
        if days and (pains or warned):
            return


def _pain(entry: LogEntry) -> int | None:
    """The pain of the back that an entry tells: of tired muscles none, unless it is a lot."""
    return None if entry.tired and (entry.pain or 0) < SEVERE else entry.pain


def _warns(entry: LogEntry, usual: int, entries: Sequence[LogEntry], person: Person) -> bool:
    """Whether an entry says that it was a flare, or too much by itself."""
    if entry.kind == "flare":
        return True
    down = further_down(entry, entries, person.pain.leg)
    return entry.done != "no" and answer(SessionOutcome(entry.peak, None, usual, down))[1] == "regress"
