"""Signs that come with a leg: whether pain goes further down it than before, and what a person reports of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from backplan.model.diary import LogEntry
from backplan.model.person import Flag, Pain, Person
from backplan.model.vocabulary import LEGS
from backplan.rules.red_flags import RED_FLAGS
from backplan.rules.screening import legs

EMERGENCIES = frozenset(rule.id for rule in RED_FLAGS if rule.level == "emergency")


def goes_further(person: Person | None, entries: Iterable[LogEntry]) -> bool:
    """Whether an entry tells of pain further down the leg than any word on record."""
    said = [LEGS.index(entry.leg) for entry in entries if entry.leg]
    before = [depth for _, depth in legs.told(person, date.max)] if person else []
    return max(said, default=0) > max(before, default=0)


def reported(person: Person | None, entries: Iterable[LogEntry], today: date) -> Person | None:
    """The person with the signs that entries report as new on their days: nobody who cleared them knows of these yet.
    Of somebody whom nobody has asked yet, an emergency sign is kept, and the rest is asked another time.
    """
    since = {sign: entry.on for entry in sorted(entries, key=lambda entry: entry.on) for sign in entry.signs}
    person = person or (_unasked(today) if EMERGENCIES & since.keys() else None)
    if person is None or not since:
        return person
    kept = [flag for flag in person.flags if flag.id not in since]
    new = [_as_new(sign, on, person) for sign, on in since.items()]
    clearance = person.clearance
    if clearance:
        clearance = clearance._replace(knows=tuple(sign for sign in clearance.knows if sign not in since))
    return person._replace(flags=(*kept, *new), clearance=clearance)


def _as_new(sign: str, on: date, person: Person) -> Flag:
    """A sign as new on a day, or on a later one of which it was reported before."""
    return Flag(sign, max([on, *(flag.since for flag in person.flags if flag.id == sign)]))


def _unasked(today: date) -> Person:
    return Person(Pain(10, 10, controlled=False, since=today, leg="none", on=today), {"mon": 5}, 5, unfinished=True)
