"""The one door by which what is stored comes back as values: types, bounds, dates and words are checked first.

A record that is damaged raises DamagedRecordError, which names it: its table, its number, its day, and what is wrong
where in it.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from backplan.errors import StoreError
from backplan.model.diary import HOLDS, NEEDS, OF_ANY, LogEntry, Swap
from backplan.model.person import Flag, HealthChange, Pain, Person
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import LEGS, UNREADABLE, Leg
from backplan.model.week import Week
from backplan.named_tuple import NamedTuple
from backplan.store import checksum, gone, shared
from backplan.store import documents as shape
from backplan.store.packed import Share, numbers_in, packed, unpacked
from backplan.store.shapes import YEARS, Found, Maybe, Object, Shape, day_of, path_of, place

Row = Sequence[Any]  # the columns of a row that a kind of record is read from, in the order its reader names
Table = Literal["person", "entry", "week", "prescription", "swap", "shared"]
Faults = list[tuple[tuple[str | int, ...], str]]  # where, and what belongs there
Made = TypeVar("Made")
TOLD = 3  # places of one record that a sentence names
MISSING = "there, and it is missing"
_UNREAD = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError)  # JSON of another kind
_NO_JSON = (("document",), "JSON of a kind that we can read")

_CALLED: Mapping[Table, str] = {
    "person": "your answers", "entry": "your diary", "week": "your weeks", "prescription": "your prescription",
    "swap": "your swaps", "shared": "what your weeks have in common",
}  # fmt: skip


class Damaged(NamedTuple):
    """A record that cannot be read: its table, number and day (as far as that is known), and what is wrong where."""

    table: Table
    number: int
    day: str
    faults: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Which record it is, and what is wrong with it."""
        day = day_of(self.day)
        dated = f", of {day}" if day else ""
        more = len(self.faults) - TOLD
        why = "; ".join((*self.faults[:TOLD], *([f"{more} more"] if more > 0 else [])))
        return f"Record {self.number} of {_CALLED[self.table]} (table {self.table}{dated}) cannot be read: {why}."

    @property
    def set_aside(self) -> str:
        """The sentence, and that all else goes on without the record."""
        undo = f"; `backplan diary undo {self.number}` takes it out of your diary" if self.table == "entry" else ""
        return f"{self.sentence} It is set aside{undo}."


_NEEDED_FOR: Mapping[Table, str] = {
    "person": "No exercises are given until it can be: `backplan init --answers FILE`, or `backplan init` in a "
    "terminal, answers anew; `backplan restore` brings a backup back.",
    "prescription": "What is prescribed must be known before exercises are given: `backplan prescribe end {number}` "
    "ends this item; `backplan restore` brings a backup back.",
    "entry": "`backplan diary undo {number}` takes it out of your diary.",
}


class StoredRow(NamedTuple):
    """A record as it is kept: its table, its number, its day, its document, and what that has in common with others."""

    table: Table
    number: int
    on: Any
    document: Any
    pieces: Mapping[int, Any] = MappingProxyType({})


class DamagedRecordError(StoreError):
    """A record that is needed cannot be read, or not wholly: then it knows what is ``left`` of it. ``all_damaged`` are
    the records that are at fault.
    """

    def __init__(self, damaged: Damaged, way_on: str = "", more: Sequence[Damaged] = (), left: Any = None) -> None:
        way_on = (way_on or _NEEDED_FOR.get(damaged.table, "")).format(number=damaged.number)
        super().__init__(f"{damaged.sentence} {way_on}".rstrip())
        self.damaged, self.all_damaged, self.left = damaged, (damaged, *more), left


DOCUMENTS: Mapping[str, Object] = {
    "person": shape.PERSON, "entry": shape.ENTRY, "week": shape.WEEK, "prescription": shape.PRESCRIBED,
}  # fmt: skip


# -- reading: each takes the columns of one row ---------------------------------------------------------------------


