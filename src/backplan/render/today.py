"""A day in screens: what to have ready, what is to be known first, and each exercise with its dose; its steps until
they are known. As lines and as JSON, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from backplan.model.card import NO_CARD
from backplan.model.told import by_danger
from backplan.model.week_kind import WEEK_KINDS
from backplan.model.wording import counted, long_day
from backplan.named_tuple import NamedTuple
from backplan.render import emergency

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from backplan.actions.week import Today
    from backplan.model.told import Notice, NoticeKind
    from backplan.model.week import Day, DayBlock, Item, Session, Week
    from backplan.render.foot import Told
    from backplan.render.page import Line, Page, Piece
    from backplan.render.table import Widths

SILENCE = (
    "Nothing is noted of yesterday's session. Done: `backplan log --on yesterday`. Let go: add `--done no`, and "
    "what the week has room for moves to its other days."
)
LOOK_BACK = "A look back at your weeks so far stands in `backplan week`."
UNCHECKED = (
    "Pain today is not known yet. If it is 8 or more, or 2 above your usual, stop here and say so first: "
    "`backplan today --pain N`."
)
BEGUN = "Part of this session is done; at this pain, leave the rest of it."
OFFERS = (
    ("start", "with you"), ("today --steps", "how"), ("log", "after it"), ("today", "your session"),
    ("week", "all days"),
)  # fmt: skip
FIRST_OFFERS = (("start", "with you"), ("week", "all days"), ("init --more", "the rest"))  # after a first interview
HOW = "How it is done"
TITLE = 2  # rows of a title and of the air under what came before


def notices(shown: Today) -> list[str]:
    """What is to be known before the session, with the rules that say so."""
    of_day = [each.sentence for each in _of_day(shown)]
    return [*_unchecked(shown), *_begun(shown), *in_minutes(shown), *of_day, *_silence(shown)]


SHORT = "What counts most of the {planned} minutes; the week stays as it is."
LESS = "Less than planned of: {names}."
LEFT = "Left out this time: {names}."
ALL_FITS = "All of it fits: {planned} minutes."


def in_minutes(shown: Today) -> list[str]:
    """What was made of the day for fewer minutes, or that all of it fits in them; nothing where nobody asked."""
    if shown.short is None or shown.planned is None:
        return []
    if shown.short.day == shown.planned:
        return [ALL_FITS.format(planned=shown.planned.minutes)]
    less = [item.name for block in shown.day.everything() for item in block.items if item.exercise in shown.short.less]
    left = [item.name for item in shown.short.left_out]
    found = [SHORT.format(planned=shown.planned.minutes)]
    found += [LESS.format(names=", ".join(less))] if less else []
    return [" ".join([*found, *([LEFT.format(names=", ".join(left))] if left else [])])]


def _own(shown: Today) -> str:
    """What was done of one's own on the day, beside the plan."""
    from backplan.render import words

    return words.own((each for each in shown.week.own if each.on == shown.day.on), today=True)


def _notice_lines(shown: Today, how_much: Told = "all") -> list[str]:
    """The notices of the day as people read them, as much of them as is asked for; where pain is not known yet, that
    comes first.
    """
    from backplan.render import foot

    noted = foot.notice_lines(_of_day(shown), how_much, "`backplan week`")
    return [*_unchecked(shown), *_begun(shown), *in_minutes(shown), *noted, *_silence(shown)]


def _unchecked(shown: Today) -> list[str]:
    ahead = shown.of_today and shown.day.sessions and shown.day.done != "all"
    return [UNCHECKED] if ahead and not shown.pain_known else []


def _begun(shown: Today) -> list[str]:
    """What a session is that was done in part before pain left only ways to cope: it stands as it was planned."""
    begun = shown.of_today and shown.day.sessions and shown.day.done == "part"
    return [BEGUN] if begun and not WEEK_KINDS[shown.week.mode].trains else []


def _silence(shown: Today) -> list[str]:
    return [SILENCE] if shown.of_today and shown.silent else []


# What is for the week and not for a day.
OF_THE_WEEK: frozenset[NoticeKind] = frozenset(
    {"slow", "waits", "full", "turn", "pain-control", "manner", "creep", "sign", "back", "too-much"}
)


def _of_day(shown: Today) -> list[Notice]:
    """The notices of the week without those on how it grows, and about exercises that the day does not hold."""
    held = {item.exercise for block in shown.day.everything() for item in block.items}
    of_day = (each for each in by_danger(shown.week.notices) if each.kind not in OF_THE_WEEK)
    found = [each for each in of_day if not each.about or not held.isdisjoint(each.about)]
    return [each._replace(sentence=LOOK_BACK) if each.kind == "review" else each for each in found]


