"""What somebody wrote in their own words, and which of it was written since they were last asked about signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from backplan.model.diary import FROM_INTERVIEW
from backplan.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.model.diary import LogEntry
    from backplan.model.person import Person

KINDS = frozenset(kind.replace("-", " ") for kind in get_args(Modality))  # of exercise, which are nobody's own words


def own_words(entry: LogEntry) -> list[str]:
    """The texts of an entry that the person wrote, an activity in their own words among them."""
    named = (entry.exercise or "").replace("-", " ") if entry.kind == "activity" else ""
    return [text for text in (entry.note, entry.why, named) if text and text != FROM_INTERVIEW]


def in_own_words(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The entries with own words; it reads none of them."""
    return [entry for entry in entries if not KINDS.issuperset(own_words(entry))]


_A_LEG = ("leg", "foot", "feet", "toe", "ankle", "heel", "sole", "calf", "calves", "shin", "thigh", "hamstring",
          "buttock", "cheek", "knee", "sciatic")  # fmt: skip


def speaks_of_a_leg(entry: LogEntry) -> bool:
    """Whether the own words of an entry name a part of the leg, of which they may tell anything."""
    return any(part in text.lower() for text in own_words(entry) for part in _A_LEG)


def not_yet_asked_of(person: Person, entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The entries with own words since the person was last asked about all signs, by the interview, or since it was
    said that none of what their words may tell of is new. It reads no word: what does takes longer than a shown week.
    """
    none_new = max((entry.id or 0 for entry in entries if says_none_new(entry)), default=0)
    later = [entry for entry in entries if (entry.id or 0) > none_new]
    return [entry for entry in in_own_words(later) if not (person.screened and person.screened > entry.on)]


def says_none_new(entry: LogEntry) -> bool:
    """Whether an entry answers that no sign is new that somebody was asked about."""
    return entry.kind == "signs" and entry.done == "no" and not entry.asked
