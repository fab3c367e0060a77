"""How far down the leg pain went, as it was said day by day, and how much of that a clinician knows of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEGS

if TYPE_CHECKING:
    from backplan.model.person import Person
    from backplan.model.vocabulary import ClearedBy

FURTHER_DOWN = "leg-further-down"  # the rule, and what a clearance knows of that lifts its stop
WHO_LOOK: frozenset[ClearedBy] = frozenset({"doctor", "surgeon", "physiotherapist"})  # at a leg
WORSE = "at once, if your leg gets weak, or with new numbness between the legs, or trouble with bladder or bowel"


def leg_words(person: Person, on: date) -> list[tuple[date, int]]:
    """Every word on the leg up to a day, in order: its day, and how far down (0: not at all)."""
    words = person.legs or ((person.pain.on, person.pain.leg),)
    return [(day, LEGS.index(leg)) for day, leg in words if day <= on]


def deepest(person: Person | None) -> int:
    """The furthest down that any word on the leg went, whatever its day (0: not at all)."""
    return max((depth for _, depth in leg_words(person, date.max)), default=0) if person else 0


def readings(person: Person) -> tuple[Person, ...]:
    """The person with every word on the leg, and with those alone that were the latest when they were told: what is
    told late, of a day between others, adds to what stops, and takes nothing away.
    """
    if not person.legs_in_turn:
        return (person,)
    words = dict.fromkeys((person.legs, person.legs_in_turn))
    return tuple(person._replace(legs=each, legs_in_turn=()) for each in words)


def looked_at(person: Person) -> bool:
    """Whether it was one of those who look at a leg that agreed."""
    return person.clearance is not None and person.clearance.by in WHO_LOOK


def somebody_else_wanted(person: Person, key: str) -> str:
    """That only a midwife knows of what became of a leg, and who has to look at it; nothing where that is not so."""
    clearance = person.clearance
    if clearance is None or looked_at(person) or key not in clearance.knows:
        return ""
    return (
        f" It is good that your {clearance.by} knows of it. Of this {who_looks(person)} has to know, too: please ask "
        "there, and record their agreement in the same way."
    )


def who_looks(person: Person) -> str:
    """Who has to look at a leg, of somebody for whom a midwife has agreed."""
    return "a doctor (whose word holds for the pregnancy, too)" if person.pregnancy else "a doctor or physiotherapist"


def furthest_known(person: Person, on: date) -> int:
    """How far down the leg a clinician knows of: as at the first interview, or the furthest that was told before a
    clearance that knows of it was recorded.
    """
    return min(_furthest_known(each, on) for each in readings(person))


def _furthest_known(person: Person, on: date) -> int:
    words = leg_words(person, on)
    return max([depth for _, depth in (*words[:1], *_cleared(person, words))], default=0)


def start(person: Person, on: date) -> int:
    """Where the leg stood at the interview. A clearance lifts a stop, and is no new start by itself; pain that was told
    anew further down is one as soon as a clinician knows of it.
    """
    return min(LEGS.index(person.pain.leg), furthest_known(person, on))


def known_of(person: Person, on: date) -> bool:
    """Whether pain never went further down the leg than a clinician knows of, nor than where they last looked at it."""
    return all(_known_of(each, on) for each in readings(person))


def _known_of(person: Person, on: date) -> bool:
    words = leg_words(person, on)
    cleared, looked = _cleared(person, words), start(person, on)
    if person.clearance and cleared and person.clearance.on >= person.pain.on:
        looked = cleared[-1][1]
    return max((depth for _, depth in words), default=0) <= min(furthest_known(person, on), looked)


def _cleared(person: Person, words: list[tuple[date, int]]) -> list[tuple[date, int]]:
    clearance = person.clearance
    if clearance is None or FURTHER_DOWN not in clearance.knows or not looked_at(person):
        return []
    that_day = -1 if clearance.leg is None else LEGS.index(clearance.leg)
    return [(day, depth) for day, depth in words if day < clearance.on or (day == clearance.on and depth <= that_day)]
