"""What follows from a person's answers on a date: the tags that bar exercises, and those that only call for care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEGS
from backplan.rules.screening.clearance_expired import anniversary
from backplan.rules.screening.pregnancy_over import weeks_of_pregnancy

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person, Surgery
    from backplan.model.vocabulary import SurgeryKind, Tag

# Weeks in which an operation bars; after them, up to 12 months, it calls for care. Our own: surgeons differ.
SURGERY_BARS_WEEKS: dict[SurgeryKind, int] = {"disc": 12, "decompression": 12, "fusion": 26, "other": 26}
NERVE_FROM = LEGS.index("calf")  # pain below the knee is taken to be a nerve's; our own inference
FLAT_UNTIL_WEEK = 12  # of pregnancy; mottola-2018 is less strict


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
    if person.surgery and on < anniversary(person.surgery.on):
        (bars if _barred(person.surgery, on) else care).add("post-surgery")
    return frozenset(bars), frozenset(care)


def surgery_weeks(person: Person, on: date) -> int | None:
    """Whole weeks since an operation of the last 12 months; None without one."""
    if person.surgery is None or on >= anniversary(person.surgery.on):
        return None
    return (on - person.surgery.on).days // 7


def pregnancy_weeks(person: Person, on: date) -> int | None:
    """Whole weeks of pregnancy on a date; None without one."""
    return weeks_of_pregnancy(person.pregnancy, on) if person.pregnancy else None


def _barred(surgery: Surgery, on: date) -> bool:
    return (on - surgery.on).days < 7 * SURGERY_BARS_WEEKS[surgery.kind]
