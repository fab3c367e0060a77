"""All printing goes through here: results to stdout, complaints to stderr, nothing that drives a terminal."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

from backplan.cli.terminal import paging
from backplan.errors import UsageError, kept
from backplan.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import Console, RenderableType
    from rich.text import Text

    from backplan.render.page import Page

# For a terminal or pipe that knows only ASCII.
_ASCII = {
    ord(k): v
    for k, v in {
        "×": "x",
        "─": "-",
        "•": "*",
        "✓": "+",
        "½": "~",
        "·": "|",
        "–": "-",
        "—": "-",
        "…": "...",
        "’": "'",
        "“": '"',
        "”": '"',
        "~": "~",
    }.items()
}
WIDEST = 100  # columns; longer lines are hard to read
LONGEST_WORD, LONGEST_PATH, LONGEST_LINE = 60, 1000, 2000  # characters of a complaint, in which anything may be typed
LARGEST = 1 << 18  # characters of a screen that is kept
LOWEST = 16  # rows of a screen on which a list can be moved about in
NARROWEST, BROADEST = 40, 1000  # columns that are printed for, however many a terminal has, or says it has


def _encodable(stream: TextIO) -> bool:
    return can_show("✓·×─½►□━→█●○", stream)


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
    sendable = text if _encodable(stream) else text.translate(_ASCII)
    encoding = stream.encoding or "ascii"
    try:
        sendable.encode(encoding)
    except UnicodeEncodeError:  # a terminal may know our signs and not the person's letters
        return sendable.encode(encoding, "replace").decode(encoding)
    return sendable


def fitting(text: str) -> str:
    """The text in characters that the terminal can show."""
    return _fit(safe(text), sys.stdout)


def fit_to_ask(text: str) -> str:
    """The text of a question, in lines and characters that the terminal can show."""
    asked()
    return _fit(wrapped(safe(text)), sys.stdout)


_unwritten: list[OSError] = []


class _Screen:
    """What a run printed; no screen by itself once it asked, complained, could not be written, or is too long for one
    that is kept.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.letters = 0
        self.alone = True

    def add(self, text: str) -> None:
        """More that was printed."""
        self.letters += len(text)
        self.alone &= self.letters <= LARGEST
        self.texts.append(text)
        if not self.alone:
            self.texts.clear()


_screens = [_Screen()]


def run_begun() -> None:
    """A new run of a command: it has shown nothing yet."""
    _screens[:] = [_Screen()]


def asked() -> None:
    """What this run prints hangs on what somebody answers, so nothing of it waits."""
    _screens[0].alone = False
    _let_out()
    _pages.clear()


def screen() -> str:
    """All that this run printed, if it is a screen by itself; else nothing."""
    return "".join(_screens[0].texts) if _screens[0].alone else ""


def unwritten() -> OSError | None:
    """Why a result could not be written, if one could not since this was last asked."""
    found = _unwritten[0] if _unwritten else None
    _unwritten.clear()
    return found


def _send(text: str, stream: TextIO) -> None:
    """Write; where that fails the command still goes on to its end, so that neither what it records nor whether it
    stops hangs on a full disk under its words.
    """
    _screens[0].add(text)
    _screens[0].alone &= stream is sys.stdout
    if _pages and stream is sys.stdout:
        _pages[0].append(text)
    else:
        _written(partial(stream.write, text), stream)


def _written(write: Callable[[], Any], stream: TextIO) -> None:
    try:
        write()
        stream.flush()
    except BrokenPipeError:
        let_go(stream)
    except OSError as error:
        let_go(stream)
        if stream is sys.stdout:
            _unwritten.append(error)


_pages: list[list[str]] = []  # what is printed as one page and waits until all of it is there


@contextmanager
def one_page() -> Iterator[None]:
    """All results that are printed meanwhile are one page, which goes through a pager where it is longer than the
    terminal.
    """
    if _pages or not sys.stdout.isatty():
        yield
        return
    _pages.append([])
    try:
        yield
    finally:
        from shutil import get_terminal_size

        text = "".join(_pages[0]) if _pages else ""
        if text.count("\n") >= get_terminal_size().lines and paging.page(text, sys.stdout):
            _pages.clear()
            asked()  # the pager has the terminal
        _let_out()
        _pages.clear()


