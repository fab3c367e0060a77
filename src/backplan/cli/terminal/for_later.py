"""Words at a list of the interview that tell what a later page asks: they are kept until it comes."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_kept: ContextVar[list[str]] = ContextVar("kept")


@contextmanager
def keeping() -> Iterator[None]:
    """Let words be kept from one page to the next."""
    token = _kept.set([])
    try:
        yield
    finally:
        _kept.reset(token)


def keep_worse(words: Iterable[str], back: str) -> str:
    """Keep words that may be of a sign that cannot wait, on a page before, and say how that is seen."""
    parts = _put_by(words)
    several = ", ".join(f"“{part}”" for part in parts)
    return f"{several} may be one of the signs that cannot wait, on a page before: {back} shows them."


def keep(words: Iterable[str]) -> str:
    """Keep words for the page that asks about them, and say so."""
    parts = _put_by(words)
    return " ".join(f"“{part}”: kept for a later page." for part in parts)


def taken(is_here: Callable[[str], bool]) -> list[str]:
    """The words that are asked about here, which are kept no longer."""
    kept = _kept.get([])
    here = [part for part in kept if is_here(part)]
    kept[:] = [part for part in kept if part not in here]
    return here


def _put_by(words: Iterable[str]) -> list[str]:
    kept, parts = _kept.get([]), list(words)
    kept += [part for part in parts if part not in kept]
    return parts
