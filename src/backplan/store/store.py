"""The store: one SQLite file with what the person answered, did and was shown. Every write is one whole transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from backplan.errors import StoreError, in_a_line, reason_of
from backplan.model.diary import FROM_INTERVIEW, LogEntry, Swap
from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import Leg
from backplan.model.week import Week, monday
from backplan.store.lasting import Lasting
from backplan.store.schema import connect, make_file, refuse_newer, upgrade

Made = TypeVar("Made")

FILE = "backplan.db"
RECENT_DAYS = 60  # what planning looks back on; older pain counts only as the latest word
_DONE = "kind IN ('session', 'activity') AND json_extract(document, '$.done') IS NOT 'no'"
_PAIN = "pain IS NOT NULL"
# The kinds of error of a disk that is full, or may only be read, or fails.
_TAKES_NOTHING = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


class Store:
    """A person's data. Use ``with opened(folder) as store``."""

    def __init__(self, connection: sqlite3.Connection, lasting: Lasting) -> None:
        self._db, self._lasting = connection, lasting

    # -- the person ---------------------------------------------------------------------------------------------

    def person(self) -> Person | None:
        """The person as last recorded, with every word on the leg; None before the first interview."""
        row = self._one("SELECT document FROM person ORDER BY id DESC LIMIT 1")
        if row is None:
            return None
        person, legs = _read(Person.from_document, row[0]), self._legs()
        return person._replace(legs=legs if len(legs) > 1 else ())

    def _legs(self) -> tuple[tuple[date, Leg], ...]:
        """Every word on how far down the leg pain goes, in answers and in the diary, in order of the day."""
        answers = self._all(
            "SELECT on_date, json_extract(document, '$.pain[4]'), json_extract(document, '$.pain[5]') FROM person"
            " WHERE NOT json_extract(document, '$.unfinished') ORDER BY id"
        )
        told_anew = [now[:2] for before, now in pairwise([(), *answers]) if now[1:] != before[1:]]
        noted = self._all(
            "SELECT on_date, json_extract(document, '$.leg') FROM entry WHERE undone_at IS NULL"
            " AND json_extract(document, '$.leg') IS NOT NULL ORDER BY on_date, id"
        )
        said = sorted([*told_anew, *noted], key=lambda word: word[0])
        return tuple((date.fromisoformat(on), leg) for on, leg in said)

    def record_person(self, person: Person, on: date) -> None:
        """Add a dated record of the person; earlier ones stay."""
        with self.transaction():
            self._db.execute(
                "INSERT INTO person (on_date, at, document) VALUES (?, ?, ?)",
                (on.isoformat(), _now(), json.dumps(person.document())),
            )

    # -- the diary ----------------------------------------------------------------------------------------------

    def log(self, *entries: LogEntry) -> list[int]:
        """Write entries of the diary in one transaction; returns their numbers."""
        with self.transaction():
            return [self._insert(entry) for entry in entries]

    def _insert(self, entry: LogEntry) -> int:
        cursor = self._db.execute(
            "INSERT INTO entry (on_date, at, kind, pain, document) VALUES (?, ?, ?, ?, ?)",
            (entry.on.isoformat(), _now(), entry.kind, entry.pain, _entry_document(entry)),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def entries(self, since: date | None = None, until: date | None = None) -> list[LogEntry]:
        """The entries of the diary about the days from one date to another, in order of the day, then as written."""
        rows = self._all(
            "SELECT id, on_date, at, kind, document FROM entry WHERE undone_at IS NULL"
            " AND on_date >= ? AND on_date <= ? ORDER BY on_date, id",
            (since.isoformat() if since else "", until.isoformat() if until else date.max.isoformat()),
        )
        return [_entry(row) for row in rows]

    def recent(self, today: date) -> list[LogEntry]:
        """What planning needs of the diary, in its order: the last weeks, pauses to come, and from before them the
        latest pain and the last thing done, each if none is noted in the last weeks.
        """
        since = today - timedelta(days=RECENT_DAYS)
        ahead = self._all(
            "SELECT id, on_date, at, kind, document FROM entry WHERE undone_at IS NULL AND kind = 'pause'"
            " AND on_date > ? ORDER BY on_date, id",
            (today.isoformat(),),
        )
        found = [*self.entries(since, today), *map(_entry, ahead)]
        older = list[LogEntry]()
        if not any(entry.kind in ("session", "activity") and entry.done != "no" for entry in found):
            older += self._last_before(since, _DONE)
        if not any(entry.pain is not None for entry in found):
            older += self._last_before(since, _PAIN)
        once = {(entry.on, entry.id or 0): entry for entry in older}
        return [*(once[key] for key in sorted(once)), *found]

    def _last_before(self, day: date, which: str) -> list[LogEntry]:
        """The last entry of a sort from before a day: how long a gap is, and the latest pain, are never forgotten."""
        rows = self._all(
            "SELECT id, on_date, at, kind, document FROM entry WHERE undone_at IS NULL"
            f" AND {which} AND on_date < ? ORDER BY on_date DESC, id DESC LIMIT 1",
            (day.isoformat(),),
        )
        return [_entry(row) for row in rows]

    def before_recent(self, today: date) -> list[LogEntry]:
        """The entries of the diary from before the last sixty days, which planning seldom needs."""
        return self.entries(until=today - timedelta(days=RECENT_DAYS + 1))

    def entry(self, number: int) -> LogEntry | None:
        """One entry of the diary by its number; None when there is none or it was undone."""
        row = self._one(
            "SELECT id, on_date, at, kind, document FROM entry WHERE id = ? AND undone_at IS NULL", (_id(number),)
        )
        return _entry(row) if row else None

    def change(self, entry: LogEntry) -> None:
        """Write an entry of the diary anew under its number."""
        with self.transaction():
            self._db.execute(
                "UPDATE entry SET on_date = ?, pain = ?, document = ? WHERE id = ?",
                (entry.on.isoformat(), entry.pain, _entry_document(entry), entry.id),
            )

    def undo(self, number: int | None = None) -> LogEntry | None:
        """Take back an entry of the diary (the one logged last, answers of the interview left alone, unless a number is
        given); None when there is none.
        """
        with self.transaction():
            row = self._one(
                "SELECT id, on_date, at, kind, document FROM entry WHERE undone_at IS NULL"
                " AND (id = ? OR ? IS NULL AND NOT (kind IN ('pain', 'function') AND instr(document, ?)))"
                " ORDER BY id DESC LIMIT 1",
                (_id(number), _id(number), json.dumps({"note": FROM_INTERVIEW})[1:-1]),
            )
            found = _entry(row) if row else None
            if found:
                self._db.execute("UPDATE entry SET undone_at = ? WHERE id = ?", (_now(), found.id))
        return found

    # -- the weeks ----------------------------------------------------------------------------------------------

    def week(self, starts: date) -> Week | None:
        """The week that starts on a Monday, as last laid out."""
        row = self._one("SELECT document FROM week WHERE starts = ? ORDER BY id DESC LIMIT 1", (starts.isoformat(),))
        return _read(Week.of, row[0]) if row else None

    def weeks(self, until: date, most: int = 12) -> list[Week]:
        """The last weeks shown up to a Monday, each as last laid out, oldest first."""
        rows = self._all(
            "SELECT document FROM week WHERE id IN (SELECT max(id) FROM week WHERE starts <= ? GROUP BY starts)"
            " ORDER BY starts DESC LIMIT ?",
            (until.isoformat(), most),
        )
        return [_read(Week.of, row[0]) for row in reversed(rows)]

    def as_first_shown(self, starts: date) -> Week | None:
        """The week of a Monday as it was first laid out; None where none was shown."""
        row = self._one("SELECT document FROM week WHERE starts = ? ORDER BY id LIMIT 1", (starts.isoformat(),))
        return _read(Week.of, row[0]) if row else None

    def began(self, after: date = date.min) -> date | None:
        """The Monday of the first week ever shown, or the first after a day; no plan began before anybody was on
        record, so that a look with the clock set too early counts for nothing.
        """
        shown, recorded = self._one(
            "SELECT (SELECT min(starts) FROM week WHERE starts > ?), (SELECT min(on_date) FROM person)",
            (after.isoformat(),),
        )
        if shown is None:
            return None
        first = date.fromisoformat(shown)
        return max(first, monday(date.fromisoformat(recorded))) if recorded else first

    def last_slots(self, exercise: str) -> list[str]:
        """The slots an exercise had in the programme when it last had any."""
        for row in self._db.execute("SELECT document FROM week ORDER BY id DESC"):
            programme = _read(Week.of, row[0]).calm_programme
            if found := [slot for slot, held in programme.items() if held == exercise]:
                return found
        return []

    def keep_week(self, week: Week, on: date, swap: Swap | None = None, back: str | None = None) -> None:
        """Add a week as laid out on a date, together with the swap that led to it, or with the exercise whose swap was
        taken back; earlier layouts stay.
        """
        with self.transaction():
            self._db.execute(
                "INSERT INTO week (starts, on_date, at, document) VALUES (?, ?, ?, ?)",
                (week.starts.isoformat(), on.isoformat(), _now(), json.dumps(week.document())),
            )
            if swap:
                self._db.execute(
                    "INSERT INTO swap (on_date, at, exercise, why) VALUES (?, ?, ?, ?)",
                    (swap.on.isoformat(), _now(), swap.exercise, swap.why),
                )
            if back:
                self._db.execute(
                    "UPDATE swap SET ended_on = ? WHERE exercise = ? AND ended_on IS NULL", (on.isoformat(), back)
                )

    def keep_or_say_why(self, make: Callable[[], tuple[Week, Made]], on: date) -> tuple[Week, Made, str]:
        """Make a week, and what goes with it, and add it as laid out on a date, in one transaction; where the disk
        takes nothing, with why nothing was added.
        """
        try:
            with self.transaction():
                week, made = make()
                self.keep_week(week, on)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _TAKES_NOTHING:
                raise
            return *make(), str(error)
        return week, made, ""

    def swaps(self) -> list[Swap]:
        """Every swap that was not taken back, oldest first."""
        rows = self._all("SELECT on_date, exercise, why FROM swap WHERE ended_on IS NULL ORDER BY id")
        return [Swap(date.fromisoformat(row[0]), row[1], row[2]) for row in rows]

    # -- the prescription ---------------------------------------------------------------------------------------

    def prescribe(self, items: Iterable[Prescribed], today: date, ending: Iterable[int] = ()) -> list[int]:
        """Write items of a prescription at once, ending those they take the place of; returns their numbers."""
        with self.transaction():
            for number in ending:
                self._end(number, today)
            return [self._prescribed(item) for item in items]

    def _prescribed(self, item: Prescribed) -> int:
        cursor = self._db.execute(
            "INSERT INTO prescription (on_date, at, document) VALUES (?, ?, ?)",
            (item.on.isoformat(), _now(), json.dumps(item.document())),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def end_prescription(self, numbers: Iterable[int], today: date) -> None:
        """End items of the prescription, by number, from a day on; they stay on record."""
        with self.transaction():
            for number in numbers:
                self._end(number, today)

    def _end(self, number: int, today: date) -> None:
        self._db.execute(
            "UPDATE prescription SET ended_on = ? WHERE id = ? AND ended_on IS NULL", (today.isoformat(), number)
        )

    def prescriptions(self) -> list[Prescribed]:
        """Every item of a prescription ever recorded, oldest first, the ended ones too."""
        rows = self._all("SELECT id, document, ended_on FROM prescription ORDER BY id")
        return [_prescribed(row) for row in rows]

    # -- how it is read and written -----------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction, all or nothing: other writers wait, and an interruption leaves what was there before.

        What a write depends on is read within it, so that nothing that another window wrote meanwhile is lost.
        """
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        before = self._db.total_changes
        try:
            yield
            self._commit(writes=self._db.total_changes > before)
        except BaseException:
            self._db.rollback()
            raise

    def _commit(self, *, writes: bool) -> None:
        """Commit, and note that it lasts, even where an interruption waited for the commit to end."""
        try:
            self._db.commit()
            self._lasting.any = self._lasting.any or writes
        except sqlite3.Error:
            raise
        except BaseException:
            self._lasting.any = self._lasting.any or (writes and not self._db.in_transaction)
            raise

    def _one(self, query: str, values: tuple[Any, ...] = ()) -> Any:
        return self._db.execute(query, values).fetchone()

    def _all(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        return self._db.execute(query, values).fetchall()


@contextmanager
def opened(folder: Path, lasting: Lasting | None = None) -> Iterator[Store]:
    """The store in a folder, made if missing and brought to the current schema; StoreError when that cannot be.

    ``lasting`` is told of what is committed.
    """
    path = folder / FILE
    try:
        if not exists(folder):
            make_file(folder, path)
        refuse_newer(path)
        connection = connect(path)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(_sentence(path, error)) from error
    try:
        upgrade(connection)
        yield Store(connection, lasting or Lasting())
    except sqlite3.Error as error:
        raise StoreError(_sentence(path, error)) from error
    finally:
        connection.close()


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
    return f"your data in {named} cannot be read or written ({why}); nothing was lost and nothing half-written"


def _entry_document(entry: LogEntry) -> str:
    skip = {"id", "at", "on", "kind"}
    said = {key: value for key, value in entry._asdict().items() if key not in skip and value not in (None, ())}
    return json.dumps(said)


def _entry(row: Any) -> LogEntry:
    number, on, at, kind, document = row

    def made(said: dict[str, Any]) -> LogEntry:
        signs = tuple(said.pop("signs", ()))
        return LogEntry(date.fromisoformat(on), kind, **said, signs=signs, id=number, at=at)

    return _read(made, document)


def _prescribed(row: Any) -> Prescribed:
    number, document, ended = row
    over = (lambda: date.fromisoformat(ended)) if ended else (lambda: None)
    return _read(lambda said: Prescribed.of(said)._replace(id=number, ended=over()), document)


def _read(make: Callable[[dict[str, Any]], Made], document: str) -> Made:
    """What a stored document describes; StoreError when it cannot be told."""
    try:
        return make(json.loads(document))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise StoreError("one of your records cannot be read; it was left as it is") from error


def _id(number: int | None) -> int | None:
    """A number as SQLite can look for it; 0, which is nothing's number, for one beyond what it holds."""
    return number if number is None or abs(number) < 1 << 63 else 0


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
