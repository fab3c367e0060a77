"""A person's data as one JSON document: written whole, and read back through the door by which the store is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from backplan.errors import FileError, in_a_line
from backplan.files.plain_file import plain
from backplan.files.walked import At, Walk
from backplan.named_tuple import NamedTuple
from backplan.store import documents, door
from backplan.store.backup import own_name
from backplan.store.shapes import Lines, ListOf, Maybe, Object, Shape, Text, Whole, Word, place

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

MOST_BYTES = 1 << 28
MOST_FAULTS = 50  # that are told
ENOUGH = 100_000  # faults, after which nobody counts on
KIND = "backplan data"
TWICE = "the key {} stands twice in one object; keep one of them"
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


OWN = Object({"name": documents.TEXT, "text": Lines()})
WHOLE = Object(
    {
        "schema": Whole(1, 1),
        "kind": Word((KIND,)),
        "exported": documents.DAY,
        **{table: ListOf(shape) for table, shape in SHAPES.items()},
        "own": ListOf(OWN),
    }
)


class Data(NamedTuple):
    """What a file of a person's data holds besides rows of tables: the day it was written out, and the own files by
    name.
    """

    exported: str
    own: Mapping[str, bytes]


def schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "All of a person's data, as `backplan export data` writes it and `backplan import data` reads it",
        **WHOLE.schema(),
    }


def read(
    path: Path,
    today: date,
    check_own: Callable[[str, bytes], list[str]],
    keep: Callable[[str, dict[str, Any]], bool],
) -> Data:
    """The data in a file, taken in on a day. Raises FileError with every fault, each with file:line:column; what was
    kept until then is to be let go.

    ``check_own`` gives what is wrong with an own file, by its name and bytes. ``keep`` is given the sound rows of the
    tables, and says whether their numbers are new.
    """
    name = in_a_line(path.name)
    faults, twice = _Told(name), _Told(name)
    with plain(path) as file:
        walk = Walk(file, name, MOST_BYTES, lambda key, at: twice.add(at, TWICE.format(key)))
        reading, begins = _Reading(today, check_own, keep), {"": (1, 1)}
        for where, value in walk:
            if len(where) == 1:
                begins[str(where[0])] = walk.at()
            for inner, what in reading.faults(where, value):
                faults.add(partial(walk.at, inner), f"{place((*where, *inner)) or 'the file'} should be {what}")
            if max(faults.many, twice.many) > ENOUGH:
                raise FileError(twice.lines or faults.lines)
        for inner, what in door.faults(reading.said, WHOLE):
            faults.add(
                partial(begins.__getitem__, str(*inner[:1]) if str(*inner[:1]) in begins else ""),
                f"{place(inner) or 'the file'} should be {what}",
            )
    if wrong := twice.lines or faults.lines:
        raise FileError(wrong)
    return Data(reading.said["exported"], reading.own)


class _Told:
    """The first faults of a file, as lines in its order, and how many more there are."""

    def __init__(self, name: str) -> None:
        self._name, self._first, self.many = name, list[tuple[At, str]](), 0

    def add(self, at: Callable[[], At], what: str) -> None:
        """A fault, and what gives its place, if it is told."""
        self.many += 1
        if self.many <= MOST_FAULTS:
            self._first.append((at(), what))

    @property
    def lines(self) -> list[str]:
        """What is told, each with file:line:column."""
        more = self.many - MOST_FAULTS
        first = [f"{self._name}:{line}:{column}: {what}" for (line, column), what in sorted(self._first)]
        return [
            *first,
            *([f"{self._name}: and {more} more{' at least' if self.many > ENOUGH else ''}"] if more > 0 else []),
        ]


class _Reading:
    """What was read of a file so far: what it says beside its lists, and its own files."""

    def __init__(
        self, today: date, check_own: Callable[[str, bytes], list[str]], keep: Callable[[str, dict[str, Any]], bool]
    ) -> None:
        self._today, self._check_own, self._keep = today, check_own, keep
        self.said: Any = {}
        self.own: dict[str, bytes] = {}

    def faults(self, where: tuple[str | int, ...], value: Any) -> door.Faults:
        """Take in what stands at a place; gives what is wrong with it, and where in it."""
        match where:
            case (str(key),):
                self.said[key] = value
            case (str(table), _) if table in SHAPES:
                return door.faults(value, SHAPES[table]) or self._row(table, value)
            case ("own", _):
                return door.faults(value, OWN) or self._file(value["name"], value["text"].encode())
            case ():
                self.said = value
        return []

    def _row(self, table: str, row: dict[str, Any]) -> door.Faults:
        from backplan.files import data_words

        together = [(("document", *path), what) for path, what in _together(table, row)]
        if wrong := [*together, *_two_pains(table, row), *data_words.faults(table, row, self._today)]:
            return wrong
        return [] if self._keep(table, row) else [(("id",), "a number that no other has")]

    def _file(self, name: str, raw: bytes) -> door.Faults:
        if not own_name(name) or name in self.own:
            return [(("name",), "the name of one file, like mine.yaml")]
        self.own[name] = raw
        return [(("text",), f"exercises that can be read: {what}") for what in self._check_own(name, raw)]


def _two_pains(table: str, row: Mapping[str, Any]) -> door.Faults:
    """That the pain of an entry stands twice and differs: severe pain is found by the one beside it."""
    within = row["document"].get("pain") if table == "entry" else None
    differ = table == "entry" and row.get("pain") != within
    return [(("pain",), f"the pain of its document, {'none' if within is None else within}")] if differ else []


def _together(table: str, row: Mapping[str, Any]) -> door.Faults:
    """What is wrong beyond the shapes: parts of a record that do not go together."""
    if table == "week":
        return door.week_faults(row["document"], row["starts"])
    if table == "prescription":
        return door.prescribed_faults(row["document"])
    return door.entry_faults(row["document"], row["kind"], row["on_date"]) if table == "entry" else []
