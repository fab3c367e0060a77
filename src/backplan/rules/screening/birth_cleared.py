"""Agreed since the birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.wording import full_day
from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """A birth ends a clearance given before it or on its day; a plan goes on with one given since."""
    if person.birth is None or person.clearance is None or not person.clearance.on <= person.birth.on <= on:
        return None
    return (
        f"Your clearance of {full_day(person.clearance.on)} is from before you gave birth. Please ask your midwife, "
        "doctor or physiotherapist what you may do now. When they agree, record it: `backplan init --only clearance`."
    )


RULE = Screening(
    id="birth-cleared",
    sources=("davenport-2025", "warburton-2011"),
    check=check,
    inference="that a birth ends a clearance, and one of its own day, too",
)
