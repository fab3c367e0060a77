"""The same without columns: one whole sentence a line, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from backplan.model.wording import counted, long_day, spoken_span
from backplan.render import emergency, words
from backplan.render.grouped import part

if TYPE_CHECKING:
    from backplan.model.week import Balance, Day, DayBlock, GivenDose, Week


def week(shown: Week) -> Iterator[str]:
    """The week, line by line."""
    yield f"Week: {words.title(shown)}, {words.dates(shown)}, {shown.name}."
    yield from (f"Notice: {words.told(notice)}" for notice in shown.notices)
    yield from (f"Change: {words.told(change)}" for change in shown.changes)
    for day in shown.days:
        yield from _day(day, shown)
    yield from map(_balance, shown.balance)
    if line := words.left_out_line(shown):
        yield f"Left out: {line}"
    if line := words.long_view(shown):
        yield f"Note: {line}"
    yield emergency.PLAIN


def _balance(row: Balance) -> str:
    state = ("enough for this week" if row.growing else "met") if row.met else "not met"
    state = state if row.asked or row.got else "not asked of this week"
    reason = f" {row.reason[:1].upper()}{row.reason[1:]}".rstrip(".") + "." if row.reason else ""
    return f"Balance, {words.TARGETS[row.target]}: {words.amount(row)}, {state}.{reason}"


def _day(day: Day, shown: Week) -> Iterator[str]:
    name = long_day(day.on)
    done = f", {words.DONE[day.done]}" if day.done else ""
    if not day.planned:
        yield f"{name}: {words.unplanned(shown)}{done}."
        return
    if day.pause:
        yield f"{name}: {words.pause(day)}."
        return
    yield f"{name}: " + (f"{day.minutes} minutes{done}." if day.sessions else f"rest day{done}.")
    for session in day.sessions:
        where = words.PLACES[session.place].lower()
        for block in session.blocks:
            yield from _block(f"{name}, {where}, {part(session.place, block).lower()}", block)
    for block in day.beside:
        yield from _block(f"{name}, {words.part(block).lower()}", block)


def _block(where: str, block: DayBlock) -> Iterator[str]:
    for item in block.items:
        aside = f", {words.aside(item)}" if words.aside(item) else ""
        yield f"{where}: {words.name(item)}, {dose(item.dose)}{aside}."


def dose(given: GivenDose) -> str:
    """A dose as it is read out: 6 each side, 2 sets, hold 7 seconds."""
    if given.minutes is not None:
        return counted(given.minutes, "minute")
    said = words.spoken(given)
    hold = f", hold {spoken_span(said.hold_s)}" if said.hold_s else ""
    return ", ".join(filter(None, (f"{said.number} {said.unit}", said.sets))) + hold


def today(day: Day, shown: Week, practised: frozenset[str] | None = None) -> Iterator[str]:
    """A day's session in full, line by line, without the steps of exercises that are ``practised``."""
    yield from _day(day, shown)
    for item in (item for block in day.everything() for item in block.items):
        if item.caution:
            yield f"{item.name}, with care: {item.caution}."
        if practised and item.exercise in practised:
            continue
        card = shown.cards.get(item.exercise, {})
        for number, step in enumerate(words.steps(item.dose, card), 1):
            yield f"{item.name}, step {number}: {step}"
        yield from (f"{item.name}, cue: {cue}" for cue in card.get("cues", ()))
        if item.how_hard:
            yield f"{item.name}, how hard: {item.how_hard}"
        yield f"{item.name}, why: {item.why}"
        if card.get("stop"):
            yield f"{item.name}, stop: {card['stop']}"
    yield emergency.PLAIN
