"""A change of health after the clearance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person
    from backplan.model.vocabulary import HealthChangeKind

WHAT: dict[HealthChangeKind, str] = {
    "fall": "a fall with injury",
    "hospital": "a hospital stay",
    "diagnosis": "a new diagnosis",
    "heart": "new heart or breathing signs",
    "numbness": "new numbness or weakness",
}


def check(person: Person, on: date) -> str | None:
    """A clearance ends at a change of health after it: a fall with injury, a hospital stay or diagnosis that
    matters here, new heart or breathing signs, new numbness or weakness, an operation.
    """
    if person.clearance is None:
        return None
    changes = [(person.changed.on, WHAT[person.changed.what])] if person.changed else []
    if person.surgery:
        changes.append((person.surgery.on, "an operation"))
    for day, what in changes:
        if person.clearance.on < day <= on:
            return (
                f"You had {what} on {day}, after your clearance of {person.clearance.on}. Please ask again whether you "
                "may exercise, and record the answer: `backplan init --only clearance`."
            )
    return None


RULE = Screening(
    id="clearance-ended",
    sources=("warburton-2011",),
    check=check,
    inference="the list of changes",
)
