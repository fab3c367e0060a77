"""A session that was begun: what was done is kept after each exercise, so that it can be gone on with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from backplan.actions import left_off
from backplan.actions.guided.guide import Outcome, Where
from backplan.actions.guided.turns import TurnKey
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.actions.guided.guide import Guide
    from backplan.actions.workspace import Workspace


class SessionBegun(NamedTuple):
    """The day of a session, what became of its turns so far, where in the present one it stood, if known, and the open
    ones of which half, or an easier exercise, is done because they hurt.
    """

    on: date
    outcomes: Mapping[TurnKey, Outcome]
    where: Where | None = None
    halved: frozenset[TurnKey] = frozenset()
    replaced: frozenset[TurnKey] = frozenset()


def begun(workspace: Workspace) -> SessionBegun | None:
    """The session that was begun and not ended; None without one, or where it cannot be read."""
    return left_off.read(workspace, left_off.SESSION, _made)


def _made(found: dict[str, Any]) -> SessionBegun:
    outcome_words = {TurnKey(exercise, number): word for exercise, number, word in found["told"]}
    outcomes = {key: word for key, word in outcome_words.items() if word in get_args(Outcome)}
    where = found.get("where")
    return SessionBegun(
        date.fromisoformat(found["on"]),
        outcomes,
        Where(TurnKey(*where[:2]), *where[2:]) if where else None,
        *(frozenset(TurnKey(*key) for key in found.get(each, ())) for each in ("halved", "replaced")),
    )


def keep(workspace: Workspace, guide: Guide) -> None:
    """Keep what was done of today's session so far, and where it stands; nothing where all that was on record was taken
    away meanwhile. Raises StoreError.
    """
    if not workspace.begun:
        return
    outcomes, where = [[*key, word] for key, word in guide.outcomes.items()], guide.where
    at = {"where": [*where.turn, where.phase, where.gone]} if where else {}
    softer = {"halved": [[*key] for key in guide.halved], "replaced": [[*key] for key in guide.replaced]}
    with workspace.lasting.watching(workspace.home / left_off.SESSION):
        left_off.keep(workspace, left_off.SESSION, {"told": outcomes, **at, **softer})


def noted(workspace: Workspace, on: date) -> bool:
    """Whether a session of a day is in the diary. Raises StoreError."""
    with workspace.opened() as store:
        return any(entry.kind == "session" for entry in store.diary.entries(on, on))


def end(workspace: Workspace) -> None:
    """Take away what was kept of a session that has ended, or is given up."""
    left_off.end(workspace, left_off.SESSION)
