"""A day in screens: what to have ready, what is to be known first, and each exercise with its dose; its steps until
they are known. As lines and as JSON, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.model.wording import counted, long_day
from backplan.render import emergency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from backplan.actions.week import Today
    from backplan.model.told import Notice, NoticeKind
    from backplan.model.week import Day, DayBlock, Item, Session, Week
    from backplan.render.page import Line, Page, Piece
    from backplan.render.table import Widths

SILENCE = (
    "Nothing is noted of yesterday's session. Done: `backplan log --on yesterday`. Let go: add `--done no`, and "
    "what the week has room for moves to its other days."
)
UNCHECKED = (
    "Pain today is not known yet. If it is 8 or more, or 2 above your usual, stop here and say so first: "
    "`backplan today --pain N`."
)
OFFERS = (
    ("start", "with you"), ("today --steps", "how"), ("log", "after it"), ("today", "your session"),
    ("week", "all days"),
)  # fmt: skip
CARD = ("steps", "cues", "stop")  # what JSON tells of how an exercise is done


def notices(shown: Today) -> list[str]:
    """What is to be known before the session."""
    of_day = _of_day(shown.week.notices, shown.day)
    if not shown.of_today:
        return of_day
    silence = [SILENCE] if shown.silent else []
    unchecked = [] if shown.pain_known or not shown.day.sessions else [UNCHECKED]
    return [*of_day, *silence, *unchecked]


OF_THE_WEEK: frozenset[NoticeKind] = frozenset({"slow", "waits", "full", "pain-control", "manner"})  # not for a day


def _of_day(of_week: Iterable[Notice], day: Day) -> list[str]:
    """The notices of the week without those on how it grows, and about exercises that the day does not hold."""
    held = {item.exercise for block in day.everything() for item in block.items}
    of_day = (each for each in of_week if each.kind not in OF_THE_WEEK)
    return [each.sentence for each in of_day if not each.about or not held.isdisjoint(each.about)]


def document(shown: Today) -> dict[str, Any]:
    """The day's session as one JSON document."""
    day, week = shown.day, shown.week
    items = [item for block in day.everything() for item in block.items]
    cards = {item.exercise: week.cards.get(item.exercise, {}) for item in items}
    found = {
        "schema": 1,
        "week": week.name,
        "mode": week.mode,
        "pain_checked": shown.pain_known,
        **day.as_dict(),
        "exercises": {key: {name: card[name] for name in CARD if name in card} for key, card in cards.items()},
        "notices": notices(shown),
    }
    return emergency.with_line(found)


def plain(shown: Today, *, steps: bool = False) -> Iterator[str]:
    """The day's session, a sentence a line."""
    from backplan.render import plain as lines
    from backplan.render.ready import ready

    if things := ready(shown.day, shown.week):
        yield f"Have ready: {things}."
    yield from (f"Notice: {notice}" for notice in notices(shown))
    yield from lines.today(shown.day, shown.week, None if steps else shown.practised)


# -- the screen ---------------------------------------------------------------------------------------------------


def table(shown: Today, page: Page, *, steps: bool = False) -> Sequence[RenderableType]:
    """The day's session for a terminal: at a glance, and how each exercise is done until that is known. A terminal that
    is scrolled keeps its end in sight, so there the glance comes last.
    """
    from backplan.render import foot
    from backplan.render.page import lines
    from backplan.render.table import rows_of

    end = lines([[], *foot.stop(page), *_more(shown, page, steps=steps)])
    above = lines(_above(shown, page))
    glance = [above, *_parts(shown, page)]
    if page.height is not None and rows_of([*glance, end]) >= page.height:
        glance = [above, *_parts(shown, page, tight=True)]
    if not (details := list(_details(shown, page, steps=steps))):
        return [*glance, end]
    whole = [*glance, lines([[], *details]), end]
    scrolled = page.height is not None and not page.paged and rows_of(whole) >= page.height
    return [lines([*details, []]), *glance, end] if scrolled else whole


