"""Mistake: a sign, or a change of health, that was never so, pressed by mistake today or yesterday, is taken back
alone.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from backplan.actions import mistaken_leg
from backplan.actions.person import stop_of, stop_on_record
from backplan.errors import SafetyStop, UsageError, nearest
from backplan.model.vocabulary import BIRTH, LEGS, OPERATION
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.mistaken import newly_reported, told_by, without
from backplan.rules.screening import (
    birth_cleared,
    clearance_ended,
    clinician_first,
    emergency_flags,
    heart_signs,
    surgery_released,
    urgent_flags,
)
from backplan.rules.screening.flags import open_flags, open_heart
from backplan.rules.screening.legs import FURTHER_DOWN
from backplan.store.door import DamagedRecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from backplan.actions.mistaken_leg import LegSlip
    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.person import Flag, Person
    from backplan.model.vocabulary import Leg
    from backplan.planner.screen.stops import Stop
    from backplan.store.people import Recorded
    from backplan.store.store import Store

DAYS = 1  # after the day on which a sign was reported; later, what was felt may only be forgotten

THEN = {OPERATION: "surgery,clearance", BIRTH: "birth,clearance"}  # what is answered once a clinician has agreed

ANSWERED_MEANWHILE = (
    "your answers were written anew in another window just now, so it stands and nothing was changed; please say it "
    "once more, if it is a mistake all the same"
)
MEANWHILE = "it was reported again in another window just now, so it stands and nothing was changed"


class Slip(NamedTuple):
    """A sign that may be taken back: the record with which it came, and the entries of the diary that tell of it."""

    sign: str
    record: int
    entries: tuple[int, ...]
    before: Person | None


class SignsTakenBack(NamedTuple):
    """Signs that were taken back, what held the plan until then and does no longer, and what holds it all the same; and
    what was said of the leg, where that was taken back.
    """

    signs: tuple[str, ...]
    lifted: SafetyStop | None
    stop: SafetyStop | None
    leg: LegSlip | None = None


def slip(workspace: Workspace, sign: str) -> Slip:
    """A sign that somebody says was pressed by mistake. Raises UsageError where it may not be taken back."""
    if not workspace.begun:
        raise _not_reported(sign, ())
    with workspace.opened() as store:
        return _slip(store, sign, workspace.today)


def of_late(workspace: Workspace, stop: Stop) -> tuple[str, ...]:
    """What a stop rests on that was told so lately that a mistake can be taken back."""
    if not workspace.begun:
        return ()
    with workspace.opened() as store:
        person = store.people.answered()
        return under(store, person, stop, workspace.today) if person else ()


def under(store: Store, person: Person, stop: SafetyStop | Stop, today: date) -> tuple[str, ...]:
    """What a stop rests on that was told so lately that a mistake can be taken back."""
    if stop.rule == FURTHER_DOWN:
        return (mistaken_leg.LEG,) if mistaken_leg.of(store, today) else ()
    had: dict[str, tuple[str, ...]] = {
        clearance_ended.RULE.id: (*([str(person.changed.what)] if person.changed else []), OPERATION),
        surgery_released.RULE.id: (OPERATION,),
        birth_cleared.RULE.id: (BIRTH,),
    }
    if stop.rule in had:
        reported = told_by(person)
        return tuple(each for each in had[stop.rule] if each in reported and _came_with(store, each, today))
    resting: dict[str, Callable[[], list[Flag]]] = {
        emergency_flags.RULE.id: partial(open_flags, person, "emergency"),
        urgent_flags.RULE.id: partial(open_flags, person, "urgent"),
        clinician_first.RULE.id: partial(open_flags, person, "clinician-first"),
        heart_signs.RULE.id: partial(open_heart, person, "sign"),
    }
    return tuple(flag.id for flag in resting.get(stop.rule, list)() if _came_with(store, flag.id, today))


def answered_no(
    store: Store, before: Person | None, now: Person, today: date, unsaid: Sequence[str] = ()
) -> tuple[str, ...]:
    """The signs that were there before, are answered no now, and hold all the same, and what else was ``unsaid``, of
    which a mistake can be taken back.
    """
    gone = {*(flag.id for flag in now.reported if not flag.present), *unsaid}
    there = [*(flag.id for flag in before.reported if flag.present), *unsaid] if before else [*unsaid]
    signs = [sign for sign in there if sign in gone and _came_with(store, sign, today)]
    leg = (slip := mistaken_leg.of(store, today)) and LEGS.index(now.pain.leg) < LEGS.index(slip.depth)
    return (*signs, *([mistaken_leg.LEG] if leg else []))


def take_back(
    workspace: Workspace, slips: Sequence[Slip], leg: LegSlip | None = None, leg_now: Leg = "none"
) -> SignsTakenBack:
    """Take back signs that were said twice to have been pressed by mistake, with what the diary tells of them, and what
    was said of the ``leg``, which is as before, or else as it is now; no others. Raises UsageError where one was
    reported again since then.
    """
    today, signs = workspace.today, tuple(each.sign for each in slips)
    with workspace.opened() as store, store.transaction():
        held = stop_on_record(store, today)
        for each in slips:
            if _slip(store, each.sign, today) != each:
                raise UsageError(f"{each.sign}: {MEANWHILE}")
        if leg:
            if mistaken_leg.of(store, today) != leg:
                raise UsageError(f"{mistaken_leg.LEG}: {ANSWERED_MEANWHILE}")
            mistaken_leg.mend(store, leg, leg.before or leg_now)
        if (person := store.people.answered()) is None:
            raise _not_reported(", ".join(signs), ())
        for each in slips:
            person = without(each.sign, person, each.before)
        if slips:
            store.people.record(person, today)
        for number in dict.fromkeys(chain.from_iterable(each.entries for each in slips)):
            _take_out(store, number, signs)
        person = store.people.person() or person
        stop = stop_of(person, today)
    return SignsTakenBack(signs, held if stop is None else None, stop, leg)


def _slip(store: Store, sign: str, today: date) -> Slip:
    """The records and entries that tell of a sign, and how the person stood before. Raises UsageError for one that is
    not on record, or was told too long ago.
    """
    person = store.people.answered()
    reported = told_by(person) if person else {}
    if sign not in reported:
        raise _not_reported(sign, [*reported])
    if (found := _came_with(store, sign, today)) is None:
        raise UsageError(
            f"{sign}: it was reported on {reported[sign]}; a sign is taken back on the day it was pressed or the day "
            f"after. Once a doctor has looked at it: `backplan init --only {THEN.get(sign, 'red-flags,clearance')}`"
        )
    record, before = found
    telling = [entry for entry in _telling(store, sign) if before is None or entry.at >= before.at]
    numbers = tuple(entry.id for entry in telling if entry.id is not None)
    return Slip(sign, record.number, numbers, before.person if before else None)


def _came_with(store: Store, sign: str, today: date) -> tuple[Recorded, Recorded | None] | None:
    """The record with which a sign was last reported, and the one before it; None where that is longer ago, or nobody
    can tell, as a record since then is damaged.
    """
    records = chain(store.people.recorded(), (None,))
    with suppress(DamagedRecordError):
        for now, before in pairwise(records):
            if now is None or not today - timedelta(days=DAYS) <= now.on <= today:
                return None
            if newly_reported(sign, now.person, before.person if before else None):
                return now, before
    return None


def _telling(store: Store, sign: str) -> list[LogEntry]:
    return [entry for entry in store.diary.of_kinds(("signs",)) if sign in entry.signs]


def _take_out(store: Store, number: int, signs: Sequence[str]) -> None:
    """Take signs out of an entry of the diary; one that tells of nothing else is taken back."""
    if (entry := store.diary.entry(number)) is None:
        return
    left = tuple(sign for sign in entry.signs if sign not in signs)
    if left or entry.leg or entry.why or entry.note:
        store.diary.change(entry._replace(signs=left) if left else entry._replace(kind="pain", signs=()))
    else:
        store.diary.undo(number)


def _not_reported(sign: str, reported: Sequence[str]) -> UsageError:
    listed = f"; on record: {', '.join(reported)}" if reported else "; no sign is on record"
    return UsageError(f"{sign}: it is not among the signs that you reported{nearest(sign, reported)}{listed}")
