"""Backups: whole copies of a person's data in one file each, checked when they are made.

One is kept by itself before the first change of a day, of the last seven days on which something changed. A backup is a
store with one table more, which holds the person's own exercises.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from backplan.errors import DamagedError, StoreError, in_a_line, reason_of
from backplan.named_tuple import NamedTuple
from backplan.store import gone, shared
from backplan.store.door import COLUMNS
from backplan.store.placed import put
from backplan.store.schema import (
    FULL,
    TABLES,
    TAKES_NOTHING,
    Connection,
    connect,
    legs_anew,
    make_file,
    make_folder,
    odd_files,
    refuse_newer,
    upgrade,
)

FOLDER = "backups"  # in the folder of a person's data
OWN = "own"  # there, and the table of a backup with what is in it
KEPT = 7  # days on which something changed
FRESH = ".backplan-copy-"  # how the name of a file begins that is being made
_CHECKED = (*TABLES, shared.TABLE, gone.TABLE, "own_due", OWN)
_DAILY = re.compile(r"\d{4}-\d\d-\d\d\.db")
_OURS = re.compile(r"\d{4}-\d\d-\d\d(-(by-hand|replaced(-unreadable)?)(-\d+)?)?\.db(-journal)?")
_LEFT = re.compile(rf"{re.escape(FRESH)}[a-z0-9_]{{8}}(-journal)?")
_HOUR = 3600  # seconds
_MAPPED = 1 << 30  # bytes of a copy that are read without being copied once more
_HELD = 64  # pages of a copy that is being made: each is written once, and more would have to be found room for
_READ = 16  # pages of what is copied: each is read once
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Holds(NamedTuple):
    """What a store or a backup holds: how many answers, sessions, other entries, weeks and prescribed items, own files,
    and the days it tells of, from the first to the last.
    """

    answers: int = 0
    sessions: int = 0
    others: int = 0
    weeks: int = 0
    prescribed: int = 0
    own: int = 0
    first: date | None = None
    last: date | None = None

    @property
    def nothing(self) -> bool:
        """Whether it holds nothing at all."""
        return not any((self.answers, self.sessions, self.others, self.weeks, self.prescribed, self.own))


def daily(folder: Path, connection: sqlite3.Connection, today: date) -> str:
    """Keep a backup before the first change of a day, and take away what is older than the last seven; gives what kept
    it from being made, in a sentence, or nothing.
    """
    target = folder / FOLDER / f"{today.isoformat()}.db"
    try:
        if target.exists() or not _anything(connection):
            return ""
        make(connection, target, folder / OWN, wholly=False)
        for old in _until(target)[:-KEPT]:
            old.unlink(missing_ok=True)
    except FileExistsError:  # another window was first
        return ""
    except (OSError, sqlite3.Error, StoreError) as error:
        why = reason_of(error, str(error)) if isinstance(error, OSError) else str(error)
        why = why.removesuffix("; nothing was changed")
        return f"Today's backup could not be made ({why}). What you did is stored all the same."
    return ""


def _until(target: Path) -> list[Path]:
    """The backups of days up to one, in their order: those of a time when the clock was ahead take nobody's place."""
    found = (path for path in target.parent.iterdir() if _DAILY.fullmatch(path.name))
    return sorted(path for path in found if path.name <= target.name)


def _anything(connection: sqlite3.Connection) -> bool:
    parts = " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in TABLES)
    return bool(connection.execute(f"SELECT {parts}").fetchone()[0])


