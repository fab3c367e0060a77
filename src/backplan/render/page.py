"""A page of a terminal: how wide and high it is, the signs it can show, and lines of styled words that fit on it."""

import re
from itertools import accumulate, takewhile
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.segment import Segment, Segments
from rich.style import Style

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.table import Table

COMMAND, TIED = re.compile(r"`[^`]*`"), "\u2007"  # a command is not broken over two lines
FILL = "\ufdd0"  # stands beside a letter that takes two columns while lines are broken; no letter of any script
WIDEST = 150  # columns; over it nothing stretches
NARROW = 60  # columns under which a place, a label or a fixed column of doses has no room
AIR = 2  # columns between two texts at least
NARROW_INDENT = 2  # columns that lines are set in by under their word
LABEL = 10  # columns that the word before a line takes, with the air after it

# Colour is meaning, and each has a word, a sign or a weight beside it: red is stop and nothing else. Cyan is for signs,
# bars and figures alone, as green is: as text they are too pale on white (3.5 to 1 at best), so what one reads or types
# is bold. Dim is for days gone by and for lines that say nothing: some terminals show it at less than 3 to 1. What is a
# therapist's says so in words: magenta is too dark on black (2.4 to 1). A stop that stands is white on red.
STOP, DONE, NOW, COMMANDS, PAST, RULE, HEAD = "red", "green", "cyan", "bold", "dim", "dim", "bold"
THERAPISTS, ALARM = "bold", "bold reverse red on bright_white"
HERE = "reverse"  # where somebody is: lost in no terminal without colours

Piece = tuple[str, str]  # words and their style
Line = list[Piece]


class Glyphs(NamedTuple):
    """The signs of a page; each takes one column, but the tick of ASCII, which is a word of two."""

    done: str = "✓"
    part: str = "½"
    let_go: str = "–"
    now: str = "►"
    box: str = "□"
    got: str = "━"
    mark: str = "┃"
    to_go: str = "─"
    rule: str = "─"
    times: str = "×"
    towards: str = "→"
    between: str = " · "
    full: str = "█"
    dot: str = "●"
    ring: str = "○"

    def tick(self, done: str | None) -> str:
        """The sign of what became of a day: all, part or no; nothing where nobody has said."""
        return {"all": self.done, "part": self.part, "no": self.let_go}.get(done or "", "")


SIGNS = Glyphs()
ASCII = Glyphs("ok", "~", "-", ">", "_", "#", "|", ".", "-", "x", ">", ", ", "#", "#", ".")


WHOLE = "backplan week --full"


ENDLESS = 10**6  # rows


class Page(NamedTuple):
    """What a screen is drawn for. ``height`` is None where there is no end to it, as in a pipe; ``paged``: what is
    longer goes through a pager; ``whole``: what shows all of a week that has no room.
    """

    width: int
    height: int | None = None
    glyphs: Glyphs = SIGNS
    paged: bool = False
    whole: str = WHOLE

    @property
    def rows(self) -> int:
        """The rows of the screen; more than anything takes where there is no end to it."""
        return self.height or ENDLESS

    @property
    def room(self) -> int:
        """The columns between the margins of one column on either side."""
        return min(self.width, WIDEST) - 2

    @property
    def beside(self) -> int:
        """The columns beside a word."""
        return self.room - (NARROW_INDENT if self.narrow else LABEL)

    @property
    def narrow(self) -> bool:
        """Whether labels and fixed columns have no room."""
        return self.width < NARROW


def columns(text: str) -> int:
    """The columns that a text takes in a terminal, where some letters take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text with spaces after it (or before it) up to some columns."""
    space = " " * (width - columns(text))
    return space + text if right else text + space


def wrapped(text: str, width: int, *, indent: int = 0) -> list[str]:
    """The text in lines of some columns at most, later lines set in; a command in backticks stays on one line."""
    most = width - indent

    def tied(found: re.Match[str]) -> str:
        return found[0].replace(" ", TIED) if len(found[0]) <= most else found[0]

    whole = COMMAND.sub(tied, text)
    if columns(whole) > len(whole):
        whole = "".join(letter + FILL * (columns(letter) - 1) for letter in whole)
        width -= 1  # a long word may be broken between a letter and what stands for its second column
    lines = _broken(whole, max(1, width), indent)
    return [line.replace(TIED, " ").replace(FILL, "") for line in lines] or [""]


