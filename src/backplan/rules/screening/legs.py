"""How far down the leg pain went, as it was said day by day, and how much of that a clinician knows of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEGS

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person

FURTHER_DOWN = "leg-further-down"  # the rule, and what a clearance knows of that lifts its stop
WORSE = "at once, if your leg gets weak, or with new numbness between the legs, or trouble with bladder or bowel"


def leg_words(person: Person, on: date) -> list[tuple[date, int]]:
    """Every word on the leg up to a day, in order: its day, and how far down (0: not at all)."""
    words = person.legs or ((person.pain.on, person.pain.leg),)
    return [(day, LEGS.index(leg)) for day, leg in words if day <= on]


def furthest_known(person: Person, on: date) -> int:
    """How far down the leg a clinician knows of: as at the first interview, or the furthest that was told before a
    clearance that knows of it was recorded.
    """
    words = leg_words(person, on)
    return max([depth for _, depth in (*words[:1], *_cleared(person, words))], default=0)


def start(person: Person, on: date) -> int:
    """Where the leg stood at the interview. A clearance lifts a stop, and is no new start by itself; pain that was told
    anew further down is one as soon as a clinician knows of it.
    """
    return min(LEGS.index(person.pain.leg), furthest_known(person, on))


def known_of(person: Person, on: date) -> bool:
    """Whether pain never went further down the leg than a clinician knows of, nor than where they last looked at it."""
    words = leg_words(person, on)
    cleared, looked = _cleared(person, words), start(person, on)
    if person.clearance and cleared and person.clearance.on >= person.pain.on:
        looked = cleared[-1][1]
    return max((depth for _, depth in words), default=0) <= min(furthest_known(person, on), looked)


def _cleared(person: Person, words: list[tuple[date, int]]) -> list[tuple[date, int]]:
    clearance = person.clearance
    if clearance is None or FURTHER_DOWN not in clearance.knows:
        return []
    that_day = -1 if clearance.leg is None else LEGS.index(clearance.leg)
    return [(day, depth) for day, depth in words if day < clearance.on or (day == clearance.on and depth <= that_day)]
