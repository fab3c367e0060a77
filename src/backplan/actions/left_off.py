"""What was begun and not ended, an interview or a session: a small file of its own beside the store. Nothing is planned
from it. It stands behind a checksum: one that is damaged in any way, or that another version wrote, is as none.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from backplan.errors import StoreError, reason_of
from backplan.library.mark import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from backplan.actions.workspace import Workspace

INTERVIEW, SESSION = "interview.json", "session.json"  # in the folder of the person's data

Made = TypeVar("Made")


def read(workspace: Workspace, name: str, make: Callable[[dict[str, Any]], Made]) -> Made | None:
    """What is made of a document that was kept; None without one, or where nothing can be made of it."""
    with suppress(OSError, ValueError):
        path = _path(workspace, name)
        checksum, _, body = (path.read_bytes() if path.is_file() else b"").partition(b"\n")
        if checksum == mark(body).encode():
            return make(json.loads(body))
    return None


def keep(workspace: Workspace, name: str, document: Mapping[str, Any]) -> None:
    """Keep a document with its day. Raises StoreError."""
    from backplan.files.whole import write

    path = _path(workspace, name)
    body = json.dumps({"on": workspace.today.isoformat(), **document}).encode()
    try:
        write(path, mark(body).encode() + b"\n" + body)
    except OSError as error:
        raise StoreError(f"{path} could not be written ({reason_of(error, 'no reason given')})") from None


def end(workspace: Workspace, name: str) -> None:
    """Take away what was kept of something that has ended, or is given up."""
    with suppress(OSError):
        _path(workspace, name).unlink(missing_ok=True)


def _path(workspace: Workspace, name: str) -> Path:
    return workspace.home / name
