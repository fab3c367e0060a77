"""Which entry of the diary is meant, and what else is said of it: #3 pain 4; entry 3; the last one was 25 minutes."""

from __future__ import annotations

import re
from typing import Literal

from backplan.model.said_numbers import number_said
from backplan.model.wording import NUMBER_WORDS
from backplan.named_tuple import NamedTuple

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
