"""All printing goes through here: results to stdout, complaints to stderr, nothing that drives a terminal."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from backplan.errors import kept

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
NARROWEST, BROADEST = 40, 1000  # columns that are printed for, however many a terminal has, or says it has
_KEEP = {"\n", "\t"}


def safe(text: str) -> str:
    """The text without control characters (ESC and C1 included) and without marks that turn its direction round."""
    return text if text.isascii() and text.isprintable() else "".join(c for c in text if c in _KEEP or kept(c))


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

    width = min(_bounded(get_terminal_size().columns), WIDEST)
    lines = []
    for line in text.split("\n"):
        lead = re.match(r"\s*(?:\d+\. |[•·] |\S+ {2,})?", line)
        inset = " " * len(lead.group()) if lead else ""
        lines += wrap(line, width - 1, subsequent_indent=inset, break_on_hyphens=False) or [""]
    return "\n".join(lines)


def _fit(text: str, stream: TextIO) -> str:
    """The text in characters that the stream can show."""
    known = text if _encodable(stream) else text.translate(_ASCII)
    encoding = stream.encoding or "ascii"
    try:
        known.encode(encoding)
    except UnicodeEncodeError:  # a terminal may know our signs and not the person's letters
        return known.encode(encoding, "replace").decode(encoding)
    return known


def fit_to_ask(text: str) -> str:
    """The text of a question, in lines and characters that the terminal can show."""
    return _fit(wrapped(safe(text)), sys.stdout)


_unwritten: list[OSError] = []


def unwritten() -> OSError | None:
    """Why a result could not be written, if one could not since this was last asked."""
    found = _unwritten[0] if _unwritten else None
    _unwritten.clear()
    return found


def _send(text: str, stream: TextIO) -> None:
    """Write; where that fails the command still goes on to its end, so that neither what it records nor whether it
    stops hangs on a full disk under its words.
    """
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        let_go(stream)
    except OSError as error:
        let_go(stream)
        if stream is sys.stdout:
            _unwritten.append(error)


def let_go(stream: TextIO) -> None:
    """Lose what is written to a stream from now on, and what of it still waits to be written."""
    with suppress(OSError, ValueError):  # a stream without a file behind it
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
    _send("".join(c if c == "\n" or kept(c) else f"\\u{ord(c):04x}" for c in text) + "\n", sys.stdout)


def lines(texts: Iterable[str]) -> None:
    """Lines of result, for pipes and screen readers."""
    for text in texts:
        say(text)


def show(make: Callable[[int], Iterable[RenderableType]]) -> None:
    """Rich renderables, made for the width of the terminal (80 columns in a pipe)."""
    from rich.console import Console
    from rich.segment import Segment, Segments

    # It would read both itself, and end where they are no numbers.
    around = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
    console = Console(width=_given_columns(), highlight=False, emoji=False, markup=False, _environ=around)
    console.width = _bounded(console.width)
    with console.capture() as captured:
        for part in make(console.width):
            console.print(Segments([Segment(safe(s.text), s.style) for s in console.render(part)]), end="")
    _send(_fit(captured.get(), sys.stdout), sys.stdout)


def _given_columns() -> int | None:
    """The number in COLUMNS; None where it holds none that is one of columns."""
    try:
        return int(os.environ.get("COLUMNS", ""))
    except ValueError:
        return None


def _bounded(columns: int) -> int:
    return max(NARROWEST, min(columns, BROADEST))
