"""Mistaken signs, changes of health, operations and births: what was pressed by mistake is taken out again, and all
else stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from backplan.model.person import Flag, Person
from backplan.model.vocabulary import BIRTH, OPERATION


def told_by(person: Person) -> dict[str, date]:
    """The signs, the change of health, the operation and the birth that a person has told of, by their ids, with their
    days.
    """
    changed = {str(person.changed.what): person.changed.on} if person.changed else {}
    had = {name: it.on for name, it in ((OPERATION, person.surgery), (BIRTH, person.birth)) if it}
    return {flag.id: flag.since for flag in person.reported} | changed | had


def newly_reported(sign: str, now: Person, before: Person | None) -> bool:
    """Whether a sign was reported between two records of a person: there at all, on a later day, or after a clearance
    that knew of it.
    """
    if sign in (OPERATION, BIRTH):
        return _day_of(sign, now) not in (None, _day_of(sign, before))
    flag, old = _flag(sign, now), _flag(sign, before)
    if flag is None:
        old_change = before.changed if before else None
        return now.changed is not None and now.changed.what == sign and now.changed != old_change
    return old is None or flag.since > old.since or (_cleared(sign, before) and _same_clearance(now, before, sign))


def without(sign: str, now: Person, before: Person | None) -> Person:
    """A person as they are now, with one sign as it stood before it was reported; a birth that was none ended no
    pregnancy.
    """
    if sign == OPERATION:
        return now._replace(surgery=before.surgery if before else None)
    if sign == BIRTH:
        pregnancy = now.pregnancy or (before.pregnancy if before else None)
        return now._replace(birth=before.birth if before else None, pregnancy=pregnancy)
    old = [flag] if (flag := _flag(sign, before)) else []
    if now.changed and now.changed.what == sign:
        now = now._replace(changed=before.changed if before else None)
    flags = _with(now.flags, sign, old) if _flag_in(now.flags, sign) else now.flags
    heart = _with(now.heart, sign, old) if now.heart and _flag_in(now.heart, sign) else now.heart
    clearance = now.clearance
    if clearance and _cleared(sign, before) and _same_clearance(now, before, sign):
        clearance = clearance._replace(knows=(*clearance.knows, sign))
    return now._replace(flags=flags, heart=heart, clearance=clearance)


def _day_of(what: str, person: Person | None) -> date | None:
    had = None if person is None else person.surgery if what == OPERATION else person.birth
    return had.on if had else None


def _with(flags: Sequence[Flag], sign: str, old: Sequence[Flag]) -> tuple[Flag, ...]:
    return (*(flag for flag in flags if flag.id != sign), *old)


def _flag(sign: str, person: Person | None) -> Flag | None:
    return _flag_in(person.reported, sign) if person else None


def _flag_in(flags: Sequence[Flag], sign: str) -> Flag | None:
    return next((flag for flag in flags if flag.id == sign), None)


def _cleared(sign: str, person: Person | None) -> bool:
    return person is not None and person.clearance is not None and sign in person.clearance.knows


def _same_clearance(now: Person, before: Person | None, sign: str) -> bool:
    """Whether the clearance is that of before, which does not know of the sign any more."""
    old = before.clearance if before else None
    same = now.clearance is not None and old is not None and (now.clearance.by, now.clearance.on) == (old.by, old.on)
    return same and not _cleared(sign, now)