def _above(shown: Today, page: Page) -> Iterator[Line]:
    """The day, what it holds, what to have ready, and what is to be known first."""
    from backplan.render.page import HEAD, apart, labelled
    from backplan.render.ready import ready

    day, week = shown.day, shown.week
    yield from apart((long_day(day.on), HEAD), (_what(day, week), HEAD), page)
    told = notices(shown)
    things = ready(day, week)
    if things or told:
        yield []
    if things:
        yield from labelled(("Ready", HEAD), things, page)
    for notice in told:
        label = "Pain now" if notice == UNCHECKED else "Note" if notice == told[0] else ""
        yield from labelled((label, HEAD), notice, page)


def _what(day: Day, week: Week) -> str:
    """What kind of day it is."""
    from backplan.render import words
    from backplan.render.grouped import places_of, then

    done = f", {words.DONE[day.done]}" if day.done else ""
    if not day.planned:
        return words.unplanned(week) + done
    if day.pause is not None:
        return words.pause(day) + done
    if not day.sessions:
        return f"rest day{done}"
    many = sum(len(block.items) for block in day.blocks())
    return f"{then(places_of(day))}, {day.minutes} min, {counted(many, 'exercise')}{done}"


def _more(shown: Today, page: Page, *, steps: bool) -> list[Line]:
    """What to type next: how it is done, and afterwards that it was."""
    from backplan.render import foot

    if not shown.of_today or not shown.day.sessions:
        return foot.more(OFFERS[-2:] if not shown.of_today else OFFERS[-1:], page)
    told = {"today"} | ({"today --steps"} if steps else set()) | ({"log", "start"} if shown.day.done else set())
    return foot.more([each for each in OFFERS if each[0] not in told], page)


def _widths(items: Sequence[Item], page: Page) -> Widths:
    from backplan.render import words
    from backplan.render.page import LABEL, columns
    from backplan.render.table import HOLD, INSET, LEAST_NAME, NUMBER, SETS, UNIT, Widths

    names = 1 + max((columns(item.name) for item in items), default=LEAST_NAME)
    said = [words.spoken(item.dose) for item in items]
    sets, hold = SETS * any(each.sets for each in said), HOLD * any(each.hold for each in said)
    part, dose = INSET if page.narrow else LABEL, NUMBER + UNIT + sets + hold
    if not page.narrow and part + dose + LEAST_NAME <= page.room:
        name = min(names, page.room - part - dose)
        return Widths(part, name, page.room - part - name, sets=sets, hold=hold)
    dose = 2 + max((columns(words.short(item.dose, page.glyphs.times)) for item in items), default=0)
    name = min(names, page.room - part - dose)
    return Widths(part, name, page.room - part - name, spoken=False)


def _parts(shown: Today, page: Page, *, tight: bool = False) -> list[RenderableType]:
    """The day's parts as a table; ``tight``: with no air between them."""
    from backplan.render.page import bare_table, cell, cut

    day = shown.day
    items = _items(day)
    if not items:
        return []
    widths = _widths(items, page)
    table = bare_table(widths.cells)
    for block, of in [*((b, s) for s in day.sessions for b in s.blocks), *((b, None) for b in day.beside)]:
        head = _of_place(block, of, day, page)
        rows = [
            *(head if not tight or len(head) > 1 or block is day.everything()[0] else []),
            *_part(block, of, widths, page),
        ]
        table.add_row(*(cell(column) for column in zip(*(cut(line, widths.cells) for line in rows), strict=True)))
    return [table]


def _items(day: Day) -> list[Item]:
    """The exercises of a day, in order; none before the plan began, and none in a pause."""
    return [item for block in day.everything() for item in block.items] if day.planned and not day.pause else []


