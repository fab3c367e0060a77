"""One process at a time: a lock for what is kept beside the store, in files."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from backplan.errors import StoreError, reason_of
from backplan.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(path: Path, what: str) -> Iterator[None]:
    """Hold a lock, an empty file that is made if missing; others wait for it as long as for the store.

    It is SQLite's own lock, as the store's is: the same on every system, and let go of by a process that dies. Raises
    StoreError, which names ``what`` is changed under it, where it cannot be had.
    """
    try:
        schema.make_file(path.parent, path)
        connection = sqlite3.connect(path, timeout=schema.BUSY_MS / 1000, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(_sentence(path, what, error)) from error
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise StoreError(_sentence(path, what, error)) from error
        yield
    finally:
        connection.close()


def _sentence(path: Path, what: str, error: Exception) -> str:
    why = reason_of(error, str(error)) if isinstance(error, OSError) else str(error)
    return f"{what} cannot be changed just now: {path} is not to be had ({why}). Please try again."
