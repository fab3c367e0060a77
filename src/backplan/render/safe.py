"""What is shown of any text: nothing in it drives a terminal, turns the direction of letters, or ends a line unseen."""

from __future__ import annotations

_KEEP = {"\n", "\t", "\u200c", "\u200d"}  # ZWNJ and ZWJ join letters in some scripts


def safe(text: str) -> str:
    """The text without control characters (ESC and C1 included) and without marks that turn its direction round."""
    return text if text.isascii() and text.isprintable() else "".join(c for c in text if c in _KEEP or shown(c))


def shown(char: str) -> bool:
    """Whether a character is one that may be shown."""
    return (
        not "\ud800" <= char <= "\udfff"
        and char >= " "
        and not "\x7f" <= char <= "\x9f"
        and char not in "\u200e\u200f\u061c\u2028\u2029"
        and not ("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069")
    )
