"""Whether another process holds a store just now, so that whoever writes, or looks, would have to wait for it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from backplan.store.schema import odd_files
from backplan.store.store import FILE

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = 0.2  # seconds that a write may take without being waited for
_TO_WRITE, _TO_LOOK = "BEGIN IMMEDIATE", "SELECT count(*) FROM sqlite_master"


def held(folder: Path, *, from_looking: bool = False) -> bool:
    """Whether a store is held so that nobody else can write to it, or even look. It is left as it is; what cannot be
    opened is held by nobody.
    """
    path = folder / FILE
    try:
        if not path.is_file() or odd_files(path):
            return False
        there = f"{path.resolve().as_uri()}?mode=rw"  # forgotten by another window meanwhile, it is not made again
        with closing(sqlite3.connect(there, uri=True, timeout=MOMENT, isolation_level=None)) as connection:
            connection.execute(_TO_LOOK if from_looking else _TO_WRITE)
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
    except (sqlite3.Error, OSError):
        return False
    return False
