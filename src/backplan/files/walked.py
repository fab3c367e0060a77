"""A JSON document of any length, walked through part by part: each is met once, and only what is ahead is in memory."""

from __future__ import annotations

import codecs
import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from backplan.errors import FileError
from backplan.files.yaml import refuse_other_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

Path = tuple[str | int, ...]
At = tuple[int, int]  # line and column, from 1

AT_ONCE = 1 << 20  # bytes
LONGEST_PART = 3 << 20  # characters: an own file of a mebibyte, its letters written as numbers
MOST_KEYS = 10_000  # of one object
_WRITTEN_BY = "`backplan export data --out FILE` writes what is read here"
_BLANK = re.compile(r"[ \t\r\n]*")
_ENDS = frozenset(",:]} \t\r\n")  # what may stand after a value
_CUT_OFF = 16  # characters: what is wrong so near to the end of what is ahead may go on behind it
_GOES_ON = "Unterminated string"  # whose place is its beginning
_MARK = re.compile(r'(?P<text>"(?:[^"\\]|\\.)*")\s*(?P<key>:)?|[{}]')


class Walk:
    """A way through the object in a file: each of its keys with its value, an empty list for a list, and then each part
    of that list under its key and index; the empty path where there is no object. ``twice`` is told of each key that
    stands in one object again, and of what gives its place. Raises FileError where it is no JSON, or of more than so
    many bytes.
    """

    def __init__(self, file: BinaryIO, name: str, most: int, twice: Callable[[str, Callable[[], At]], None]) -> None:
        self._file, self._name, self._most, self._twice = file, name, most, twice
        self._bytes, self._ended, self._doubled = 0, False, False
        self._to_text = codecs.getincrementaldecoder("utf-8-sig")()
        self._decode = json.JSONDecoder(object_pairs_hook=self._object).raw_decode
        self._text, self._at, self._began = "", 0, 0  # what is in memory, how far it is read, where the part begins
        self._from: At = (1, 1)  # where the text begins

    def __iter__(self) -> Iterator[tuple[Path, Any]]:
        self._more()
        self._refuse_no_json(self._next())
        if self._next() == "[":
            yield (), []
            return
        yield from self._keys() if self._next() == "{" else [((), self._value())]
        if self._next():
            raise self._no_json("extra data", self._at)

    def _refuse_no_json(self, first: str) -> None:
        """Raise FileError for a file that begins with nothing, or with what no JSON does."""
        if not first:
            raise FileError([self._located(self._at, f"the file is empty; {_WRITTEN_BY}")])
        if first in "#-%" or (first.isalpha() and not self._text.startswith(("true", "false", "null"), self._at)):
            raise FileError([self._located(self._at, f"this is YAML or plain text, not JSON; {_WRITTEN_BY}")])

    def at(self, inner: Path = ()) -> At:
        """Where the part is that was met last, or something in it; of what is missing, what it is missing in."""
        position = self._began
        for key in inner:
            if (further := inside(self._text, position, key)) is None:
                break
            position = further
        return self._place(position)

    def _keys(self) -> Iterator[tuple[Path, Any]]:
        """The keys of the document, one after the other, with the value of each, or an empty list followed by each item
        of that list.
        """
        seen: set[str] = set()
        self._pass("{", "")
        after = self._pass("}", "") if self._next() == "}" else ","
        while after == ",":
            self._next()
            key = self._value() if self._text[self._at : self._at + 1] == '"' else None
            if key is None or len(seen) > MOST_KEYS:
                raise self._no_json("expecting property name enclosed in double quotes", self._at)
            if key in seen:
                self._twice(key, self.at)
            seen.add(key)
            self._pass(":", "expecting ':' delimiter")
            if self._next() == "[":
                self._began = self._at
                yield (key,), []
                yield from self._list(key)
            else:
                yield (key,), self._value()
            after = self._pass(",}", "expecting ',' delimiter")

    def _list(self, key: str) -> Iterator[tuple[Path, Any]]:
        self._pass("[", "")
        index, after = 0, self._pass("]", "") if self._next() == "]" else ","
        while after == ",":
            yield (key, index), self._value()
            index, after = index + 1, self._pass(",]", "expecting ',' delimiter")

    def _next(self) -> str:
        """The next character that is not blank; nothing at the end."""
        while True:
            self._at = _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]  # it always does
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _pass(self, wanted: str, else_: str) -> str:
        """Go over the next character. Raises FileError where it is none of those wanted."""
        found = self._next()
        if not found or found not in wanted:
            raise self._no_json(else_, self._at)
        self._at += 1
        return found

    def _value(self) -> Any:
        """The value ahead. Raises FileError."""
        self._next()
        while (read := self._read()) is None:
            if len(self._text) - self._at > LONGEST_PART:
                raise FileError([self._located(self._at, "this part is longer than any that `export data` writes")])
            self._more()
        value, end = read
        self._began, self._at = self._at, end
        if self._doubled:
            self._doubled = False
            for key, position in _second_keys(self._text[self._began : end]):
                self._twice(key, partial(self._place, self._began + position))
        return value

    def _read(self) -> tuple[Any, int] | None:
        """The value ahead and where it ends; None where it may go on behind what is in memory. Raises FileError."""
        far = len(self._text) - _CUT_OFF
        try:
            value, end = self._decode(self._text, self._at)
        except json.JSONDecodeError as error:
            if self._ended or (error.pos < far and not error.msg.startswith(_GOES_ON)):
                raise self._no_json(error.msg.lower(), error.pos) from None
            return None
        except (ValueError, RecursionError):
            raise FileError([self._located(self._at, "this is no JSON that we can read")]) from None
        if self._ended or self._text[end : end + 1] in _ENDS:
            return value, end
        if end < far:  # nearer to the end, a number may go on
            raise self._no_json("expecting ',' delimiter", end)
        return None

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(pairs) > MOST_KEYS:
            raise ValueError
        found = dict(pairs)
        self._doubled = self._doubled or len(found) < len(pairs)
        return found

    def _more(self) -> bool:
        """Bring more of the file in, as much again as is ahead; whether there was more."""
        ahead, self._from = self._text[self._at :], self._place(self._at)
        self._text, self._at = ahead, 0
        room = max(LONGEST_PART - len(ahead), 0) + 1
        raw = self._file.read(min(max(AT_ONCE, len(ahead)), room))
        if not self._bytes:
            refuse_other_kinds(raw, self._name)
        self._bytes, self._ended = self._bytes + len(raw), not raw
        if self._bytes > self._most:
            raise FileError([f"{self._name}:1:1: the file is over {self._most >> 20} MiB"])
        try:
            self._text += self._to_text.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            sound = error.object[: error.start].decode("utf-8-sig", "replace")
            raise FileError([self._located(len(self._text), "the file is not UTF-8 text", sound)]) from None
        return bool(raw)

    def _place(self, position: int, then: str = "") -> At:
        before = self._text[:position] + then
        lines = before.count("\n")
        column = len(before) - before.rfind("\n") - 1
        return self._from[0] + lines, column + (1 if lines else self._from[1])

    def _located(self, position: int, what: str, then: str = "") -> str:
        line, column = self._place(position, then)
        return f"{self._name}:{line}:{column}: {what}"

    def _no_json(self, why: str, position: int) -> FileError:
        if self._ended and not self._text[position:].strip():
            why = "it ends before it is whole, as if it was cut short"
        return FileError([self._located(position, f"this is no JSON ({why})")])


def _second_keys(text: str) -> Iterator[tuple[str, int]]:
    """The keys of sound JSON that stand in one object a second time, and where."""
    objects: list[set[str]] = []
    for found in _MARK.finditer(text):
        if found[0] == "{":
            objects.append(set())
        elif found[0] == "}":
            objects.pop()
        elif found["key"]:
            key = json.loads(found["text"])
            if key in objects[-1]:
                yield key, found.start()
            objects[-1].add(key)


def inside(text: str, position: int, key: str | int) -> int | None:
    """Where the value of a key, or of an index, begins in the object or list at a position; None without one."""
    opened, position, decoder, index = text[position], _blank(text, position + 1), json.JSONDecoder(), 0
    while opened in "{[" and text[position] not in "}]":
        name: str | int = index
        if opened == "{":
            name, position = decoder.raw_decode(text, position)
            position = _blank(text, _blank(text, position) + 1)
        if name == key:
            return position
        _, position = decoder.raw_decode(text, position)
        position = _blank(text, position)
        position = _blank(text, position + 1) if text[position] == "," else position
        index += 1
    return None


def _blank(text: str, position: int) -> int:
    return _BLANK.match(text, position).end()  # type: ignore[union-attr]  # it always does
