"""What commands work out of the library alone, whoever asks: a process of backplan does it once; here thousands of runs
share it, so that it is worked out once a worker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import pytest

from backplan.actions.workspace import Workspace
from backplan.library import load, own_overlay
from backplan.library.data import data_file
from backplan.library.search import Shelves
from backplan.model.exercise import Exercise, Library
from backplan.model.naming import Names

T = TypeVar("T")
MOST = 20  # libraries of which anything is kept in memory
Exercises = tuple[Exercise, ...]
_overlaid: list[tuple[Library, list[own_overlay.Own], Library]] = []
_names: list[tuple[Exercises, Names]] = []
_shelves: list[tuple[Exercises, Shelves]] = []
_files: dict[tuple[tuple[Path, int, int], ...], Library] = {}
_laid_over, _load = own_overlay.laid_over, load.load


@contextmanager
def once() -> Iterator[None]:
    """Where commands run: what they work out of the same library is worked out once."""
    with pytest.MonkeyPatch.context() as patch:
        for name, found in (("names", _names_of), ("shelves", _shelves_of)):
            shared: cached_property[object] = cached_property(found)
            shared.__set_name__(Workspace, name)
            patch.setattr(Workspace, name, shared)
        patch.setattr(own_overlay, "laid_over", _overlaid_with)
        patch.setattr(load, "load", _loaded)
        yield


def _loaded(cache: Path | None = None) -> Library:
    """The library of files that have not changed since, without reading them again to see that."""
    files = [data_file(name) for name in load.FILES]
    stand = tuple((file, status.st_mtime_ns, status.st_size) for file in files if (status := file.stat()))
    found = _files.get(stand)
    if found is None or all(found is not each for each in load._read_before.values()):  # a process would read it
        found = _files[stand] = _load(cache)
    return found


def _names_of(place: Workspace) -> Names:
    """Each run has names of its own, as these keep what was asked; the indexes behind them are the same ones."""
    names = copy(_kept(_names, place.exercises, _indexed))
    names._asked = {}
    return names


def _indexed(exercises: Exercises) -> Names:
    names = Names(exercises)
    for name, index in vars(Names).items():
        if isinstance(index, cached_property):
            getattr(names, name)
    return names


def _shelves_of(place: Workspace) -> Shelves:
    return _kept(_shelves, place.exercises, Shelves)


def _kept(known: list[tuple[Exercises, T]], exercises: Exercises, made: Callable[[Exercises], T]) -> T:
    for of, found in known:
        if of is exercises:
            return found
    known.append((exercises, made(exercises)))
    del known[:-MOST]
    return known[-1][1]


def _overlaid_with(ours: Library, files: Iterable[own_overlay.Own]) -> Library:
    """The same library for the same files, so that what is kept of it, or planned from it, is met again."""
    laid = [*files]
    for of, with_files, found in _overlaid:
        if of is ours and with_files == laid:
            return found
    _overlaid.append((ours, laid, _laid_over(ours, laid)))
    del _overlaid[:-MOST]
    return _overlaid[-1][2]
