"""The diary: what was logged, changed and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.actions.alarm import NO_ALARM, Alarm, alarm, spoken_to
from backplan.actions.hurt import told_anew
from backplan.actions.log import as_the_one_meant, classed
from backplan.actions.person import stop_on_record
from backplan.errors import SafetyStop, UsageError
from backplan.model.diary import HOLDS, OF_ANY
from backplan.model.vocabulary import LEGS
from backplan.named_tuple import NamedTuple
from backplan.rules.screening import leg_further_down, legs
from backplan.store.diary import RECENT_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import Any

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.vocabulary import Leg
    from backplan.store.store import Store

DAYS = 1  # after the day of an entry, within which a stop that it brought is lifted with it, as of a sign
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


def last_written(workspace: Workspace) -> int | None:
    """The number of the entry that `undo` takes back without one; None where there is none."""
    if not workspace.begun:
        return None
    with workspace.opened() as store:
        return store.diary.last_written()


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
    what stopped the person until then and does no longer, what cannot wait in its words, and what stops the person now
    and did not before.
    """

    entry: LogEntry
    further: bool = False
    lifted: SafetyStop | None = None
    alarm: Alarm = NO_ALARM
    stop: SafetyStop | None = None


class UnsureError(UsageError):
    """A change lifts a stop, or takes a question away that nobody has answered, and nobody has said that ``what`` an
    entry told was never so.
    """

    def __init__(self, what: str, lifted: str) -> None:
        super().__init__(
            f"{lifted}. If it was never so, and only written by mistake, add --never-so. If it may be so, leave it as "
            "it is. Nothing was changed"
        )
        self.what = what


def change(workspace: Workspace, number: int, changes: Mapping[str, Any], *, never_so: bool = False) -> Changed:
    """Write an entry anew, as it is by now, with some changes; on another day, a session may be that of another day,
    too. Raises UsageError without one, and where that lifts a stop, or takes away a question, of which it is not said
    that it was ``never_so``.
    """
    from backplan.planner.diary.signs import goes_further

    with workspace.opened() as store, store.transaction():
        if (found := store.diary.entry(number)) is None:
            raise _no_entry(number)
        changed, worded = found._replace(**changes), {"note", "why"} & changes.keys()
        if worded:
            changed = told_anew(workspace, found, changed)
        if changed.on != found.on or found.done == "no":
            _refuse_a_second(changed, store)
        if "on" in changes:
            changed = as_the_one_meant(changed._replace(of=None), store)
        if changed.kind == "activity" and {"exercise", "effort"} & changes.keys():
            changed = classed(workspace, changed._replace(lands_hard=None, aerobic=None))
        if changed.kind == "pause" and changed.until and changed.until < changed.on.isoformat():
            raise UsageError(
                f"entry {number} is a pause until {changed.until}, so it cannot begin after it; "
                f"`backplan diary undo {number}` takes it back, `backplan pause --from DAY --to DAY` begins another"
            )
        further, halted = goes_further(store.people.person(), [changed]), stop_on_record(store, workspace.today)
        leg_held = _leg_holds(store, workspace.today)
        store.diary.change(changed, slip=never_so)
        if leg_held and (_made_late(found, changed, workspace.today) or not _leg_holds(store, workspace.today)):
            _refuse_lifting(found, min(found.on, changed.on), workspace.today, never_so=never_so)
        if not never_so:
            _refuse_unanswered(store, found, changed, workspace.today)
        alarmed = alarm(spoken_to(store.people, [changed]), [changed], workspace.today) if worded else NO_ALARM
        after = stop_on_record(store, workspace.today)
        return _changed(Changed(changed, further, alarm=alarmed), halted, after)


def _refuse_a_second(session: LogEntry, store: Store) -> None:
    """Raise UsageError where a session would be a second one of its day, which `log` does not take unasked either."""
    if session.kind != "session" or session.done == "no":
        return
    others = (each for each in store.diary.entries(session.on, session.on) if each.kind == "session")
    if other := next((each for each in others if each.id != session.id and each.done != "no"), None):
        raise UsageError(
            f"entry {other.id} is a session of {session.on} already; `backplan diary undo {session.id}` takes this one "
            f"back, and `backplan log --on {session.on} --again` notes a second one of that day"
        )


