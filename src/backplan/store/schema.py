"""Schema: the steps that bring a store up to date, and how one is made, opened and refused."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from backplan.errors import DamagedError, StoreError, in_a_line
from backplan.store import checksum, gone
from backplan.store.packed import packed, unpacked
from backplan.store.shared import number_of

TABLES: dict[str, tuple[str, ...]] = {  # with their columns; what a backup holds of a store
    "person": ("id", "on_date", "at", "document", "checksum"),
    "entry": ("id", "on_date", "at", "kind", "pain", "document", "undone_at", "checksum"),
    "week": ("id", "starts", "on_date", "at", "document", "checksum"),
    "prescription": ("id", "on_date", "at", "document", "ended_on", "checksum"),
    "swap": ("id", "on_date", "at", "exercise", "why", "ended_on", "checksum"),
}
# The kinds of error of a disk that is full, or may only be read, or fails.
FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY}
TAKES_NOTHING = {*FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
BUSY_MS = 10_000  # that a writer waits for others: laying a week, which takes one a second, happens while it writes


def _with_checksums(connection: sqlite3.Connection) -> None:
    """A checksum beside every record, also beside those that are there."""
    for table, (_, *columns) in checksum.COVERED.items():
        connection.execute(f"ALTER TABLE {table} ADD COLUMN checksum INTEGER")
        rows = connection.execute(f"SELECT id, {', '.join(columns)} FROM {table}")
        found = [(checksum.of(content), number) for number, *content in rows]
        connection.executemany(f"UPDATE {table} SET checksum = ? WHERE id = ?", found)


def _with_numbers_in_checksums(connection: sqlite3.Connection) -> None:
    """The number of a record in its checksum: it is the order of what was told, and the last word counts. A record that
    is not as it was written stays as it is, to be told of. And signs in the diary are found by when they were noted.
    """
    for table, columns in checksum.COVERED.items():
        rows = connection.execute(f"SELECT {', '.join(columns)}, checksum FROM {table}")
        found = [
            (checksum.of(content), content[0]) for *content, checked in rows if checked == checksum.of(content[1:])
        ]
        connection.executemany(f"UPDATE {table} SET checksum = ? WHERE id = ?", found)
    connection.execute("CREATE INDEX IF NOT EXISTS entry_signs ON entry (at) WHERE kind = 'signs'")


_LEG = "CASE WHEN json_valid({0}document) THEN json_extract({0}document, '$.leg') END"
_NOTED = (
    "INSERT OR REPLACE INTO leg_noted SELECT CAST(julianday({0}on_date) + 0.5 AS INTEGER), {0}id, " + _LEG + " {1}"
    " WHERE {0}undone_at IS NULL AND date({0}on_date) IS {0}on_date AND " + _LEG + " IS NOT NULL"
)


def _with_legs(connection: sqlite3.Connection) -> None:
    """The words on the leg in the diary, each with its day as a number, in a table of their own that triggers keep: a
    stop may follow from any of them, so all are read at every look, and in the entries themselves that takes long after
    ten years. What is no day is told by no number.
    """
    new, old = _NOTED.format("new.", ""), "DELETE FROM leg_noted WHERE entry = old.id"
    for statement in (
        "CREATE TABLE leg_noted (day INTEGER NOT NULL, entry INTEGER NOT NULL, leg, PRIMARY KEY (day, entry))"
        " WITHOUT ROWID",
        "CREATE UNIQUE INDEX leg_of_entry ON leg_noted (entry)",
        _NOTED.format("", "FROM entry"),
        f"CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN {new}; END",
        f"CREATE TRIGGER entry_changed AFTER UPDATE ON entry BEGIN {old}; {new}; END",
        f"CREATE TRIGGER entry_gone AFTER DELETE ON entry BEGIN {old}; END",
    ):
        connection.execute(statement)


def _with_packed_weeks(connection: sqlite3.Connection) -> None:
    """Weeks packed; what is not as it was written stays as it is, to be told of."""
    for (number,) in connection.execute("SELECT id FROM week").fetchall():
        kept = "SELECT starts, document, checksum FROM week WHERE id = ?"
        starts, text, checked = connection.execute(kept, (number,)).fetchone()
        if checked == checksum.of((starts, text)) and (fresh := _packed(text)):
            values = (fresh, checksum.of((starts, fresh)), number)
            connection.execute("UPDATE week SET document = ?, checksum = ? WHERE id = ?", values)


def _packed(text: str) -> str:
    """A week packed; nothing where it is none, or would not come out again as it went in."""
    try:
        document = json.loads(text)
        fresh = json.dumps(packed(document)) if isinstance(document, dict) else ""
        return fresh if fresh and unpacked(json.loads(fresh)) == document else ""
    except (TypeError, ValueError, RecursionError):
        return ""


def _with_shared_pieces(connection: sqlite3.Connection) -> None:
    """What many weeks have in common, once; a week that is not as it was written stays as it is, to be told of."""
    connection.execute("CREATE TABLE shared (id INTEGER PRIMARY KEY, document TEXT NOT NULL, checksum INTEGER)")
    connection.execute("CREATE INDEX shared_checksum ON shared (checksum)")
    for (number,) in connection.execute("SELECT id FROM week").fetchall():
        kept = "SELECT starts, document, checksum FROM week WHERE id = ?"
        starts, text, checked = connection.execute(kept, (number,)).fetchone()
        if checked == checksum.of((starts, text)) and (fresh := _sharing(connection, text)):
            values = (fresh, checksum.of((starts, fresh)), number)
            connection.execute("UPDATE week SET document = ?, checksum = ? WHERE id = ?", values)


def _sharing(connection: sqlite3.Connection, text: str) -> str:
    """A week packed, with what it has in common with others apart; nothing where it is none."""
    try:
        stored = json.loads(text)
        document = unpacked(stored)
        return json.dumps(packed(document, partial(number_of, connection))) if document is not stored else ""
    except (AttributeError, TypeError, ValueError, RecursionError):
        return ""


_LATE = "CASE WHEN json_valid({0}document) THEN json_extract({0}document, '$.late') END"
# The words on the leg as the diary has them, each with its day as a number, and whether it was told late.
_LEG_WORDS = (
    f"SELECT CAST(julianday({{0}}on_date) + 0.5 AS INTEGER) AS day, {{0}}id AS entry, {_LEG} AS leg, {_LATE} AS late"
    f" {{1}} WHERE {{0}}undone_at IS NULL AND date({{0}}on_date) IS {{0}}on_date AND {_LEG} IS NOT NULL"
)
LEG_WORDS = _LEG_WORDS.format("", "FROM entry")
# SQLite's triggers can make no CRC; a sum that any flipped bit of a row changes will do.
_SEAL = (
    "({0}day * 1000003 + {0}entry * 7919 + CASE {0}leg WHEN 'none' THEN 131071 WHEN 'calf' THEN 524284 WHEN 'foot' THEN"
    " 655355 WHEN 'thigh' THEN 393213 WHEN 'buttock' THEN 262142 ELSE 0 END + ifnull({0}late, 0) * 1048583)"
)
# Whether a row was changed, lost or added since a trigger wrote them.
LEGS_CHANGED = (
    "SELECT NOT EXISTS (SELECT 1 FROM leg_count WHERE (many, seals) IS (SELECT count(*), "
    f"ifnull(sum({_SEAL.format('')}), 0) FROM leg_noted))"
)


def _with_sealed_legs(connection: sqlite3.Connection) -> None:
    """The words on the leg with whether each was told late, and beside them how many there are and a sum of them, which
    triggers keep: a bit that flips there could else hide a word that stops somebody.
    """
    add = f"INSERT OR REPLACE INTO leg_noted (day, entry, leg, late) {_LEG_WORDS.format('new.', '')}"
    drop = "DELETE FROM leg_noted WHERE entry = old.id"
    count = "UPDATE leg_count SET many = many {0} 1, seals = seals {0} {1}"
    for statement in (
        *(f"DROP TRIGGER entry_{each}" for each in ("added", "changed", "gone")),
        "DROP TABLE leg_noted",
        "CREATE TABLE leg_noted (day INTEGER NOT NULL, entry INTEGER NOT NULL, leg, late INTEGER, PRIMARY"
        " KEY (day, entry)) WITHOUT ROWID",
        "CREATE UNIQUE INDEX leg_of_entry ON leg_noted (entry)",
        "CREATE TABLE leg_count (many INTEGER, seals INTEGER)",
        "INSERT INTO leg_count VALUES (0, 0)",
        f"CREATE TRIGGER leg_added AFTER INSERT ON leg_noted BEGIN {count.format('+', _SEAL.format('new.'))}; END",
        f"CREATE TRIGGER leg_gone AFTER DELETE ON leg_noted BEGIN {count.format('-', _SEAL.format('old.'))}; END",
        f"INSERT INTO leg_noted (day, entry, leg, late) {LEG_WORDS}",
        f"CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN {add}; END",
        f"CREATE TRIGGER entry_changed AFTER UPDATE ON entry BEGIN {drop}; {add}; END",
        f"CREATE TRIGGER entry_gone AFTER DELETE ON entry BEGIN {drop}; END",
    ):
        connection.execute(statement)


def legs_anew(connection: sqlite3.Connection) -> None:
    """The words on the leg as the diary has them, whatever stood in their own table."""
    connection.execute("DELETE FROM leg_noted")
    connection.execute("UPDATE leg_count SET many = 0, seals = 0")
    connection.execute(f"INSERT INTO leg_noted (day, entry, leg, late) {LEG_WORDS}")


# One step a schema version; a step once released is never changed.
STEPS: tuple[str | Callable[[sqlite3.Connection], None], ...] = (
    """
    CREATE TABLE person (id INTEGER PRIMARY KEY, on_date TEXT NOT NULL, at TEXT NOT NULL, document TEXT NOT NULL);
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY, on_date TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, pain INTEGER,
        document TEXT NOT NULL, undone_at TEXT
    );
    CREATE INDEX entry_on ON entry (on_date);
    CREATE TABLE week (
        id INTEGER PRIMARY KEY, starts TEXT NOT NULL, on_date TEXT NOT NULL, at TEXT NOT NULL, document TEXT NOT NULL
    );
    CREATE INDEX week_starts ON week (starts);
    CREATE TABLE swap (
        id INTEGER PRIMARY KEY, on_date TEXT NOT NULL, at TEXT NOT NULL, exercise TEXT NOT NULL, why TEXT
    );
    """,
    """
    CREATE TABLE prescription (
        id INTEGER PRIMARY KEY, on_date TEXT NOT NULL, at TEXT NOT NULL, document TEXT NOT NULL, ended_on TEXT
    );
    """,
    """
    ALTER TABLE swap ADD COLUMN ended_on TEXT;
    """,
    """
    CREATE INDEX week_moves ON week (starts, CASE WHEN json_valid(document) THEN json_extract(document, '$.moves') END);
    """,
    _with_checksums,
    """
    CREATE TABLE own_due (name TEXT PRIMARY KEY, content BLOB NOT NULL);
    """,
    _with_legs,
    _with_packed_weeks,
    _with_shared_pieces,
    _with_sealed_legs,
    _with_numbers_in_checksums,
    gone.with_numbers_written,
)


SMALL = 9  # the version from which weeks are packed, and have apart what they have in common
_VERSION_AT = 60  # where an SQLite file keeps its user_version, four bytes, big-endian


_MAGIC = b"SQLite format 3\x00"


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, if it is not there, whatever the umask."""
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)


