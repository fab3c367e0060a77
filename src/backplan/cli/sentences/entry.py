"""Which entry of the diary is meant, and what else is said of it: #3 pain 4; entry 3; the last one was 25 minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from backplan.model.said_numbers import number_said
from backplan.model.wording import NUMBER_WORDS, WEEKDAY_NAMES, spaced
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.model.diary import LogEntry

_ENTRY = r"(?i)(?:(?:the|my|number|entry|note|no\.?|nr\.?) +)*(?:no\.|nr\.|#)? *"
_BEHIND = r"(?:[:.,](?= |$))?(?: +(?P<rest>.+))?"
_NUMBER = rf"{_ENTRY}(?P<number>\d+|{'|'.join(NUMBER_WORDS[1:])}){_BEHIND}"
_LAST = r"(?i)(?:(?:the|my) +)?(?:very +)?(?:last|latest|newest|most recent)"
_OF_IT = (  # of the last walk nobody knows whether that is the last entry
    r"(?:one|entry|note|to|pain|peak|worst|highest|effort|leg|with|why|because|on|was|is|it|should|done|half|not|"
    r"without|no|skipped|did|all|\d+)"
)
_THE_LAST = rf"{_LAST}(?: +(?:one|entry|note)\b)?[:,]?(?:$| +(?P<rest>{_OF_IT}\b.*))"
_LONGEST = 61  # characters of a number: no entry has one as long, and a longer one is said back in brief
_ANOTHER_FIGURE = r"(?i)(?:minutes?|mins?|min|hours?|of (?:10|ten)|out of|/)\b"  # 25 min; 4 of 10


class EntryMeant(NamedTuple):
    """The number of an entry, or the last; None where no words say which; and the words that say what of it."""

    which: int | Literal["last"] | None
    rest: str = ""


def entry_meant(text: str) -> EntryMeant:
    """Which entry words begin with, if with any."""
    plain = " ".join(text.split())
    if found := re.fullmatch(_THE_LAST, plain):
        return EntryMeant("last", found["rest"] or "")
    found = re.fullmatch(_NUMBER, plain)
    if found is None or re.match(_ANOTHER_FIGURE, found["rest"] or ""):
        return EntryMeant(None, plain)
    figure = found["number"].lower()[:_LONGEST]
    return EntryMeant(int(figure) if figure.isdecimal() else number_said(figure), found["rest"] or "")


_DAY_NAMES = "|".join(name.lower() for name in WEEKDAY_NAMES.values())
_WHOSE = rf"(?i)(?:(?:the|my|last|that) +)*(?:(?P<day>today|yesterday|{_DAY_NAMES})(?:['’]?s)? +)?(?:(?:the|my) +)?"
_NUMBER_ALONE = (
    r"(?i)(?:(?:it|was|were|is|took|lasted|should|have|been|be|only|really|actually|to|for|not \d+|but)[ ,]+)*"
    r"(?P<many>\d{1,3})(?P<minutes> ?(?:m|mins?|minutes))?"
    r"(?:,? (?:and )?(?:not|instead of|rather than) \d{1,3}(?: ?m\w*)?)?"
)
_CALLED = {"morning": "morning waking", "session": "session workout exercises", "flare": "flare", "pause": "pause"}
SHARED = 4  # letters that two forms of a word have in common at least: walk, walking


class EntryOf(NamedTuple):
    """The day that words name an entry by, its own words, and what is to be changed of it."""

    day: str | None
    words: tuple[str, ...]

    def fits(self, entry: LogEntry) -> int:
        """How many of the first words name what an entry is of; none where it is of anything else."""
        called = _CALLED.get(entry.kind, spaced(entry.exercise or "").lower()).split()
        many = 0
        while many < len(self.words) and any(_same(self.words[many].lower().rstrip(",:"), word) for word in called):
            many += 1
        return many

    def rest(self, entry: LogEntry) -> str:
        """What words say behind those that name an entry; a number alone is the minutes of an activity, and the pain of
        a morning.
        """
        behind = " ".join(self.words[self.fits(entry) :])
        alone = re.fullmatch(_NUMBER_ALONE, behind)
        if alone and entry.kind == "activity":
            return f"{alone['many']} minutes"
        return f"pain {alone['many']}" if alone and entry.kind == "morning" and not alone["minutes"] else behind


def entry_of(text: str) -> EntryOf:
    """By what entry words may mean, as it is called: the walk was 25; today's walk 25 min."""
    whose = re.match(_WHOSE, text)
    assert whose is not None  # all of it may be missing
    return EntryOf(whose["day"], tuple(text[whose.end() :].split()))


def _same(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) >= SHARED and word[:SHARED] == other[:SHARED])


def of_these(meant: EntryOf, entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The entries of the last day that has any which words name."""
    named = [entry for entry in entries if meant.fits(entry)]
    last = max((entry.on for entry in named), default=None)
    return [entry for entry in named if entry.on == last]