def document(shown: Today) -> dict[str, Any]:
    """The day's session as one JSON document."""
    day, week = shown.day, shown.week
    items = [item for block in day.everything() for item in block.items]
    cards = {item.exercise: week.cards.get(item.exercise) for item in items}
    found = {
        "schema": 1,
        "week": week.name,
        "mode": week.mode,
        "pain_checked": shown.pain_known,
        **day.as_dict(),
        "minutes_later": day.minutes_later,
        "exercises": {key: card.how if card else {} for key, card in cards.items()},
        "notices": notices(shown),
    }
    if shown.short:
        found["short"] = {
            "left_out": [item.exercise for item in shown.short.left_out],
            "less": sorted(shown.short.less),
        }
    return emergency.with_line(found)


def plain(shown: Today, *, steps: bool = False) -> Iterator[str]:
    """The day's session, a sentence a line."""
    from backplan.render import plain as lines
    from backplan.render.ready import ready

    day, *rest = lines.today(shown.day, shown.week, None if steps else shown.practised, shown.now)
    yield day
    if things := ready(shown.day, shown.week):
        yield f"Have ready: {things}."
    yield from (f"Notice: {notice}" for notice in _notice_lines(shown))
    if own := _own(shown):
        yield f"Of your own: {own}"
    yield from rest


def first_in_lines(shown: Today) -> Iterator[str]:
    """The first day of somebody who has just answered, a sentence a line, without how each exercise is done."""
    every = frozenset(item.exercise for block in shown.day.everything() for item in block.items)
    return plain(shown._replace(practised=every))


# -- the screen ---------------------------------------------------------------------------------------------------


def table(shown: Today, page: Page, *, steps: bool = False) -> Sequence[RenderableType]:
    """The day's session for a terminal: at a glance, and how each exercise is done until that is known. A terminal that
    is scrolled keeps its end in sight, so there the glance comes last.
    """
    from backplan.render.page import lines
    from backplan.render.table import rows_of

    glance, end = _glance(shown, page, steps=steps)
    if not (details := list(_details(shown, page, steps=steps))):
        return [*glance, end]
    whole = [*glance, lines([[], *details]), end]
    scrolled = page.height is not None and not page.paged and rows_of(whole) >= page.height
    return [lines([*details, []]), *glance, end] if scrolled else whole


ROWS_ABOVE = 3  # of what is said before a first day


def first(shown: Today, page: Page) -> Sequence[RenderableType]:
    """The first day of somebody who has just answered, on one screen, and what to type next: of what is to be known the
    least, and what to have ready where there is room for it.
    """
    from backplan.render import foot
    from backplan.render.page import lines
    from backplan.render.table import rows_of

    offers = FIRST_OFFERS if shown.of_today else FIRST_OFFERS[1:]
    end = lines([[], *_later(shown, page), *foot.stop(page), *foot.more(offers, page)])
    room = page._replace(height=page.height and page.height - ROWS_ABOVE)
    found: list[RenderableType] = []
    for with_ready in (True, False):
        above = lines(_above(shown, page, "least", with_ready=with_ready))
        found = [*_airy([above], shown, room, [end]), end]
        if room.height is None or rows_of(found) < room.height:
            break
    return found


class Leaf(NamedTuple):
    """One screen of several, and what is to be seen there, as the key that leads to it says."""

    rows: Sequence[RenderableType]
    holds: str


def screens(shown: Today, page: Page, *, steps: bool = False) -> list[Leaf]:
    """Today in screens: the day at a glance, how each exercise is done, as many on a screen as it holds, and at last
    the exercises again, to be done by.
    """
    from backplan.render.page import lines

    found: list[list[Line]] = []
    for lines_of in _each(shown, page, steps=steps):
        if found and len(found[-1]) + len(lines_of) + TITLE < (page.height or 0):
            found[-1] += [[], *lines_of]
        else:
            found.append(lines_of)
    titles = (f"{HOW}, {number} of {len(found)}" for number in range(1, len(found) + 1))
    how = [
        Leaf([lines([_title(title, page), *body])], "go on" if number else "how each is done")
        for number, (title, body) in enumerate(zip(titles, found, strict=True))
    ]
    glances = [Leaf(each, "the exercises") for each in _glances(shown, page, steps=steps)]
    return [*glances, *how, *(glances[-1:] if found else [])]


def _glances(shown: Today, page: Page, *, steps: bool) -> list[Sequence[RenderableType]]:
    """The day at a glance; where one screen does not hold it, what to have ready on one, and the parts on another."""
    from backplan.render.page import HEAD, apart, lines
    from backplan.render.table import rows_of

    glance, end = _glance(shown, page, steps=steps)
    if page.height is None or rows_of([*glance, end]) < page.height:
        return [[*glance, end]]
    name = lines(apart((long_day(shown.day.on), HEAD), (_what(shown.day, shown.week), HEAD), page))
    return [[glance[0], end], _airy([name], shown, page, [])]


