"""A pause in words and as JSON: that it is noted, that it has ended, and how the plan goes on after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.actions.pause import last_day
from backplan.render.emergency import LINE
from backplan.render.log import alarm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from backplan.actions.pause import PauseBegun, PauseEnded, Restart


def begun_document(begun: PauseBegun) -> dict[str, Any]:
    """A pause that was noted, as one JSON document."""
    return {"schema": 1, "entries": [begun.entry.as_dict()], "restart": restart(begun.restart)}


def begun_lines(begun: PauseBegun) -> Iterator[str]:
    """That a pause is noted, how the plan goes on after it, and what its reason may tell of."""
    first, last = named(begun.entry.on), named(last_day(begun.entry))
    if begun.again:
        yield f"On record already: the pause from {first} to {last}. Nothing was added."
    else:
        yield f"Noted: a pause from {first} to {last}. Nothing is asked of you then."
    for each in begun.others:
        yield (
            f"Another pause stands, too, from {named(each.on)} to {named(last_day(each))}; if it was not meant: "
            f"`backplan diary undo {each.id}`."
        )
    yield restart(begun.restart)
    yield from alarm(begun.alarm)
    yield LINE


def ended_document(ended: PauseEnded) -> dict[str, Any]:
    """Pauses that were ended or taken back, as one JSON document."""
    return {
        "schema": 1,
        "entries": [entry.as_dict() for entry in ended.ended],
        "taken_back": [entry.as_dict() for entry in ended.taken_back],
        "restart": ended.restart and restart(ended.restart),
    }


def ended_lines(ended: PauseEnded) -> Iterator[str]:
    """That pauses have ended or were taken back, how the plan goes on, and which pauses are still to come."""
    for entry in ended.ended:
        yield f"Noted: the pause from {named(entry.on)} has ended; its last day was {named(last_day(entry))}."
    for entry in ended.taken_back:
        yield f"Taken back: the pause from {named(entry.on)} to {named(last_day(entry))}."
    if ended.restart:
        yield f"{restart(ended.restart)} `backplan week` shows your week."
    for entry in ended.left:
        yield f"Still to come: the pause from {named(entry.on)} to {named(last_day(entry))}."
    yield LINE


def named(day: date) -> str:
    """A day like Thu 2026-12-24."""
    return f"{day:%a} {day}"


def restart(of: Restart) -> str:
    """How the plan goes on after a pause."""
    from backplan.rules.progress import gap_restart

    if of.gap is None:
        return f"From {named(of.on)} the plan goes on as if no day had gone by."
    if of.percent == 100:
        return f"From {named(of.on)} the plan goes on where it was: a gap this short takes nothing off."
    share = f"at {of.percent} percent of their minutes, or " if of.percent else ""
    return (
        f"From {named(of.on)} it starts gently: if nothing is logged before, that is {of.gap} days after your last "
        f"session, and aerobic sessions begin again {share}where they began (rule {gap_restart.RULE.id})."
    )
