"""A session that was begun: what was done is kept after each exercise, so that it can be gone on with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from backplan.actions import left_off
from backplan.actions.guided.guide import Outcome
from backplan.actions.guided.turns import TurnKey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.actions.workspace import Workspace


class Begun(NamedTuple):
    """The day of a session, and what became of its turns so far."""

    on: date
    outcomes: Mapping[TurnKey, Outcome]


def begun(workspace: Workspace) -> Begun | None:
    """The session that was begun and not ended; None without one, or where it cannot be read."""
    return left_off.read(workspace, left_off.SESSION, _made)


def _made(found: dict[str, Any]) -> Begun:
    told = {TurnKey(exercise, number): word for exercise, number, word in found["told"]}
    outcomes = {key: word for key, word in told.items() if word in get_args(Outcome)}
    return Begun(date.fromisoformat(found["on"]), outcomes)


def keep(workspace: Workspace, outcomes: Mapping[TurnKey, Outcome]) -> None:
    """Keep what was done of today's session so far. Raises StoreError."""
    with workspace.lasting.watching(workspace.home / left_off.SESSION):
        left_off.keep(workspace, left_off.SESSION, {"told": [[*key, word] for key, word in outcomes.items()]})


def noted(workspace: Workspace, on: date) -> bool:
    """Whether a session of a day is in the diary. Raises StoreError."""
    with workspace.opened() as store:
        return any(entry.kind == "session" for entry in store.entries(on, on))


def end(workspace: Workspace) -> None:
    """Take away what was kept of a session that has ended, or is given up."""
    left_off.end(workspace, left_off.SESSION)
