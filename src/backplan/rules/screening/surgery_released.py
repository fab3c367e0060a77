"""Released after an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening
from backplan.rules.screening.clearance_expired import anniversary

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """After a spinal operation within 12 months, no plan without a release date from the surgeon or
    physiotherapist.
    """
    surgery = person.surgery
    if surgery is None or on >= anniversary(surgery.on) or on < surgery.on:
        return None
    if surgery.released is None or surgery.released < surgery.on:
        return (
            "After an operation on the spine, your surgeon or physiotherapist first has to release you to exercise. "
            "When they have, record the date: `backplan init --only surgery`."
        )
    if surgery.released > on:
        return f"You are released to exercise from {surgery.released}; until then, follow what your surgeon told you."
    return None


RULE = Screening(
    id="surgery-released",
    sources=("oosterhuis-2014",),
    check=check,
    inference="12 months, and asking for a date",
)
