"""Alarm: what cannot wait in a person's own words, whether they note something or give a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.person import Person
    from backplan.model.vocabulary import Leg
    from backplan.planner.diary.unlisted_words import Unlisted
    from backplan.store.people import People


class Alarm(NamedTuple):
    """What own words may tell of: signs to look at first; when to call a midwife; changes of health, by the section of
    the interview that records them; pain further down the leg than on record; thoughts of dying, or words of
    no hope; and what no question is about, or nobody knows.
    """

    signs: tuple[str, ...] = ()
    midwife: str = ""
    changes: tuple[str, ...] = ()
    leg: Leg = "none"
    despair: bool = False
    no_hope: bool = False
    unlisted: Unlisted = "none"

    @property
    def raised(self) -> bool:
        """Whether the words may tell of anything that is known: then nothing else is advised."""
        return self.unlisted in ("now", "midwife") or self._replace(unlisted="none") != NO_ALARM


NO_ALARM = Alarm()


def alarm(person: Person | None, entries: Sequence[LogEntry], today: date) -> Alarm:
    """What the words of entries may tell of somebody, besides the signs that these report."""
    from backplan.planner.diary.signs import (
        changes_told,
        despair_told,
        leg_told_of,
        no_hope_told,
        told_of,
        unlisted_told,
    )

    signs, midwife = told_of(person, entries), _midwife(person, entries, today)
    leg = "none" if "both-legs" in signs else leg_told_of(person, entries)
    changes, unlisted = changes_told(person, entries), unlisted_told(person, entries)
    despair = despair_told(entries)
    no_hope = not despair and no_hope_told(entries)
    return Alarm(signs, midwife, changes, leg, despair, no_hope, unlisted)


def spoken_to(people: People, entries: Sequence[LogEntry]) -> Person | None:
    """The person as they answered; with every word on the leg, which takes longer to read, where that matters."""
    from backplan.planner.diary.signs import leg_told_of

    answered = people.answered()
    return answered if leg_told_of(answered, entries) == "none" else people.person()


def waiting(workspace: Workspace) -> list[tuple[LogEntry, tuple[str, ...]]]:
    """The entries whose words may tell of signs, with these, or with none where they may tell of an emergency that no
    question is about, as long as nobody has answered. Raises SafetyStop.
    """
    from backplan.actions.person import admitted
    from backplan.planner.diary.signs import signs_waiting, unlisted_waiting

    with admitted(workspace) as (store, person):
        entries = store.diary.recent(workspace.today)
        unlisted = [(entry, ()) for entry, how in unlisted_waiting(person, entries) if how == "now"]
        return [*signs_waiting(person, entries), *unlisted]


def midwife_waits(workspace: Workspace) -> list[LogEntry]:
    """The entries whose words tell of what a midwife should hear of at once, as long as nobody has said that she did.
    Raises SafetyStop.
    """
    from backplan.actions.person import admitted
    from backplan.planner.diary.signs import unlisted_waiting

    with admitted(workspace) as (store, person):
        waits = unlisted_waiting(person, store.diary.recent(workspace.today))
    return [entry for entry, how in waits if how == "midwife"]


def answered_today(workspace: Workspace) -> bool:
    """Whether somebody who was asked about signs today had none that was new."""
    from backplan.planner.diary.own_words import says_none_new

    with workspace.opened() as store:
        return any(map(says_none_new, store.diary.entries(workspace.today, workspace.today)))


def _midwife(person: Person | None, entries: Sequence[LogEntry], today: date) -> str:
    from backplan.planner.diary.signs import midwife_should_hear

    if not midwife_should_hear(person, entries, today):
        return ""
    from backplan.planner.telling.notices import CALL_AFTER_BIRTH, CALL_IN_PREGNANCY

    return CALL_AFTER_BIRTH if person and person.birth and not person.pregnancy else CALL_IN_PREGNANCY
