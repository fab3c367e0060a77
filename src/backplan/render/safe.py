"""What is shown of any text: nothing in it drives a terminal, turns the direction of letters, or ends a line unseen."""

from __future__ import annotations

from backplan.errors import kept

_KEEP = {"\n", "\t"}


def safe(text: str) -> str:
    """The text without control characters (ESC and C1 included) and without marks that turn its direction round."""
    return text if text.isascii() and text.isprintable() else "".join(c for c in text if c in _KEEP or kept(c))
