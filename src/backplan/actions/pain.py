"""Pain as the person tells it from day to day: what is known of it, what is to be asked, and what is noted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.actions import on_record
from backplan.actions.person import admitted
from backplan.model.diary import LogEntry
from backplan.planner.diary.pause import paused

if TYPE_CHECKING:
    from datetime import date

    from backplan.actions.workspace import Workspace


def asked_today(workspace: Workspace) -> bool:
    """Whether today's pain is to be asked for: it is not on record, and no pause is on, which asks nothing. Raises
    SafetyStop.
    """
    with admitted(workspace) as (store, person):
        record = on_record.read(store, person, workspace.today)
        return not record.pain_known and not paused(record.entries, [workspace.today])


LONGEST_PAUSE = timedelta(days=366)


def note_today(workspace: Workspace, pain: int) -> None:
    """Note today's pain. Raises SafetyStop, and notes nothing then."""
    with admitted(workspace, writing=True) as (store, _):
        store.diary.add(LogEntry(workspace.today, "pain", pain=pain))


def morning_unknown(workspace: Workspace, on: date) -> bool:
    """Whether a session was done the day before a date, and nothing is noted of how the back was on waking; a pause
    asks nothing.
    """
    with workspace.opened() as store:
        entries = store.diary.entries(on - timedelta(days=1), on)
        trained = any(entry.kind == "session" and entry.done != "no" and entry.on < on for entry in entries)
        if not trained or any(entry.kind == "morning" and entry.on == on for entry in entries):
            return False
        return not paused(store.diary.of_kinds(("pause",), on, on - LONGEST_PAUSE), [on])


def may_be_muscles(workspace: Workspace, morning: LogEntry) -> bool:
    """Whether pain on waking is so far above the usual that it may be tired muscles and not the back; only the person
    can tell.
    """
    from backplan.rules.progress.morning_up import RISE

    with workspace.opened() as store:
        person = store.people.person()
        if person is None or morning.tired is not None or morning.pain is None:
            return False
        return morning.pain - on_record.read(store, person, morning.on).pain.usuals.waking >= RISE


def note(workspace: Workspace, entry: LogEntry) -> None:
    """Write an entry into the diary as it is."""
    with workspace.opened() as store:
        store.diary.add(entry)