def person(row: Row) -> Person:
    """The person of a record: its number, day and document. Raises DamagedRecordError."""
    number, on, document, checked = row
    found = _read(
        StoredRow("person", number, on, document), shape.OF_PERSON.read, _changed(checked, number, on, document)
    )
    if not found.reported:
        return found
    return found._replace(flags=_of_back(found.flags), heart=found.heart and _of_heart(found.heart))


_PAIN_OR_NONE = Maybe(shape.PAIN)


def entry(row: Row) -> LogEntry:
    """An entry of the diary: its number, day, moment, kind, pain and document. Raises DamagedRecordError."""
    number, on, at, kind, pain, document, checked = row
    _refuse_gone("entry", number, document)
    wrong = _against({"on_date": (on, shape.DAY), "kind": (kind, shape.KIND), "pain": (pain, _PAIN_OR_NONE)})
    wrong += _changed(checked, number, on, at, kind, pain, document)
    wrong += [(("at",), sentence) for _, sentence in faults(at, shape.ANY)]
    undated, faulty = _undated(document, kind, on if kind == "pause" else None)
    if undated is None or wrong:
        raise DamagedRecordError(Damaged("entry", number, str(on), _fault_lines([*wrong, *faulty])))
    return LogEntry(date.fromisoformat(on), *undated[1:-2], number, at)


_SEVERAL = tuple(key for key, usual in LogEntry._field_defaults.items() if usual == ())  # JSON has them as lists


@lru_cache(maxsize=512)  # many entries of a diary say the same
def _undated(document: Any, kind: Any, on: Any) -> tuple[LogEntry | None, Faults]:
    """The entry of a kind that a document tells of, without day, number and moment, or None, and what is wrong with it;
    ``on``: its day, for a kind that must fit it.
    """
    try:
        found = json.loads(document)
        if wrong := faults(found, shape.ENTRY) or entry_faults(found, kind, on):
            return None, wrong
        several: dict[str, Any] = {key: tuple(found.pop(key, ())) for key in _SEVERAL}
        return LogEntry(date.min, kind, **found, **several), []
    except _UNREAD:
        return None, [_NO_JSON]


def week(row: Row) -> Week:
    """A week as it was laid out: its number, Monday and document, and what it has in common with others. Raises
    DamagedRecordError.
    """
    return _week(*row)


@lru_cache(maxsize=32)
def _week(number: Any, starts: Any, document: Any, column: Any, checked: Any) -> Week:
    """The same week for the same row, which one look back meets up to five times."""
    pieces, wrong = shared.pieces(column), _changed(checked, number, starts, document)
    kept = StoredRow("week", number, starts, document, pieces.sound)
    found = _read(kept, Week.of, wrong, lambda week: week_faults(week, starts))
    if lost := [_lost(each, pieces) for each in numbers_in(json.loads(document)) if each not in pieces.sound]:
        raise DamagedRecordError(lost[0], more=lost[1:], left=found)
    return found


def _lost(number: int, pieces: shared.Pieces) -> Damaged:
    """A piece of a week that is not there, or not as it was written."""
    why = checksum.CHANGED if number in pieces.changed else MISSING
    return Damaged("shared", number, "", _fault_lines([(("document",), why)]))


def prescribed(row: Row) -> Prescribed:
    """An item of a prescription: its number, day, document and end. Raises DamagedRecordError."""
    number, on, document, ended, checked = row

    def made(document: dict[str, Any]) -> Prescribed:
        return Prescribed.of(document)._replace(id=number, ended=day_of(ended))

    wrong = _against({"ended_on": (ended, Maybe(shape.DAY))}) + _changed(checked, number, on, document)
    return _read(StoredRow("prescription", number, on, document), made, wrong, prescribed_faults)


def swap(row: Row) -> Swap:
    """A swap: its number, day, exercise and reason. Raises DamagedRecordError."""
    number, on, exercise, why, checked = row
    columns: Mapping[str, tuple[Any, Shape]] = {
        "on_date": (on, shape.DAY), "exercise": (exercise, shape.TEXT), "why": (why, Maybe(shape.ANY)),
    }  # fmt: skip
    if wrong := _against(columns) + _changed(checked, number, on, exercise, why):
        raise DamagedRecordError(Damaged("swap", number, str(on), _fault_lines(wrong)))
    return Swap(date.fromisoformat(on), exercise, why)


COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": ("id", "on_date", "document", "checksum"),
    "entry": ("id", "on_date", "at", "kind", "pain", "document", "checksum"),
    "week": ("id", "starts", "document", shared.OF_WEEK, "checksum"),
    "prescription": ("id", "on_date", "document", "ended_on", "checksum"),
    "swap": ("id", "on_date", "exercise", "why", "checksum"),
}
READERS: Mapping[str, Callable[[Row], object]] = {
    "person": person, "entry": entry, "week": week, "prescription": prescribed, "swap": swap,
}  # fmt: skip


def unreadable(table: str, rows: Iterable[Row]) -> Iterator[Damaged]:
    """The records of a table that cannot be read, among its rows in the columns that its reader names, each once."""
    found = dict[Damaged, None]()
    for row in rows:
        try:
            READERS[table](row)
        except DamagedRecordError as error:
            found |= dict.fromkeys(error.all_damaged)
    yield from found


def damaged(table: Any, row: Mapping[str, Any], what: Object) -> Damaged | None:
    """What is wrong with the columns of a whole row; None where nothing is."""
    wrong = faults(row, what)
    return Damaged(table, row["id"], str(row.get("starts", row["on_date"])), _fault_lines(wrong)) if wrong else None


def written(
    table: Literal["person", "entry", "week", "prescription"],
    document: Any,
    also: Callable[[Mapping[str, Any]], Faults] = lambda _: [],
    share: Share | None = None,
) -> str:
    """A document as the store keeps it, but for what ``share`` keeps of a week. Raises StoreError for one that could
    not be read again.
    """
    plain = json.loads(json.dumps(document))
    if wrong := faults(plain, DOCUMENTS[table]) or also(plain):
        raise StoreError(f"this could not be read again, so it was not stored: {'; '.join(_fault_lines(wrong)[:TOLD])}")
    return text_of(table, document, share)


def text_of(table: str, document: Any, share: Share | None = None) -> str:
    """A document as the text that the store keeps, but for what ``share`` keeps of a week."""
    return json.dumps(packed(document, share) if table == "week" else document)


def document_of(table: str, text: str, pieces: Mapping[int, Any]) -> Any:
    """The document of a text that the store keeps, a week with the pieces of it. Raises ValueError where it is none."""
    return unpacked(json.loads(text), pieces) if table == "week" else json.loads(text)


# -- what shapes alone do not say -----------------------------------------------------------------------------------


def week_faults(document: Mapping[str, Any], starts: Any) -> Faults:
    """What is wrong with a week whose parts have their shapes: it must have the seven days from its Monday."""
    first = day_of(document["starts"])
    if first is None or first.weekday() != 0 or document["starts"] != starts:
        return [(("starts",), "the Monday of its week")]
    if [day["date"] for day in document["days"]] != [(first + timedelta(days=n)).isoformat() for n in range(7)]:
        return [(("days",), "the seven days of its week")]
    return _beside(document)


def _beside(document: Mapping[str, Any]) -> Faults:
    sentences = document.get("told", document)
    return [
        (("told", what), "as many as there are sentences")
        for what in ("changes", "notices")
        if len(sentences[what]) != len(document[what])
    ]


_NEEDED = {"add": ("exercise",), "limit": ("minutes",), "accept-usual-pain": ("pain",)}


def prescribed_faults(document: Mapping[str, Any]) -> Faults:
    """What is wrong with an item of a prescription whose parts have their shapes: what it speaks of is missing."""
    if document["kind"] == "avoid":
        missing = [] if any(document.get(key) for key in ("exercise", "modality", "movement")) else ["exercise"]
    else:
        missing = [key for key in _NEEDED[document["kind"]] if document.get(key) is None]
    return [((key,), MISSING) for key in missing]


_MAY_HOLD = {kind: OF_ANY | holds for kind, holds in HOLDS.items()}


