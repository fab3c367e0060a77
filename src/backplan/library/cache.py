"""The cache of what was read and checked: JSON under a mark of all it was made from, behind a checksum of its own.

Reading and checking the YAML takes longer than planning a week. A file of the cache that is damaged in any way, or
that cannot be read or written, is passed over: it is never trusted by half, and nothing is ever lost with it.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from backplan.library.mark import mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def kept(folder: Path, name: str, key: str) -> Any:
    """The document kept under a name and a mark, its tuples as lists; None where there is none that is whole."""
    try:
        path = _path(folder, name, key)
        checksum, _, body = (path.read_bytes() if path.is_file() else b"").partition(b"\n")
        return json.loads(body) if checksum == mark(body).encode() else None
    except (OSError, ValueError, RecursionError):
        return None


def tuples(row: Sequence[Any]) -> list[Any]:
    """A row of a kept document with its lists as the tuples they were."""
    return [tuple(part) if type(part) is list else part for part in row]


def keep(folder: Path, name: str, key: str, document: Any) -> None:
    """Put a document into the cache, and take away what was kept under the same name for other marks."""
    from backplan.files.whole import write

    body = json.dumps(document, separators=(",", ":")).encode()
    path = _path(folder, name, key)
    with contextlib.suppress(OSError):
        write(path, mark(body).encode() + b"\n" + body)
        for old in folder.glob(f"{name}-*.json"):
            if old != path:
                old.unlink(missing_ok=True)


def _path(folder: Path, name: str, key: str) -> Path:
    return folder / f"{name}-{key}.json"
