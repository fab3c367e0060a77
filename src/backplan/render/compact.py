"""The week where the whole table is longer than the terminal: a table of a line or two a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from backplan.model.week import QUESTION_FIRST
from backplan.model.wording import capital
from backplan.render import foot, words
from backplan.render.grouped import main_names, sessions, walks
from backplan.render.page import (
    DONE,
    HEAD,
    NOW,
    PAST,
    WHOLE,
    Line,
    Page,
    bare_table,
    cell,
    columns,
    lines,
    padded,
    styled,
    wrapped,
)
from backplan.render.table import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rich.console import RenderableType
    from rich.table import Table

    from backplan.model.vocabulary import BlockKind, Place
    from backplan.model.week import Day, Item, Week

OFFERS = (("today", "the doses"), ("week tue", ""))  # of the week that one is in
WITH_PLACE = 70  # columns from which a day's place has a column of its own
DAY, PLACE = 8, 10  # columns of a day's name and of its place
MANY: Mapping[BlockKind, tuple[str, str]] = {
    "core": ("core exercise", "core exercises"), "strength": ("strength exercise", "strength exercises"),
    "stretch": ("stretch", "stretches"), "cool-down": ("stretch", "stretches"),
}  # fmt: skip
FEW: Mapping[BlockKind, str] = {"core": "core", "strength": "strength"}


# What the terminal has no rows for falls away, in this order; when to stop and the days never do.
Part = Literal[
    "ahead", "names", "changes", "reasons", "left out", "notes", "more notes", "air", "offers", "words on safety",
    "where more is",
]  # fmt: skip
FALLS: tuple[Part, ...] = get_args(Part)
TOLD: Mapping[Part, foot.Told] = {"words on safety": "least", "more notes": "safety", "notes": "first sentences"}
REASONS: Mapping[Part, foot.Reasons] = {"where more is": "none", "reasons": "where"}


def week(shown: Week, page: Page, today: date) -> list[RenderableType]:
    """The week in as few rows as it can be told in: what to know, the days, the balance, and where there is more. What
    the terminal has no rows for falls away: that it takes weeks, today's names, the words on what changed and on why
    something falls short, what was left out, all but the first words of what to know, all of it that is not about
    safety, empty lines, what to type, all but the first words on safety, and at last that changes and reasons are told
    elsewhere, and the line before when to stop.
    """
    found: list[RenderableType] = []
    for many in range(len(FALLS) + 1):
        found = _without(shown, page, today, frozenset(FALLS[:many]))
        if page.height is None or rows_of(found) < page.height:
            break
    return found


def _without(shown: Week, page: Page, today: date, gone: frozenset[Part]) -> list[RenderableType]:
    """The week without some of its parts."""
    how_much = (how_much for part, how_much in TOLD.items() if part in gone)
    above = foot.head(shown, page, next(how_much, "all"))
    reasons = (reasons for part, reasons in REASONS.items() if part in gone)
    below = [[], *foot.balance_briefly(shown, page, next(reasons, "all"))]
    if "where more is" not in gone:
        below += foot.changed_briefly(shown, page, counted_only="changes" in gone)
    below += foot.ahead(shown, page) if "ahead" not in gone else []
    if "air" in gone:
        above, below = ([line for line in part if line] for part in (above, below))
    below += foot.stop(page) if "where more is" in gone else [[], *foot.stop(page)]
    if "offers" not in gone:
        below += foot.more(_offers(shown, page, left_out="left out" not in gone), page)
    return [lines(above), _table(shown, page, today, roomy="names" not in gone), lines(below)]


def _offers(shown: Week, page: Page, *, left_out: bool) -> Iterator[tuple[str, str]]:
    """What to type next, and what it shows."""
    yield from OFFERS if page.whole == WHOLE else ()
    yield page.whole.removeprefix("backplan "), "all"
    if left_out and shown.left_out:
        yield "why NAME", "if left out"


def _table(shown: Week, page: Page, today: date, *, roomy: bool) -> Table:
    tick = 3 if page.glyphs.done == "ok" else 2
    place = PLACE if page.width >= WITH_PLACE else 0
    digits = max(2, *(len(str(day.minutes)) for day in shown.days))
    least = digits + len(" min ")
    minutes_room = least + 1 if place else least
    room = page.room - tick - DAY - place - minutes_room
    widths = [1 + tick, DAY, *([place] if place else []), minutes_room, room]
    table = bare_table(widths)
    for day in (each.as_done for each in shown.days):
        now, style = day.on == today, _style(day, today)
        sign = page.glyphs.tick(day.outcome) or (page.glyphs.now if now else "")
        name: list[Line] = [[(f"{day.on:%a} {day.on.day}", style)]]
        name += [[("today", HEAD)]] if now and roomy else []
        minutes = f"{day.minutes:>{digits}} min" if sessions(day) else "" if place else _where(day)
        marked = DONE if day.outcome == "all" else NOW if sign == page.glyphs.now else style
        cells: list[list[Line]] = [[[(f" {sign}", marked)]], name]
        cells += [[[(_where(day), style)]]] if place else []
        cells += [[[(padded(minutes, minutes_room), style)]], _what(day, shown, room, style, now and roomy)]
        table.add_row(*map(cell, cells))
    return table


def _style(day: Day, today: date) -> str:
    if day.on == today:
        return HEAD
    return PAST if day.on < today and not sessions(day) else ""  # what was done is read


def _where(day: Day) -> str:
    if not day.planned:
        return ""
    if day.pause:
        return "wait" if day.pause == QUESTION_FIRST else "pause"
    if not day.sessions:
        return "rest"
    places = [session.place for session in day.sessions]
    return next((place for place in places if place != "home"), "home")


def _what(day: Day, shown: Week, room: int, style: str, now: bool) -> list[Line]:
    """What a day is made of; today's exercises by name, too."""
    found = [[(line, style)] for line in wrapped(_made_of(day, shown, room), room)]
    if now and not day.done:
        found += [styled(line) for line in wrapped(main_names(day), room) if line]
    return found