def entry_faults(document: Mapping[str, Any], kind: Any, on: Any) -> Faults:
    """What is wrong with an entry whose parts have their shapes, of a kind and a day: what it needs is missing, it has
    what its kind cannot hold, or it is a pause that ends before it begins.
    """
    strange = sorted(document.keys() - _MAY_HOLD[kind]) if kind in HOLDS else []
    none_new = kind == "signs" and document.get("done") == "no"  # asked, and none of them is there
    needs = () if none_new else NEEDS.get(kind, ())
    backwards = kind == "pause" and document.get("until") and day_of(on) and document["until"] < on
    return [
        *(((key,), MISSING) for key in needs if document.get(key) in (None, "", [])),
        *(((key,), f"left out: a {kind} holds none") for key in strange),
        *([(("until",), f"{on} or a later day")] if backwards else []),
    ]


# -- what is left of a damaged record -------------------------------------------------------------------------------


def remains(row: Row, damaged: Damaged) -> LogEntry | None:
    """What of a damaged entry holds back all the same; None where nothing is left. Raises DamagedRecordError where it
    may hold a word on the leg that cannot be read, or is not as it was written: how far down its pain goes is told
    nowhere else, and may stop somebody.
    """
    number, on, at, kind, pain, document, checked = row
    found = _object(document)
    leg = found.get("leg")
    strange = found.keys() - OF_ANY.union(*HOLDS.values())  # one of them may have been the leg's
    unsure = leg is not None and (day_of(on) is None or not fits(leg, shape.LEG))
    changed = (leg is not None or strange) and bool(_changed(checked, number, on, at, kind, pain, document))
    if not found or unsure or changed:
        raise DamagedRecordError(damaged, LEG)
    return holding_back(row)


def holding_back(row: Row) -> LogEntry | None:
    """The pain, the leg and the flare of a damaged entry, as far as they can be read; None where nothing can.

    What would let a plan grow, such as a session that was done, is not taken from it.
    """
    number, on, at, kind, pain, document, _ = row
    day, found = day_of(on), _object(document)
    if day is None:
        return None
    pains: list[Any] = [each for each in (pain, found.get("pain")) if fits(each, shape.PAIN)]
    leg: Leg | None = found["leg"] if fits(found.get("leg"), shape.LEG) else None
    if not pains and leg is None and kind != "flare":
        return None
    kept: Literal["flare", "pain"] = "flare" if kind == "flare" else "pain"
    return LogEntry(day, kept, pain=max(pains, default=None), leg=leg, id=number, at=str(at))


LEG = (
    "It may have told of your leg, so no exercises are given: answer `backplan init --only pain`, then `backplan diary "
    "undo {number}` takes it out of your diary."
)


def with_flags(left: Person | None, row: Row) -> Person | None:
    """A person with the red flags, the signs and diseases of heart and lungs, and the change of health that can still
    be read of a later, damaged record; where nobody was on record before, somebody of whom nothing else is known.
    """
    _, on, document, _ = row
    found = _object(document)
    day, changed = day_of(on) or date(YEARS.start, 1, 1), _change_in(found)
    flags, heart = _of_back(_flags_in(found.get("flags"), day)), _of_heart(_flags_in(found.get("heart"), day))
    if not (flags or heart or changed):
        return left
    left = left or Person(Pain(10, 10, controlled=False, since=day, leg="none", on=day), {"mon": 5}, 5, unfinished=True)
    last = max((each for each in (left.changed, changed) if each), key=lambda each: each.on, default=None)
    heart = _joined(left.heart or (), heart)
    return left._replace(flags=_joined(left.flags, flags), heart=heart or left.heart, changed=last)


def _joined(first: tuple[Flag, ...], then: tuple[Flag, ...]) -> tuple[Flag, ...]:
    return tuple({flag.id: flag for flag in (*first, *then)}.values())


def _flags_in(rows: Any, day: date) -> tuple[Flag, ...]:
    """The signs of a damaged list, none of which is lost: what cannot be read of one is as it stops most."""
    return tuple(_flag_in(row, day) for row in (rows if isinstance(rows, list) else ()))


