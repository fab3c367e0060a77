"""The exercise library as the commands read it: from the cache when what it was made from is unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.library import cache as caching
from backplan.library.data import data_file
from backplan.library.mark import mark
from backplan.model.exercise import Dose, Exercise, Library, Source

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("exercises.yaml", "sources.yaml")
NAME = "library"  # in the cache
EXERCISE_SHAPE = ",".join((*Exercise._fields, *Dose._fields)).encode()  # another shape, another mark
_SHAPE = b",".join((EXERCISE_SHAPE, ",".join(Source._fields).encode()))
_DOSE = Exercise._fields.index("dose")
_MOST = 4  # libraries kept in memory; a command reads one

_read_before: dict[str, Library] = {}


def load(cache: Path | None = None) -> Library:
    """The whole library. Within a process the same bytes give the same value, which is read and checked once.

    With a cache folder, the checked library is kept there as JSON under a mark of both files.
    """
    exercises, sources = (data_file(name).read_bytes() for name in FILES)
    key = mark(_SHAPE, exercises, sources)
    if key not in _read_before:
        _read_before[key] = _read(exercises, sources, cache, key)
        for oldest in [*_read_before][:-_MOST]:
            del _read_before[oldest]
    return _read_before[key]


def _read(exercises: bytes, sources: bytes, cache: Path | None, key: str) -> Library:
    if cache is not None and (found := _filled(caching.kept(cache, NAME, key))) is not None:
        return found
    from backplan.library.parse import parse_library  # pydantic and YAML are slow to start

    library = parse_library(exercises, sources)
    if cache is not None:
        caching.keep(cache, NAME, key, library)
    return library


def _filled(document: Any) -> Library | None:
    """The library in a document of the cache; None where it is not one."""
    try:
        exercises, sources = document
        found = Library(tuple(map(exercise_of, exercises)), tuple(Source(*row) for row in sources))
    except (TypeError, ValueError, LookupError):
        return None
    return found if found.exercises and found.sources else None


def exercise_of(row: list[Any]) -> Exercise:
    """The exercise in a row of a document of the cache."""
    row[_DOSE] = Dose(*row[_DOSE])
    return Exercise(*caching.tuples(row))
