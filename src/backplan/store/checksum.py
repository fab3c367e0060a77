"""A checksum of what a record says, kept beside it: a bit that flipped in sound JSON would else be believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zlib import crc32

# What of each table never changes by itself, its number first; when it was taken back or ended stands outside.
COVERED: Mapping[str, tuple[str, ...]] = {
    "person": ("id", "on_date", "document"),
    "entry": ("id", "on_date", "at", "kind", "pain", "document"),
    "week": ("id", "starts", "document"),
    "prescription": ("id", "on_date", "document"),
    "swap": ("id", "on_date", "exercise", "why"),
}
_LATER = 1000  # numbers that are tried
CHANGED = "as it was written, and it has changed since"


def of(content: Sequence[Any]) -> int:
    """The checksum of the covered columns of a record, in their order."""
    return crc32(
        "\x1f".join(["" if part is None else str(part) for part in content]).encode("utf-8", "surrogateescape")
    )


def beside(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a table with its checksum."""
    return {**row, "checksum": of([row[column] for column in COVERED[table]])}


def had_later_number(table: str, row: Mapping[str, Any], number: int) -> bool:
    """Whether a record is not as it was written, and was, with a number after another."""
    _, *columns = COVERED[table]
    content = [row[column] for column in columns]
    if row["checksum"] == of((row["id"], *content)):
        return False
    return any(row["checksum"] == of((later, *content)) for later in range(number + 1, number + _LATER))


def missing(table: str, read: Any) -> Iterator[tuple[int, int]]:
    """The checksum and the number of each record of a table; ``read`` gives the rows of a query."""
    for content in read(f"SELECT {', '.join(COVERED[table])} FROM {table}"):
        yield of(content), content[0]
