"""What stands above and below a week's table: its title, what to know, the balance, what changed and was left out,
when to stop, and what to type next.
"""

from __future__ import annotations

import re
from itertools import chain, repeat
from typing import TYPE_CHECKING, Literal

from backplan.model.told import by_danger
from backplan.model.week import QUESTION_FIRST
from backplan.model.wording import counted, spaced
from backplan.render import emergency, words
from backplan.render.grouped import walks
from backplan.render.page import (
    AIR,
    COMMANDS,
    DONE,
    HEAD,
    RULE,
    STOP,
    Line,
    Page,
    apart,
    beside,
    columns,
    labelled,
    padded,
    styled,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backplan.model.told import Notice, NoticeKind
    from backplan.model.week import Balance, Week

    Reasons = Literal["all", "where", "none"]
    Told = Literal["all", "first sentences", "safety", "least"]

ENOUGH, TOWARDS, SHORT = "enough", "towards", "short"  # towards a goal, which is not to say from less
APART = 3  # columns between what is enough and what grows
BAR, SHORT_BAR, ROOMY = 10, 7, 90  # signs of a bar, and columns from which there is room for the long one


def head(shown: Week, page: Page, how_much: Told = "all") -> list[Line]:
    """The title with the dates, and what to know before the table is read, ``how_much`` of it."""
    title, dates = words.title(shown), words.dates(shown)
    if columns(title) + columns(dates) + AIR > page.room:
        dates = words.dates(shown, short=True)
    found = apart((title, HEAD), (dates, ""), page)
    notes = listed("Note", notice_lines(by_danger(shown.notices), how_much, f"`{page.whole}`"), page)
    return [*found, *([[]] if notes else []), *notes, []]


def notice_lines(notices: Sequence[Notice], how_much: Told, whole: str) -> list[str]:
    """The notices, most dangerous first. What concerns safety is never left out, and shortened last of all."""
    if how_much == "all":
        return [words.sentence_of(each) for each in notices]
    more = f" More: {whole}"
    safety = [words.sentence_of(each) for each in notices if each.safety]
    others = [words.sentence_of(each) for each in notices if not each.safety]
    if how_much == "first sentences":
        return [*safety, *(_first_sentence(text, more) for text in others)]
    if how_much == "least" and safety:
        return [_in_one(notices, len(others), whole)]
    if not safety and others:
        safety.append(_first_sentence(others.pop(0), more))
    if others:
        safety[-1] = f"{safety[-1].removesuffix(more)} And {len(others)} more: {whole}"
    return safety


QUESTIONS: tuple[NoticeKind, ...] = ("sign-asked", "new-questions")


def _in_one(notices: Sequence[Notice], others: int, whole: str) -> str:
    """What to do about the open questions that hold the day back, or else about the others, the first words of all else
    that concerns safety, and where the rest is told.
    """
    grave = [each for each in notices if each.safety and each.kind != "barred"]
    asked = [each for each in grave if each.kind == "sign-asked"] or [each for each in grave if each.kind in QUESTIONS]
    others += sum(each.kind in QUESTIONS and each not in asked for each in grave)
    first = [words.sentence_of(each) for each in asked]
    first += [_first_sentence(words.sentence_of(each)) for each in grave if each.kind not in QUESTIONS]
    barred = [spaced(key) for each in notices if each.kind == "barred" for key in each.about]
    named = ", ".join(barred) if len(barred) <= FEW else counted(len(barred), "exercise")
    found = [*first, *([f"Prescribed, and not given: {named}."] if barred else [])]
    return " ".join(found) + f" {f'And {others} more' if others else 'More'}: {whole}"


def _first_sentence(text: str, more: str = "") -> str:
    """The first sentence, and ``more`` where there is more."""
    first = re.split(r"(?<=[.?!]) ", text, maxsplit=1)[0]
    return first if first == text else f"{first}{more}"


def listed(label: str, texts: Iterable[str], page: Page) -> list[Line]:
    """Texts under each other, the first beside their word."""
    words_of = chain([(label, HEAD)], repeat(("", "")))
    return [line for word, text in zip(words_of, texts, strict=False) for line in labelled(word, text, page)]


def below(shown: Week, page: Page) -> list[Line]:
    """The balance, what changed, what is ahead, what was left out, and when to stop."""
    found = [[], *not_asked(shown, page), *balance(shown._replace(balance=_without(shown, ACTIVE)), page)]
    found += [*listed("Changed", map(words.sentence_of, shown.changes), page), *ahead(shown, page)]
    if left_out := words.left_out_line(shown):
        found += labelled(("Left out", HEAD), left_out, page)
    return [*found, [], *stop(page)]


def below_briefly(shown: Week, page: Page) -> list[Line]:
    """The balance, what changed, what is ahead and was left out, a line for each where there is no room for more on it,
    and when to stop, which its red word sets apart.
    """
    found = [*not_asked(shown, page), *balance_briefly(shown, page)]
    parts = [changed_briefly(shown, page, counted_only=False), ahead(shown, page), left_out_briefly(shown, page)]
    return [*found, *_on_fewer_lines(parts, page), *stop(page)]


def below_least(shown: Week, page: Page, calm: list[Line]) -> list[Line]:
    """The same in the fewest lines: what was left out only counted, beside what is ``calm`` where there is room, and
    without what is ahead.
    """
    changed = changed_briefly(shown, page, counted_only=False)
    counted_out = labelled(("Left out", HEAD), words.left_out_counted(shown), page) if shown.left_out_counts else []
    beside_calm = _on_fewer_lines([calm, counted_out], page)
    return [*beside_calm, *not_asked(shown, page), *balance_briefly(shown, page), *changed, *stop(page)]


def _on_fewer_lines(found: Iterable[list[Line]], page: Page) -> list[Line]:
    """What is told in a line each, beside each other where there is room for two."""
    rows: list[Line] = []
    for body in found:
        beside = [(" " * APART, ""), (f"{body[0][0][0].rstrip()} ", body[0][0][1]), *body[0][1:]] if body else []
        if rows and len(body) == 1 and _width([*rows[-1], *beside]) <= page.room:
            rows[-1] = [*rows[-1], *beside]
        else:
            rows += body
    return rows


def _width(line: Line) -> int:
    return sum(columns(text) for text, _ in line)


def ahead(shown: Week, page: Page) -> list[Line]:
    """The line that says that it takes weeks, in a week about growing; nothing in others."""
    return labelled(("Ahead", HEAD), words.long_view(shown), page) if words.long_view(shown) else []


def changed_briefly(shown: Week, page: Page, *, counted_only: bool) -> list[Line]:
    """A line on what changed; ``counted_only``: only how much."""
    if not shown.changes:
        return []
    return labelled(("Changed", HEAD), _changed(shown, page, counted_only=counted_only), page)


def left_out_briefly(shown: Week, page: Page) -> list[Line]:
    """A line on what was left out; nothing where nothing was."""
    text = words.left_out_briefly(shown)
    return labelled(("Left out", HEAD), text, page) if text else []


def balance_briefly(shown: Week, page: Page, reasons: Reasons = "all") -> list[Line]:
    """The balance without what the days themselves show, and without minutes, with as much of the ``reasons``."""
    kept = tuple(row._replace(minutes=None) for row in _without(shown, FOLLOWS))
    if reasons != "all":
        where = f"why is told in `{page.whole}`" if reasons == "where" else None
        kept = tuple(row._replace(reason=where if row.reason else None) for row in kept)
    return balance(shown._replace(balance=kept), page)


def _without(shown: Week, targets: Sequence[str]) -> tuple[Balance, ...]:
    """The balance without some targets that are met."""
    return tuple(row for row in shown.balance if not row.enough or row.target not in targets)


ACTIVE = ("active-days",)  # the days that are no rest days
FOLLOWS = (*ACTIVE, "balance-days", "rest-days")


def _changed(shown: Week, page: Page, *, counted_only: bool) -> str:
    """The changes where they fit on a line, or the first with how many more there are, or how many alone."""
    room, (first, *more) = page.beside, map(words.sentence_of, shown.changes)
    whole = " ".join([first, *more])
    if columns(whole) <= room or not (more or counted_only):
        return whole
    rest = f"{first} And {len(more)} more: `{page.whole}`" if more else whole
    many = counted(len(shown.changes), "thing")
    return rest if columns(rest) <= 2 * room and not counted_only else f"{many}, told in `{page.whole}`"


FEW = 3  # exercises that are named where rows are short


def not_asked(shown: Week, page: Page) -> list[Line]:
    """The days on which nothing is asked, by why: those before the week was opened, and those of a pause."""
    why: dict[tuple[str, str], list[str]] = {}
    for day in shown.days:
        if not day.planned:
            why.setdefault(("Before", words.unplanned(shown, day)), []).append(f"{day.on:%a}")
        elif day.pause == QUESTION_FIRST:
            why.setdefault(("Today", words.pause(day)), []).append(f"{day.on:%a}")
        elif day.pause:
            why.setdefault(("Pause", f"{words.pause(day)}; nothing is asked of you"), []).append(f"{day.on:%a}")
    found = (labelled((label, HEAD), f"{' '.join(days)}: {text}.", page) for (label, text), days in why.items())
    return [line for lines in found for line in lines]


def stop(page: Page) -> list[Line]:
    """What cannot wait: beside its first word, or on the whole width where that saves a line."""
    style, (word, text) = f"{HEAD} {STOP}", emergency.LINE.split(" ", 1)
    found = labelled((word, style), text, page)
    first, *rest = wrapped(emergency.LINE, page.room)
    if len(found) <= 1 + len(rest):
        return found
    return [[(word, style), (first[len(word) :], "")], *(styled(line) for line in rest)]


def more(offers: Iterable[tuple[str, str]], page: Page) -> list[Line]:
    """What to type next after the name of the program, and what it shows."""
    pieces = [[(name, COMMANDS), (f" {what}".rstrip() + " " * APART, "")] for name, what in offers]
    return beside(("backplan", COMMANDS), _filled(pieces, page.beside), page)


def balance(shown: Week, page: Page) -> list[Line]:
    """What the week holds enough of, what is on the way to a goal, and what falls short, with the reason."""
    enough = [row for row in shown.balance if row.enough and not words.growing(row) and (row.asked or row.got)]
    grows = [row for row in shown.balance if words.growing(row)]
    signs, bar = page.glyphs, BAR if page.width >= ROOMY else 0 if page.narrow else SHORT_BAR
    held = _stated(signs.done, ENOUGH, DONE, _items([_enough(row, page) for row in enough], page), page)

    def growth(bar: int) -> list[Line]:
        return _stated(
            signs.towards, TOWARDS, "", _items([_growing(row, shown, page, bar) for row in grows], page), page
        )

    body = _joined(held, growth(min(bar, SHORT_BAR)), page) or [*held, *growth(bar)]
    for why, rows in words.why_short(shown).items():
        text = f"{', '.join(rows)}: {why}" if why else ", ".join(rows)
        room = page.beside - _state_room(page)
        body += _stated(signs.let_go, SHORT, HEAD, [styled(line) for line in wrapped(text, room)], page)
    found = beside(("Balance", HEAD), body, page)
    return [*found, *(labelled(("Your own", HEAD), words.own(shown.own), page) if shown.own else [])]


def _joined(held: Sequence[Line], growth: Sequence[Line], page: Page) -> list[Line]:
    """What is enough and what grows, on one line; nothing where that has no room for both."""
    if len(held) == len(growth) == 1:
        line = [*held[0], (" " * APART, ""), *growth[0]]
        if _width(line) <= page.beside:
            return [line]
    return []


def _state_room(page: Page) -> int:
    return len(TOWARDS) + (4 if page.glyphs.done != "ok" else 5)


def _stated(sign: str, word: str, style: str, body: Sequence[Line], page: Page) -> list[Line]:
    """Lines with their state before the first: a sign and a word."""
    room = _state_room(page)
    mark = padded(sign, room - len(TOWARDS) - 2)
    leads: list[Line] = [[(mark, style), (word.ljust(room - len(mark)), "")]]
    return [[*(leads.pop() if leads else [(" " * room, "")]), *line] for line in body]


def _items(found: Sequence[Line], page: Page) -> list[Line]:
    return _filled(found, page.beside - _state_room(page))


def _filled(found: Sequence[Line], room: int) -> list[Line]:
    """Pieces that are not broken, as many on a line as there is room for; a separator at a line's end falls away."""
    rows: list[Line] = []
    taken = 0
    for line in found:
        width = _width(line)
        if rows and taken + columns("".join(text for text, _ in line).rstrip(" ·,")) <= room:
            rows[-1] += line
            taken += width
        else:
            rows.append(list(line))
            taken = width
    for row in rows:
        row[-1] = (row[-1][0].rstrip(" ·,"), row[-1][1])
    return rows


def _enough(row: Balance, page: Page) -> Line:
    name, signs = words.NAMES[row.target], page.glyphs
    if row.target in words.COUNTED:
        text = f"{row.got} {words.COUNTED[row.target]}{'' if row.got == 1 else 's'}"
    elif row.unit == "min":
        text = f"{name} {row.got} min"
    elif row.unit == "days":
        text = f"{name} {row.got} day{'' if row.got == 1 else 's'}"
    else:
        text = f"{name} {row.got}{signs.times}" + (f" ({row.minutes} min)" if row.minutes else "")
    return [(f"{text}{signs.between}", "")]


def _growing(row: Balance, shown: Week, page: Page, bar: int) -> Line:
    got = min(bar, max(1, round(bar * row.got / row.aim)))
    unit = " min" if row.unit == "min" else f" {row.unit}"
    name = _aerobic(shown) if row.target == "aerobic" else words.NAMES[row.target]
    return [
        (f"{name} ", ""),
        (page.glyphs.got * got, DONE),
        (page.glyphs.to_go * (bar - got), RULE),
        (f"{' ' * bool(bar)}{row.got} of {row.aim}{unit}   ", ""),
    ]


def _aerobic(shown: Week) -> str:
    """What aerobic work of the week is called: walking where it is nothing else."""
    held = [
        (session.place, block.items)
        for day in shown.days for session in day.sessions for block in session.blocks if block.kind == "aerobic"
    ]  # fmt: skip
    walked = all(place != "pool" and walks(items) for place, items in held)
    walked &= all("walk" in each.exercise for each in shown.own if each.counts)
    return "walking" if held and walked else words.NAMES["aerobic"]