WIDOW = 7  # letters of a last line that looks forgotten
GIVEN_WAY = 12  # columns that the lines above may lose for it


def _broken(text: str, width: int, indent: int) -> list[str]:
    """The text in lines; a last one of a short word gets another word from the line above, if there is room there."""
    lines = wrap(text, width, subsequent_indent=" " * indent, break_on_hyphens=False)
    if len(lines) < 2 or columns(lines[-1].strip()) > WIDOW:
        return lines
    for narrower in range(width - 1, max(width - GIVEN_WAY, 1), -1):
        found = wrap(text, narrower, subsequent_indent=" " * indent, break_on_hyphens=False)
        if len(found) > len(lines):
            break
        if columns(found[-1].strip()) > WIDOW:
            return found
    return lines


def styled(text: str, style: str = "") -> Line:
    """A line of one style, what can be typed in it in the style of commands."""
    pieces: Line = []
    start = 0
    for found in COMMAND.finditer(text):
        pieces += [(text[start : found.start()], style), (found[0], COMMANDS)]
        start = found.end()
    return [piece for piece in (*pieces, (text[start:], style)) if piece[0]]


def labelled(label: Piece, text: str, page: Page) -> list[Line]:
    """A word and a text beside it that wraps under itself; under the word where the page is narrow."""
    word, style = label
    if page.narrow:
        first, *rest = wrapped(f"{word} {text}".strip(), page.room, indent=NARROW_INDENT)
        return [[(word, style), *styled(first[len(word) :])], *map(styled, rest)]
    return beside(label, map(styled, wrapped(text, page.room - LABEL)), page)


def beside(label: Piece, body: "Iterable[Line]", page: Page) -> list[Line]:
    """Lines with a word before the first of them; above it where the page is narrow."""
    word, style = label
    if page.narrow:
        return [[label], *([(" " * NARROW_INDENT, ""), *line] for line in body)]
    leads: list[Piece] = [(padded(word, LABEL), style)]
    return [[leads.pop() if leads else (" " * LABEL, ""), *line] for line in body]


def apart(left: Piece, right: Piece, page: Page) -> list[Line]:
    """Two texts at the two ends of a line; under each other where one line has no room for both."""
    space = page.room - columns(left[0]) - columns(right[0])
    if space >= AIR:
        return [[left, (" " * space, ""), right]]
    return [[(line, style)] for text, style in (left, right) for line in wrapped(text, page.room, indent=AIR)]


def lines(found: "Iterable[Sequence[Piece]]") -> Segments:
    """Lines as they are printed, a column of margin before each."""
    segments: list[Segment] = []
    for line in found:
        if line:
            segments.append(Segment(" "))
        segments += [Segment(text, Style.parse(style)) for text, style in line]
        segments.append(Segment("\n"))
    return Segments(segments)


def cell(found: "Sequence[Sequence[Piece]]") -> Segments:
    """A cell of a table: lines that fit its column already, so that nothing is left to measure or to break."""
    segments: list[Segment] = []
    for number, line in enumerate(found):
        if number:
            segments.append(Segment("\n"))
        segments += [Segment(text, Style.parse(style)) for text, style in line]
    return Segments(segments)


def cut(line: "Sequence[Piece]", widths: "Sequence[int]") -> list[Line]:
    """A line that runs over all columns of a table, cut into one line a column."""
    cells: list[Line] = [[] for _ in widths]
    number, left = 0, widths[0]
    for text, style in line:
        rest = text
        while number < len(widths) - 1 and columns(rest) > left:
            if head := _head(rest, left):
                cells[number].append((head, style))
            rest, number = rest[len(head) :], number + 1
            left = widths[number]
        cells[number].append((rest, style))
        left -= columns(rest)
    return cells


def _head(text: str, width: int) -> str:
    """The letters from the front of a text that have room in some columns."""
    if text.isascii():
        return text[: max(0, width)]
    taken = accumulate(map(columns, text))
    return text[: sum(1 for _ in takewhile(lambda columns: columns <= width, taken))]


def bare_table(widths: "Sequence[int]") -> "Table":
    """A table without lines, of columns of set widths; the cells bring their own air, because measuring, padding and
    wrapping every cell is most of the time that showing a week takes.
    """
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for width in widths:
        table.add_column(width=width, overflow="fold")
    return table
