"""The diary: what was logged, changed and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backplan.actions.alarm import NO_ALARM, Alarm, alarm, spoken_to
from backplan.actions.hurt import told_anew
from backplan.actions.log import moved, weighed
from backplan.actions.person import held_back
from backplan.errors import SafetyStop, UsageError
from backplan.model.diary import HOLDS, OF_ANY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry

NOTHING = (
    "nothing was logged that could be taken back. `backplan init --only pain` changes an answer of the interview; "
    "`backplan diary undo NUMBER` takes back any entry that `backplan diary` shows"
)


def entries(workspace: Workspace) -> Iterator[LogEntry]:
    """Every entry that was not taken back, oldest day first, read as it is asked for."""
    if workspace.begun:
        with workspace.opened() as store:
            yield from store.diary.all()


def latest(workspace: Workspace, most: int) -> tuple[list[LogEntry], int]:
    """The last entries that were not taken back, oldest day first, so many at the most, and how many there are."""
    if not workspace.begun:
        return [], 0
    with workspace.opened() as store:
        return store.diary.latest(most)


def entry(workspace: Workspace, number: int) -> LogEntry:
    """The entry of a number. Raises UsageError without one."""
    if not workspace.begun:
        raise UsageError("nothing is logged yet, so there is nothing to change")
    with workspace.opened() as store:
        found = store.diary.entry(number)
    if found is None:
        raise _no_entry(number)
    return found


def unfitting(found: LogEntry, changes: Mapping[str, Any]) -> set[str]:
    """Which of some changes an entry of its kind cannot take."""
    return set(changes) - {"on"} - OF_ANY - HOLDS[found.kind]


class Changed(NamedTuple):
    """An entry as it is now, or as it was taken back; whether it tells of pain further down the leg than ever before,
    what stopped the person until then and does no longer, and what cannot wait in its words.
    """

    entry: LogEntry
    further: bool = False
    lifted: SafetyStop | None = None
    alarm: Alarm = NO_ALARM


def change(workspace: Workspace, number: int, changes: Mapping[str, Any]) -> Changed:
    """Write an entry anew, as it is by now, with some changes; on another day, a session may be that of another day,
    too. Raises UsageError without one.
    """
    from backplan.planner.diary.signs import goes_further

    with workspace.opened() as store, store.transaction():
        if (found := store.diary.entry(number)) is None:
            raise _no_entry(number)
        changed, worded = found._replace(**changes), {"note", "why"} & changes.keys()
        if worded:
            changed = told_anew(workspace, found, changed)
        if "on" in changes:
            changed = moved(changed._replace(of=None), store)
        if changed.kind == "activity" and {"exercise", "effort"} & changes.keys():
            changed = weighed(workspace, changed._replace(lands_hard=None, aerobic=None))
        if changed.kind == "pause" and changed.until and changed.until < changed.on.isoformat():
            raise UsageError(
                f"entry {number} is a pause until {changed.until}, so it cannot begin after it; "
                f"`backplan diary undo {number}` takes it back, `backplan pause --from DAY --to DAY` begins another"
            )
        further, halted = goes_further(store.people.person(), [changed]), held_back(store, workspace.today)
        store.diary.change(changed)
        alarmed = alarm(spoken_to(store.people, [changed]), [changed], workspace.today) if worded else NO_ALARM
        return Changed(changed, further, halted if held_back(store, workspace.today) is None else None, alarmed)


def undo(workspace: Workspace, number: int | None) -> Changed:
    """Take back the entry of a number, or the one logged last. Raises UsageError without one."""
    if not workspace.begun:
        raise UsageError("nothing is logged yet, so there is nothing to take back")
    with workspace.opened() as store, store.transaction():
        before = held_back(store, workspace.today)
        found = store.diary.undo(number)
        after = held_back(store, workspace.today)
    if found is None:
        raise UsageError(NOTHING) if number is None else _no_entry(number)
    return Changed(found, lifted=before if after is None else None)


def _no_entry(number: int) -> UsageError:
    return UsageError(f"there is no entry {number}; `backplan diary` shows the numbers")
