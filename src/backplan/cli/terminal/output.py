"""All printing goes through here: results to stdout, complaints to stderr, nothing that drives a terminal."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType

# For a terminal or pipe that knows only ASCII.
_ASCII = {
    ord(k): v
    for k, v in {
        "×": "x",
        "─": "-",
        "•": "*",
        "✓": "+",
        "·": "|",
        "–": "-",
        "—": "-",
        "…": "...",
        "’": "'",
        "~": "~",
    }.items()
}
WIDEST = 100  # columns; longer lines are hard to read
_KEEP = {"\n", "\t", "\u200c", "\u200d"}  # ZWNJ and ZWJ join letters in some scripts


def safe(text: str) -> str:
    """The text without control characters (ESC and C1 included) and without marks that turn its direction round."""
    return text if text.isascii() and text.isprintable() else "".join(c for c in text if c in _KEEP or _shown(c))


def _shown(char: str) -> bool:
    return (
        not "\ud800" <= char <= "\udfff"
        and char >= " "
        and not "\x7f" <= char <= "\x9f"
        and char not in "\u200e\u200f\u061c\u2028\u2029"
        and not ("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069")
    )


def _encodable(stream: TextIO) -> bool:
    try:
        "✓·×─".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _write(text: str, stream: TextIO) -> None:
    """Write a line; a reader that went away is no error of ours, and what comes after it still happens."""
    _send(_fit(wrapped(safe(text), stream), stream) + "\n", stream)


def wrapped(text: str, stream: TextIO | None = None) -> str:
    """The text broken between words for a terminal, later lines set in under the first, or under its second column
    where it has two; unchanged in a pipe.
    """
    stream = stream or sys.stdout
    if not stream.isatty():
        return text
    from shutil import get_terminal_size
    from textwrap import wrap

    width = min(_columns() or get_terminal_size().columns, WIDEST)
    lines = []
    for line in text.split("\n"):
        lead = re.match(r"\s*(?:\d+\. |[•·] |\S+ {2,})?", line)
        inset = " " * len(lead.group()) if lead else ""
        lines += wrap(line, width - 1, subsequent_indent=inset, break_on_hyphens=False) or [""]
    return "\n".join(lines)


def _fit(text: str, stream: TextIO) -> str:
    """The text in characters that the stream can show."""
    if _encodable(stream):
        return text
    encoding = stream.encoding or "ascii"
    return text.translate(_ASCII).encode(encoding, "replace").decode(encoding)


def _send(text: str, stream: TextIO) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str) -> None:
    """A line of result."""
    _write(text, sys.stdout)


def complain(text: str) -> None:
    """A line of complaint; what was printed before it comes first, if anybody still reads that."""
    with suppress(OSError):
        sys.stdout.flush()
    _write(text, sys.stderr)


def document(value: Any) -> None:
    """One JSON document, and nothing else."""
    import json

    text = json.dumps(value, ensure_ascii=not _encodable(sys.stdout), indent=2)
    _send("".join(c if c == "\n" or _shown(c) else f"\\u{ord(c):04x}" for c in text) + "\n", sys.stdout)


def lines(texts: Iterable[str]) -> None:
    """Lines of result, for pipes and screen readers."""
    for text in texts:
        say(text)


def show(make: Callable[[int], Iterable[RenderableType]]) -> None:
    """Rich renderables, made for the width of the terminal (80 columns in a pipe)."""
    from rich.console import Console
    from rich.segment import Segment, Segments

    console = Console(width=_columns(), highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        for part in make(console.width):
            console.print(Segments([Segment(safe(s.text), s.style) for s in console.render(part)]), end="")
    _send(_fit(captured.get(), sys.stdout), sys.stdout)


def _columns() -> int | None:
    given = os.environ.get("COLUMNS", "")
    return max(40, int(given)) if given.isdecimal() else None
