"""A clinician's agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """No plan without a clearance: a clinician who agreed to exercise, and the date."""
    if person.clearance is None:
        return (
            "Please see a doctor or physiotherapist first. When they agree that you may exercise, record it: "
            "`backplan init --only clearance`."
        )
    return None


RULE = Screening(
    id="clearance-required",
    sources=("warburton-2011", "riebe-2015"),
    check=check,
    inference="asking it of everybody, which is stricter than current guidelines",
)
