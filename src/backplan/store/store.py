"""The store: one SQLite file with what the person answered, did and was shown."""

from __future__ import annotations

import errno
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from pathlib import Path

from backplan.errors import DamagedError, StoreError, in_a_line
from backplan.store.diary import Diary
from backplan.store.lasting import Lasting
from backplan.store.people import People
from backplan.store.prescriptions import Prescriptions
from backplan.store.records import DAMAGED, WAY_BACK, Records, unheard, why_refused
from backplan.store.schema import connect, make_file, refuse_newer, upgraded
from backplan.store.weeks import Weeks
from backplan.store.whole import AllRecords

FILE = "backplan.db"
_UNREAD = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS}


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


class GoneError(StoreError):
    """A person's data is gone, or empty, and backups tell that there was some: nothing goes on as if there was none."""


@contextmanager
def opened(
    folder: Path,
    lasting: Lasting | None = None,
    today: date | None = None,
    tell: Callable[[str], None] = unheard,
    *,
    anew: bool = False,
) -> Iterator[Store]:
    """The store in a folder, made if missing and brought to the current schema; StoreError when that cannot be.

    ``lasting`` is told of what is committed. With a day, the first change of that day begins with a backup. ``tell`` is
    told what was set aside, in sentences. ``anew``: that a store is gone, of which backups are kept, was said.
    """
    path = folder / FILE
    try:
        if not exists(folder, anew=anew):
            make_file(folder, path)
        refuse_newer(path, WAY_BACK)
        connection = connect(path)
    except (sqlite3.Error, OSError) as error:
        raise _refused(path, error) from error
    try:
        connection = upgraded(connection)
        before_writing = _daily(folder, connection, today) if today else str
        yield Store(Records(connection, lasting or Lasting(), tell, before_writing, today))
    except sqlite3.Error as error:
        raise _refused(path, error) from error
    finally:
        connection.close()


def _refuse_gone(folder: Path, how: str) -> None:
    """What is gone, or an empty file, held something where backups tell so; else nothing was there, or another window
    just makes it. Raises GoneError.
    """
    from backplan.store.backup import FOLDER, kept

    if (folder / FOLDER).is_dir() and kept(folder):
        raise gone(folder, how)


def gone(folder: Path, how: str) -> GoneError:
    """What is said where data is gone, and backups of it are kept."""
    return GoneError(f"your data in {in_a_line(folder / FILE)} {how}, but backups of it are kept; {WAY_BACK}")


def _daily(folder: Path, connection: sqlite3.Connection, today: date) -> Callable[[], str]:
    """What keeps the backup of a day, and says what hindered it."""

    def keep() -> str:
        from backplan.store.backup import daily

        return daily(folder, connection, today)

    return keep


def exists(folder: Path, *, anew: bool = False) -> bool:
    """Whether anything was ever stored in a folder; StoreError when that cannot be seen, or nothing could be, and
    GoneError where what was stored is gone, unless that was said (``anew``).
    """
    path = folder / FILE
    try:
        try:
            seen = path.stat()
        except FileNotFoundError:
            _refuse_leading_nowhere(path, folder)
            seen = None
        if not anew and (seen is None or (stat.S_ISREG(seen.st_mode) and not seen.st_size)):
            _refuse_gone(folder, "is empty" if seen else "is gone")
    except OSError as error:
        raise _refused(path, error) from error
    return seen is not None


def _refuse_leading_nowhere(*paths: Path) -> None:
    """A link to what is not there, as where a disk is not in place, is no store that was never begun. Raises
    StoreError.
    """
    for path in paths:
        if path.is_symlink() and not path.exists():
            why = "a link to what is not there now: is the disk it leads to in place?"
            raise StoreError(f"{in_a_line(path)}, where your data is kept, is {why} Nothing was changed")


def _refused(path: Path, error: OSError | sqlite3.Error) -> StoreError:
    """Why a store cannot be read or written: as it is damaged, or for another reason, which may pass."""
    why = why_refused(error)
    named, code = in_a_line(path), getattr(error, "sqlite_errorcode", 0)
    if code & 0xFF in DAMAGED and not (code & 0xFF == sqlite3.SQLITE_CORRUPT and _is_only_unread(path)):
        return DamagedError(f"your data in {named} is damaged ({why}). It is left as it is; {WAY_BACK}")
    unread = {*_UNREAD, sqlite3.SQLITE_CORRUPT}
    if code in unread or (isinstance(error, OSError) and error.errno == errno.EIO):
        why = "input/output error" if code == sqlite3.SQLITE_CORRUPT else why
        return StoreError(
            f"the disk could not read your data in {named} ({why}); nothing was set aside or half-written. Try again; "
            "if it stays so, copy your data from that disk while it can be read, and let BACKPLAN_HOME name a folder "
            "on another one"
        )
    if code & 0xFF == sqlite3.SQLITE_BUSY:
        return StoreError(
            f"your data in {named} is in use by another window or program just now ({why}); nothing was lost and "
            "nothing half-written. Please try again in a moment"
        )
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EISDIR:
        return DamagedError(
            f"{named} is a folder, and your data is kept in a file of that name; nothing was changed. Move the folder "
            "away, and `backplan restore` brings a backup back"
        )
    way = "See that its folder is there and may be written to, or let BACKPLAN_HOME name another"
    if number == errno.ENOSPC or code & 0xFF == sqlite3.SQLITE_FULL:
        way = "Make some room on that disk, and do it again"
    return StoreError(
        f"your data in {named} cannot be read or written ({why}); nothing was lost and nothing half-written. {way}"
    )


def _is_only_unread(path: Path) -> bool:
    """Whether what SQLite calls malformed is a file that the disk cannot read, or could not for a moment: SQLite says
    the same of both.
    """
    try:
        with path.open("rb") as file:
            while file.read(1 << 20):
                pass
    except OSError as error:
        return error.errno == errno.EIO
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except (sqlite3.Error, UnicodeDecodeError):
        return False
