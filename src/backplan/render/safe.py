"""What is shown of any text: nothing in it drives a terminal, turns the direction of letters, or ends a line unseen."""

from __future__ import annotations

import re

from backplan.errors import kept

MARK = "\N{REPLACEMENT CHARACTER}"
_UNREAD = "[\ud800-\udfff]+"  # compiled when first met: a text seldom holds any
_KEEP = {"\n", "\t"}


def safe(text: str) -> str:
    """The text without control characters (ESC and C1 included) and without marks that turn its direction round; what
    was no text is marked.
    """
    if text.isprintable():
        return text
    return "".join(c for c in whole(text) if c in _KEEP or kept(c))


def line(text: str) -> str:
    """The text in one line, with single blanks, and nothing in it that ``safe`` would take out."""
    return " ".join(safe(text).split())


def whole(text: str) -> str:
    """The text with bytes that could not be read as letters: as UTF-8 where they are, elsewhere each with a mark in its
    place, so that nobody thinks a word is whole that is not.
    """
    return text if text.isprintable() else re.sub(_UNREAD, _letters, text)


def _letters(found: re.Match[str]) -> str:
    try:
        return found[0].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # halves of characters, and no bytes
        return MARK * len(found[0])
