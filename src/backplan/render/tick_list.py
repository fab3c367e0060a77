"""How a list to tick looks: as many of its entries as the screen holds, around the one where somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple
from backplan.render.page import COMMANDS, DONE, HEAD, HERE, NOW, RULE, Line, Page, columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAD = 10  # columns before the words of an entry: the pointer, the box, the number
APART = "   "  # between two keys
LEAST = 3  # rows of a list at least, however low the screen


class TickLine(NamedTuple):
    """One answer of a list; ``head`` stands above it where a new part of the list begins."""

    number: int
    words: str
    ticked: bool
    here: bool
    head: str = ""


class DrawnList(NamedTuple):
    """A list to draw. ``below`` stands under it; ``looking``: letters were typed; ``enter`` is what
    that key does, or nothing; ``last`` is the entry that stands at
    its end, if it is told of.
    """

    question: str
    about: str
    entries: Sequence[TickLine]
    below: str
    ticked: Sequence[str]
    one: bool
    back: bool
    looking: bool
    enter: str
    last: str


def heading(title: str, number: int, of: int, answer: str, page: Page) -> list[Line]:
    """What is asked about, how far somebody has come as a bar of as many parts as there are sections, and what was told
    on the page before.
    """
    part = max(1, (page.room + 1) // of - 1)
    parts = [(page.glyphs.got, HEAD)] * number + [(page.glyphs.to_go, RULE)] * (of - number)
    bar: Line = [(f"{sign * part} ", style) for sign, style in parts]
    bar[-1] = (bar[-1][0].rstrip(), bar[-1][1])
    asked: list[Line] = [[(title, HEAD)]] if title else []
    under: list[Line] = [[(line, "")] for line in wrapped(answer, page.room)] if answer else []
    return [bar, *asked, *under, []]


def rows(shown: DrawnList, top: Sequence[Line], page: Page) -> list[Line]:
    """The screen: the lines of ``top``, the question, the entries, what is said of them, and the keys."""
    entries = [_entry(each, page, one=shown.one) for each in shown.entries]
    most, many = page.rows - 1, sum(map(len, entries))
    for head, foot in _layouts(shown, top, page):
        if many + len(head) + len(foot) <= most:
            break
    else:
        foot = [*_lines_under(shown, page), *_keys(shown, page, whole=False)]
    return [*head, *_around(shown, entries, max(LEAST, most - len(head) - len(foot)), page), *foot]


def whole(shown: DrawnList, top: Sequence[Line], page: Page) -> bool:
    """Whether all entries of a list are in sight at once."""
    *_, (head, foot) = _layouts(shown, top, page)
    entries = [_entry(each, page, one=shown.one) for each in shown.entries]
    return sum(map(len, (head, foot, *entries))) < page.rows


def _layouts(shown: DrawnList, top: Sequence[Line], page: Page) -> Iterator[tuple[list[Line], list[Line]]]:
    """What stands above the entries and under them, with ever less air: every entry in sight is worth more."""
    asked: list[Line] = [*top, *([(line, HEAD)] for line in wrapped(shown.question, page.room))]
    asked += [[(line, "")] for line in wrapped(shown.about, page.room)] if shown.about else []
    below, keys = _lines_under(shown, page), _keys(shown, page, whole=True)
    air: list[Line] = [] if shown.one else [[]]
    yield [*asked, *air], [*air, *below, [], *keys]
    yield asked, [*below, [], *keys]
    yield [line for line in asked if line], [*below, *keys]
    yield [line for line in asked if line], [*(below if shown.below else []), *keys]


def _lines_under(shown: DrawnList, page: Page) -> list[Line]:
    return [[(line, "")] for line in wrapped(_under(shown, page), page.room) if line]


def _under(shown: DrawnList, page: Page) -> str:
    if shown.below or shown.one or not shown.ticked:
        return shown.below
    counted = f"{len(shown.ticked)} ticked"
    whole = f"{counted}: {'; '.join(shown.ticked)}"
    return whole if columns(whole) <= page.room else counted


def _entry(each: TickLine, page: Page, *, one: bool) -> list[Line]:
    box = "" if one else ("[x] " if each.ticked else "[ ] ")
    lead = LEAD - len("[x] ") if one else LEAD
    pointer = page.glyphs.now if each.here else " "
    style = HERE if each.here else HEAD if each.ticked else ""
    first, *rest = wrapped(each.words, max(20, page.room - lead))
    lines: list[Line] = [[(line, "")] for line in wrapped(each.head, page.room)] if each.head else []
    lines.append(
        [(f"{pointer} ", NOW), (box, DONE if each.ticked else ""), (f"{each.number:>2}  ", ""), (first, style)]
    )
    return [*lines, *([(" " * lead, ""), (line, style)] for line in rest)]


def _around(shown: DrawnList, entries: Sequence[list[Line]], room: int, page: Page) -> list[Line]:
    """As many whole entries as there is room for, the one where somebody is among them; the rest is counted."""
    here = next((place for place, each in enumerate(shown.entries) if each.here), 0)
    first = last = here
    left = room - len(entries[here]) - 2 if entries else 0  # two rows tell how many more there are
    for step in _outwards(here, len(entries)):
        if (left := left - len(entries[step])) < 0:
            break
        first, last = min(first, step), max(last, step)
    whole = sum(map(len, entries)) <= room
    first, last = (0, len(entries) - 1) if whole else (first, last)
    found = [line for entry in entries[first : last + 1] for line in entry]
    if first:
        found.insert(0, _more(f"{first} more above", page))
    if last < len(entries) - 1:
        at_end = f", then: {shown.last}" if shown.last else ""
        found.append(_more(f"{len(entries) - 1 - last} more below{at_end}", page))
    return found if len(found) <= room else entries[here][:room]  # a screen too low to tell how many more there are


def _more(text: str, page: Page) -> Line:
    return [(" " * min(LEAD, page.room - columns(text)), ""), (text, "")]


def _outwards(here: int, many: int) -> Iterator[int]:
    """The places around one, two after it for each before it, and what is left on the one side or the other."""
    before, after = iter(range(here - 1, -1, -1)), iter(range(here + 1, many))
    for number in range(2 * many):
        if (place := next(before if number % 3 == 0 else after, None)) is not None:
            yield place
    yield from (*before, *after)


def _keys(shown: DrawnList, page: Page, *, whole: bool) -> list[Line]:
    """What the keys do, as many as a line has room for. ``whole``: all entries are in sight, none is to be found."""
    arrows = "up down" if page.glyphs.box == "_" else "↑↓"
    find = [] if whole else [("letters", "find")]
    enter = [("enter", shown.enter)] if shown.enter else []
    keys = [(arrows, "move"), ("space", "tick"), *find, *enter, ("?", "explains")]
    if shown.one:
        keys = [(arrows, "move"), *enter]
    if shown.looking:
        keys = [(arrows, "next found"), *enter, ("backspace", "rub out")]
    keys += [("left", "back")] if shown.back else []
    lines: list[Line] = [[]]
    for key, does in keys:
        before = sum(columns(text) for text, _ in lines[-1])
        if before and before + len(APART) + columns(f"{key} {does}") > page.room:
            lines.append([])
        lines[-1] += [(APART if lines[-1] else "", ""), (key, COMMANDS), (f" {does}", "")]
    return lines
