"""The codec: how a value is kept as JSON, worked out from the annotations of its class.

A date is ISO text, a tuple a list, a mapping an object, a named tuple a list of its fields in their order; None is
null, but in place of a mapping an empty object. What differs is said beside the field (`model/stored.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_args, get_origin

from backplan.model.stored import Bounds, Stored
from backplan.named_tuple import NamedTuple
from backplan.store.shapes import ByKey, FixedList, IsoDate, ListOf, Maybe, Object, Shape, Text, TrueFalse, Whole, Word

Of = TypeVar("Of")


class Codec(NamedTuple):
    """The shape that the JSON of a type has, and how a value of it is written as JSON and read back. What is read must
    have the shape.
    """

    shape: Shape
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _unchanged(value: Any) -> Any:
    return value


def _same(shape: Shape) -> Codec:
    """The codec of what JSON holds as it is."""
    return Codec(shape, _unchanged, _unchanged)


_PLAIN: Mapping[Any, Codec] = {
    int: _same(Whole()),
    bool: _same(TrueFalse()),
    str: _same(Text()),
    date: Codec(IsoDate(), date.isoformat, date.fromisoformat),
}


def _unknown(kind: Any) -> TypeError:
    return TypeError(f"no JSON is known for {kind}")


def codec_of(kind: Any) -> Codec:
    """The codec of a type. Raises TypeError for one that has none."""
    if type(kind) is type:
        return _PLAIN.get(kind) or _positional(kind)
    made_of_parts = _OF_PARTS.get(get_origin(kind))
    if made_of_parts is None:
        raise _unknown(kind)
    return made_of_parts(*get_args(kind))


def _marked(kind: Any, *marks: Any) -> Codec:
    bounds = next((mark for mark in marks if isinstance(mark, Bounds)), None)
    if bounds is None:
        return codec_of(kind)
    if kind not in (int, str):
        raise _unknown(f"a {kind} with bounds")
    return _same(Whole(*bounds) if kind is int else Text(bounds.least))


def _word(*words: str) -> Codec:
    return _same(Word(words))


def _list_of(kind: Any, more: Any) -> Codec:
    if more is not ...:
        raise _unknown(f"a tuple of {kind} and {more}")
    shape, write, read = codec_of(kind)
    if write is _unchanged:
        return Codec(ListOf(shape), list, tuple)
    return Codec(ListOf(shape), lambda values: [*map(write, values)], lambda values: tuple(map(read, values)))


def _by_key(key: Any, kind: Any) -> Codec:
    shape, write, read = codec_of(kind)
    return Codec(
        ByKey(codec_of(key).shape, shape),
        lambda values: {key: write(each) for key, each in values.items()},
        lambda values: {key: read(each) for key, each in values.items()},
    )


def _or_none(kind: Any, *others: Any) -> Codec:
    if others != (NoneType,):
        raise _unknown(f"{kind} or {others}")
    shape, write, read = codec_of(kind)
    if isinstance(shape, ByKey):
        return Codec(shape, lambda value: write(value or {}), lambda value: read(value) or None)
    return Codec(
        Maybe(shape),
        lambda value: None if value is None else write(value),
        lambda value: None if value is None else read(value),
    )


_OF_PARTS: Mapping[Any, Callable[..., Codec]] = {
    Annotated: _marked, Literal: _word, tuple: _list_of, Mapping: _by_key, Union: _or_none, UnionType: _or_none,
}  # fmt: skip


class _Field(NamedTuple):
    name: str
    codec: Codec
    default: Any
    stored: Stored

    @property
    def needed(self) -> bool:
        """Whether a document without it is damaged."""
        return not (self.stored.later or self.stored.beyond_default)

    def goes_without_saying(self, value: Any) -> bool:
        """Whether a value is left out."""
        return self.stored.beyond_default and bool(value == self.default)


def _positional(kind: Any) -> Codec:
    """The codec of a named tuple as a list; what goes without saying is left out at its end."""
    fields = _fields(kind) if hasattr(kind, "_fields") else []
    if not fields or [each.name for each in fields if not each.stored.whether] != [*kind._fields]:
        raise _unknown(kind)  # a list has each field in its place
    codecs = [each.codec for each in fields]
    least = sum(each.needed for each in fields)

    def write(value: Any) -> list[Any]:
        parts = [*value]
        while fields[len(parts) - 1].goes_without_saying(parts[-1]):
            parts.pop()
        return [codec.write(part) for codec, part in zip(codecs, parts, strict=False)]

    def read(parts: list[Any]) -> Any:
        return kind(*[codec.read(part) for codec, part in zip(codecs, parts, strict=False)])

    return Codec(FixedList(tuple(codec.shape for codec in codecs), least), write, read)


class DocumentCodec(Generic[Of]):
    """How a named tuple is kept as a document of its own: an object that has its fields as keys. A field that documents
    may lack has a default.
    """

    def __init__(self, kind: type[Of]) -> None:
        fields = _fields(kind)
        self._kind, self._fields = kind, [each for each in fields if not each.stored.whether]
        self._whether = {each.name: each.stored.whether for each in fields if each.stored.whether}
        self.shape = Object(_shapes(self._fields, needed=True), _shapes(self._fields, needed=False))

    def write(self, value: Of) -> dict[str, Any]:
        """A value as a JSON object."""
        lacking = {key for name, key in self._whether.items() if not getattr(value, name)}
        return {
            each.name: each.codec.write(part)
            for each, part in ((each, getattr(value, each.name)) for each in self._fields if each.name not in lacking)
            if not each.goes_without_saying(part)
        }

    def read(self, document: Mapping[str, Any]) -> Of:
        """The value that a JSON object describes, which has the shape."""
        there = (each for each in self._fields if each.needed or each.name in document)
        parts = {each.name: each.codec.read(document[each.name]) for each in there}
        return self._kind(**parts, **{name: key in document for name, key in self._whether.items()})


def _shapes(fields: Iterable[_Field], *, needed: bool) -> dict[str, Shape]:
    return {each.name: each.codec.shape for each in fields if each.needed is needed}


def _fields(kind: Any) -> list[_Field]:
    """The fields of a named tuple that are stored, in the order in which their document has them."""
    found = {each.name: each for each in _annotated(kind)}
    order = [*found]
    for name in [name for name, each in found.items() if each.stored.after]:
        order.remove(name)
        order.insert(order.index(found[name].stored.after) + 1, name)
    return [found[name] for name in order]


def _annotated(kind: Any) -> Iterator[_Field]:
    for name, annotated in kind.__annotations__.items():
        marks: tuple[Any, ...] = annotated.__metadata__ if type(annotated) is _MARKED else ()
        stored = next((mark for mark in marks if isinstance(mark, Stored)), _UNMARKED)
        if not stored.never:
            yield _Field(name, codec_of(annotated), kind._field_defaults.get(name), stored)


_UNMARKED = Stored()
_MARKED: Any = type(Annotated[int, _UNMARKED])  # asked for by itself, because most fields have no mark
