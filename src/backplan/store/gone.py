"""Records that are gone: a row taken out of the store by hand, or lost with a page of it, would else be missed by
nobody, and a stop or a bar that it alone held would go with it.

How many records were ever written, and the last number, stand beside each table, kept by triggers. A number that is
not there any more gets an empty record, which cannot be read: so it is told, answered anew, ended or undone as a
damaged one is.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

TABLE, COLUMNS = "written", ("name", "many", "last")
NOTHING = ""  # the document of a record that is gone
_MOST = 1000  # records put in place at once: a bit of their number may have flipped
_EMPTY = {
    "person": {"on_date": "", "at": "", "document": NOTHING},
    "entry": {"on_date": "", "at": "", "kind": "", "document": NOTHING},
    "prescription": {"on_date": "", "at": "", "document": NOTHING},
}  # of what stops or bars


def with_numbers_written(connection: sqlite3.Connection) -> None:
    """How many records there are, and the last number, beside the tables, and the triggers that keep it."""
    connection.execute(f"CREATE TABLE {TABLE} (name TEXT PRIMARY KEY, many INTEGER NOT NULL, last INTEGER NOT NULL)")
    for table in _EMPTY:
        connection.execute(f"INSERT INTO {TABLE} SELECT '{table}', count(*), ifnull(max(id), 0) FROM {table}")
        connection.execute(
            f"CREATE TRIGGER {table}_written AFTER INSERT ON {table} BEGIN"
            f" UPDATE {TABLE} SET many = many + 1, last = max(last, new.id) WHERE name = '{table}'; END"
        )


def missed(connection: sqlite3.Connection) -> bool:
    """Whether any record is gone."""
    return any(_gone(connection, table)[0] > 0 for table in _EMPTY)


def put_empty(connection: sqlite3.Connection) -> None:
    """Put an empty record in the place of each that is gone; where numbers were left out before, of the last ones."""
    for table, empty in _EMPTY.items():
        gone, last = _gone(connection, table)
        if gone <= 0:
            continue
        there = {number for (number,) in connection.execute(f"SELECT id FROM {table}")}
        numbers = islice((number for number in range(last, 0, -1) if number not in there), min(gone, _MOST))
        rows = [(number, *empty.values()) for number in numbers]
        named, marks = ", ".join(("id", *empty)), ", ".join("?" * (1 + len(empty)))
        connection.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", rows)
        connection.execute(f"UPDATE {TABLE} SET many = (SELECT count(*) FROM {table}) WHERE name = ?", (table,))


def _gone(connection: sqlite3.Connection, table: str) -> tuple[int, int]:
    """How many records of a table are gone, and the last number that was written."""
    counted = f"SELECT min(many, last) - (SELECT count(*) FROM {table}), last FROM {TABLE} WHERE name = ?"
    return connection.execute(counted, (table,)).fetchone() or (0, 0)
