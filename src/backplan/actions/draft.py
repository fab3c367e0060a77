"""A first interview that was left: its answers are kept, so that it can be gone on with. Nothing is planned from it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from backplan.errors import StoreError, reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from backplan.actions.workspace import Workspace

FILE = "interview.json"  # in the folder of the person's data
OF_THE_DAY = frozenset({"red-flags", "heart", "pain"})  # what another day may have changed


class Draft(NamedTuple):
    """The sections that were answered, by name, and the answers as a document."""

    answered: tuple[str, ...]
    document: dict[str, Any]


def draft(workspace: Workspace) -> Draft | None:
    """What was answered before; on another day the signs and the pain are to be asked again. None without a draft, or
    where it cannot be read.
    """
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        found = json.loads(_path(workspace).read_text("utf-8"))
        stale = frozenset() if date.fromisoformat(found["on"]) == workspace.today else OF_THE_DAY
        answered = tuple(str(name) for name in found["answered"] if name not in stale)
        return Draft(answered, dict(found["answers"]))
    return None


def keep(workspace: Workspace, answered: Sequence[str], document: Mapping[str, Any]) -> None:
    """Keep what was answered so far. Raises StoreError."""
    from backplan.files.whole import write

    kept = {"schema": 1, "on": workspace.today.isoformat(), "answered": list(answered), "answers": dict(document)}
    path = _path(workspace)
    try:
        write(path, json.dumps(kept).encode())  # not watched: a draft that is kept is nothing recorded
    except OSError as error:
        raise StoreError(f"{path} could not be written ({reason_of(error, 'no reason given')})") from None


def end(workspace: Workspace) -> None:
    """Take away what was kept of an interview that has come to its end."""
    with suppress(OSError):
        _path(workspace).unlink(missing_ok=True)


def _path(workspace: Workspace) -> Path:
    return workspace.home / FILE
