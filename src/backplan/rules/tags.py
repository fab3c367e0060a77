"""What follows from a person's answers on a date: the tags that bar exercises, and those that only call for care."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEGS
from backplan.model.week import monday
from backplan.rules.screening.clearance_expired import anniversary
from backplan.rules.screening.pregnancy_over import weeks_of_pregnancy

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Birth, Person, Surgery
    from backplan.model.vocabulary import BirthKind, SurgeryKind, Tag

# Weeks in which an operation bars; after them, up to 12 months, it calls for care. Our own: surgeons differ.
SURGERY_BARS_WEEKS: dict[SurgeryKind, int] = {"disc": 12, "decompression": 12, "fusion": 26, "other": 26}
NERVE_FROM = LEGS.index("calf")  # pain below the knee is taken to be a nerve's; our own inference
# Years (bull-2020); as the year of birth alone is known, from the first whole week of the year in which it is reached.
OLDER_FROM = 65
FLAT_UNTIL_WEEK = 12  # of pregnancy; mottola-2018 is less strict
# After a birth; our own, the source says only "until wounds have healed". The first weeks hold only what is lightest; a
# clearance from so many weeks on opens what presses on the front of the trunk, by the kind of birth.
BIRTH_FIRST_WEEKS = 6
TRUNK_WEEKS: dict[BirthKind, int] = {"vaginal": BIRTH_FIRST_WEEKS, "caesarean": 12}


def tags_on(person: Person, on: date) -> tuple[frozenset[Tag], frozenset[Tag]]:
    """The tags that bar, and those that only call for care, on a date."""
    bars: set[Tag] = {"healing", *person.conditions}
    care: set[Tag] = set()
    if LEGS.index(person.pain.leg) >= NERVE_FROM:
        bars.add("sciatica")
    if not person.floor:
        bars.add("no-floor")
    if not person.swim:
        bars.add("no-swim")
    if (pregnant := pregnancy_weeks(person, on)) is not None and pregnant > FLAT_UNTIL_WEEK:
        bars.add("pregnancy-t2t3")
    if person.heart:
        bars.add("heart")
    if (age := person.age_on(monday(on))) is not None and age >= OLDER_FROM:
        bars.add("from-65")
    if person.surgery and on < anniversary(person.surgery.on):
        (bars if _barred(person.surgery, on) else care).add("post-surgery")
    if person.birth and person.birth.on <= on:
        bars |= _after(person.birth, person, on)
    return frozenset(bars), frozenset(care)


def surgery_weeks(person: Person, on: date) -> int | None:
    """Whole weeks since an operation of the last 12 months; None without one."""
    if person.surgery is None or on >= anniversary(person.surgery.on):
        return None
    return (on - person.surgery.on).days // 7


def pregnancy_weeks(person: Person, on: date) -> int | None:
    """Whole weeks of pregnancy on a date; None without one."""
    return weeks_of_pregnancy(person.pregnancy, on) if person.pregnancy else None


def birth_weeks(person: Person, on: date) -> int | None:
    """Whole weeks since a birth of the last 12 months; None without one."""
    if person.birth is None or not person.birth.on <= on < anniversary(person.birth.on):
        return None
    return (on - person.birth.on).days // 7


def cleared_from(birth: Birth, weeks: int) -> date:
    """The first day on which a clearance is one of so many weeks after a birth."""
    return birth.on + timedelta(weeks=weeks)


def _after(birth: Birth, person: Person, on: date) -> set[Tag]:
    """What a birth bars on a date: it ends with time, or with a clearance that was given late enough."""
    early = (on - birth.on).days < 7 * BIRTH_FIRST_WEEKS
    found: set[Tag] = {"birth-first-weeks"} if early else set()
    if early or (birth.kind == "caesarean" and not _cleared(person, birth, BIRTH_FIRST_WEEKS)):
        found.add("birth-wound")
    if not _cleared(person, birth, TRUNK_WEEKS[birth.kind]):
        found.add("post-natal")
    return found


def _cleared(person: Person, birth: Birth, weeks: int) -> bool:
    """Whether the clearance on record was given so many weeks after a birth, or later."""
    return person.clearance is not None and (person.clearance.on - birth.on).days >= 7 * weeks


def _barred(surgery: Surgery, on: date) -> bool:
    return (on - surgery.on).days < 7 * SURGERY_BARS_WEEKS[surgery.kind]