def make(connection: sqlite3.Connection, target: Path, own: Path, *, wholly: bool = True, over: bool = False) -> None:
    """Make a backup of a store and of a folder of own exercises, whole or not at all, checked ``wholly`` or but for
    the indexes of weeks. Raises OSError, sqlite3.Error, StoreError where the copy is not sound, and FileExistsError
    where there is a file by then, unless ``over``.
    """
    fresh = target.parent / f"{FRESH}{os.urandom(4).hex()}"
    make_file(target.parent, fresh)
    try:
        tidy(target.parent)
        with closing(sqlite3.connect(fresh, isolation_level=None, factory=Connection)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # it goes to the disk at once, below, and is nothing before that
            copy.execute("PRAGMA journal_mode = OFF")
            copy.execute(f"PRAGMA cache_size = {_HELD}")
            copy.execute(f"PRAGMA mmap_size = {_MAPPED}")
            _copied(connection, copy)
            keep_own(copy, files_of(own))
            check(copy, target, wholly=wholly)
        _to_disk(fresh)
        put(fresh, target, over=over)
    except BaseException:
        for path in fresh.parent.glob(f"{fresh.name}*"):
            path.unlink(missing_ok=True)
        raise


def _copied(connection: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """Copy a store by SQLite's own online backup: each page is read once, and room for them is not kept."""
    held = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute(f"PRAGMA cache_size = {_READ}")
    try:
        connection.backup(copy, progress=_not_for_ever)
    finally:
        connection.execute(f"PRAGMA cache_size = {held}")


def tidy(folder: Path) -> None:
    """Take away what killed runs left half-made in a folder; what is younger than an hour may be of one that lives."""
    for path in folder.glob(f"{FRESH}*"):
        with contextlib.suppress(OSError):
            if _LEFT.fullmatch(path.name) and time.time() - path.lstat().st_mtime > _HOUR:
                from shutil import rmtree  # it brings much along, too

                rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


@contextlib.contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder for a copy of a person's data, beside the data: it is for their eyes alone, goes at the end, and what a
    killed run leaves of one is taken away by the next, and by `forget`. Raises StoreError.
    """
    import tempfile  # it brings much along, which nobody who only looks should wait for

    try:
        made = not folder.exists()
        make_folder(folder)
        tidy(folder)
        copies = tempfile.TemporaryDirectory(prefix=FRESH, dir=folder)
    except OSError as error:
        why = reason_of(error, "it cannot be written")
        raise StoreError(f"your data in {in_a_line(folder)} cannot be written ({why}); nothing was changed") from None
    try:
        with copies as found:
            yield Path(found)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in TAKES_NOTHING:
            raise
        raise StoreError(
            f"your data in {in_a_line(folder)} cannot be copied there to be looked at ({error}); nothing was changed"
        ) from None
    finally:
        if made:
            with contextlib.suppress(OSError):  # there is something in it now
                folder.rmdir()


def _not_for_ever(status: int, _remaining: int, _total: int) -> None:
    if status in _BUSY:
        raise sqlite3.OperationalError("database is locked")


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def keep_own(connection: sqlite3.Connection, own: dict[str, bytes]) -> None:
    """Put own files into a backup, in place of those in it."""
    connection.execute(f"DROP TABLE IF EXISTS {OWN}")
    connection.execute(f"CREATE TABLE {OWN} (name TEXT PRIMARY KEY, content BLOB NOT NULL)")
    connection.executemany(f"INSERT INTO {OWN} VALUES (?, ?)", own.items())


def files_of(own: Path) -> dict[str, bytes]:
    """The own files in a folder, by name. Raises StoreError where they cannot be read."""
    try:
        if not own.is_dir():
            return {}
        found = sorted(path for path in own.iterdir() if path.suffix == ".yaml" and not path.name.startswith("."))
        return {path.name: path.read_bytes() for path in found if path.is_file()}
    except OSError as error:
        raise _unreadable("your own exercises", error, own) from None


def _unreadable(what: str, error: OSError, path: Path) -> StoreError:
    named, why = in_a_line(error.filename or path), reason_of(error, "no reason given")
    return StoreError(f"{what} in {named} cannot be read ({why}); nothing was changed")


def own_in(connection: sqlite3.Connection) -> dict[str, bytes]:
    """The own files in a backup, by name; a name that leads elsewhere is left out."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (OWN,)).fetchone():
        return {}
    rows = connection.execute(f"SELECT name, content FROM {OWN} ORDER BY name")
    return {name: content for name, content in rows if own_name(name) and isinstance(content, bytes)}


def own_name(name: object) -> bool:
    """Whether a text can be the name of an own file: one in its folder, and nowhere else."""
    return isinstance(name, str) and bool(re.fullmatch(r"[^./\\\0][^/\\\0]{0,99}\.yaml", name))


def check(connection: sqlite3.Connection, path: Path, *, wholly: bool = True) -> None:
    """Raise StoreError where the file of a store is not sound. Not ``wholly``, the indexes of weeks are not held
    against the weeks, which takes longer than the rest, nor is what is made from the diary looked at: `read` makes both
    anew. Nor are pages that hold nothing.
    """
    quick = {"week", shared.TABLE}
    parts = [
        f"{'quick' if table in quick else 'integrity'}_check({table})" for table in _CHECKED if _has(connection, table)
    ]
    for pragma in ["integrity_check"] if wholly else parts:
        found = [row[0] for row in connection.execute(f"PRAGMA {pragma}")]
        if found != ["ok"]:
            why = next((line for line in found[0].splitlines() if not line.startswith("***")), found[0])
            raise DamagedError(f"{path.name} is not sound: {why}")


def looked_at(path: Path) -> sqlite3.Connection:
    """A connection to a backup that leaves it as it is. Raises sqlite3.Error."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, factory=Connection)


def read(path: Path, scratch: Path) -> None:
    """Copy a backup to a scratch file, brought to the current schema; the backup is left as it is. Raises StoreError
    for a file that is no backup, a newer one, or not sound; sqlite3.OperationalError where the copy finds no room; and
    OSError.
    """
    if path.exists() and not path.is_file():
        raise StoreError(f"{path.name or path} is no file; name a backup, like those that `backplan backup` wrote")
    refuse_newer(path)
    try:
        with closing(looked_at(path)) as source:
            _read(source, path, scratch)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in FULL:
            raise
        raise StoreError(f"{path.name} cannot be read as a backup: {error}") from None


def _read(source: sqlite3.Connection, path: Path, scratch: Path) -> None:
    check(source, path, wholly=False)
    version = _version(source)
    needed = [table for table in TABLES if table != "prescription" or version > 1]
    if not version or not all(_has(source, table) for table in needed):
        raise StoreError(f"{path.name} is no backup of backplan")
    with closing(connect(scratch)) as copy:
        source.backup(copy, progress=_not_for_ever)
        upgrade(copy)
        copy.execute("REINDEX")
        legs_anew(copy)
        check(copy, path)
        look_for_tables(copy)
        own_in(copy)


def look_for_tables(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.Error where a table or a column of a store is gone."""
    made = {
        "leg_noted": ("day", "entry", "leg", "late"),
        "leg_count": ("many", "seals"),
        "own_due": ("name", "content"),
        gone.TABLE: gone.COLUMNS,
    }
    for table, columns in {**TABLES, shared.TABLE: shared.COLUMNS, **made}.items():
        connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT 0")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _has(connection: sqlite3.Connection, table: str) -> bool:
    named = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(named, (table,)).fetchone() is not None


def rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The records of a table that were not taken back, in the columns that its reader names."""
    kept = " WHERE undone_at IS NULL" if table == "entry" else ""
    yield from connection.execute(f"SELECT {', '.join(COLUMNS[table])} FROM {table}{kept} ORDER BY id")


def holds(connection: sqlite3.Connection, own: int) -> Holds:
    """What a store holds; ``own`` is the number of own files beside it."""

    def count(query: str) -> int:
        return int(connection.execute(f"SELECT count({query}").fetchone()[0])

    days = "SELECT on_date AS day FROM entry UNION SELECT on_date FROM person UNION SELECT on_date FROM week"
    first, last = connection.execute(
        f"SELECT min(day), max(day) FROM ({days}) WHERE date(day) = day"  # a damaged day counts for none
    ).fetchone()
    return Holds(
        answers=count("*) FROM person"),
        sessions=count("*) FROM entry WHERE kind = 'session' AND undone_at IS NULL"),
        others=count("*) FROM entry WHERE kind IS NOT 'session' AND undone_at IS NULL"),
        weeks=count("DISTINCT starts) FROM week"),
        prescribed=count("*) FROM prescription"),
        own=own,
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
    )


def free_name(folder: Path, day: date, word: str) -> Path:
    """A name for a backup that is not kept by itself, and is no backup's yet: 2026-11-23-replaced.db. Raises StoreError
    where it cannot be seen which there are.
    """
    stem = f"{day.isoformat()}-{word}"
    names = (f"{stem}{number}.db" for number in ("", *(f"-{n}" for n in range(2, 10_000))))
    try:
        return next(path for name in names if not (path := folder / FOLDER / name).exists())
    except OSError as error:
        raise _unreadable("your backups", error, folder / FOLDER) from None


def thin(folder: Path, word: str) -> None:
    """Take away all but the last few backups that ``free_name`` named by a word; those of other words stay."""
    pattern = re.compile(rf"\d{{4}}-\d\d-\d\d-{re.escape(word)}(-\d+)?\.db")
    for old in [path for path in kept(folder) if pattern.fullmatch(path.name)][:-KEPT]:
        old.unlink(missing_ok=True)


def is_backup(path: Path) -> bool:
    """Whether what stands among backups is a file called as ours are."""
    return bool(_OURS.fullmatch(path.name)) and path.is_file()


def moment(path: Path) -> datetime | None:
    """When a backup was made, by the clock on the wall; None where that is on no day of a calendar. Raises OSError."""
    stamp = path.stat().st_mtime
    try:
        return datetime.fromtimestamp(stamp)
    except (ValueError, OverflowError):
        return None


def kept(folder: Path) -> list[Path]:
    """The backups in a folder of a person's data, oldest first. Raises StoreError where they cannot be seen."""
    try:
        found = [path for path in (folder / FOLDER).iterdir() if path.suffix == ".db" and path.name[0] != "."]
        plain = [path for path in found if path.is_file() and not odd_files(path)]  # a pipe would be waited for
        return sorted(plain, key=lambda path: (path.stat().st_mtime, path.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unreadable("your backups", error, folder / FOLDER) from None