def _glance(shown: Today, page: Page, *, steps: bool) -> tuple[list[RenderableType], RenderableType]:
    """The day at a glance, with no air between its parts, and then no places over them, where there is no room for
    that, nor more than the first words of what to know; and what stands at its end.
    """
    from backplan.render import foot
    from backplan.render.page import lines
    from backplan.render.table import rows_of

    end = lines([[], *_later(shown, page), *foot.stop(page), *_more(shown, page, steps=steps)])
    whole = _airy([lines(_above(shown, page))], shown, page, [end])
    if page.height is None or rows_of([*whole, end]) < page.height:
        return whole, end
    return _airy([lines(_above(shown, page, "first sentences"))], shown, page, [end]), end


def _later(shown: Today, page: Page) -> list[Line]:
    """What of the sessions is done again later in the day, with the air behind it."""
    from backplan.render import words
    from backplan.render.page import HEAD, labelled

    again = words.again(shown.day.blocks()) if shown.day.planned and not shown.day.pause else ""
    return [*labelled(("Later", HEAD), f"{again}, through the day.", page), []] if again else []


def _airy(above: list[RenderableType], shown: Today, page: Page, below: list[RenderableType]) -> list[RenderableType]:
    """The day's parts under something, with as much air as the page has room for beside what comes below."""
    from backplan.render.table import rows_of

    found: list[RenderableType] = []
    for air in AIR:
        found = [*above, *_parts(shown, page, air)]
        if page.height is None or rows_of([*found, *below]) < page.height:
            break
    return found


def _above(shown: Today, page: Page, how_much: Told = "all", *, with_ready: bool = True) -> Iterator[Line]:
    """The day, what it holds, what to have ready, and as much of what is to be known first as is asked for."""
    from backplan.render.page import HEAD, apart, labelled
    from backplan.render.ready import ready

    day, week = shown.day, shown.week
    yield from apart((long_day(day.on), HEAD), (_what(day, week), HEAD), page)
    notice_lines = _notice_lines(shown, how_much)
    things = ready(day, week) if with_ready else ""
    own = _own(shown)
    if things or notice_lines or own:
        yield []
    if things:
        yield from labelled(("Ready", HEAD), things, page)
    unchecked = _unchecked(shown)
    for number, notice in enumerate(notice_lines):
        label = "Pain now" if number < len(unchecked) else "Note" if number == len(unchecked) else ""
        yield from labelled((label, HEAD), notice, page)
    yield from labelled(("Your own", HEAD), own, page) if own else ()


def _what(day: Day, week: Week) -> str:
    """What kind of day it is."""
    from backplan.render import words
    from backplan.render.grouped import places_of, then

    done = f", {words.done(day)}" if day.done else ""
    if not day.planned:
        return words.unplanned(week, day)
    if day.pause is not None:
        return words.pause(day)
    if not day.sessions:
        return f"rest day{done}"
    many = len({item.exercise for block in day.everything() for item in block.items})  # as `start` counts them
    later = f" + {day.minutes_later} later" if day.minutes_later else ""
    beside = later + "".join(f" + {_a_day(block)} {words.BLOCKS[block.kind].lower()}" for block in day.beside)
    return f"{then(places_of(day))}, {day.minutes} min{beside}, {counted(many, 'exercise')}{done}"


