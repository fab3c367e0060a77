"""How lists of exercises look, as lines and as JSON; and what a list or a search had to give up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.render.exercise import row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from backplan.library.search import Found
    from backplan.model.exercise import Exercise


def lines(exercises: Sequence[Exercise]) -> Iterator[str]:
    """An exercise a line, its parts between tabs."""
    yield from ("\t".join(row(each)) for each in exercises)


def count(exercises: Sequence[Exercise]) -> str:
    """How many are in a list, and how to see one of them."""
    return f"\n{len(exercises)} in all. `backplan library show EXERCISE` shows one."


def document(exercises: Sequence[Exercise], meant: str | None = None) -> dict[str, Any]:
    """A list as JSON; ``meant`` are the words that a search went by, where they are not those typed."""
    more = {"meant": meant} if meant else {}
    return {"schema": 1, **more, "exercises": [each.as_dict() for each in exercises]}


def nothing_left(wanted: Mapping[str, str], without: Mapping[str, int]) -> str:
    """That no exercise fits all of what is wanted, and how many there are without one part of it."""
    ways = [f"without --{key} {wanted[key]}: {many}" for key, many in without.items() if many]
    return f"No exercise fits all of that{' (' + '; '.join(ways) + ')' if ways else ''}."


def doubts(text: str, found: Found) -> Iterator[str]:
    """Where a search went by other words than those typed, or found no exercise that has them all."""
    if found.meant:
        yield f"Nothing is called {text}; did you mean {found.meant}?"
    if not found.every_word:
        yield "No exercise has all of these words; these have most of them."
