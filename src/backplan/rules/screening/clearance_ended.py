"""A change of health after the clearance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.wording import full_day
from backplan.rules.kinds import Screening
from backplan.rules.screening.legs import WHO_LOOK, looked_at, who_looks

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Clearance, HealthChange, Person
    from backplan.model.vocabulary import HealthChangeKind

WHAT: dict[HealthChangeKind, str] = {
    "fall": "a fall with injury",
    "hospital": "a hospital stay",
    "diagnosis": "a new diagnosis",
    "heart": "new heart or breathing signs",
    "numbness": "new numbness or weakness",
}


def check(person: Person, on: date) -> str | None:
    """A clearance ends at a change of health after it, or on its day, if whoever gave it did not know of that: a fall
    with injury, a hospital stay or diagnosis that matters here, new heart or breathing signs, new numbness or weakness;
    and at an operation after it. Of numbness or weakness a doctor, surgeon or physiotherapist has to know.
    """
    if person.clearance is None:
        return None
    changes = [(person.changed.on, WHAT[person.changed.what])] if person.changed else []
    if person.surgery:
        changes.append((person.surgery.on, "an operation"))
    for day, what in changes:
        if person.clearance.on < day <= on:
            return (
                f"You had {what} on {full_day(day)}, after your clearance of {full_day(person.clearance.on)}. Please "
                "ask again whether you may exercise, and record the answer: `backplan init --only clearance`."
            )
    changed = person.changed
    if changed and changed.on <= on and changed.what == "numbness" and not looked_at(person):
        return (
            f"You had {WHAT[changed.what]} on {full_day(changed.on)}. Of this {who_looks(person)} has to know, not a "
            f"{person.clearance.by} alone: please ask there, and record their agreement: `backplan init --only "
            "clearance`."
        )
    if changed and changed.on <= on and not agreed_since(person.clearance, changed):
        knows = ",".join((*person.clearance.knows, changed.what))
        return (
            f"You had {WHAT[changed.what]} on {full_day(changed.on)}, the day of your clearance. If whoever agreed "
            f"that day knew of it, say so: `backplan init --knows {knows}`. If not, please ask again whether you may "
            "exercise, and record the answer: `backplan init --only clearance`."
        )
    return None


def agreed_since(clearance: Clearance | None, changed: HealthChange) -> bool:
    """Whether a clinician agreed after a change of health, or on its day and knew of it: which of the two came first on
    one day, nobody can tell otherwise.
    """
    if clearance is None:
        return False
    if changed.what == "numbness" and clearance.by not in WHO_LOOK:
        return False
    return clearance.on > changed.on or (clearance.on == changed.on and changed.what in clearance.knows)


RULE = Screening(
    id="clearance-ended",
    sources=("warburton-2011",),
    check=check,
    inference="the list of changes, that a change on the day of the clearance is asked about, and whose word is not "
    "enough for numbness or weakness",
)
