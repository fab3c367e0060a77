"""The leg: how far down pain went, word by word, and the signs that go with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from backplan.model.diary import LogEntry
from backplan.model.outcome import LegStory
from backplan.model.person import Flag, Person
from backplan.model.vocabulary import LEGS, Leg
from backplan.rules.leg import LEG_RULES
from backplan.rules.red_flags import leg_further_down

Words = Sequence[tuple[date, Leg]]
FURTHER_DOWN = leg_further_down.RULE.id


def goes_further(entries: Iterable[LogEntry], words: Words) -> bool:
    """Whether an entry tells of pain further down the leg than any word before it."""
    before = max((LEGS.index(leg) for _, leg in words), default=0)
    return any(LEGS.index(entry.leg) > before for entry in entries if entry.leg)


def story_of(person: Person, words: Words, today: date) -> LegStory:
    """The words on the leg up to today, and how far the clinicians know of: what was said first, or up to the day on
    which a sign of it was reported, or a clearance was given that knows of it.
    """
    told, clearance = tuple(word for word in words if word[0] <= today), person.clearance
    days = [flag.since for flag in person.flags if flag.id == FURTHER_DOWN]
    days += [clearance.on] if clearance and FURTHER_DOWN in clearance.knows else []
    until = max(days, default=None)
    known = [leg for on, leg in told if until is not None and on <= until] or [leg for _, leg in told[:1]]
    return LegStory(told, max(known, key=LEGS.index, default=person.pain.leg), today)


def with_signs(person: Person, signs: Sequence[str], today: date) -> Person:
    """The person with red flags reported today: nobody who cleared them before knows of these."""
    if not signs:
        return person
    kept = tuple(flag for flag in person.flags if flag.id not in signs)
    clearance = person.clearance
    if clearance is not None:
        clearance = clearance._replace(knows=tuple(each for each in clearance.knows if each not in signs))
    return person._replace(flags=(*kept, *(Flag(sign, today) for sign in signs)), clearance=clearance)


def signs_of(person: Person, words: Words, today: date) -> tuple[str, ...]:
    """The red flag that the words on the leg come to by themselves; none where no rule on the leg speaks."""
    story = story_of(person, words, today)
    return (FURTHER_DOWN,) if any(rule.check(story) for rule in LEG_RULES) else ()
