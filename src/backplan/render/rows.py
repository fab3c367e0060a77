"""A table of plain text, however many rows it has: Rich's own takes a quarter of a millisecond for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions

BESIDE = 2  # columns around a text, one on either side
_HEAD = Style(bold=True)


class Rows:
    """Rows of texts under a head and a line, each text wrapped within the width of its column.

    ``widths`` gives the width of each column from that of all their texts together. With ``framed``, an empty line
    stands above and below, and an empty column on either side.
    """

    def __init__(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Callable[[int], Sequence[int]],
        *,
        framed: bool = False,
    ) -> None:
        self._head, self._rows, self._widths, self._framed = head, rows, widths, framed

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """What Rich prints: a line after the other."""
        edge = " " if self._framed else ""
        spent = (BESIDE + 1) * len(self._head) - 1 + 2 * len(edge)
        widths = self._widths(options.max_width - spent)
        empty = " " * (sum(widths) + spent)
        around = [empty] if self._framed else []
        yield from _lines(around)
        yield from _lines(self._laid(self._head, widths, console), _HEAD)
        yield from _lines([f"{edge}{'─' * (len(empty) - 2 * len(edge))}{edge}"])
        for row in self._rows:
            yield from _lines(self._laid(row, widths, console))
        yield from _lines(around)

    def _laid(self, row: Sequence[str], widths: Sequence[int], console: Console) -> Iterator[str]:
        """The lines of one row."""
        edge = " " if self._framed else ""
        cells = [_wrapped(text, width, console) for text, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = (
                cell[number] if number < len(cell) else " " * width for cell, width in zip(cells, widths, strict=True)
            )
            yield f"{edge} {'   '.join(parts)} {edge}"


def _lines(texts: Iterable[str], style: Style | None = None) -> Iterator[Segment]:
    for text in texts:
        yield Segment(text, style)
        yield Segment.line()


def _wrapped(text: str, width: int, console: Console) -> list[str]:
    """A text in lines of a width."""
    if text.isprintable() and (room := width - cell_len(text)) >= 0:
        return [text + " " * room]
    words = text.split(" ")
    if text.isprintable() and "" not in words and max(map(cell_len, words)) <= width:
        return list(_filled(words, width))
    return [line.plain for line in Text(text).wrap(console, width, justify="left", overflow="fold")]


def _filled(words: Sequence[str], width: int) -> Iterator[str]:
    """Words in lines of a width, as many in each as it holds: what Rich makes of them, in a third of its time."""
    line, taken = words[0], cell_len(words[0])
    for word in words[1:]:
        if (more := taken + 1 + cell_len(word)) <= width:
            line, taken = f"{line} {word}", more
        else:
            yield line + " " * (width - taken)
            line, taken = word, cell_len(word)
    yield line + " " * (width - taken)
