"""A store damaged on purpose: every place of a document, and values that do not belong there."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backplan.store import door

WRONG: tuple[Any, ...] = ("a word", None, -7, 3.5, [], {}, "2026-13-45", "\ud800", 10**30)


def rows(home: Path, table: str) -> list[tuple[Any, ...]]:
    """The rows of a table, in the columns that its reader names."""
    with sqlite3.connect(home / "backplan.db") as connection:
        found = connection.execute(f"SELECT {', '.join(door.COLUMNS[table])} FROM {table} ORDER BY id").fetchall()
    connection.close()
    return found


def put(home: Path, table: str, number: int, column: str, value: object) -> None:
    """Put a value into a column of a row."""
    with sqlite3.connect(home / "backplan.db") as connection:
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, number))
    connection.close()


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