def make_file(folder: Path, path: Path) -> None:
    """Make the store's folder and empty file, for their owner alone from the first byte, whatever the umask."""
    make_folder(folder)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except FileExistsError:  # another run was first
        return
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o600)
    except OSError:
        path.unlink()  # nothing of ours stays there that is not its owner's alone
        raise
    finally:
        os.close(handle)


def refuse_newer(path: Path, way: str = "") -> None:
    """Raise StoreError for a file that is no store, with a ``way`` out of that, or a newer one; it is only looked at,
    so that it stays as it is.
    """
    named = in_a_line(path)
    if odd := odd_files(path):
        raise DamagedError(f"{in_a_line(odd[0])} is no file, and your data is kept in files; nothing was changed")
    if not path.stat().st_size:
        return
    if not is_database(path):
        raise DamagedError(f"{named} is not a backplan store; nothing was changed{way and '; '}{way}")
    if newer(path):
        raise StoreError(f"{named} was written by a newer backplan; nothing was changed. Please update backplan.")


def is_database(path: Path) -> bool:
    """Whether a file is one of SQLite's. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


_BESIDE_IT = ("", "-journal", "-wal", "-shm")  # the store, and what SQLite looks for beside it


def odd_files(path: Path) -> list[Path]:
    """The store, or what SQLite looks for beside it, where it is a pipe, which would be waited for, or a device, which
    never ends.
    """
    found = (path.with_name(path.name + ending) for ending in _BESIDE_IT)
    return [each for each in found if _is_odd(each)]


def _is_odd(path: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):  # another window may take it away in between
        return path.exists() and not (stat.S_ISREG(kind := path.stat().st_mode) or stat.S_ISDIR(kind))
    return False


def newer(path: Path) -> bool:
    """Whether a file is the store of a newer backplan; what is no file is none. Raises OSError."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_VERSION_AT + 4)
    return head.startswith(_MAGIC) and int.from_bytes(head[_VERSION_AT:], "big") > len(STEPS)


