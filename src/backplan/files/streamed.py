"""JSON of any length, made part by part: only one of them at a time is held in memory as it is."""

from __future__ import annotations

import json
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AT_ONCE = 10_000  # pieces of JSON, of a few letters each


class Each(list[Any]):
    """A list to be written as JSON, once, whose parts are made as they are written."""

    def __init__(self, parts: Iterator[Any]) -> None:
        super().__init__()
        self._first = list(islice(parts, 1))
        self._parts = parts

    def __bool__(self) -> bool:
        return bool(self._first)

    def __iter__(self) -> Iterator[Any]:
        return chain(self._first, self._parts)


def json_text(value: Any, *, indent: int, ascii_only: bool) -> Iterator[str]:
    """The JSON of a value, each ``Each`` in it a list, as text in parts."""
    pieces = json.JSONEncoder(indent=indent, ensure_ascii=ascii_only).iterencode(value)
    while part := "".join(islice(pieces, _AT_ONCE)):
        yield part


def once_whole(parts: Iterable[str]) -> Iterator[str]:
    """A text in parts, the first of them only once the last could be made, so that it goes out whole or not at all.
    Until then it is held packed, a tenth of it or less, and so is no file anywhere and keeps nothing open.
    """
    parts = iter(parts)
    first = next(parts, "")
    rest = [_packed(part) for part in parts]
    yield first
    yield from map(_unpacked, rest)


def _packed(text: str) -> bytes:
    from zlib import compress  # most texts have one part

    return compress(text.encode("utf-8", "surrogatepass"), 1)


def _unpacked(raw: bytes) -> str:
    from zlib import decompress

    return decompress(raw).decode("utf-8", "surrogatepass")
