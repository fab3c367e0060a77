"""A file that was made beside its place is put there: all of it at once, and not over another that nobody spoke of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def put(fresh: Path, target: Path, *, over: bool) -> None:
    """Put a file in its place. Raises OSError, and FileExistsError where there is one by now, unless ``over``."""
    if over:
        fresh.replace(target)
        return
    try:
        os.link(fresh, target)
    except FileExistsError:
        raise
    except OSError:  # not every disk knows links
        if target.exists():
            raise FileExistsError(target) from None
        fresh.replace(target)
    else:
        fresh.unlink()
