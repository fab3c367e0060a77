"""A session that was begun: what was done is kept after each exercise, so that it can be gone on with."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, get_args

from backplan.actions.guided.guide import Outcome
from backplan.errors import StoreError, reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from backplan.actions.workspace import Workspace

FILE = "session.json"  # in the folder of the person's data


class Begun(NamedTuple):
    """The day of a session, and what became of its exercises so far, by their ids."""

    on: date
    outcomes: Mapping[str, Outcome]


def begun(workspace: Workspace) -> Begun | None:
    """The session that was begun and not ended; None without one, or where it cannot be read."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        found = json.loads(_path(workspace).read_text("utf-8"))
        outcomes = {str(key): told for key, told in found["outcomes"].items() if told in get_args(Outcome)}
        return Begun(date.fromisoformat(found["on"]), outcomes)
    return None


def keep(workspace: Workspace, outcomes: Mapping[str, Outcome]) -> None:
    """Keep what was done of today's session so far. Raises StoreError."""
    from backplan.files.whole import write

    document = {"schema": 1, "on": workspace.today.isoformat(), "outcomes": dict(outcomes)}
    path = _path(workspace)
    try:
        with workspace.lasting.watching(path):
            write(path, json.dumps(document).encode())
    except OSError as error:
        raise StoreError(f"{path} could not be written ({reason_of(error, 'no reason given')})") from None


def noted(workspace: Workspace, on: date) -> bool:
    """Whether a session of a day is in the diary. Raises StoreError."""
    with workspace.opened() as store:
        return any(entry.kind == "session" for entry in store.entries(on, on))


def end(workspace: Workspace) -> None:
    """Take away what was kept of a session that has ended, or is given up."""
    with suppress(OSError):
        _path(workspace).unlink(missing_ok=True)


def _path(workspace: Workspace) -> Path:
    return workspace.home / FILE