def _a_day(block: DayBlock) -> int:
    """Minutes of what stands beside the sessions, all times of the day together."""
    return -(-block.seconds_a_day // 60)


def _more(shown: Today, page: Page, *, steps: bool) -> list[Line]:
    """What to type next: how it is done, and afterwards that it was."""
    from backplan.render import foot

    if not shown.of_today or not shown.day.sessions:
        return foot.more(OFFERS[-2:] if not shown.of_today else OFFERS[-1:], page)
    typed = {"today"} | ({"today --steps"} if steps else set()) | ({"log", "start"} if shown.day.done else set())
    return foot.more([each for each in OFFERS if each[0] not in typed], page)


def _widths(items: Sequence[Item], page: Page) -> Widths:
    """How wide the columns of a day's exercises are: doses are told in columns of their own where there is room, else
    in short.
    """
    from backplan.render import words
    from backplan.render.page import LABEL, columns
    from backplan.render.table import HOLD, INSET, LEAST_NAME, NUMBER, SETS, UNIT, Widths

    names = 1 + max((columns(item.name) for item in items), default=LEAST_NAME)
    doses = [words.spoken(item.dose) for item in items]
    sets, hold = SETS * any(each.sets for each in doses), HOLD * any(each.hold_s for each in doses)
    part, dose = INSET if page.narrow else LABEL, NUMBER + UNIT + sets + hold
    if not page.narrow and part + dose + LEAST_NAME <= page.room:
        name = min(names, page.room - part - dose)
        return Widths(part, name, page.room - part - name, sets=sets, hold=hold)
    dose = 2 + max((columns(words.short(item.dose, page.glyphs.times)) for item in items), default=0)
    name = min(names, page.room - part - dose)
    return Widths(part, name, page.room - part - name, spoken=False)


Air = Literal["between parts", "between places", "none"]
AIR: tuple[Air, ...] = get_args(Air)


def _parts(shown: Today, page: Page, air: Air) -> list[RenderableType]:
    """The day's parts as a table, with air between them, or between places alone, or with neither that nor places."""
    from backplan.render.page import bare_table, cell, cut

    day = shown.day
    items = _items(day)
    if not items:
        return []
    widths = _widths(items, page)
    table = bare_table(widths.cells)
    for block, of in [*((b, s) for s in day.sessions for b in s.blocks), *((b, None) for b in day.beside)]:
        head = _of_place(block, of, day, page)
        first = block is day.everything()[0]
        kept = air == "between parts" or (air == "between places" and len(head) > 1)
        rows = [*(head if kept else [[]] if first else []), *_part(block, of, day, widths, page)]
        table.add_row(*(cell(column) for column in zip(*(cut(line, widths.cells) for line in rows), strict=True)))
    return [table]


def _items(day: Day) -> list[Item]:
    """The exercises of a day, in order; none before the plan began, and none in a pause."""
    return [item for block in day.everything() for item in block.items] if day.planned and not day.pause else []


def _of_place(block: DayBlock, of: Session | None, day: Day, page: Page) -> list[Line]:
    """A blank line, and over the first part of each of several sessions its place and its minutes."""
    from backplan.render import words

    if of is None or len(day.sessions) < 2:
        return [[]]
    return [[], _ruled(f"{words.PLACES[of.place]}, {of.minutes} min", page)] if block is of.blocks[0] else [[]]


def _ruled(text: str, page: Page) -> Line:
    """A head with a thin rule behind it."""
    from backplan.render.page import HEAD, RULE, columns

    return [(f" {text} ", HEAD), (page.glyphs.rule * (page.room - 1 - columns(text)), RULE)]


def _part(block: DayBlock, of: Session | None, day: Day, widths: Widths, page: Page) -> Iterator[Line]:
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
        yield from _exercise(item, (name, style), day, widths, page)
        name = ""


def _exercise(item: Item, label: Piece, day: Day, widths: Widths, page: Page) -> Iterator[Line]:
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
    for text in ["not done"] if item.exercise in day.left_out else _care(item):
        yield from ([(f"{inset}  {line}", "")] for line in wrapped(text, page.room - widths.part - 2))


def _care(item: Item) -> Iterator[str]:
    from backplan.render import words

    if aside := words.aside(item):
        yield aside
    if item.caution:
        yield f"With care: {item.caution}."


def _details(shown: Today, page: Page, *, steps: bool) -> Iterator[Line]:
    """How each exercise is done that is not known yet, once each."""
    for number, lines in enumerate(_each(shown, page, steps=steps)):
        yield _title(HOW, page) if not number else []
        yield from lines


def _title(text: str, page: Page) -> Line:
    """A title with a thin rule behind it."""
    from backplan.render.page import HEAD, RULE

    return [(f"{text} ", HEAD), (page.glyphs.rule * (page.room - len(text) - 1), RULE)]


def _each(shown: Today, page: Page, *, steps: bool) -> Iterator[list[Line]]:
    """The exercises that are not known yet, once each: the name with the dose, and how it is done."""
    from backplan.render import words
    from backplan.render.page import HEAD, styled, wrapped

    items = {item.exercise: item for item in _items(shown.day) if steps or item.exercise not in shown.practised}
    for item in items.values():
        named = wrapped(f"{item.name}, {words.in_a_line(item.dose)}", page.room, indent=2)
        found: list[Line] = [[(text, HEAD)] for text in named]
        for text, indent in _how(item, shown.week):
            found += [[("  ", ""), *styled(line)] for line in wrapped(text, page.room - 2, indent=indent)]
        yield found


def _how(item: Item, week: Week) -> Iterator[tuple[str, int]]:
    """The words on an exercise, each with the columns its later lines are set in by."""
    from backplan.render import words

    card = week.cards.get(item.exercise, NO_CARD)
    for number, step in enumerate(words.steps(item.dose, card), 1):
        yield f"{number}. {step}", 3
    if card.cues:
        yield f"Mind: {' '.join(card.cues)}", 0
    if item.how_hard:
        yield f"How hard: {item.how_hard}", 0
    if item.caution:
        yield f"With care: {item.caution}.", 0
    yield f"Why: {item.why}", 0
    if card.stop:
        yield card.stop, 0