def further(workspace: Workspace) -> Leg | None:
    """The next part down the leg beyond any word on record; None where it has been to the foot. Raises StoreError."""
    with workspace.opened() as store:
        beyond = legs.deepest(store.people.person()) + 1
    return LEGS[beyond] if beyond < len(LEGS) else None


def undo(workspace: Workspace, number: int | None, *, never_so: bool = False) -> Changed:
    """Take back the entry of a number, or the one logged last. Raises UsageError without one, and where that lifts a
    stop, or takes away a question, of which it is not said that it was ``never_so``.
    """
    if not workspace.begun:
        raise UsageError("nothing is logged yet, so there is nothing to take back")
    with workspace.opened() as store, store.transaction():
        before, leg_held = stop_on_record(store, workspace.today), _leg_holds(store, workspace.today)
        found = store.diary.undo(number)
        if found and leg_held and not _leg_holds(store, workspace.today):
            _refuse_lifting(found, found.on, workspace.today, never_so=never_so)
        if found and not never_so:
            _refuse_unanswered(store, found, None, workspace.today)
        after = stop_on_record(store, workspace.today)
    if found is None:
        raise UsageError(NOTHING) if number is None else _no_entry(number)
    return _changed(Changed(found), before, after)


def _leg_holds(store: Store, today: date) -> bool:
    """Whether pain further down the leg stops the person, be there another stop or not."""
    person = store.people.person()
    return person is not None and leg_further_down.check(person, today) is not None


def _made_late(found: LogEntry, changed: LogEntry, today: date) -> bool:
    """Whether a word on the leg of some time ago is moved to a later day, where it might be taken back."""
    return found.leg is not None and found.on < changed.on and found.on < today - timedelta(days=DAYS)


def _refuse_lifting(found: LogEntry, since: date, today: date, *, never_so: bool) -> None:
    """Raise UsageError where what holds the plan is of longer ago, or it was not said that it was never so."""
    if since < today - timedelta(days=DAYS):
        raise UsageError(
            f"entry {found.id} is part of what holds your plan, pain further down your leg; such a word is taken back "
            "on its day or the day after, so it stands and nothing was changed. Please ask your doctor or "
            "physiotherapist, and tell them if it was never so. When they agree that you may exercise, record it: "
            "`backplan init --only clearance`"
        )
    if not never_so:
        what = f"pain down to the {found.leg}"
        raise UnsureError(what, f"that would lift what holds your plan: {what}")


def _refuse_unanswered(store: Store, found: LogEntry, changed: LogEntry | None, today: date) -> None:
    """Raise UnsureError where a question that the words of an entry raise would go, unanswered, as the entry is taken
    back, or ``changed``.
    """
    from backplan.planner.diary.own_words import in_own_words
    from backplan.planner.diary.signs import unanswered

    person = store.people.person() if in_own_words([found]) else None
    if person is None or found.on < today - timedelta(days=RECENT_DAYS):
        return
    others = [entry for entry in store.diary.recent(today) if entry.id != found.id]
    before, after = (
        unanswered(person, [*others, *each]).get(found.id or 0, frozenset())
        for each in ([found], [changed] if changed else [])
    )
    by_now = {"leg"} if changed and changed.leg else set()
    if before - after - by_now:
        what = f"“{found.note or found.why or (found.exercise or '').replace('-', ' ')}”"
        raise UnsureError(
            what, f"you wrote {what}, and the question that it raises is not answered: `backplan week` asks it"
        )


def _changed(changed: Changed, before: SafetyStop | None, after: SafetyStop | None) -> Changed:
    """What was changed, with the stop that it lifts, or brings."""
    if after is None:
        return changed._replace(lifted=before)
    return changed._replace(stop=after if before is None else None)


def _no_entry(number: int) -> UsageError:
    return UsageError(f"there is no entry {number}; `backplan diary` shows the numbers")
