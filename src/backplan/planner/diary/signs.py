"""Signs to look at first: whether pain goes further down the leg than before, and what a person reports or tells of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from backplan.model.diary import LogEntry
from backplan.model.person import Clearance, Flag, Pain, Person
from backplan.model.vocabulary import LEGS, Condition, Leg
from backplan.planner.diary.leg_words import leg_in
from backplan.planner.diary.sign_words import signs_in, speak_of_a_birth
from backplan.rules.heart import HEART
from backplan.rules.red_flags import EMERGENCIES, fragility, one_leg_numbness
from backplan.rules.screening import legs

WEEKS_AFTER_BIRTH = 12  # in which bleeding is a sign; our own inference
THIN_BONES: frozenset[Condition] = frozenset({"osteoporosis", "vertebral-fracture-new", "vertebral-fracture-healed"})
OF_THE_HEART = frozenset(rule.id for rule in HEART)


def goes_further(person: Person | None, entries: Iterable[LogEntry]) -> bool:
    """Whether an entry tells of pain further down the leg than any word on record."""
    said = [LEGS.index(entry.leg) for entry in entries if entry.leg]
    before = [depth for _, depth in legs.leg_words(person, date.max)] if person else []
    return max(said, default=0) > max(before, default=0)


def leg_told_of(person: Person | None, entries: Sequence[LogEntry]) -> Leg | None:
    """How far down the leg pain may go by the notes of entries, where that is further than any word on record and no
    entry says how far; None of somebody who was not asked yet.
    """
    if person is None or any(entry.leg or entry.signs for entry in entries):
        return None
    found = [leg for text in _own_words(entries) if (leg := leg_in(text))]
    furthest = max(found, key=LEGS.index, default=None)
    before = max((depth for _, depth in legs.leg_words(person, date.max)), default=0)
    return furthest if furthest and LEGS.index(furthest) > before else None


def told_of(person: Person | None, entries: Sequence[LogEntry]) -> tuple[str, ...]:
    """The signs that the notes of entries may tell of, and that no entry reports; a numb leg only where it is new, and
    a minor fall only of whose bones may be thin.
    """
    found = dict.fromkeys(sign for text in _own_words(entries) for sign in signs_in(text))
    known = {sign for entry in entries for sign in entry.signs}
    if person is not None:
        known |= {flag.id for flag in person.flags} & {one_leg_numbness.RULE.id}
        known |= set() if _bones_may_be_thin(person, entries) else {fragility.RULE.id}
    return tuple(sign for sign in found if sign not in known)


def _bones_may_be_thin(person: Person, entries: Sequence[LogEntry]) -> bool:
    """Whether a minor fall may have broken a bone: who is not known to be younger is asked."""
    ages = [person.age_on(entry.on) for entry in entries]
    return not THIN_BONES.isdisjoint(person.conditions) or any(age is None or age >= fragility.FROM_AGE for age in ages)


def midwife_should_hear(person: Person | None, entries: Sequence[LogEntry], today: date) -> bool:
    """Whether somebody pregnant, or in the first weeks after a birth, tells of what should be heard of at once."""
    if person is None or not any(map(speak_of_a_birth, _own_words(entries))):
        return False
    born = person.birth is not None and (today - person.birth.on).days < 7 * WEEKS_AFTER_BIRTH
    return born or person.pregnancy is not None


def _own_words(entries: Sequence[LogEntry]) -> list[str]:
    return [text for entry in entries for text in (entry.note, entry.why) if text]


def reported(person: Person | None, entries: Iterable[LogEntry], today: date) -> Person | None:
    """The person with the signs that entries report as new on their days: nobody who cleared them knows of these yet.
    Of somebody whom nobody has asked yet, an emergency sign is kept, and the rest is asked another time.
    """
    since = {sign: entry.on for entry in sorted(entries, key=lambda entry: entry.on) for sign in entry.signs}
    person = person or (_unasked(today) if EMERGENCIES & since.keys() else None)
    if person is None or not since:
        return person
    new = [_as_new(sign, on, person) for sign, on in since.items()]
    flags, heart = (_with_new(kept, new, of_heart=each) for kept, each in ((person.flags, False), (person.heart, True)))
    clearance = person.clearance
    if clearance:
        clearance = clearance._replace(knows=tuple(sign for sign in clearance.knows if sign not in since))
    return person._replace(flags=flags or (), heart=heart, clearance=clearance)


def _with_new(kept: tuple[Flag, ...] | None, new: Sequence[Flag], *, of_heart: bool) -> tuple[Flag, ...] | None:
    """The flags, or the signs of heart and lungs, with the new ones of their kind; None where none were ever asked."""
    mine = [flag for flag in new if (flag.id in OF_THE_HEART) is of_heart]
    if not mine:
        return kept
    return (*(flag for flag in kept or () if flag.id not in {each.id for each in mine}), *mine)


def _as_new(sign: str, on: date, person: Person) -> Flag:
    """A sign as new on a day, or on a later one of which it was reported before."""
    return Flag(sign, max([on, *(flag.since for flag in person.reported if flag.id == sign)]))


def somebody(today: date) -> Person:
    """Somebody of whom all is known that is needed, and nothing stops them: of whom nobody can be looked up, only what
    is told now is to stop.
    """
    cleared = Clearance("doctor", today)
    return Person(Pain(0, 0, controlled=True, since=today, leg="none", on=today), {"mon": 5}, 5, clearance=cleared)


def _unasked(today: date) -> Person:
    return Person(Pain(10, 10, controlled=False, since=today, leg="none", on=today), {"mon": 5}, 5, unfinished=True)
