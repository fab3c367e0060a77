"""Alarm: what cannot wait in a person's own words, whether they note something or give a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.model.diary import LogEntry
    from backplan.model.person import Person


class Alarm(NamedTuple):
    """The signs to look at first that own words may tell of, and when to call a midwife where they tell of that."""

    signs: tuple[str, ...] = ()
    midwife: str = ""

    @property
    def raised(self) -> bool:
        """Whether the words may tell of anything: then nothing else is advised."""
        return bool(self.signs or self.midwife)


NO_ALARM = Alarm()


def alarm(person: Person | None, entries: Sequence[LogEntry], today: date) -> Alarm:
    """What the words of entries may tell of somebody, besides the signs that these report."""
    from backplan.planner.diary.signs import told_of

    return Alarm(told_of(person, entries), _midwife(person, entries, today))


def _midwife(person: Person | None, entries: Sequence[LogEntry], today: date) -> str:
    from backplan.planner.diary.signs import midwife_should_hear

    if person is None or not midwife_should_hear(person, entries, today):
        return ""
    from backplan.planner.telling.notices import CALL_AFTER_BIRTH, CALL_IN_PREGNANCY

    return CALL_IN_PREGNANCY if person.pregnancy else CALL_AFTER_BIRTH
