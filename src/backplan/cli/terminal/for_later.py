"""Words at a list of the interview that tell what another page asks: they are kept until they are asked about."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

# What was written, and whether it may tell of a sign that cannot wait, which a page before has asked about.
_kept: ContextVar[dict[str, bool]] = ContextVar("kept")


@contextmanager
def keeping() -> Iterator[None]:
    """Let words be kept from one page to the next."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def keep_worse(words: Iterable[str]) -> str:
    """Keep words that may be of a sign that cannot wait, and say so."""
    parts = _put_by(words, worse=True)
    several = ", ".join(f"“{part}”" for part in parts)
    return f"{several} may be a sign that cannot wait: you are asked in a moment."


def keep(words: Iterable[str]) -> str:
    """Keep words for the page that asks about them, and say so."""
    parts = _put_by(words, worse=False)
    return " ".join(f"“{part}”: kept for a later page." for part in parts)


def waiting() -> dict[str, bool]:
    """All that is kept, each with whether it may tell of a sign that cannot wait."""
    return dict(_kept.get({}))


def put_back(words: Mapping[str, bool] = MappingProxyType({})) -> None:
    """Keep once more what was kept before."""
    _kept.get({}).update(words)


def taken(is_here: Callable[[str], bool]) -> list[str]:
    """The words that are asked about here, which are kept no longer."""
    kept = _kept.get({})
    here = [part for part in kept if is_here(part)]
    for part in here:
        del kept[part]
    return here


@contextmanager
def until_answered() -> Iterator[None]:
    """Keep what is asked about here, if the question is left without an answer."""
    before = waiting()
    try:
        yield
    except BaseException:
        put_back(before)
        raise


def _put_by(words: Iterable[str], *, worse: bool) -> list[str]:
    kept, parts = _kept.get({}), list(words)
    for part in parts:
        kept[part] = worse or kept.get(part, False)
    return parts
