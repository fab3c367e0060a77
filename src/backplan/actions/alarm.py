"""Alarm: what cannot wait in a person's own words, whether they note something or give a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.model.diary import LogEntry
    from backplan.model.person import Person
    from backplan.model.vocabulary import Leg
    from backplan.store.people import People


class Alarm(NamedTuple):
    """The signs to look at first that own words may tell of, when to call a midwife where they tell of that, and how
    far down the leg pain may go by them, where that is further than before.
    """

    signs: tuple[str, ...] = ()
    midwife: str = ""
    leg: Leg | None = None

    @property
    def raised(self) -> bool:
        """Whether the words may tell of anything: then nothing else is advised."""
        return bool(self.signs or self.midwife)


NO_ALARM = Alarm()


def alarm(person: Person | None, entries: Sequence[LogEntry], today: date) -> Alarm:
    """What the words of entries may tell of somebody, besides the signs that these report."""
    from backplan.planner.diary.signs import leg_told_of, told_of

    leg = leg_told_of(person, entries)
    return Alarm(told_of(person, entries), _midwife(person, entries, today), leg)


def spoken_to(people: People, entries: Sequence[LogEntry]) -> Person | None:
    """The person as they answered; with every word on the leg, which takes longer to read, where that matters."""
    from backplan.planner.diary.signs import leg_told_of

    answered = people.answered()
    return people.person() if leg_told_of(answered, entries) else answered


def _midwife(person: Person | None, entries: Sequence[LogEntry], today: date) -> str:
    from backplan.planner.diary.signs import midwife_should_hear

    if person is None or not midwife_should_hear(person, entries, today):
        return ""
    from backplan.planner.telling.notices import CALL_AFTER_BIRTH, CALL_IN_PREGNANCY

    return CALL_IN_PREGNANCY if person.pregnancy else CALL_AFTER_BIRTH
