"""What many weeks have in common, each piece once, in a table of its own: the card of an exercise, and what was left
out. A piece is never changed, and stays as long as the weeks do.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from backplan.named_tuple import NamedTuple
from backplan.store import checksum
from backplan.store.packed import squeezed, unsqueezed

if TYPE_CHECKING:
    import sqlite3

TABLE = "shared"
COLUMNS = ("id", "document", "checksum")
# The pieces of a week, by number, each with its checksum, as one more column of it.
OF_WEEK = (
    "(SELECT json_group_object(shared.id, json_array(iif(typeof(shared.document) = 'text', shared.document, NULL),"
    " iif(typeof(shared.checksum) = 'integer', shared.checksum, NULL))) FROM shared WHERE shared.id IN (SELECT value"
    " FROM json_each(CASE WHEN json_valid(week.document) THEN week.document END, '$.shared')))"
)


class Pieces(NamedTuple):
    """The pieces of a week that can be read, by number, and the numbers of those that are not as they were written."""

    sound: Mapping[int, Any]
    changed: frozenset[int]


def number_of(connection: sqlite3.Connection, piece: Any) -> int:
    """The number of a piece, which is kept if it is not yet; inside a transaction."""
    text = squeezed(piece)
    checked = checksum.of([text])
    same = "SELECT id FROM shared WHERE checksum = ? AND document = ?"
    found = connection.execute(same, (checked, text)).fetchone()
    if found is None:
        connection.execute("INSERT INTO shared (document, checksum) VALUES (?, ?)", (text, checked))
        found = connection.execute("SELECT last_insert_rowid()").fetchone()
    number: int = found[0]
    return number


def pieces(column: Any) -> Pieces:
    """The pieces in the column of a week."""
    found = {int(number): _piece(*kept) for number, kept in json.loads(column).items()}
    changed = frozenset(number for number, piece in found.items() if piece is None)
    return Pieces({number: piece for number, piece in found.items() if number not in changed}, changed)


@lru_cache(maxsize=128)
def _piece(text: Any, checked: Any) -> Any:
    """A piece, the same one for all the weeks that have it, so that it must not be changed; None for one that is not as
    it was written.
    """
    try:
        return unsqueezed(text) if checked == checksum.of([text]) else None
    except (ValueError, RecursionError):
        return None
