"""How records are read and written: every write is one whole transaction, and what is damaged is set aside and told."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from backplan.errors import DamagedError, reason_of
from backplan.store import checksum, door
from backplan.store.door import DamagedRecordError
from backplan.store.lasting import Lasting
from backplan.store.shapes import YEARS

Made = TypeVar("Made")

NO_DAY = (f"{YEARS.start}", f"{YEARS.stop}")  # no day as text comes before the first or after the second
SELECT = {table: f"SELECT {', '.join(columns)} FROM {table}" for table, columns in door.COLUMNS.items()}
PART = "CASE WHEN json_valid(document) THEN json_extract(document, '$.{}') END"
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}  # the last where a table is gone
_MOST = (1 << 63) - 1  # the last number that SQLite has for a record
WAY_BACK = "`backplan restore` brings a backup back, and `backplan init --anew` begins without one"


def why_refused(error: OSError | sqlite3.Error) -> str:
    """Why nothing can be read or written, in a person's words where they are known, to end a sentence with."""
    if isinstance(error, OSError):
        return reason_of(error, str(error))
    read_only = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY
    return "it may be read, and not written to" if read_only else str(error)


def unheard(sentence: str) -> None:
    """Nobody is told of what was set aside."""


class Records:
    """The records of a store, read and written. A damaged one is set aside and told; where it must be known,
    DamagedRecordError is raised. ``before_writing`` is called before each transaction; what it gives, if anything, is
    told after one that wrote. ``lasting`` is told of commits. What was noted of the day after ``today``, further east,
    and holds back, is of today: whoever travels west has a day again, or the rest of it.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        lasting: Lasting,
        tell: Callable[[str], None] = unheard,
        before_writing: Callable[[], str] = str,
        today: date | None = None,
    ) -> None:
        self.connection, self.lasting, self.today = connection, lasting, today
        self.tell, self.before_writing = tell, before_writing
        self._read: dict[Any, Any] = {}  # what was read of the store as it stands
        self._stands: tuple[int, int] | None = None  # changes whenever this connection or another writes

    def day_ahead(self) -> date | None:
        """The day after today, of which something may be noted already; None where today is not known."""
        return self.today + timedelta(days=1) if self.today and self.today < date.max else None

    def once(self, what: Any, read: Callable[[], Made]) -> Made:
        """What was read of the store, read anew only after something was written."""
        stands = (self.one("PRAGMA data_version")[0], self.connection.total_changes)
        if stands != self._stands:
            self._read, self._stands = {}, stands
        if what not in self._read:
            self._read[what] = read()
        found: Made = self._read[what]
        return found

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction, all or nothing: other writers wait, and an interruption leaves what was there before.

        What a write depends on is read within it, so that nothing that another window wrote meanwhile is lost.
        """
        if self.connection.in_transaction:
            yield
            return
        trouble = self.before_writing()
        self.connection.execute("BEGIN IMMEDIATE")
        before = self.connection.total_changes
        try:
            yield
            writes = self.connection.total_changes > before
            self._commit(writes=writes)
        except BaseException:
            self.connection.rollback()
            self._stands = None
            raise
        if trouble and writes:  # it says that something was stored
            self.tell(trouble)

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """All is read as it stands at one moment; what another window would write meanwhile waits."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    def _commit(self, *, writes: bool) -> None:
        """Commit, and note that it lasts, even where an interruption waited for the commit to end, or the disk failed
        at its very end, with all of it there: SQLite's number for what a file belongs to tells this write from others.
        """
        mark = int.from_bytes(os.urandom(4)) >> 1
        if writes:
            self.connection.execute(f"PRAGMA application_id = {mark}")
        try:
            self.connection.commit()
            self.lasting.any = self.lasting.any or writes
        except sqlite3.Error:
            self.connection.rollback()
            with suppress(sqlite3.Error):
                self.lasting.any = self.lasting.any or self.one("PRAGMA application_id")[0] == mark
            raise
        except BaseException:
            self.lasting.any = self.lasting.any or (writes and not self.connection.in_transaction)
            raise

    def add(self, table: str, row: Mapping[str, Any]) -> int:
        """Add a record with its checksum, as the last; returns its number. Inside a transaction."""
        number = self.next_number(table)
        added = checksum.beside(table, {"id": number, **row})
        named, marks = ", ".join(added), ", ".join(f":{column}" for column in added)
        self.connection.execute(f"INSERT INTO {table} ({named}) VALUES ({marks})", added)
        return number

    def next_number(self, table: str) -> int:
        """The number after the last of a table. Raises DamagedError where there is none."""
        number: int = self.one(f"SELECT ifnull(max(id), 0) FROM {table}")[0] + 1
        if number > _MOST:
            raise DamagedError(f"the last record of table {table} has a number that it cannot have; {WAY_BACK}")
        return number

    def sound(self, read: Callable[[door.Row], Made], rows: Iterable[Any]) -> list[Made]:
        """What the rows hold that can be read, or what is left of it; the rest is set aside and told."""
        found = []
        for row in rows:
            try:
                found.append(read(row))
            except DamagedRecordError as error:
                for each in error.all_damaged:
                    self.tell(each.set_aside)
                found += [error.left] if error.left is not None else []
        return found

    def first_sound(self, read: Callable[[door.Row], Made], query: str, values: tuple[Any, ...]) -> Made | None:
        """The first row that can be read; those before it are set aside and told."""
        return next(
            (found for row in self.connection.execute(query, values) for found in self.sound(read, [row])), None
        )

    def each(self, table: str, query: str) -> Iterator[Any]:
        """The rows of a table, their number first, in its order. Raises StoreError, which says after which one the file
        is damaged, where it is.
        """
        last: Any = "the beginning"
        try:
            for row in self.connection.execute(query):
                yield row
                last = f"record {row[0]}"
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGED:
                raise
            raise DamagedError(f"your data is damaged after {last} of table {table} ({error}); {WAY_BACK}") from error

    def one(self, query: str, values: tuple[Any, ...] = ()) -> Any:
        """The first row of a query; None where there is none."""
        return self.connection.execute(query, values).fetchone()

    def all(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """Every row of a query."""
        return self.connection.execute(query, values).fetchall()


def now() -> str:
    """The moment, in UTC, as a record keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
