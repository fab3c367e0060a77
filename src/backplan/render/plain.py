"""The week and today without columns: one whole sentence a line, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from backplan.model.card import NO_CARD
from backplan.model.told import by_danger
from backplan.model.wording import all_of, capital, counted, long_day, spoken_span
from backplan.render import emergency, words
from backplan.render.grouped import kinds, part

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.week import Balance, Day, DayBlock, GivenDose, Week


def week(shown: Week, today: date | None = None) -> Iterator[str]:
    """The week, line by line; which of its days is ``today`` is told where that is known."""
    yield f"{words.title(shown).replace(', ', ': ', 1)}, {words.dates(shown)}, {shown.name}."
    yield from (f"Notice: {words.sentence_of(notice)}" for notice in by_danger(shown.notices))
    yield from (f"Change: {words.sentence_of(change)}" for change in shown.changes)
    for day in shown.days:
        yield from _day(day, shown, today)
    yield from _balance(shown)
    if line := words.left_out_line(shown):
        yield f"Left out: {line}"
    if line := words.long_view(shown):
        yield f"Note: {line}"
    yield emergency.PLAIN


def _balance(shown: Week) -> Iterator[str]:
    """What the week holds enough of, what is on the way to a goal, and what falls short or is not asked
    for, with its reason.
    """
    enough = [_enough(row) for row in shown.balance if row.enough and not words.growing(row) and (row.asked or row.got)]
    grows = [
        f"{words.NAMES[row.target]} {row.got} of {row.aim} {UNITS[row.unit]}"
        for row in shown.balance
        if words.growing(row)
    ]
    if enough:
        yield f"Balance, enough: {', '.join(enough)}."
    if grows:
        yield f"Balance, towards a goal: {', '.join(grows)}."
    if shown.own:
        yield f"Of your own: {words.own(shown.own)}"
    for reason, rows in words.why_short(shown).items():
        yield f"Balance, short: {', '.join(rows).replace(' min', ' minutes')}.{_reason(reason)}"
    for row in shown.balance:
        if row.enough and not row.asked and not row.got and not words.growing(row):
            yield f"Balance, not asked of this week: {words.NAMES[row.target]}.{_reason(row.reason)}"


def _reason(why: str | None) -> str:
    return f" {capital(why)}".rstrip(".") + "." if why else ""


UNITS = {"sessions": "times", "days": "days", "times": "times", "min": "minutes"}


def _enough(row: Balance) -> str:
    if row.target in words.COUNTED:
        return counted(row.got, words.COUNTED[row.target])
    beside = f" ({counted(row.minutes, 'minute')})" if row.minutes else ""
    return f"{words.NAMES[row.target]} {counted(row.got, UNITS[row.unit].removesuffix('s'))}{beside}"


def _day(day: Day, shown: Week, today: date | None = None) -> Iterator[str]:
    """A day in lines: a head with its minutes, then each exercise with the day, the place and the part it stands in."""
    name = long_day(day.on) + (", today" if day.on == today else "")
    done = f", {words.done(day)}" if day.done else ""
    if not day.planned:
        yield f"{name}: {words.unplanned(shown, day)}."
        return
    if day.pause:
        yield f"{name}: {words.pause(day)}."
        return
    held = all_of([kind.lower() for kind in kinds(day)])
    yield f"{name}: " + (f"{held}, {words.minutes(day)}{done}." if day.sessions else f"rest day{done}.")
    name = f"{day.on:%A}"
    for session in day.sessions:
        where = words.PLACES[session.place].lower()
        for block in session.blocks:
            yield from _block(f"{name}, {where}, {part(session.place, block).lower()}", block, day)
    for block in day.beside:
        yield from _block(f"{name}, {words.part(block).lower()}", block, day)


def _block(where: str, block: DayBlock, day: Day) -> Iterator[str]:
    for item in block.items:
        aside = f", {words.aside(item)}" if words.aside(item) else ""
        gone = ", not done" if item.exercise in day.left_out else ", less done" if item.exercise in day.less else ""
        yield f"{where}: {words.name(item)}, {dose(item.dose)}{aside}{gone}."


def dose(given: GivenDose) -> str:
    """A dose as it is read out: 6 each side, 2 sets, hold 7 seconds."""
    if given.minutes is not None:
        return counted(given.minutes, "minute")
    parts = words.spoken(given)
    hold = f", hold {spoken_span(parts.hold_s)}" if parts.hold_s else ""
    return ", ".join(filter(None, (f"{parts.number} {parts.unit}", parts.sets))) + hold


def today(day: Day, shown: Week, practised: frozenset[str] | None = None, now: date | None = None) -> Iterator[str]:
    """A day's session in full, line by line, without the steps of exercises that are ``practised``; ``now``: today."""
    yield from _day(day, shown, now)
    for item in (item for block in day.everything() for item in block.items):
        if item.caution:
            yield f"{item.name}, with care: {item.caution}."
        if practised and item.exercise in practised:
            continue
        card = shown.cards.get(item.exercise, NO_CARD)
        for number, step in enumerate(words.steps(item.dose, card), 1):
            yield f"{item.name}, step {number}: {step}"
        yield from (f"{item.name}, cue: {cue}" for cue in card.cues)
        if item.how_hard:
            yield f"{item.name}, how hard: {item.how_hard}"
        yield f"{item.name}, why: {item.why}"
        if card.stop:
            yield f"{item.name}, stop: {card.stop}"
    if again := words.again(day.blocks() if day.planned and not day.pause else ()):
        yield f"Through the day: {again}."
    yield emergency.PLAIN
