"""The store: one SQLite file with what the person answered, did and was shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

from backplan.errors import StoreError, in_a_line, reason_of
from backplan.store.diary import Diary
from backplan.store.lasting import Lasting
from backplan.store.people import People
from backplan.store.prescriptions import Prescriptions
from backplan.store.records import DAMAGED, WAY_BACK, Records, unheard
from backplan.store.schema import connect, make_file, refuse_newer, upgraded
from backplan.store.weeks import Weeks
from backplan.store.whole import AllRecords

FILE = "backplan.db"


class Store:
    """A person's data, by what it is about, over the same records. Use ``with opened(folder) as store``."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.people = People(records)
        self.diary = Diary(records)
        self.weeks = Weeks(records)
        self.prescriptions = Prescriptions(records)
        self.whole = AllRecords(records)

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction over all of it, all or nothing; what a write depends on is read within it."""
        return self.records.transaction()


@contextmanager
def opened(
    folder: Path, lasting: Lasting | None = None, today: date | None = None, tell: Callable[[str], None] = unheard
) -> Iterator[Store]:
    """The store in a folder, made if missing and brought to the current schema; StoreError when that cannot be.

    ``lasting`` is told of what is committed. With a day, the first change of that day begins with a backup. ``tell`` is
    told what was set aside, in sentences.
    """
    path = folder / FILE
    try:
        if not exists(folder):
            make_file(folder, path)
        elif path.stat().st_size == 0:
            _refuse_emptied(folder, path)
        refuse_newer(path)
        connection = connect(path)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(_sentence(path, error)) from error
    try:
        connection = upgraded(connection)
        before_writing = _daily(folder, connection, today) if today else str
        yield Store(Records(connection, lasting or Lasting(), tell, before_writing, today))
    except sqlite3.Error as error:
        raise StoreError(_sentence(path, error)) from error
    finally:
        connection.close()


def _refuse_emptied(folder: Path, path: Path) -> None:
    """An empty file lost what it held where backups tell that it held something; else another window just makes it.
    Raises StoreError.
    """
    from backplan.store.backup import FOLDER, is_backup

    if any(map(is_backup, (folder / FOLDER).glob("*"))):
        named = in_a_line(path)
        raise StoreError(f"your data in {named} is damaged (the file is empty). It is left as it is; {WAY_BACK}")


def _daily(folder: Path, connection: sqlite3.Connection, today: date) -> Callable[[], str]:
    """What keeps the backup of a day, and says what hindered it."""

    def keep() -> str:
        from backplan.store.backup import daily

        return daily(folder, connection, today)

    return keep


def exists(folder: Path) -> bool:
    """Whether anything was ever stored in a folder; StoreError when that cannot be seen, or nothing could be."""
    try:
        (folder / FILE).stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError(_sentence(folder / FILE, error)) from error
    return True


def _sentence(path: Path, error: Exception) -> str:
    why = reason_of(error, str(error)) if isinstance(error, OSError) else str(error)
    named = in_a_line(path)
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGED:
        return f"your data in {named} is damaged ({why}). It is left as it is; {WAY_BACK}"
    return f"your data in {named} cannot be read or written ({why}); nothing was lost and nothing half-written"
