"""Which red flags, and which signs and diseases of the heart, are still open under the clearance on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.wording import all_of
from backplan.rules.screening.legs import FURTHER_DOWN, looked_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backplan.model.person import Flag, Person
    from backplan.model.vocabulary import ClearedBy, FlagLevel, HeartKind

NUMB_LEG = "one-leg-numbness"
DOCTORS: frozenset[ClearedBy] = frozenset({"doctor", "surgeon"})  # who look at an emergency, and at a sign of the heart


def open_flags(person: Person, level: FlagLevel) -> list[Flag]:
    """The flags of a level that still stop this person. A flag nobody knows counts as an emergency: it is safer."""
    if not person.flags:
        return []
    from backplan.rules.red_flags import RED_FLAGS

    levels = {rule.id: rule.level for rule in RED_FLAGS}
    return [flag for flag in person.flags if levels.get(flag.id, "emergency") == level and is_open(flag, person, level)]


def is_open(flag: Flag, person: Person, level: FlagLevel) -> bool:
    """Whether a flag still stops: emergency until answered no and cleared by a doctor, urgent until cleared, else until
    known, of a numb leg to one of those who look at a leg.
    """
    clearance = person.clearance
    acknowledged = clearance is not None and flag.id in clearance.knows
    if level == "clinician-first":
        return flag.present and not (acknowledged and (flag.id != NUMB_LEG or looked_at(person)))
    cleared = acknowledged and clearance is not None and clearance.on >= flag.since
    return not cleared or (level == "emergency" and (flag.present or not by_a_doctor(person)))


def by_a_doctor(person: Person) -> bool:
    """Whether it was a doctor who agreed, of a hospital or not."""
    return person.clearance is not None and person.clearance.by in DOCTORS


def doctor_wanted(flags: Iterable[Flag], person: Person) -> str:
    """That somebody else than a doctor knows of signs that a doctor has to look at, and what to do; nothing where that
    is not so.
    """
    clearance = person.clearance
    if clearance is None or by_a_doctor(person) or not any(flag.id in clearance.knows for flag in flags):
        return ""
    return (
        f" It is good that your {clearance.by} knows of it. For this one a doctor has to agree, too, your own or one "
        "of a hospital: please ask there, and record their agreement in the same way."
    )


def words_of(flag: Flag) -> str:
    """A red flag in the words in which it is asked, to stand within a sentence."""
    from backplan.rules.red_flags import RED_FLAGS

    asks = next((rule.asks for rule in RED_FLAGS if rule.id == flag.id), name_of(flag.id))
    return asks[0].lower() + asks[1:]


def name_of(key: str) -> str:
    """A sign, a disease, a condition or a change of health by its id, in the words that stand for it in a sentence."""
    from backplan.model import vocabulary
    from backplan.model.vocabulary import CONDITION_MEANS, MULTIPLE, MULTIPLE_MEANS, UNREADABLE, UNREADABLE_MEANS
    from backplan.rules.heart import HEART
    from backplan.rules.red_flags import RED_FLAGS
    from backplan.rules.screening.clearance_ended import WHAT

    named: dict[str, str] = {rule.id: rule.name for rule in RED_FLAGS} | {rule.id: rule.name for rule in HEART}
    named |= {str(change): what for change, what in WHAT.items()}
    named |= {str(condition): means for condition, means in CONDITION_MEANS.items()}
    named |= {FURTHER_DOWN: "pain further down the leg", MULTIPLE: MULTIPLE_MEANS, UNREADABLE: UNREADABLE_MEANS}
    named |= {vocabulary.OPERATION: vocabulary.OPERATION_MEANS, vocabulary.BIRTH: vocabulary.BIRTH_MEANS}
    return named.get(key, key)


def names_of(flags: Iterable[Flag]) -> str:
    """Some signs or diseases in one phrase."""
    return all_of([name_of(flag.id) for flag in flags])


def open_heart(person: Person, kind: HeartKind) -> list[Flag]:
    """The signs, or the diseases, of heart and lungs that still stop this person. One that nobody knows counts as a
    sign: it is safer.
    """
    if not person.heart:
        return []
    from backplan.rules.heart import HEART

    kinds = {rule.id: rule.kind for rule in HEART}
    return [flag for flag in person.heart if kinds.get(flag.id, "sign") == kind and heart_is_open(flag, person, kind)]


def heart_is_open(flag: Flag, person: Person, kind: HeartKind) -> bool:
    """Whether it still stops: until the clearance knows of it, of a sign that of a doctor, and one that has gone, too;
    a disease answered no does not.
    """
    acknowledged = person.clearance is not None and flag.id in person.clearance.knows
    if kind == "sign":
        return not acknowledged or not by_a_doctor(person)
    return not acknowledged and flag.present
