"""A store damaged on purpose: every place of a document, and values that do not belong there."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from backplan.store import checksum, door, gone, schema, shared
from backplan.store.packed import unpacked

WRONG: tuple[Any, ...] = ("a word", None, -7, 3.5, [], {}, "2026-13-45", "\ud800", 10**30)

# Values that are sound somewhere, but not where they are put.
ODD: tuple[Any, ...] = (
    True, 0, -1, 1000, 10**6, "", "2026-11-23", "1900-01-01", "2940-01-01", "x" * 300, [[]], {"a": 1}, [None],
    "bird-dog", ["bird-dog"], {"bird-dog": 3}, "strength", "all", "none", "advanced", "foot", {"2026-11-23": "x"},
)  # fmt: skip


def rows(home: Path, table: str) -> list[tuple[Any, ...]]:
    """The rows of a table, in the columns that its reader names, without the checksum; documents told in full."""
    columns = door.COLUMNS[table][:-1]
    with sqlite3.connect(home / "backplan.db") as connection:
        found = connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id").fetchall()
    connection.close()
    at = columns.index("document") if "document" in columns else None
    return [tuple(told_in_full(part, row[-1]) if number == at else part for number, part in enumerate(row))
            for row in found]  # fmt: skip


def told_in_full(text: str, pieces: Any = "{}") -> str:
    """A document that is not packed: the store reads it, too. The last column of a week has the pieces of it."""
    document = json.loads(text)
    return json.dumps(unpacked(document, shared.pieces(pieces).sound) if "packed" in document else document)


def put(home: Path, table: str, number: int, column: str, value: object, *, unseen: bool = True) -> None:
    """Put a value into a column of a row; ``unseen`` with the checksum of what stands there then."""
    with sqlite3.connect(home / "backplan.db") as connection:
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, number))
    connection.close()
    if unseen:
        checked_anew(home)


def checked_anew(home: Path) -> None:
    """Give each record the checksum of what stands there now."""
    with sqlite3.connect(home / "backplan.db") as connection:
        connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        for table in checksum.COVERED:
            found = [*checksum.missing(table, connection.execute)]
            connection.executemany(f"UPDATE {table} SET checksum = ? WHERE id = ?", found)
    connection.close()


def before_numbers(connection: sqlite3.Connection) -> None:
    """Give each sound record the checksum that it had before its number was in it."""
    for table, columns in checksum.COVERED.items():
        rows = connection.execute(f"SELECT {', '.join(columns)}, checksum FROM {table}").fetchall()
        found = [(checksum.of(row[1:-1]), row[0]) for row in rows if row[-1] == checksum.of(row[:-1])]
        connection.executemany(f"UPDATE {table} SET checksum = ? WHERE id = ?", found)


def before_written(connection: sqlite3.Connection) -> None:
    """Make a store what it was at the version before it was kept how many records were written."""
    connection.execute(f"DROP TABLE {gone.TABLE}")
    for table in ("person", "entry", "prescription"):
        connection.execute(f"DROP TRIGGER {table}_written")


def before_sealed_legs(connection: sqlite3.Connection) -> None:
    """Make the words on the leg what they were at the version before they were sealed."""
    before_written(connection)
    for trigger in ("entry_added", "entry_changed", "entry_gone"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for table in ("leg_noted", "leg_count"):
        connection.execute(f"DROP TABLE {table}")
    schema._with_legs(connection)


def before_checksums(connection: sqlite3.Connection) -> None:
    """Make a store what it was at the version before checksums."""
    for number, *kept in connection.execute(f"SELECT id, document, {shared.OF_WEEK} FROM week").fetchall():
        connection.execute("UPDATE week SET document = ? WHERE id = ?", (told_in_full(*kept), number))
    connection.execute("DROP TABLE shared")
    before_written(connection)
    for trigger in ("entry_added", "entry_changed", "entry_gone"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for table in ("leg_noted", "leg_count"):
        connection.execute(f"DROP TABLE {table}")
    for table in checksum.COVERED:
        connection.execute(f"ALTER TABLE {table} DROP COLUMN checksum")
    connection.execute("DROP TABLE own_due")
    connection.execute("PRAGMA user_version = 4")


def of_version_1(home: Path) -> None:
    """Make a store what it was at the first version of its schema."""
    with sqlite3.connect(home / "backplan.db") as connection:
        before_checksums(connection)
        connection.execute("DROP INDEX week_moves")
        connection.execute("ALTER TABLE swap DROP COLUMN ended_on")
        connection.execute("DROP TABLE prescription")
        connection.execute("PRAGMA user_version = 1")
    connection.close()


def with_checksum(table: str, row: Sequence[Any]) -> list[Any]:
    """A row, in the columns that its reader names, with the checksum of what it holds."""
    named = dict(zip(door.COLUMNS[table], row, strict=False))
    return [*checksum.beside(table, named).values()]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a document; of a list only its first part, because the others are alike."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else list(enumerate(value))[:1] if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*path, key))


def short(document: dict[str, Any]) -> dict[str, Any]:
    """A document with one of those parts that a week has by the hundred."""
    long = {"cards", "left_out"} & document.keys()
    first = {
        key: dict([*document[key].items()][:1]) if isinstance(document[key], dict) else document[key][:1]
        for key in long
    }
    return {**document, **first}


def damaged(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A document with another value at a place."""
    found = json.loads(json.dumps(document))
    part = found
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return found
