"""Mistaken leg: pain further down the leg that the interview was told by mistake, today or yesterday, is taken back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from backplan.errors import UsageError
from backplan.model.vocabulary import LEGS, Leg
from backplan.named_tuple import NamedTuple
from backplan.store.door import DamagedRecordError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.actions.workspace import Workspace
    from backplan.model.person import Person
    from backplan.store.people import Recorded
    from backplan.store.store import Store

LEG = "leg"  # as it is named where signs are named
DAYS = 1  # after the day on which it was told, as of a sign


class LegSlip(NamedTuple):
    """How far down the leg pain was said to go on a day, the records that say so, and how it stood before: of a first
    interview, nobody knows until it is asked.
    """

    depth: Leg
    on: date
    before: Leg | None
    records: tuple[int, ...]


def slip(workspace: Workspace) -> LegSlip:
    """What the interview was told of the leg, which somebody says was a mistake. Raises UsageError where it may not be
    taken back.
    """
    found = None
    if workspace.begun:
        with workspace.opened() as store:
            found = of(store, workspace.today)
    if found is None:
        raise UsageError(
            f"{LEG}: no answer of today or yesterday told of pain further down the leg than before. What was logged is "
            "taken back by its number: `backplan diary`, `backplan diary undo N`"
        )
    return found


def of(store: Store, today: date) -> LegSlip | None:
    """What the interview was last told of the leg that was further down than the last word before, if that was so
    lately that it can be taken back; None where it was not, or nobody can tell, as a record since then is damaged.
    """
    same: list[Recorded] = []
    with suppress(DamagedRecordError):
        for now, before in pairwise(chain(store.people.recorded(), (None,))):
            if now is None or now.person.unfinished or not today - timedelta(days=DAYS) <= now.on <= today:
                return None
            same.append(now)
            if before is None or before.person.unfinished:
                further = now.person.pain.leg != LEGS[0]
                return LegSlip(now.person.pain.leg, now.on, None, _numbers(same)) if further else None
            if _word(now.person) == _word(before.person):
                continue
            last = _last_before(store, now, before)
            if LEGS.index(now.person.pain.leg) > LEGS.index(last):
                stands = before.person.pain.leg if now.person.pain.on == before.person.pain.on else last
                return LegSlip(now.person.pain.leg, now.on, stands, _numbers(same))
            same = []
    return None


def mend(store: Store, slip: LegSlip, leg: Leg) -> None:
    """Have every record that says so say of the leg what is so, and all else as it stands."""
    records = list(store.people.recorded())
    before = next((each.person for each in records if each.number < min(slip.records)), None)
    for each in records:
        if each.number in slip.records:
            store.people.change(each._replace(person=_mended(each.person, leg, before)))


def _mended(person: Person, leg: Leg, before: Person | None) -> Person:
    """A person with the leg as it is; a clearance that came with the mistake knows of no more of it."""
    clearance = person.clearance
    if clearance and (before is None or clearance != before.clearance):
        clearance = clearance._replace(leg=leg)
    return person._replace(pain=person.pain._replace(leg=leg), clearance=clearance)


def _numbers(records: Sequence[Recorded]) -> tuple[int, ...]:
    return tuple(each.number for each in records)


def _word(person: Person) -> tuple[Leg, date]:
    """What tells an answer on the leg from the one before: what was said, and the day of the answers on pain."""
    return person.pain.leg, person.pain.on


def _last_before(store: Store, now: Recorded, before: Recorded) -> Leg:
    """How far down the leg pain went by the last word before a record, in answers or the diary."""
    return max(_words_before(store, now, before), key=lambda word: word[:2])[2]


def _words_before(store: Store, now: Recorded, before: Recorded) -> Iterator[tuple[date, str, Leg]]:
    yield before.person.pain.on, before.at, before.person.pain.leg
    for entry in store.diary.entries(until=now.on):
        if entry.leg and entry.at <= now.at and entry.on >= before.person.pain.on:
            yield entry.on, entry.at, entry.leg
