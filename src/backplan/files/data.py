"""A person's data as one JSON document: written whole, and read back through the door by which the store is read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from backplan.errors import FileError
from backplan.files.walked import value_of, walked
from backplan.files.yaml import contents, refuse_other_kinds
from backplan.store import documents, door
from backplan.store.backup import own_name
from backplan.store.schema import TABLES
from backplan.store.shapes import Found, Lines, ListOf, Maybe, Object, Shape, Text, Where, Whole, Word, place

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

MOST_BYTES = 1 << 28
MOST_FAULTS = 50
KIND = "backplan data"
ID, AT = Whole(1, (1 << 63) - 1), Text()
_DATED: dict[str, Shape] = {"id": ID, "on_date": documents.DAY, "at": AT}
_ENDED = {**_DATED, "ended_on": Maybe(documents.DAY)}

# Every column of a table of the store, and the documents in it as JSON.
SHAPES: Mapping[str, Object] = {
    "person": Object({**_DATED, "document": documents.PERSON}),
    "entry": Object(
        {
            **_DATED,
            "kind": documents.KIND,
            "pain": Maybe(documents.PAIN),
            "document": documents.ENTRY,
            "undone_at": Maybe(AT),
        }
    ),
    "week": Object({**_DATED, "starts": documents.DAY, "document": documents.WEEK}),
    "prescription": Object({**_ENDED, "document": documents.PRESCRIBED}),
    "swap": Object({**_ENDED, "exercise": documents.TEXT, "why": Maybe(documents.ANY)}),
}


class _Part:
    """A part of a list, packed or not."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        self.shape.check(value_of(value), where, found)

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of such a value."""
        return self.shape.schema()


WHOLE = Object(
    {
        "schema": Whole(1, 1),
        "kind": Word((KIND,)),
        "exported": documents.DAY,
        **{table: ListOf(_Part(shape)) for table, shape in SHAPES.items()},
        "own": ListOf(_Part(Object({"name": documents.TEXT, "text": Lines()}))),
    }
)


class Data(NamedTuple):
    """A person's data: the day it was written out, the rows of each table, and the own files by name."""

    exported: str
    rows: Mapping[str, Iterable[dict[str, Any]]]  # each to be read once
    own: Mapping[str, bytes]


def schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "All of a person's data, as `backplan export data` writes it and `backplan import data` reads it",
        **WHOLE.schema(),
    }


def read(path: Path, today: date, check_own: Callable[[str, bytes], list[str]]) -> Data:
    """The data in a file, taken in on a day. Raises FileError with every fault, each with file:line:column.

    ``check_own`` gives what is wrong with an own file, by its name and bytes.
    """
    said, text = _said(path)
    faults = door.faults(said, WHOLE)
    own = [] if faults else [*map(value_of, said["own"])]
    if not faults:
        faults = [*_in_rows(said, today), *_in_own(own, check_own)]
    if faults:
        raise FileError(_told(text or _text(path), path.name, faults))
    rows = {table: map(value_of, said[table]) for table in TABLES}
    return Data(said["exported"], rows, {each["name"]: each["text"].encode() for each in own})


def _said(path: Path) -> tuple[Any, str]:
    """What a file says: of a sound one by and by, without its text, which takes much memory; else all at once, with
    it. Raises FileError where it is no JSON.
    """
    once = _Once()
    if (said := walked(path, MOST_BYTES, once)) is not None and not once.twice:
        return said, ""
    text = _text(path)
    return _parsed(text, path.name), text


def _text(path: Path) -> str:
    raw = contents(path, MOST_BYTES)
    refuse_other_kinds(raw, path.name)
    try:
        if len(raw) > MOST_BYTES:
            raise FileError([f"{path.name}:1:1: the file is over {MOST_BYTES >> 20} MiB"])
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise FileError([f"{path.name}:{line}:1: the file is not UTF-8 text"]) from None


class _Once:
    """Makes the objects of a document, and knows whether a key stood twice in one."""

    def __init__(self) -> None:
        self.twice = False

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self.twice = self.twice or len(found) < len(pairs)
        return found


def _parsed(text: str, name: str) -> Any:
    once = _Once()
    try:
        said = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise FileError([f"{name}:{error.lineno}:{error.colno}: this is no JSON ({error.msg.lower()})"]) from None
    except (ValueError, RecursionError):
        raise FileError([f"{name}:1:1: this is no JSON that we can read"]) from None
    if once.twice:
        raise FileError(_said_twice(text, name))
    return said


def _said_twice(text: str, name: str) -> list[str]:
    keys = [*_second_keys(text)]
    told = [f"{name}:{_line(text, at)}: the key {key} stands twice in one object; keep one of them"
            for key, at in keys[:MOST_FAULTS]]  # fmt: skip
    return [*told, *_more(name, len(keys))]


_MARK = re.compile(r'(?P<text>"(?:[^"\\]|\\.)*")\s*(?P<key>:)?|[{}]')


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


def _in_rows(said: Mapping[str, Any], today: date) -> door.Faults:
    """What is wrong beyond the shapes: numbers used twice, days still to come, signs that nobody knows, and records
    whose parts do not go together.
    """
    from backplan.files import data_words

    found: door.Faults = []
    for table in TABLES:
        seen: set[int] = set()
        for index, row in enumerate(map(value_of, said[table])):
            if row["id"] in seen:
                found.append(((table, index, "id"), "a number that no other has"))
            seen.add(row["id"])
            found += [((table, index, "document", *path), what) for path, what in _together(table, row)]
            found += [((table, index, *path), what) for path, what in data_words.faults(table, row, today)]
    return found


def _together(table: str, row: Mapping[str, Any]) -> door.Faults:
    if table == "week":
        return door.week_faults(row["document"], row["starts"])
    if table == "prescription":
        return door.prescribed_faults(row["document"])
    return door.entry_faults(row["document"], row["kind"]) if table == "entry" else []


def _in_own(own: list[dict[str, str]], check_own: Callable[[str, bytes], list[str]]) -> door.Faults:
    found: door.Faults = []
    names = [each["name"] for each in own]
    for index, each in enumerate(own):
        if not own_name(each["name"]) or each["name"] in names[:index]:
            found.append((("own", index, "name"), "the name of one file, like mine.yaml"))
        else:
            wrong = check_own(each["name"], each["text"].encode())
            found += [(("own", index, "text"), f"exercises that can be read: {what}") for what in wrong]
    return found


def _told(text: str, name: str, faults: door.Faults) -> list[str]:
    told = [
        f"{name}:{at(text, path)}: {place(path) or 'the file'} should be {what}" for path, what in faults[:MOST_FAULTS]
    ]
    return [*told, *_more(name, len(faults))]


def _more(name: str, many: int) -> list[str]:
    """How many faults there are beside those that are told, if there are more."""
    return [f"{name}: and {many - MOST_FAULTS} more"] if many > MOST_FAULTS else []


def at(text: str, path: tuple[str | int, ...]) -> str:
    """The line and column of a part of a JSON text; of what it is missing in, for a part that is not there."""
    position = _blank(text, 0)
    for key in path:
        if (inner := _inside(text, position, key)) is None:
            break
        position = inner
    return _line(text, position)


def _line(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    return f"{line}:{position - text.rfind(chr(10), 0, position)}"


def _inside(text: str, position: int, key: str | int) -> int | None:
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
    while position < len(text) and text[position] in " \t\r\n":
        position += 1
    return position