def _made_of(day: Day, shown: Week, room: int) -> str:
    if not day.planned:
        return capital(words.unplanned(shown, day))
    if day.pause:
        return capital(words.pause(day))
    if not day.sessions:
        items = day.coping.items if day.coping else ()
        return ", ".join(f"{item.name}, {words.in_a_line(item.dose)}" for item in items)
    trained = [each for each in shown.days if each.sessions and not each.pause]
    brief = any(columns(", ".join(_parts(each, brief=False))) > room for each in trained)  # of all days alike
    return capital(", ".join(_parts(day, brief=brief)))


def _parts(day: Day, *, brief: bool) -> Iterator[str]:
    """The parts of a day, in order, each kind told once; what is a therapist's is one."""
    items: dict[tuple[Place, BlockKind | None], list[Item]] = {}
    for session in sessions(day):
        for block in session.blocks:
            key = "stretch" if block.kind == "cool-down" else block.kind
            items.setdefault((session.place, None if block.prescribed else key), []).extend(block.items)
    for (place, kind), found in items.items():
        yield _part(place, kind, found, brief=brief)


def _part(place: Place, kind: BlockKind | None, items: list[Item], *, brief: bool) -> str:
    if kind is None:
        return f"{len(items)} of your therapist's"
    if kind == "aerobic":
        return f"{sum(item.seconds for item in items) // 60} min {_aerobic(place, items)}"
    if kind not in MANY:
        return words.BLOCKS[kind].lower()
    name = FEW.get(kind, "") if brief else ""
    name = name or MANY[kind][len(items) != 1]
    return name if brief and len(items) == 1 and kind not in FEW else f"{len(items)} {name}"


def _aerobic(place: Place, items: list[Item]) -> str:
    """What aerobic work at a place is called: walking where it is nothing else."""
    if walks(items):
        return "water walk" if place == "pool" else "walk"
    return (
        items[0].name.lower()
        if len(items) == 1
        else {"pool": "in the water", "gym": "at the gym"}.get(place, "aerobic")
    )
