"""Shapes: what a stored JSON value must be, told as values that check it, name what is wrong, and draw its JSON Schema.

A check adds to ``found`` a place and what belongs there for every part that is wrong; it raises nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias

from backplan.errors import kept

Where: TypeAlias = "tuple[Where, str | int] | tuple[()]"  # linked, because most places are never told
Found: TypeAlias = "list[tuple[Where, str]]"
Schema: TypeAlias = "dict[str, Any]"

YEARS = range(1850, 2950)  # a date outside them is damage: nothing can be counted from it
LONGEST = 20_000  # characters of a text
MOST = 1_000_000  # no number that is kept is larger
_HALF = "[\ud800-\udfff]"  # of a character; compiled when first met


class Shape(Protocol):
    """What a JSON value must be."""

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""


class Whole:
    """A whole number within bounds."""

    __slots__ = ("high", "low")

    def __init__(self, low: int = 0, high: int = MOST) -> None:
        self.low, self.high = low, high

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if type(value) is not int or not self.low <= value <= self.high:
            only = f"a whole number from {self.low} to {self.high}" if self.low < self.high else f"{self.low}"
            found.append((where, only))

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class PositiveNumber:
    """A number above nought, whole or not, up to a bound."""

    __slots__ = ("high",)

    def __init__(self, high: int) -> None:
        self.high = high

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if type(value) not in (int, float) or not 0 < value <= self.high:
            found.append((where, f"a number above 0, up to {self.high}"))

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"type": "number", "exclusiveMinimum": 0, "maximum": self.high}


class TrueFalse:
    """True or false."""

    __slots__ = ()

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if value is not True and value is not False:
            found.append((where, "true or false"))

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"type": "boolean"}


class Text:
    """A text that stands in one line."""

    __slots__ = ("least",)

    def __init__(self, least: int = 0) -> None:
        self.least = least

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if type(value) is str and value.isascii() and value.isprintable() and self.least <= len(value) <= LONGEST:
            return  # nearly all of them
        if not isinstance(value, str) or not self.least <= len(value) <= LONGEST:
            long = isinstance(value, str) and len(value) > LONGEST
            found.append((where, f"a text of at most {LONGEST} characters" if long else "a text"))
        elif not all(map(kept, value)):
            found.append((where, "a text in one line, without broken or hidden characters"))

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"type": "string", "minLength": self.least, "maxLength": LONGEST}


class Lines:
    """The text of a whole file, which is read by its own rules."""

    __slots__ = ()

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if not isinstance(value, str) or (not value.isprintable() and re.search(_HALF, value)):
            found.append((where, "the text of a file"))

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"type": "string"}


class Word:
    """One of some words."""

    __slots__ = ("words",)

    def __init__(self, words: Collection[str]) -> None:
        self.words = words

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if type(value) is not str or value not in self.words:
            words = ", ".join(self.words) if len(self.words) <= 8 else "one of the words we know"
            found.append((where, words))

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"enum": list(self.words)}


class IsoDate:
    """A date as ISO text."""

    __slots__ = ()

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if day_of(value) is None:
            found.append((where, "a date like 2026-11-23"))

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"type": "string", "format": "date"}


class Maybe:
    """A value of a shape, or null."""

    __slots__ = ("shape",)

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if value is not None:
            self.shape.check(value, where, found)

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"anyOf": [self.shape.schema(), {"type": "null"}]}


class ListOf:
    """A list of values of one shape."""

    __slots__ = ("shape",)

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if type(value) is not list:
            found.append((where, "a list"))
            return
        check = self.shape.check
        for index, each in enumerate(value):
            check(each, (where, index), found)

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"type": "array", "items": self.shape.schema()}


class FixedList:
    """A list of values of a shape each, of which the last may be missing."""

    __slots__ = ("least", "shapes")

    def __init__(self, shapes: tuple[Shape, ...], least: int) -> None:
        self.shapes, self.least = shapes, least

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if type(value) is not list or not self.least <= len(value) <= len(self.shapes):
            found.append((where, f"a list of {len(self.shapes)} values"))
            return
        for index, (shape, each) in enumerate(zip(self.shapes, value, strict=False)):
            shape.check(each, (where, index), found)

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        shapes = [shape.schema() for shape in self.shapes]
        return {"type": "array", "prefixItems": shapes, "minItems": self.least, "maxItems": len(shapes)}


class ByKey:
    """An object whose keys are of one shape, and its values of another."""

    __slots__ = ("key", "shape")

    def __init__(self, key: Shape, shape: Shape) -> None:
        self.key, self.shape = key, shape

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if type(value) is not dict:
            found.append((where, "an object"))
            return
        for key, each in value.items():
            self.key.check(key, (where, key), found)
            self.shape.check(each, (where, key), found)

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        return {"type": "object", "propertyNames": self.key.schema(), "additionalProperties": self.shape.schema()}


class Object:
    """An object with keys it must have, and keys it may have.

    ``closed``: any other key is damage, because a key that is misspelt would lose what it says.
    """

    __slots__ = ("closed", "may", "must")

    def __init__(
        self, must: Mapping[str, Shape], may: Mapping[str, Shape] = MappingProxyType({}), *, closed: bool = True
    ) -> None:
        self.must, self.may, self.closed = must, may, closed

    def check(self, value: Any, where: Where, found: Found) -> None:
        """Add what is wrong with a value at a place."""
        if type(value) is not dict:
            found.append((where, "an object"))
            return
        for key, shape in self.must.items():
            if key in value:
                shape.check(value[key], (where, key), found)
            else:
                found.append(((where, key), "there, and it is missing"))
        for key, each in value.items():
            if key in self.may:
                self.may[key].check(each, (where, key), found)
            elif self.closed and key not in self.must:
                found.append(((where, key), "left out: there is no such key"))

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""
        properties = {key: shape.schema() for key, shape in {**self.must, **self.may}.items()}
        drawn: Schema = {"type": "object", "properties": properties, "required": list(self.must)}
        return {**drawn, "additionalProperties": False} if self.closed else drawn


def day_of(value: Any) -> date | None:
    """The date that a text like 2026-11-23 stands for, in years that can be counted with; None for anything else."""
    try:
        if not isinstance(value, str) or len(value) != 10 or value[4] != "-" or value[7] != "-":
            return None
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return found if found.year in YEARS else None


def path_of(where: Where) -> tuple[str | int, ...]:
    """The keys and indexes that lead to a place, outermost first."""
    found: list[str | int] = []
    while where:
        where, key = where
        found.append(key)
    return tuple(reversed(found))


def place(path: tuple[str | int, ...]) -> str:
    """A place as people read it: days[2].sessions[0].place."""
    words = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return "".join(words).removeprefix(".")