class Connection(sqlite3.Connection):
    """A connection to a file that may be damaged: what should be text and is none comes out as no text, and where
    SQLite's own words for what is wrong, which name tables and columns, are none, it is sqlite3.DatabaseError all the
    same.
    """

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.text_factory = any_text

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        """Run one statement."""
        try:
            return super().execute(*statement)
        except UnicodeDecodeError:
            raise _damaged() from None

    def executemany(self, *statement: Any) -> sqlite3.Cursor:
        """Run one statement with each of several rows."""
        try:
            return super().executemany(*statement)
        except UnicodeDecodeError:
            raise _damaged() from None


def _damaged() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("malformed database schema")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a store that loses nothing it has acknowledged, even when the power fails."""
    connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None, factory=Connection)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def _refuse_anothers(version: int, connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError for a database with tables and no version of ours: all steps come at once."""
    if not version and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise sqlite3.DatabaseError("it is the database of another program")


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring a store up to this version, all its steps in one transaction or none, and put an empty record in the place
    of each that is gone.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS) and not gone.missed(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        _refuse_anothers(version, connection)
        for step in STEPS[version:]:
            if callable(step):
                step(connection)
            else:
                for statement in filter(str.strip, step.split(";")):
                    connection.execute(statement)
        gone.put_empty(connection)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    if 0 < version < SMALL:
        # The room that weeks took goes back; where it cannot, it is used again.
        with contextlib.suppress(sqlite3.Error):
            connection.execute("VACUUM")


def upgraded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A connection to a store of this version: the same, or, where the disk takes no step of it, one to a copy in
    memory, which can only be read; the first is closed then. What is kept can be seen on a full disk, too.
    """
    try:
        upgrade(connection)
    except sqlite3.OperationalError as error:
        kept = connection.execute("PRAGMA user_version").fetchone()[0]
        if error.sqlite_errorcode & 0xFF not in TAKES_NOTHING or not kept:
            raise
    else:
        return connection
    copy = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    connection.backup(copy)
    connection.close()
    upgrade(copy)
    copy.execute("PRAGMA query_only = ON")
    return copy


def any_text(raw: bytes) -> str:
    """A text of the store; bytes that are none become what no text holds, so that the record is known as damaged."""
    return raw.decode("utf-8", "surrogateescape")
