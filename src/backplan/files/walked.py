"""A JSON document of any length, read a piece at a time: the parts of its lists are held packed, not as values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Pairs = Callable[[list[tuple[str, Any]]], dict[str, Any]]

AT_ONCE = 1 << 20  # characters
_BLANK = " \t\r\n"
_ENDS = frozenset(",:]}" + _BLANK)  # what may stand after a value


class Packed:
    """A part of a list as its text, packed to a tenth or less."""

    __slots__ = ("_raw",)

    def __init__(self, text: str) -> None:
        from zlib import compress

        self._raw = compress(text.encode("utf-8", "surrogatepass"), 1)

    def value(self) -> Any:
        """The part as a value."""
        from zlib import decompress

        return json.loads(decompress(self._raw))


def value_of(part: Any) -> Any:
    """A part of a list as a value, packed or not."""
    return part.value() if isinstance(part, Packed) else part


def walked(path: Path, most: int, pairs: Pairs) -> dict[str, Any] | None:
    """The object in a plain file of so many bytes at the most, each part of a list right under it ``Packed``; None
    where it holds anything else, or a key twice: then it is for others to say what is wrong. ``pairs`` makes the
    objects inside.
    """
    try:
        if not path.is_file() or path.stat().st_size > most:  # a pipe could be read only once
            return None
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _Walk(file, pairs).whole()
    except (OSError, ValueError, RecursionError):
        return None


class _Walk:
    """A way through a text, of which only what is ahead is in memory."""

    def __init__(self, file: TextIO, pairs: Pairs) -> None:
        self._file, self._decode = file, json.JSONDecoder(object_pairs_hook=pairs).raw_decode
        self._text, self._at = "", 0

    def whole(self) -> dict[str, Any]:
        """The object. Raises ValueError."""
        found: dict[str, Any] = {}
        self._pass("{")
        while True:
            key, _ = self._value()
            if not isinstance(key, str) or key in found:
                raise ValueError
            self._pass(":")
            found[key] = self._list() if self._next() == "[" else self._value()[0]
            if self._pass(",}") == "}":
                break
        if self._next():
            raise ValueError
        return found

    def _list(self) -> list[Packed]:
        self._pass("[")
        found: list[Packed] = []
        if self._next() == "]":
            self._pass("]")
            return found
        while True:
            found.append(Packed(self._value()[1]))
            if self._pass(",]") == "]":
                return found

    def _next(self) -> str:
        """The next character that is not blank; nothing at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _pass(self, wanted: str) -> str:
        """Go over the next character. Raises ValueError where it is none of those wanted."""
        found = self._next()
        if not found or found not in wanted:
            raise ValueError
        self._at += 1
        return found

    def _value(self) -> tuple[Any, str]:
        """The value ahead and its text. Raises ValueError."""
        self._next()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError:
                if not self._more():
                    raise
                continue
            if self._text[end : end + 1] in _ENDS:
                text, self._at = self._text[self._at : end], end
                return value, text
            if not self._more():  # a number may go on; and in an object something comes after each value
                raise ValueError

    def _more(self) -> bool:
        """Bring more of the file in, as much again as is ahead; whether there was more."""
        ahead = self._text[self._at :]
        more = self._file.read(max(AT_ONCE, len(ahead)))
        self._text, self._at = ahead + more, 0
        return bool(more)
