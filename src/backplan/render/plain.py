"""The same without boxes: one labelled line per item, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Iterator

from backplan.model.week import Day, DayBlock, Week
from backplan.model.wording import long_day
from backplan.render import emergency, words


def week(shown: Week) -> Iterator[str]:
    """The week, line by line."""
    yield f"Week: {words.title(shown)}"
    yield from (f"Notice: {notice.sentence}" for notice in shown.notices)
    yield from (f"Change: {change.sentence}" for change in shown.changes)
    for day in shown.days:
        yield from _day(day, shown)
    for row in shown.balance:
        state = ("enough for this week" if row.growing else "met") if row.met else "not met"
        yield f"Balance, {words.TARGETS[row.target]}: {words.amount(row)}, {state}. {row.reason or ''}".rstrip()
    if line := words.left_out_line(shown):
        yield line
    if line := words.long_view(shown):
        yield f"Note: {line}"
    yield emergency.PLAIN


def _day(day: Day, shown: Week) -> Iterator[str]:
    name = long_day(day.on)
    done = f", {words.DONE[day.done]}" if day.done else ""
    if not day.planned:
        yield f"{name}: {words.unplanned(shown)}{done}"
        return
    if day.pause:
        yield f"{name}: {words.pause(day)}"
        return
    yield f"{name}: " + (f"{day.minutes} minutes{done}" if day.sessions else f"rest day{done}")
    for session in day.sessions:
        for block in session.blocks:
            yield from _block(f"{name}, {words.PLACES[session.place].lower()}", block)
    for block in day.beside:
        yield from _block(name, block)


def _block(where: str, block: DayBlock) -> Iterator[str]:
    for item in block.items:
        yield f"{where}, {words.part(block).lower()}: {words.name(item)}, {words.dose(item)}"


def today(day: Day, shown: Week) -> Iterator[str]:
    """Today's session in full, line by line."""
    yield from _day(day, shown)
    for item in (item for block in day.everything() for item in block.items):
        card = shown.cards.get(item.exercise, {})
        for number, step in enumerate(card.get("steps", ()), 1):
            yield f"{item.name}, step {number}: {step}"
        yield from (f"{item.name}, cue: {cue}" for cue in card.get("cues", ()))
        if item.how_hard:
            yield f"{item.name}, how hard: {item.how_hard}"
        if item.caution:
            yield f"{item.name}, with care: {item.caution}."
        yield f"{item.name}, why: {item.why}"
        if card.get("stop"):
            yield f"{item.name}, stop: {card['stop']}"
    yield emergency.PLAIN
