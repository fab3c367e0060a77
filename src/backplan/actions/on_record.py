"""On record: the person on a date, what the diary says of the last weeks, and what is prescribed; read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.prescription import in_force
from backplan.model.vocabulary import LEGS
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.own_words import speaks_of_a_leg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.model.case import PainToday
    from backplan.model.diary import LogEntry
    from backplan.model.person import Person
    from backplan.model.prescription import Prescribed, Prescription
    from backplan.store.store import Store


class OnRecord(NamedTuple):
    """A person on a date, with the entries that planning looks back on and everything ever prescribed."""

    today: date
    person: Person
    entries: Sequence[LogEntry] = ()
    prescriptions: Sequence[Prescribed] = ()

    @property
    def prescription(self) -> Prescription:
        """What is prescribed on this date."""
        return in_force(self.prescriptions, self.today)

    @property
    def pain_known(self) -> bool:
        """Whether pain was told on this date."""
        noted_on = (entry.on for entry in self.entries if entry.pain is not None)
        return self.today in (self.person.pain.on, *noted_on)

    @property
    def pain(self) -> PainToday:
        """Pain as known on this date and the usual one, with the usual pain that a clinician has accepted."""
        from backplan.planner.screen.pain import pain_today

        return pain_today(self.person, self.entries, self.today, self.prescription.usual_pain)


def read(store: Store, person: Person, today: date) -> OnRecord:
    """What the store holds of a person, as known on a date, and what their own words may tell of the leg."""
    entries = store.diary.recent(today)
    return OnRecord(today, _with_leg_asked(person, entries), entries, store.prescriptions.all())


def _with_leg_asked(person: Person, entries: Sequence[LogEntry]) -> Person:
    """The person, with what may be pain further down the leg by their own words, as long as nobody has answered it."""
    if not any(map(speaks_of_a_leg, entries)):
        return person
    from backplan.planner.diary.signs import health_waiting

    asked = [(each.entry.on, each.leg) for each in health_waiting(person, entries) if each.leg != "none"]
    if not asked:
        return person
    return person._replace(leg_asked=(min(on for on, _ in asked), max((leg for _, leg in asked), key=LEGS.index)))
