"""A checksum of what a record says, kept beside it: a bit that flipped in sound JSON would else be believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zlib import crc32

# What of each table never changes by itself: its number, and when it was taken back or ended, stand outside.
COVERED: Mapping[str, tuple[str, ...]] = {
    "person": ("on_date", "document"),
    "entry": ("on_date", "at", "kind", "pain", "document"),
    "week": ("starts", "document"),
    "prescription": ("on_date", "document"),
    "swap": ("on_date", "exercise", "why"),
}
CHANGED = "as it was written, and it has changed since"


def of(content: Sequence[Any]) -> int:
    """The checksum of the covered columns of a record, in their order."""
    return crc32("\x1f".join("" if part is None else str(part) for part in content).encode("utf-8", "surrogateescape"))


def beside(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a table with its checksum."""
    return {**row, "checksum": of([row[column] for column in COVERED[table]])}


def missing(table: str, read: Any) -> Iterator[tuple[int, int]]:
    """The checksum and the number of each record of a table; ``read`` gives the rows of a query."""
    for number, *content in read(f"SELECT id, {', '.join(COVERED[table])} FROM {table}"):
        yield of(content), number