def _flag_in(row: Any, day: date) -> Flag:
    key, since, present = (*row, None, None, None)[:3] if isinstance(row, list) else (None, None, None)
    return Flag(str(key), day_of(since) or day, present is not False)


def _of_back(flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Red flags, each known by its name, or as one whose name cannot be read."""
    if not flags:
        return ()
    from backplan.rules.red_flags import RED_FLAGS

    return _named(flags, {rule.id for rule in RED_FLAGS})


def _of_heart(flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Signs and diseases of heart and lungs, each known by its name, or as a sign whose name cannot be read."""
    if not flags:
        return ()
    from backplan.rules.heart import HEART

    return _named(flags, {rule.id for rule in HEART})


def _named(flags: tuple[Flag, ...], names: Collection[str]) -> tuple[Flag, ...]:
    if all(flag.id in names for flag in flags):
        return flags
    return _joined((), tuple(flag if flag.id in names else flag._replace(id=UNREADABLE) for flag in flags))


def _change_in(document: Mapping[str, Any]) -> HealthChange | None:
    """A change of health that can still be read."""
    change = document.get("changed")
    return HealthChange(date.fromisoformat(change[0]), change[1]) if change and fits(change, shape.CHANGED) else None


def leg_word(on: Any, leg: Any, first: bool) -> tuple[date, Leg] | None:
    """A word on the leg; where it cannot be read, none. But at the first interview a leg that cannot be read counts as
    free of pain, so that all that came later is looked at.
    """
    day = day_of(on)
    if day is None:
        return None
    if leg in LEGS:
        return day, leg
    return (day, "none") if first else None


def reads(read: Callable[[Row], object], row: Row) -> bool:
    """Whether a row can be read."""
    try:
        read(row)
    except DamagedRecordError:
        return False
    return True


# -- how ------------------------------------------------------------------------------------------------------------


def fits(value: Any, what: Shape) -> bool:
    """Whether a value has a shape."""
    return not faults(value, what)


def faults(value: Any, what: Shape) -> Faults:
    """Every part of a value that has not its shape: where, and what belongs there."""
    found: Found = []
    what.check(value, (), found)
    return [(path_of(where), sentence) for where, sentence in found]


def _read(
    kept: StoredRow,
    make: Callable[[dict[str, Any]], Made],
    columns: Iterable[tuple[tuple[str | int, ...], str]] = (),
    also: Callable[[Mapping[str, Any]], Faults] = lambda _: [],
) -> Made:
    table, number, on, document, pieces = kept
    _refuse_gone(table, number, document)
    wrong = [*_against({"starts" if table == "week" else "on_date": (on, shape.DAY)}), *columns]
    try:
        found = document_of(table, document, pieces)
        wrong += faults(found, DOCUMENTS[table]) or also(found)
        if not wrong:
            return make(found)
    except _UNREAD:
        wrong.append(_NO_JSON)
    raise DamagedRecordError(Damaged(table, number, str(on), _fault_lines(wrong)))


def _refuse_gone(table: Table, number: int, document: Any) -> None:
    """Raise DamagedRecordError for a record that is gone."""
    if document == gone.NOTHING:
        raise DamagedRecordError(Damaged(table, number, "", _fault_lines([(("document",), MISSING)])))


def _fault_lines(wrong: Iterable[tuple[tuple[str | int, ...], str]]) -> tuple[str, ...]:
    return tuple(f"{place(path) or 'document'} should be {what}" for path, what in wrong)


def _changed(checked: Any, *content: Any) -> Faults:
    """That a record is not as it was written, if it is not."""
    return [] if checked == checksum.of(content) else [(("document",), checksum.CHANGED)]


def _against(columns: Mapping[str, tuple[Any, Any]]) -> Faults:
    return [((name,), sentence) for name, (value, what) in columns.items() for sentence in _said_of(value, what)]


@lru_cache(maxsize=8192, typed=True)  # a diary of many years has few days, kinds and scores
def _said_of(value: Any, what: Any) -> tuple[str, ...]:
    return tuple(sentence for _, sentence in faults(value, what))


def _object(document: Any) -> dict[str, Any]:
    try:
        found = json.loads(document)
    except (TypeError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
