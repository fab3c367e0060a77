"""Files put in place whole or not at all, for their owner's eyes alone."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(path: Path, raw: bytes) -> None:
    """Put a file in its place, and make the folders above it where there are none. Raises OSError."""
    for parent in (*reversed(path.parent.parents), path.parent):
        if not parent.exists():
            parent.mkdir(mode=0o700)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
