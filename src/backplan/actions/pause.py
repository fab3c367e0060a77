"""Pause: days on which nothing is asked, begun and ended, and how the plan goes on after them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backplan.actions.alarm import NO_ALARM, Alarm, alarm, spoken_to
from backplan.errors import SafetyStop, StoreError, UsageError
from backplan.model.diary import LogEntry
from backplan.model.week import monday
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.workspace import Workspace
    from backplan.store.store import Store

DAY = timedelta(days=1)


class Restart(NamedTuple):
    """How the plan goes on: the first day without a pause, how many days that is after the last session (None when
    there was none), and the percentage of aerobic minutes it begins again with (None: half, or where they began).
    """

    on: date
    gap: int | None = None
    percent: int | None = 100


class PauseBegun(NamedTuple):
    """A pause as it was written, how the plan goes on after it, what cannot wait in the reason that was given, and the
    other pauses that hold some of its days; ``again``: it was on record already, and none was added.
    """

    entry: LogEntry
    restart: Restart
    alarm: Alarm = NO_ALARM
    others: Sequence[LogEntry] = ()
    again: bool = False


class PauseEnded(NamedTuple):
    """Pauses that now end yesterday, those that were taken back, those still to come, and how the plan goes on; None
    when no running pause was ended.
    """

    ended: Sequence[LogEntry]
    taken_back: Sequence[LogEntry]
    left: Sequence[LogEntry]
    restart: Restart | None


def begin(workspace: Workspace, first: date, last: date, why: str | None) -> PauseBegun:
    """Note a pause from one day to another, unless that very pause is on record."""
    pause = LogEntry(first, "pause", why=why, until=last.isoformat())
    with workspace.opened() as store, store.transaction():
        others = [each for each in store.diary.of_kinds(("pause",), last) if last_day(each) >= first]
        alarmed = alarm(spoken_to(store.people, [pause]), [pause], workspace.today)
        same = [each for each in others if (each.on, each.until) == (first, pause.until) and why in (None, each.why)]
        if same:
            left = [each for each in others if each.id != same[0].id]
            return PauseBegun(same[0], _restart(store, last), alarmed, left, again=True)
        number = store.diary.add(pause)[0]
        if first <= workspace.today <= last:
            _take_today(workspace, store)
        return PauseBegun(store.diary.entry(number) or pause, _restart(store, last), alarmed, others)


def _take_today(workspace: Workspace, store: Store) -> None:
    """Take today from the week that was shown, as nobody may look at it before today has gone by."""
    from backplan.actions.week import current_week

    with suppress(SafetyStop, StoreError):  # the pause stands all the same
        if store.weeks.of(monday(workspace.today)) is not None:
            current_week(workspace, store)


def end(workspace: Workspace) -> PauseEnded:
    """End the pauses that run today, or take back the next one when none does. Raises UsageError without any."""
    nothing = UsageError("there is no pause to end; `backplan pause --to 2027-01-02` begins one")
    if not workspace.begun:
        raise nothing
    today = workspace.today
    with workspace.opened() as store, store.transaction():
        pauses = [entry for entry in store.diary.of_kinds(("pause",)) if last_day(entry) >= today]
        ended, taken_back = _cut(pauses, today)
        if not ended and not taken_back:
            raise nothing
        for entry in ended:
            store.diary.change(entry)
        for entry in taken_back:
            store.diary.undo(entry.id)
        ran = any(entry.on <= today for entry in (*ended, *taken_back))
        restart = _restart(store, today - DAY) if ran else None
    over = {entry.id for entry in (*ended, *taken_back)}
    return PauseEnded(ended, taken_back, [entry for entry in pauses if entry.id not in over], restart)


def last_day(pause: LogEntry) -> date:
    """The last day of a pause."""
    return date.fromisoformat(pause.until) if pause.until else pause.on


def _cut(pauses: Sequence[LogEntry], today: date) -> tuple[list[LogEntry], list[LogEntry]]:
    """The pauses that now end yesterday, and those to take back: begun today, or, if none is running, the next one."""
    running = [entry for entry in pauses if entry.on <= today]
    if not running:
        return [], list(pauses[:1])
    yesterday = (today - DAY).isoformat()
    ended = [entry._replace(until=yesterday) for entry in running if entry.on < today]
    return ended, [entry for entry in running if entry.on == today]


def _restart(store: Store, last: date) -> Restart:
    """How the plan goes on after the last day of a pause, as the rule on gaps has it, if nothing is done before."""
    from backplan.planner.diary.pause import paused
    from backplan.rules.progress import gap_restart

    pauses, back = store.diary.of_kinds(("pause",)), last + DAY
    while paused(pauses, [back]):
        back += DAY
    done = store.diary.last_done()
    if done is None:
        return Restart(back)
    gap = (back - done).days
    return Restart(back, gap, gap_restart.percent_after(gap))
