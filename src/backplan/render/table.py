"""The week as a Rich table to pin to the fridge, and one session in full."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

from rich import box
from rich.segment import Segment, Segments
from rich.style import Style
from rich.table import Table
from rich.text import Text

from backplan.model.week import Day, DayBlock, Session, Week
from backplan.model.wording import long_day
from backplan.render import emergency, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

COMMAND, TIED = re.compile(r"`[^`]*`"), "\u2007"  # a command is not broken over two lines
DAY = 9  # columns of the day's name, with its tick
FRAME = 31  # columns that the other cells and the lines take
NARROW = 18  # the least columns for the exercises
WIDE = 96  # columns from which the dose gets a column of its own
PART, THERAPISTS_PART = 10, 11  # columns of the part's name, as wide as the longest
THERAPISTS = "bright_magenta"
COLOURS = {"warm-up": "yellow", "core": "magenta", "aerobic": "blue", "strength": "red", "cool-down": "green"}


def week(shown: Week, width: int) -> list[RenderableType]:
    """The whole screen: notices, the table, the balance, what was left out, and the long view."""
    parts: list[RenderableType] = [hanging(f"• {notice.sentence}", width, 2) for notice in shown.notices]
    parts += [hanging(f"• {change.sentence}", width, 2, "cyan") for change in shown.changes]
    parts.append(_table(shown, width))
    parts.append(_balance(shown))
    parts += [Text(f"{', '.join(rows)}: {why}") for why, rows in _why_unmet(shown).items()]
    parts.append(Text(words.left_out_line(shown), style="bright_black"))
    parts.append(Text(words.long_view(shown), style="italic"))
    parts.append(hanging(emergency.LINE, width, 0, "bold"))
    return [part for part in parts if not isinstance(part, Text) or part.plain]


def hanging(text: str, width: int, indent: int, style: str = "") -> Text:
    """Text that wraps with its later lines set in."""
    lead = text[: len(text) - len(text.lstrip())]
    whole = COMMAND.sub(lambda found: found[0].replace(" ", TIED), text)
    lines = wrap(whole, width, subsequent_indent=lead + " " * indent, break_on_hyphens=False)
    return Text("\n".join(lines).replace(TIED, " "), style=style)


def _table(shown: Week, width: int) -> Table:
    theirs = any(block.prescribed for day in shown.days for block in day.blocks())
    part = THERAPISTS_PART if theirs else PART
    room = width - FRAME - (part - PART)
    names, doses = _widest(shown)
    # Widths are set here, spaces written into the cells, and lines broken before they reach Rich, because measuring,
    # padding and wrapping every cell is most of the time that showing a week takes.
    table = Table(title=words.title(shown), title_style="bold", box=box.ROUNDED, header_style="bold", padding=0)
    table.add_column(" Day", width=DAY)
    table.add_column(" Part", width=part)
    if width >= WIDE and (names + 3 + doses <= room or not _loaded(shown)):
        columns = (part, 2 + min(names, room - doses - 3), 2 + doses)
        table.add_column(" Exercise", width=columns[1])
        table.add_column(" Dose", width=columns[2])
    else:
        columns = (part, room, 0)
        table.add_column(" Exercise and dose", width=2 + min(names + 2 + doses, room))
    table.add_column(" Min", width=5)
    for day in shown.days:
        _add_day(table, day, words.unplanned(shown), columns)
    return table


def _loaded(shown: Week) -> bool:
    """Whether a dose tells of a load: such a one is too long to break in a column of its own."""
    return any(item.load or item.last_load for day in shown.days for block in day.blocks() for item in block.items)


def _widest(shown: Week) -> tuple[int, int]:
    """The columns that the longest name and the longest dose of the week take."""
    blocks = [block for day in shown.days for block in day.everything()]
    items = [item for block in blocks for item in block.items]
    names = max((len(words.name(item)) for item in items), default=NARROW)
    return max(NARROW, names), max((len(words.dose(item)) for item in items), default=0)


def _add_day(table: Table, day: Day, unplanned: str, columns: tuple[int, int, int]) -> None:
    """The day's rows. ``columns`` are the widths of the part, of the exercise and of the dose, which is 0 where they
    share one.
    """
    part, room, doses = columns
    rows = list(_rows(day, unplanned))
    for number, (name, style, block, minutes) in enumerate(rows):
        label = _label(day) if number == 0 else _cell()
        named = _cell((f" {name}".ljust(part), style)) if name else _cell()
        cells = [label, named, *_items(block, room, doses), _cell((f" {minutes:>3}", ""))]
        table.add_row(*cells, end_section=number == len(rows) - 1)


def _label(day: Day) -> RenderableType:
    tick = (words.TICKS[day.done], "bold green" if day.done == "all" else "bold") if day.done else (" ", "bold")
    return _cell(tick, (" ", ""), (f"{day.on:%a} {day.on.day}", "bold"))


def _rows(day: Day, unplanned: str) -> Iterator[tuple[str, str, DayBlock | str, str]]:
    """One row a block: the part and its colour, the block or a word in its place, and the day's minutes, which stand in
    the first row. The place is named with the first of each session.
    """
    minutes = str(day.minutes) if day.minutes else ""
    if not day.planned:
        yield "", "", unplanned, ""
        return
    if day.pause:
        yield "Pause", "bold", day.pause, ""
        return
    if not day.sessions:
        yield "Rest", "bold", "rest day", ""
    above = ""
    for session in day.sessions:
        for block in session.blocks:
            part = _part(session, block)
            again = block.prescribed and part == above  # several kinds of a therapist's exercises read as one
            yield "" if again else part, _colour(block), block, minutes
            minutes, above = "", part
    for block in day.beside:
        yield words.part(block), "cyan", block, ""


def _part(session: Session, block: DayBlock) -> str:
    if block.kind == "aerobic":
        return {"outdoors": "Outdoors", "pool": "Pool", "gym": "Gym", "home": "Aerobic"}[session.place]
    return words.part(block)


def _colour(block: DayBlock) -> str:
    return THERAPISTS if block.prescribed else COLOURS.get(block.kind, "")


def _items(block: DayBlock | str, room: int, wide: int) -> list[RenderableType]:
    if isinstance(block, str):
        word = Text(f" {block}", style="bright_black")
        return [word, _cell()] if wide else [word]
    names = [words.name(item) for item in block.items]
    doses = [words.dose(item) for item in block.items]
    if wide:
        return [_lines(names, room, ""), _lines(doses, wide, "cyan")]
    pieces: list[tuple[str, str]] = []
    for number, (name, dose) in enumerate(zip(names, doses, strict=True)):
        fits = len(name) + len(dose) + 1 <= room
        lines = "\n".join(wrap(name, room, initial_indent=" ", subsequent_indent="  "))
        pieces.append((f"\n{lines}" if number else lines, ""))
        pieces.append(("  " + dose if fits else "\n" + "\n".join(_set_in(dose, room)), "cyan"))
    return [_cell(*pieces)]


def _lines(texts: Sequence[str], width: int, style: str) -> RenderableType:
    """A cell with a line for each text; only where one may be too long for it, all are left to Rich to break."""
    if all(text.isascii() and len(text) < width for text in texts):
        return _cell(("\n".join(f" {text}".ljust(width) for text in texts), style))
    return Text("\n".join(f" {text}" for text in texts), style=style)


def _cell(*pieces: tuple[str, str]) -> RenderableType:
    """A cell of texts with their styles, as they stand; only letters that may take two columns are left to Rich."""
    if all(text.isascii() for text, _ in pieces):
        return Segments(Segment(text, Style.parse(style)) for text, style in pieces)
    return Text.assemble(*pieces)


def _set_in(text: str, room: int) -> list[str]:
    return wrap(text, room, initial_indent="  ", subsequent_indent="  ")


def _balance(shown: Week) -> Text:
    line = Text("Balance  ", style="bold")
    for number, row in enumerate(shown.balance):
        line.append(" · " if number else "", style="not bold")
        line.append(f"{words.TARGETS[row.target]} ", style="not bold")
        line.append(words.amount(row), style="not bold green" if row.met else "not bold red")
        line.append(" ✓" if row.met and row.asked and not row.growing else "", style="not bold green")
    return line


def _why_unmet(shown: Week) -> dict[str, list[str]]:
    """The rows that fell short, by why: what several have in common is said once."""
    found: dict[str, list[str]] = {}
    for row in shown.balance:
        if row.reason and not row.met:
            found.setdefault(row.reason, []).append(words.TARGETS[row.target])
    return found


def today(day: Day, shown: Week, width: int) -> list[RenderableType]:
    """Today's session in full: each exercise with its dose, its steps, why it is there and when to stop."""
    head = f"{long_day(day.on)}: {_what(day, shown)}"
    parts: list[RenderableType] = [Text(head + (f" ({words.DONE[day.done]})" if day.done else ""), style="bold")]
    for session in day.sessions:
        parts.append(Text(f"\n{words.PLACES[session.place]}, {session.minutes} min", style="bold underline"))
        for block in session.blocks:
            parts.append(Text(f"\n{words.part(block)}", style=f"bold {_colour(block)}"))
            parts += _in_full(block, shown, width)
    for block in day.beside:
        parts.append(Text(f"\n{words.BESIDE[block.kind]}", style="bold cyan"))
        parts += _in_full(block, shown, width)
    return [*parts, Text(), hanging(emergency.LINE, width, 0, "bold")]


def _what(day: Day, shown: Week) -> str:
    """What kind of day it is."""
    if not day.planned:
        return words.unplanned(shown)
    if day.pause is not None:
        return words.pause(day)
    return f"{day.minutes} minutes" if day.sessions else "rest day"


def _in_full(block: DayBlock, shown: Week, width: int) -> Iterator[Text]:
    for item in block.items:
        card = shown.cards.get(item.exercise, {})
        yield Text.assemble("  ", (item.name, "bold"), "  ", (words.dose(item), "cyan"))
        for number, step in enumerate(card.get("steps", ()), 1):
            yield hanging(f"    {number}. {step}", width, 3)
        for cue in card.get("cues", ()):
            yield hanging(f"    · {cue}", width, 2, "italic")
        if item.how_hard:
            yield hanging(f"    How hard: {item.how_hard}", width, 0)
        if item.caution:
            yield hanging(f"    With care: {item.caution}.", width, 0)
        yield hanging(f"    Why: {item.why}", width, 0, "bright_black")
        if card.get("stop"):
            yield hanging(f"    {card['stop']}", width, 0, "bright_black")
