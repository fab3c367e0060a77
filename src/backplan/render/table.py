"""The week as a Rich table to pin to the fridge: each session once, with a box a day to tick."""

from itertools import combinations, groupby, pairwise
from typing import TYPE_CHECKING

from backplan.model.week import QUESTION_FIRST
from backplan.model.wording import parts_of_span
from backplan.named_tuple import NamedTuple
from backplan.render import foot, words
from backplan.render.grouped import beside, groups, joined, kinds, sessions
from backplan.render.page import (
    AIR,
    DONE,
    HEAD,
    LABEL,
    NOW,
    PAST,
    RULE,
    THERAPISTS,
    Line,
    Page,
    bare_table,
    cell,
    columns,
    cut,
    labelled,
    lines,
    padded,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType
    from rich.table import Table

    from backplan.model.vocabulary import BlockKind
    from backplan.model.week import Day, GivenDose, Item, Week
    from backplan.render.grouped import AlikeDays, SharedRow
    from backplan.render.page import Piece

LEAST_NAME, LONG_NAME = 16, 30  # columns that a name needs at least, and from which it is wrapped for others' sake
INSET = 2  # columns before a name where its part stands above it
BOX_WIDE, BOX = 8, 5  # columns of a day's box: under Mon 23, and under Mon
SIDE_BY_SIDE, STACKED = 120, 98  # columns from which sessions stand beside each other; most when they do not
BESIDE: "Sequence[BlockKind]" = ("daily", "coping")
MOST_BESIDE, BETWEEN = 4, 3  # columns of sessions, and those of the terminal between two
LONG_BESIDE = 22  # columns from which a name goes on below, where that saves rows
MORE = 12  # columns of the terminal that each may be wider than it needs
NOT_PLANNED = "-"
NUMBER, UNIT, SETS, HOLD = 4, 10, 8, 11  # columns of a spoken dose


def week(shown: "Week", page: Page, today: "date", *, brief: bool = False) -> "list[RenderableType]":
    """The whole week: what to know, the table, the balance, what changed and what was left out. Sessions stand under
    each other, or beside each other where the page is wide, or not high enough for the first; ``brief``: with a line
    for all that stands below sessions beside each other.
    """
    if page.width >= SIDE_BY_SIDE and (wide := _beside_each_other(shown, page, today, brief=brief)):
        return wide
    found = [lines(_above(shown, page, today)), *_stacked(shown, groups(shown.days), page, today)]
    found.append(lines(foot.below(shown, page)))
    if page.height is not None and rows_of(found) >= page.height:
        return _beside_each_other(shown, page, today, brief=brief) or found
    return found


def _beside_each_other(shown: "Week", page: Page, today: "date", *, brief: bool) -> "list[RenderableType]":
    """The whole week with its sessions beside each other; nothing where these have no room. ``brief``: with a line for
    all that stands below, and where the terminal is too low by a little, without what stands in every week.
    """
    if not (table := _side_by_side(groups(shown.days), page, today)):
        return []
    calm = _calm(shown, page)

    def whole(below: "Sequence[Line]") -> "list[RenderableType]":
        return [lines(_above(shown, page, today, brief=brief)), table, lines(below)]

    if not brief:
        return whole([*([[]] if calm else []), *calm, *foot.below(shown, page)])
    found = whole([[], *calm, *foot.below_briefly(shown, page)])
    if page.height is not None and rows_of(found) >= page.height:
        return whole([[], *foot.below_least(shown, page, calm)])
    return found


def _above(shown: "Week", page: Page, today: "date", *, brief: bool = False) -> list[Line]:
    """The title, what to know, and the days in a row; on a wide page close under a title that stands alone. ``brief``:
    the days on one line, if it holds them, as the head of each session tells what its days are for.
    """
    head = foot.head(shown, page)
    alone = page.width >= SIDE_BY_SIDE and not shown.notices
    days = _strip_briefly(shown, page, today) if brief else []
    return [*(head[:-1] if alone else head), *(days or _strip(shown, page, today)), []]


def rows_of(found: "Iterable[RenderableType]") -> int:
    """The rows that a page takes."""
    from rich.segment import Segments
    from rich.table import Table

    count = 0
    for part in found:
        if isinstance(part, Segments):
            count += sum(each.text.count("\n") for each in part.segments)
        elif isinstance(part, Table):
            count += sum(map(_height, zip(*(column.cells for column in part.columns), strict=True)))
    return count


def _height(cells: "Iterable[object]") -> int:
    return max(1 + sum(each.text.count("\n") for each in found.segments) for found in cells)  # type: ignore[attr-defined]


# -- the days in a row --------------------------------------------------------------------------------------------


class DayHead(NamedTuple):
    """A day in the row of days: its sign, its name, what it holds, and its style."""

    sign: str
    name: str
    what: str
    style: str

    @property
    def width(self) -> int:
        """The columns that it takes, without its sign."""
        return max(columns(self.name), columns(self.what))


def _strip(shown: "Week", page: Page, today: "date") -> list[Line]:
    """The seven days, what each is for and how long; on two rows where one has no room for seven."""
    tick = 3 if page.glyphs.done == "ok" else 2
    days = [_named(day, page, today, brief=False) for day in shown.days]
    if sum(each.width + tick for each in days) + 12 > page.room:
        days = [_named(day, page, today, brief=True) for day in shown.days]
    wanted = sum(each.width + tick for each in days)
    if wanted + 6 > page.room:
        return [line for some in (days[:4], days[4:]) for line in _row_of_days(some, tick, page.room // 4)]
    return _row_of_days(days, tick, 0, (page.room - wanted) // 6)


def _strip_briefly(shown: "Week", page: Page, today: "date") -> list[Line]:
    """The seven days and how long each is, on one line; nothing where it has no room for them."""
    tick = 3 if page.glyphs.done == "ok" else 2
    days = [_named(day, page, today, brief=True) for day in shown.days]
    texts = [(each, f"{each.name} {each.what}") for each in days]
    gap, over = divmod(page.room - sum(tick + columns(text) for _, text in texts), 6)
    if gap < AIR:
        return []
    line: Line = []
    for number, (each, text) in enumerate(texts):
        line += [(padded(each.sign, tick), _of_sign(each.sign, each.style)), (text, each.style)]
        line.append((" " * (gap + (number < over)), ""))
    return [line[:-1]]


def _row_of_days(days: "Sequence[DayHead]", tick: int, width: int, gap: int = 0) -> list[Line]:
    """Days beside each other, each as wide as it is and a gap, or all of one width."""
    above: Line = []
    below: Line = []
    for each in days:
        room = (width or each.width + tick + gap) - tick
        above += [(padded(each.sign, tick), _of_sign(each.sign, each.style)), (padded(each.name, room), each.style)]
        below.append((" " * tick + padded(each.what, room), each.style))
    return [_trimmed(above), _trimmed(below)]


def _of_sign(sign: str, style: str) -> str:
    return DONE if sign in ("✓", "ok") else NOW if sign in ("►", ">") else style


def _named(day: "Day", page: Page, today: "date", *, brief: bool) -> DayHead:
    now = day.on == today
    sign = page.glyphs.tick(day.outcome) or (page.glyphs.now if now else "")
    style = HEAD if now else PAST if day.on < today and not sessions(day) else ""
    name = f"{day.on:%a} {day.on.day}" + (" today" if now and not page.narrow else "")
    what = f"{joined(kinds(day))} " if not brief and sessions(day) else ""
    return DayHead(sign, name, what + _what(day), style)


def _what(day: "Day") -> str:
    if not day.planned:
        return NOT_PLANNED
    if day.pause:
        return "wait" if day.pause == QUESTION_FIRST else "pause"
    return f"{day.minutes} min" if day.sessions else "rest"


def _trimmed(line: Line) -> Line:
    *before, (text, style) = line
    return [*before, (text.rstrip(), style)]


# -- sessions under each other ------------------------------------------------------------------------------------


class Widths(NamedTuple):
    """The columns of a table of exercises: the part, the name, the dose, the boxes where there are any; of a dose 0
    where parts do not stand under each other.
    """

    part: int
    name: int
    dose: int
    boxes: int = 0
    box: int = 0
    sets: int = 0
    hold: int = 0
    spoken: bool = True

    @property
    def cells(self) -> tuple[int, ...]:
        """The widths of the columns of the table, the first with its margin."""
        found = (1 + self.part, self.name, self.dose, self.boxes)
        return found if self.boxes else found[:3]

    @property
    def room(self) -> int:
        """The columns of the table without its margin."""
        return self.part + self.name + self.dose + self.boxes


def _stacked(shown: "Week", found: "Sequence[AlikeDays]", page: Page, today: "date") -> "list[RenderableType]":
    """Every session under the one before, then what is done beside them; one table."""
    items = [row.item for group in found for row in group.rows]
    items += [item for day in shown.days for block in day.beside for item in block.items]
    widths = _widths(items, max((len(group.days) for group in found), default=1), page)
    table = bare_table(widths.cells)
    sections = [_section(group, widths, page, today) for group in found]
    sections += [each for kind in BESIDE if (each := _beside(shown, kind, widths, page))]
    for number, section in enumerate(sections):
        rows = [cut(line, widths.cells) for line in ([[], *section] if number else section)]
        table.add_row(*(cell(column) for column in zip(*rows, strict=True)))
    return [table]


def _widths(items: "Sequence[Item]", days: int, page: Page) -> Widths:
    """The widths that suit the exercises of a week: the dose in fixed columns where there is room, short elsewhere."""
    room = min(page.room, STACKED)
    names = max((columns(words.name(item)) for item in items), default=LEAST_NAME)
    spoken = [words.spoken(item.dose) for item in items]
    sets = SETS if any(each.sets for each in spoken) else 0
    hold = HOLD if any(each.hold_s for each in spoken) else 0
    dose = NUMBER + UNIT + sets + hold
    for part, box in ((LABEL, BOX_WIDE), (LABEL, BOX)):
        name = min(names + 1, room - part - dose - days * box)
        if not page.narrow and name > min(names, LONG_NAME):
            return Widths(part, name, dose, room - part - name - dose, box, sets, hold)
    times = page.glyphs.times
    brief = 2 + max((columns(words.short(item.dose, times)) for item in items), default=0)
    part, box = (INSET if page.narrow else LABEL), BOX
    name = min(names + 1, room - part - brief - days * box)
    if name < LEAST_NAME:
        name, days = min(names + 1, room - part - brief), 0
    boxes = room - part - name - brief if days else 0
    return Widths(part, name, brief, boxes, box, spoken=False)


def _section(group: "AlikeDays", widths: Widths, page: Page, today: "date") -> list[Line]:
    """A session: its head with the days, and a line for each exercise with a box a day."""
    found = _head(group, widths, page, today)
    above = ""
    for row in group.rows:
        label = row.part if row.part != above else ""
        style = THERAPISTS if row.prescribed else ""
        if label and widths.part == INSET:
            found.append([(f" {label}", style)])
        boxes = _boxes(group, row, widths, page, today)
        found += _exercise(row.item, (label if widths.part == LABEL else "", style), widths, page, boxes)
        above = row.part
    return found


def _head(group: "AlikeDays", widths: Widths, page: Page, today: "date") -> list[Line]:
    """What the session is called, a thin rule, its minutes, and its days over the boxes."""
    days = [_of_day(day, widths.box, today) for day in group.days] if widths.boxes else []
    room = 1 + widths.room - len(days) * widths.box
    after = f" {group.minutes} " if days else ""
    titles = wrapped(group.title, room - columns(after) - 4)
    title = f" {titles[-1]} "
    before = max(2, 1 + widths.part + widths.name - columns(title))
    before = min(before, room - columns(title) - columns(after))
    rest = room - columns(title) - before - columns(after)
    rule = page.glyphs.rule
    line = [(title, HEAD), (rule * before, RULE), (after, ""), (rule * rest, RULE), *days]
    found = [*([(f" {text}", HEAD)] for text in titles[:-1]), line]
    if not days:
        named = ", ".join(f"{day.on:%a}" for day in group.days)
        found += [[(f" {text}", "")] for text in wrapped(f"{named}: {group.minutes}", room - 1)]
    return found


def _of_day(day: "Day", width: int, today: "date") -> tuple[str, str]:
    """A day as it stands over its boxes."""
    name = f"{day.on:%a} {day.on.day}" if width == BOX_WIDE else f"{day.on:%a}"
    return f"{name:>{width}}", HEAD if day.on == today else ""


def _boxes(group: "AlikeDays", row: "SharedRow", widths: Widths, page: Page, today: "date") -> Line:
    """A box for each day that holds an exercise, or what became of it."""
    middle = 3 if widths.box == BOX_WIDE else 1
    found: Line = []
    for day in group.days if widths.boxes else ():
        sign = (page.glyphs.tick(day.became(row.item.exercise)) or page.glyphs.box) if day.on in row.on else ""
        style = _of_sign(sign, PAST if day.on < today else "")
        found.append((padded(sign, widths.box - middle, right=True) + " " * middle, style))
    return found


def _exercise(item: "Item", label: tuple[str, str], widths: Widths, page: Page, boxes: Line) -> list[Line]:
    """An exercise with its dose and its boxes; a long name and its load go on below."""
    names = wrapped(words.name(item), widths.name - 1, indent=1)
    dose = spoken_dose(item.dose, widths.sets, widths.hold) if widths.spoken else _short(item.dose, widths, page)
    gap = widths.boxes - sum(columns(text) for text, _ in boxes)
    part = (padded(f" {label[0]}", 1 + widths.part), label[1])
    found: list[Line] = [[part, (padded(names[0], widths.name), ""), *dose, (" " * gap, ""), *boxes]]
    under = (" " * (1 + widths.part), "")
    found += [[under, (name, "")] for name in names[1:]]
    if aside := words.aside(item):
        found += [[under, (text, "")] for text in wrapped(f" {aside}", widths.name + widths.dose - 1, indent=1)]
    return found


def spoken_dose(dose: "GivenDose", sets: int, hold: int) -> Line:
    """A dose in columns: the number, what it counts, the sets and the hold, where anything in the table has such."""
    parts = words.spoken(dose)
    return [
        (f"{parts.number:>{NUMBER - 1}} ", HEAD),
        (parts.unit.ljust(UNIT), ""),
        (f" {parts.sets}".ljust(sets) if sets else "", ""),
        (_hold(parts.hold_s).ljust(hold) if hold else "", ""),
    ]


def _hold(seconds: int) -> str:
    """A hold with its seconds under those of the others."""
    if not seconds:
        return ""
    number, unit = parts_of_span(seconds)
    return f" hold {number:>{2 if unit == 's' else 1}} {unit}"


def _short(dose: "GivenDose", widths: Widths, page: Page) -> Line:
    return [(padded(f" {words.short(dose, page.glyphs.times)}", widths.dose), HEAD)]


def _beside(shown: "Week", kind: "BlockKind", widths: Widths, page: Page) -> list[Line]:
    """What stands beside the sessions, with its days in words."""
    found = beside(shown, kind)
    if not found:
        return []
    title, room = f" {_title_beside(kind, [days for _, days in found])} ", 1 + widths.room
    rows: list[Line] = [[(title, HEAD), (page.glyphs.rule * (room - len(title)), RULE)]]
    for item, days in found:
        line, *more = _exercise(item, ("", ""), widths, page, [])
        when = "every day" if len(days) == 7 else " ".join(f"{day.on:%a}" for day in days)
        text = "".join(text for text, _ in line).rstrip()
        space = room - columns(text) - columns(when)
        if space >= 2:
            line = [*_shortened(line), (" " * space + when, "")]
        else:
            more += [[(" " * (1 + widths.part) + f" {when}", "")]]
        rows += [line, *more]
    return rows


def _title_beside(kind: "BlockKind", on: "Sequence[Sequence[Day]]") -> str:
    """What stands over what is done beside the sessions, on these days each."""
    if kind == "coping":
        return "Calm, any time"
    return "Every day" if all(len(days) == 7 for days in on) else "Also, any time"


def _shortened(line: Line) -> Line:
    """A line without the air at its end."""
    found = list(line)
    while found and not found[-1][0].strip():
        found.pop()
    return [*found[:-1], (found[-1][0].rstrip(), found[-1][1])] if found else []


# -- sessions beside each other -----------------------------------------------------------------------------------


class Column(NamedTuple):
    """Sessions under each other in one of several columns, their parts beside the exercises or above them, long names
    on one line or on two; the columns of the terminal that names, doses and heads take at least, and the rows.
    """

    groups: "tuple[AlikeDays, ...]"
    inline: bool
    broken: bool
    names: int
    doses: int
    heads: int
    rows: int

    @property
    def least(self) -> int:
        """The columns of the terminal that it takes at least."""
        return max((LABEL if self.inline else 1) + self.names + AIR + self.doses, self.heads)


def _side_by_side(found: "Sequence[AlikeDays]", page: Page, today: "date") -> "Table | None":
    """Sessions in columns, in the order of their days from the top of the first column on, in as few rows as there is
    a way to; nothing where there is no room for two columns.
    """
    ways = [] if page.narrow else sorted(filter(None, _ways(found, page)), key=_worth)
    lowest = {len(way): way for way in reversed(ways) if _worth(way)[0] == _worth(ways[0])[0]}
    drawn = [_of_columns(lowest[many], page, today) for many in sorted(lowest)]  # days below names show once drawn
    return min(drawn, key=lambda table: rows_of([table]), default=None)


def _worth(way: "Sequence[Column]") -> tuple[int, ...]:
    """How low and how plain columns are; the less, the better."""
    styles = len({column.inline for column in way})
    return max(column.rows for column in way), sum(column.broken for column in way), styles


def _ways(found: "Sequence[AlikeDays]", page: Page) -> "Iterator[list[Column]]":
    """The lowest way in which sessions stand in each number of columns from two on, for each way to part them."""
    measured = [_measured(group, page) for group in found]
    for many in range(2, min(len(found), MOST_BESIDE) + 1):
        for ends in combinations(range(1, len(found)), many - 1):
            parts = [measured[start:end] for start, end in pairwise((0, *ends, len(found)))]
            yield _lowest([[_under(forms) for forms in zip(*part, strict=True)] for part in parts], page)


def _measured(group: "AlikeDays", page: Page) -> list[Column]:
    """The forms in which a session can stand in a column, the plainest first."""
    names, parts = [words.name(row.item) for row in group.rows], len(list(groupby(row.part for row in group.rows)))
    longest, doses, found = max(map(columns, names)), _doses(group, page), list[Column]()
    for broken in (False, True):
        rows = 1 + sum(len(wrapped(name, LONG_BESIDE)) if broken else 1 for name in names)
        room = min(longest, LONG_BESIDE) if broken else longest
        for inline in (True, False):
            form = Column((group,), inline, room < longest, room, doses, _least_head(group), rows)
            found.append(form if inline else form._replace(rows=rows + parts))
    return found


def _under(forms: "Sequence[Column]") -> Column:
    """Sessions of one form under each other, with an empty row between two."""
    groups = tuple(group for form in forms for group in form.groups)
    sizes = zip(*((form.names, form.doses, form.heads) for form in forms), strict=True)
    names, doses, heads = map(max, sizes)
    rows = sum(form.rows for form in forms) + len(forms) - 1
    return Column(groups, forms[0].inline, any(form.broken for form in forms), names, doses, heads, rows)


def _lowest(forms: "Sequence[Sequence[Column]]", page: Page) -> list[Column]:
    """A form for each column, so that all have room beside each other and the highest is as low as can be; nothing
    where there is no room.
    """
    for most in sorted({each.rows for some in forms for each in some}):
        low = [[each for each in some if each.rows <= most] for some in forms]
        if all(low):
            way = [min(some, key=lambda each: (each.least, each.broken)) for some in low]
            if _spare(way, page) >= 0:
                return _plainest(way, low, page)
    return []


def _plainest(way: "list[Column]", low: "Sequence[Sequence[Column]]", page: Page) -> list[Column]:
    """The columns in their plainest forms for which there is room."""
    for number, some in enumerate(low):
        spare = _spare(way, page) + way[number].least
        way[number] = next(each for each in some if each.least <= spare)
    return way


def _spare(way: "Sequence[Column]", page: Page) -> int:
    """The columns of the terminal that are left; fewer than none where it is too narrow."""
    return page.room - sum(column.least for column in way) - BETWEEN * (len(way) - 1)


def _of_columns(way: "Sequence[Column]", page: Page, today: "date") -> "Table":
    """Columns of sessions, one row of a table."""
    more = min(_spare(way, page) // len(way), MORE)
    widths = [column.least + more for column in way]
    leads = [1] + [BETWEEN] * (len(way) - 1)
    table = bare_table([lead + width for lead, width in zip(leads, widths, strict=True)])
    cells = []
    for column, width, lead in zip(way, widths, leads, strict=True):
        found = [line for group in column.groups for line in ([], *_of_session(group, column, width, page, today))]
        cells.append(cell([[(" " * lead, ""), *line] if line else [] for line in found[1:]]))
    table.add_row(*cells)
    return table


def _doses(group: "AlikeDays", page: Page) -> int:
    return max(columns(words.short(row.item.dose, page.glyphs.times)) for row in group.rows)


def _least_head(group: "AlikeDays") -> int:
    return columns(group.work) + len(group.minutes) + 5 + 6 * len(group.days)


def _of_session(group: "AlikeDays", column: Column, width: int, page: Page, today: "date") -> "Iterator[Line]":
    """A session in its column: its head, and its exercises with their parts."""
    yield _head_beside(group, width, page, today)
    above, every = "", {day.on for day in group.days}
    for row in group.rows:
        new, style = row.part if row.part != above else "", THERAPISTS if row.prescribed else ""
        if new and not column.inline:
            yield [(new, style)]
        only = "" if set(row.on) == every else f"{' '.join(f'{on:%a}' for on in row.on)} only"
        gone = " ".join(f"{day.on:%a}" for day in group.days if day.on in row.on and row.item.exercise in day.left_out)
        only = ", ".join(filter(None, (only, f"not done {gone}" if gone else "")))
        part = (padded(new, LABEL) if column.inline else " ", style)
        yield from _row_beside(row.item, part, only, (width, column.doses), page.glyphs.times)
        above = row.part


def _head_beside(group: "AlikeDays", width: int, page: Page, today: "date") -> Line:
    """What a session is called, a thin rule, its minutes, and its days with a box each."""
    days = [_of_day(day, 4, today) for day in group.days]
    ticks = [padded(page.glyphs.tick(day.outcome) or page.glyphs.box, 2, right=True) for day in group.days]
    room = width - len(group.minutes) - 5 - 6 * len(days)
    title = group.title if columns(group.title) <= room else group.work
    rule = page.glyphs.rule * (room - columns(title) + 2)
    head: Line = [(title, HEAD), (f" {rule} ", RULE), (f"{group.minutes} ", "")]
    for (name, style), tick in zip(days, ticks, strict=True):
        head += [(name, style), (tick, _of_sign(tick.strip(), style))]
    return head


def _row_beside(item: "Item", part: "Piece", only: str, widths: tuple[int, int], times: str) -> "Iterator[Line]":
    """An exercise with its dose, in columns of a session and of its doses; the days that alone hold it behind its name,
    or below where there is no room, as is the rest of a long name.
    """
    lead, name, (width, doses) = columns(part[0]), words.name(item), widths
    room = width - lead - doses
    first, *rest = [name] if columns(name) + AIR <= room else wrapped(name, room - AIR)
    aside = f", {only}" if only and columns(name) + columns(only) + 4 <= room else ""
    dose = padded(words.short(item.dose, times), doses)
    yield [part, (first, ""), (padded(aside, room - columns(first)), ""), (dose, HEAD)]
    more = ", ".join(filter(None, ("" if aside else only, words.aside(item))))
    below = [*rest, *(wrapped(more, width - lead - 2) if more else ())]
    yield from ([(" " * (lead + 2) + text, "")] for text in below)


def _calm(shown: "Week", page: Page) -> list[Line]:
    """What stands beside the sessions, in a line each."""
    found: list[Line] = []
    for kind in BESIDE:
        given = beside(shown, kind)
        label = _title_beside(kind, [days for _, days in given]).removesuffix(", any time")
        ways = [
            f"{' '.join(f'{day.on:%a}' for day in days)} {item.name} {words.in_a_line(item.dose)}"
            for item, days in given
        ]
        found += labelled((label, HEAD), page.glyphs.between.join(ways), page) if ways else []
    return found