def _let_out() -> None:
    """Write what waits."""
    if _pages and (text := "".join(_pages[0])):
        _pages[0].clear()
        _written(partial(sys.stdout.write, text), sys.stdout)


def let_go(stream: TextIO) -> None:
    """Lose what is written to a stream from now on, and what of it still waits to be written."""
    _screens[0].alone = False
    with suppress(OSError, ValueError):  # a stream without a file behind it
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str) -> None:
    """A line of result."""
    _write(text, sys.stdout)


def complain(text: str) -> None:
    """A line of complaint; what was printed before it comes first, if anybody still reads that. What was typed may be
    of any length; it is said back in brief.
    """
    _let_out()
    with suppress(OSError):
        sys.stdout.flush()
    _write(_in_brief(text), sys.stderr)


_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def _in_brief(text: str) -> str:
    """A text whose words end where nobody reads on, marked by dots; so are the middles of lines, which say at their end
    what to do. A path may be longer than a word.
    """
    if len(text) <= LONGEST_WORD:
        return text
    brief = _LONG_WORD.sub(
        lambda found: _cut(found[0], LONGEST_PATH if re.search(r"[/\\]", found[0]) else LONGEST_WORD), text
    )
    return "\n".join(_without_middle(line) for line in brief.split("\n"))


def _without_middle(line: str) -> str:
    half = LONGEST_LINE // 2
    return line if len(line) <= LONGEST_LINE else f"{line[:half]} ... {line[-half:]}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}..."


def alarm(sentence: str) -> None:
    """A complaint that cannot wait: behind a red word where somebody at a terminal sees it."""
    if not sys.stderr.isatty() or is_dumb():
        complain(sentence)
        return
    from backplan.render import emergency
    from backplan.render.page import lines as drawn

    console = _console(sys.stderr)
    with console.capture() as captured:
        console.print(drawn(emergency.alarm(safe(sentence), _page(console))), end="")
    with suppress(OSError):
        sys.stdout.flush()
    _send(_fit(captured.get(), sys.stderr), sys.stderr)


def document(value: Any) -> None:
    """One JSON document, and nothing else; nothing at all where part of it cannot be read."""
    from backplan.files.streamed import json_text, once_whole

    with one_page():
        for text in once_whole(json_text(value, indent=2, ascii_only=not _encodable(sys.stdout))):
            unsafe = {ord(c): f"\\u{ord(c):04x}" for c in set(text) if c != "\n" and not kept(c)}
            _send(text.translate(unsafe) if unsafe else text, sys.stdout)
        _send("\n", sys.stdout)


def raw(content: bytes) -> None:
    """A whole file as the result, byte by byte, for a pipe. Raises UsageError where a terminal would show it."""
    if sys.stdout.isatty():
        raise UsageError("--out - is for a pipe: name a file, or send it on, like `... --out - > week.html`")
    _written(partial(sys.stdout.buffer.write, content), sys.stdout)


def lines(texts: Iterable[str]) -> None:
    """Lines of result, for pipes and screen readers."""
    for text in texts:
        say(text)


def show(make: Callable[[int], Iterable[RenderableType]]) -> None:
    """Rich renderables, made for the width of the terminal (80 columns in a pipe)."""
    show_page(lambda page: make(page.width))


def show_page(make: Callable[[Page], Iterable[RenderableType]]) -> None:
    """Rich renderables, made for the page of the terminal; what is longer than it goes through the person's pager."""
    from rich.segment import Segment, Segments

    console = _console()
    on = _page(console)
    with console.capture() as captured:
        for part in make(on):
            console.print(Segments([Segment(safe(s.text), s.style) for s in console.render(part)]), end="")
    with one_page():
        _send(_fit(captured.get(), sys.stdout), sys.stdout)


def read(texts: Iterable[str]) -> None:
    """Lines of result that are read as a page."""
    with one_page():
        lines(texts)


def overflows(texts: Iterable[str]) -> bool:
    """Whether lines are longer than a terminal in which no pager shows them."""
    on = page()
    rows_taken = sum(wrapped(text).count("\n") + 1 for text in texts)
    return on.height is not None and not on.paged and rows_taken >= on.height


def help_text(text: str) -> None:
    """What a command is and takes, in lines that fit already."""
    with one_page():
        _send(_fit(safe(text), sys.stdout) + "\n", sys.stdout)