def _of_place(block: DayBlock, of: Session | None, day: Day, page: Page) -> list[Line]:
    """A blank line, and over the first part of each of several sessions its place and its minutes."""
    from backplan.render import words
    from backplan.render.page import HEAD

    if of is None or len(day.sessions) < 2:
        return [[]]
    return [[], _ruled(f"{words.PLACES[of.place]}, {of.minutes} min", page, HEAD)] if block is of.blocks[0] else [[]]


def _ruled(text: str, page: Page, style: str) -> Line:
    """A head with a thin rule behind it."""
    from backplan.render.page import PAST, columns

    return [(f" {text} ", style), (page.glyphs.rule * (page.room - 1 - columns(text)), PAST)]


def _part(block: DayBlock, of: Session | None, widths: Widths, page: Page) -> Iterator[Line]:
    """A part with its exercises."""
    from backplan.render import words
    from backplan.render.grouped import part
    from backplan.render.page import HEAD, THERAPISTS
    from backplan.render.table import INSET

    style = f"{HEAD} {THERAPISTS}" if block.prescribed else HEAD
    name = part(of.place, block) if of else words.BLOCKS[block.kind]
    if widths.part == INSET:
        yield [(f" {name}", style)]
        name = ""
    for item in block.items:
        yield from _exercise(item, (name, style), widths, page)
        name = ""


def _exercise(item: Item, label: Piece, widths: Widths, page: Page) -> Iterator[Line]:
    """An exercise with its dose, and below what care and which load it asks for."""
    from backplan.render import words
    from backplan.render.page import HEAD, padded, wrapped
    from backplan.render.table import spoken_dose

    if widths.spoken:
        dose = spoken_dose(item.dose, widths.sets, widths.hold)
    else:
        dose = [(f" {words.short(item.dose, page.glyphs.times)}", HEAD)]
    first, *more = wrapped(item.name, widths.name - 1, indent=1)
    inset = " " * (1 + widths.part)
    yield [(padded(f" {label[0]}", 1 + widths.part), label[1]), (padded(first, widths.name), ""), *dose]
    yield from ([(inset + name, "")] for name in more)
    for text in _care(item):
        yield from ([(f"{inset}  {line}", "")] for line in wrapped(text, page.room - widths.part - 2))


def _care(item: Item) -> Iterator[str]:
    from backplan.render import words

    if aside := words.aside(item):
        yield aside
    if item.caution:
        yield f"With care: {item.caution}."


def _details(shown: Today, page: Page, *, steps: bool) -> Iterator[Line]:
    """How each exercise is done that is not known yet, once each."""
    from backplan.render import words
    from backplan.render.page import HEAD, PAST, styled, wrapped

    items = {item.exercise: item for item in _items(shown.day) if steps or item.exercise not in shown.practised}
    if items:
        title = "How it is done "
        yield [(title, HEAD), (page.glyphs.rule * (page.room - len(title)), PAST)]
    for number, item in enumerate(items.values()):
        if number:
            yield []
        for text in wrapped(f"{item.name}, {words.in_a_line(item.dose)}", page.room, indent=2):
            yield [(text, HEAD)]
        for text, indent, style in _how(item, shown.week):
            for line in wrapped(text, page.room - 2, indent=indent):
                yield [("  ", ""), *styled(line, style)]


def _how(item: Item, week: Week) -> Iterator[tuple[str, int, str]]:
    """The words on an exercise, each with the columns its later lines are set in by, and its style."""
    from backplan.render import words
    from backplan.render.page import PAST

    card = week.cards.get(item.exercise, {})
    for number, step in enumerate(words.steps(item.dose, card), 1):
        yield f"{number}. {step}", 3, ""
    for cue in card.get("cues", ()):
        yield f"- {cue}", 2, ""
    if item.how_hard:
        yield f"How hard: {item.how_hard}", 0, ""
    if item.caution:
        yield f"With care: {item.caution}.", 0, ""
    yield f"Why: {item.why}", 0, PAST
    if card.get("stop"):
        yield card["stop"], 0, ""
