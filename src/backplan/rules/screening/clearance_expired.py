"""A clearance older than a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.wording import full_day
from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """A clearance lasts 12 months: its last valid day is the one before the same date a year later."""
    if person.clearance is not None and on >= anniversary(person.clearance.on):
        return (
            f"Your clearance of {full_day(person.clearance.on)} is more than 12 months old. Please ask again "
            "whether you may exercise, and record the answer: `backplan init --only clearance`."
        )
    return None


def anniversary(day: date) -> date:
    """The same date a year later; 1 March after a leap day, as that year has no 29 February."""
    if day.year == day.max.year:
        return day.max
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year + 1, month=3, day=1)
    return day.replace(year=day.year + 1)


RULE = Screening(
    id="clearance-expired",
    sources=("warburton-2011", "riebe-2015"),
    check=check,
    inference="the last valid day",
)