def rows(make: Callable[[Page], Iterable[Sequence[tuple[str, str]]]]) -> None:
    """Lines of styled words without a margin, made for the page of the terminal; the last is left open."""
    from backplan.render.page import cell

    show_page(lambda page: [cell([*make(page)])])


def rows_printed(found: Iterable[RenderableType], on: Page) -> int:
    """The rows that a page takes, measured as it is printed."""
    console = _console()
    options = console.options.update(width=on.width)
    return sum(segment.text.count("\n") for part in found for segment in console.render(part, options))


def new_page() -> None:
    """An empty screen; what stood on the last one is above it, where one can scroll to."""
    _send("\n" * (page().height or 0) + "\x1b[H\x1b[J", sys.stdout)


def offer(keys: Iterable[tuple[str, str]]) -> None:
    """A line of keys and what each does, on which the cursor stays."""
    from backplan.render.page import COMMANDS, cell

    line = [piece for key, does in keys for piece in (("   ", ""), (key, COMMANDS), (f" {does}", ""))]
    show_page(lambda _: [cell([[(" ", ""), *line[1:]]])])


def taken_away() -> None:
    """The line that the cursor is on is empty again."""
    _send("\r\x1b[K", sys.stdout)


def page() -> Page:
    """What is shown on."""
    return _page(_console())


@contextmanager
def full_screen() -> Iterator[Callable[[Callable[[Page], Sequence[Text]]], None]]:
    """A screen of its own, which is gone afterwards; gives what draws it anew, from the rows for a page."""
    from rich.console import Group
    from rich.live import Live

    asked()
    console = _console()
    # What it would put in the place of stdout does not know which letters that can show.
    with Live(console=console, screen=True, auto_refresh=False, redirect_stdout=False, redirect_stderr=False) as live:

        def draw(make: Callable[[Page], Sequence[Text]]) -> None:
            console.width = _console().width  # the window may be another by now; its rows are asked for each time
            rows = [row.copy() for row in make(_page(console))]
            for row in rows:
                row.plain, row.no_wrap, row.overflow = _fit(safe(row.plain), sys.stdout), True, "crop"
            live.update(Group(*rows), refresh=True)

        yield draw


def can_show(letters: str, stream: TextIO | None = None) -> bool:
    """Whether a stream (stdout, if none is named) knows some letters."""
    try:
        letters.encode((stream or sys.stdout).encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def can_move() -> bool:
    """Whether one can move about on the terminal, and it has room for a list."""
    if is_dumb() or (os.name == "posix" and not os.environ.get("TERM")):
        return False
    from shutil import get_terminal_size

    size = get_terminal_size()
    return size.columns >= NARROWEST and size.lines >= LOWEST


def is_dumb() -> bool:
    """Whether the terminal can only print one line after another."""
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def ring() -> None:
    """The bell of the terminal."""
    _send("\a", sys.stdout)


def _console(stream: TextIO | None = None) -> Console:
    from rich.console import Console

    # It would read both itself, and end where they are no numbers.
    around = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
    console = Console(file=stream, width=_given_columns(), highlight=False, emoji=False, markup=False, _environ=around)
    console.width = _bounded(console.width)
    return console


def _page(console: Console) -> Page:
    """What is shown on: a terminal of so many rows, or a pipe without an end."""
    from backplan.render.page import ASCII, SIGNS, Page

    height = console.height if sys.stdout.isatty() else None
    glyphs = SIGNS if _signs_are_narrow() and _encodable(sys.stdout) else ASCII
    return Page(console.width, height, glyphs, paging.chosen() is not None)


def _signs_are_narrow() -> bool:
    """Whether each sign takes one column: where letters take two, many a terminal gives two to signs as well."""
    languages = (os.environ.get(key) for key in ("LC_ALL", "LC_CTYPE", "LANG"))
    return not next(filter(None, languages), "").startswith(("ja", "ko", "zh"))


def _given_columns() -> int | None:
    """The number in COLUMNS; None where it holds none that is one of columns."""
    try:
        return int(os.environ.get("COLUMNS", ""))
    except ValueError:
        return None


def _bounded(columns: int) -> int:
    return max(NARROWEST, min(columns, BROADEST))
