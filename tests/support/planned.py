"""Weeks that several tests look at: each is planned once, whoever asks; those of the whole library in whichever worker,
those that commands lay in a worker.
"""

from __future__ import annotations

import io
import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

import pytest

from backplan.library import load
from backplan.model.exercise import Exercise
from backplan.model.week import Week
from backplan.planner import lay as laying
from backplan.planner import week as planner
from backplan.planner.lay import lay
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support import shared
from tests.support.indexes import all_rules

T = TypeVar("T")
MOST = 2000  # weeks kept in memory
_known: OrderedDict[str, Week] = OrderedDict()


class Everything(tuple[Exercise, ...]):
    """All exercises, said in one word when a law fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "exercises()"


@lru_cache
def exercises() -> Everything:
    return Everything(load.load().exercises)


def key_of(request: Request) -> str:
    """A name for all that decides a week but the library: the same content and rules have the same in every process."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written)
    pickler.fast = True  # the same bytes for the same values, whether or not they are the same objects
    pickler.dump((request._replace(exercises=()), [rule.id for _, rule in all_rules()]))
    return sha256(written.getbuffer()).hexdigest()


def drawn(name: str, made: Callable[[], Request]) -> Request:
    """A request of this name from the whole library, drawn once with the weeks before it."""
    return shared.once(name, lambda: made()._replace(exercises=()))._replace(exercises=exercises())


def planned(request: Request) -> Week:
    """The week of a request from the whole library."""
    assert request.exercises is exercises()
    key = key_of(request)
    if key not in _known:
        _known[key] = shared.once(key, lambda: make_week(request))
        if len(_known) > MOST:
            _known.popitem(last=False)
    return _known[key]


def _remembering(made: Callable[[Request], T], most: int) -> Callable[[Request], T]:
    """The same of the same request from the same library, made once while it is among so many."""
    known: OrderedDict[str, tuple[Sequence[Exercise], T]] = OrderedDict()

    def remembered(request: Request) -> T:
        entries, earlier = (
            [each._replace(at="") for each in some] for some in (request.entries, request.earlier_entries)
        )
        key = key_of(request._replace(entries=entries, earlier_entries=earlier))  # no plan reads when a word was noted
        library, found = known.get(key, (None, None))
        if found is None or library is not request.exercises:
            found = made(request)
            known[key] = request.exercises, found
            if len(known) > most:
                known.popitem(last=False)
        return found

    return remembered


_week_of, _laid_of = _remembering(make_week, MOST), _remembering(lay, MOST // 10)  # what is laid holds all it came from


@contextmanager
def planned_once() -> Iterator[None]:
    """Where commands run: a request that was planned before, of the same library, is not planned again; nor is what
    `progress` lays to tell the next steps.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planner, "make_week", _week_of)
        patch.setattr(laying, "lay", _laid_of)
        yield
