"""JSON of any length, made part by part: only one of them at a time is held in memory as it is."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import chain, islice, repeat
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AT_ONCE = 50_000  # letters of a part
_KEPT = 1_000  # numbers whose text is kept


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
    held: list[str] = []
    letters = 0
    for piece in _Indented(indent, ascii_only=ascii_only).pieces(value):
        held.append(piece)
        letters += len(piece)
        if letters > _AT_ONCE:
            yield "".join(held)
            held, letters = [], 0
    if held:
        yield "".join(held)


class _Indented:
    """Writes what ``json.dumps`` writes with an indent, which it does in Python, and takes three times as long."""

    def __init__(self, indent: int, *, ascii_only: bool) -> None:
        self._step = " " * indent
        self._text = encode_basestring_ascii if ascii_only else encode_basestring
        self._plain = lru_cache(_KEPT, typed=True)(json.dumps)

    def pieces(self, value: Any, margin: str = "\n") -> Iterator[str]:
        """A value: each part of an ``Each`` by itself, and what holds none at once."""
        inner = margin + self._step
        if isinstance(value, Each) and value:
            yield "["
            yield from (
                f"{comma}{inner}{self._whole(part, inner)}" for comma, part in zip(_commas(), value, strict=False)
            )
            yield f"{margin}]"
        elif isinstance(value, dict) and any(isinstance(each, Each) for each in value.values()):
            yield "{"
            for comma, (key, each) in zip(_commas(), value.items(), strict=False):
                yield f"{comma}{inner}{self._key(key)}: "
                yield from self.pieces(each, inner)
            yield f"{margin}}}"
        else:
            yield self._whole(value, margin)

    def _whole(self, value: Any, margin: str) -> str:
        if isinstance(value, str):
            return self._text(value)
        if not isinstance(value, (dict, list, tuple)):
            return self._plain(value)
        inner = margin + self._step
        if isinstance(value, dict):
            named = ",".join([f"{inner}{self._key(key)}: {self._whole(each, inner)}" for key, each in value.items()])
            return f"{{{named}{margin}}}" if named else "{}"
        listed = ",".join([inner + self._whole(each, inner) for each in value])
        return f"[{listed}{margin}]" if listed else "[]"

    def _key(self, key: Any) -> str:
        return self._text(key if isinstance(key, str) else self._plain(key))


def _commas() -> Iterator[str]:
    """What stands before each of several: a comma, but for the first."""
    return chain(("",), repeat(","))


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
