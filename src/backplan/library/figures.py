"""The figures of the exercises: `data/figures.yaml`, read, checked and cached."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from backplan.figures import holds
from backplan.figures.pose import Figure, figure_of
from backplan.library import cache as caching
from backplan.library.data import data_file
from backplan.library.mark import mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from backplan.model.exercise import Exercise

NAME = "figures"  # of the cache
DRAWN = "{}.drawn"  # of that of a drawing
Drawing = list[list[tuple[str, bool]]]  # rows of characters, each with whether they move
BELOW_BASES = "\nfigures:\n"


def figure(exercise: Exercise, folder: Path | None) -> Figure | None:
    """The figure of an exercise, of a person's own the one that it brings along; None where it has none. ``folder`` is
    that of the cache.
    """
    if exercise.own and not exercise.figure:
        return None
    spec = json.loads(exercise.figure) if exercise.own else _entry_of(exercise.id, folder)
    return figure_of(exercise.id, spec, _bases_and_entries(folder)["bases"]) if spec else None


def drawing(
    exercise: Exercise, folder: Path | None, width: int, draw: Callable[[Figure, int], Drawing]
) -> Drawing | None:
    """An exercise as it is drawn in so many columns, from the cache where it was drawn so before; None where it has no
    figure. Of a person's own nothing is kept.
    """
    keeps = folder if not exercise.own else None
    name, key = DRAWN.format(exercise.id), mark(_raw()[1].encode(), str(width).encode())
    found: Drawing | None = caching.kept(keeps, name, key) if keeps else None
    if found is None and (drawn := figure(exercise, folder)) is not None:
        found = draw(drawn, width)
        if keeps:
            caching.keep(keeps, name, key, found)
    return found


def faults(exercise: Exercise) -> list[str]:
    """What is wrong with the figure that an exercise of a person's own brings along, in plain words."""
    drawn = figure(exercise, None)
    return [f"the figure of {exercise.id} cannot be so: {fault}" for fault in holds.faults(drawn)] if drawn else []


def fits(exercise: Exercise) -> bool:
    """Whether the figure that an exercise of a person's own brings along, if any, looks like its position."""
    drawn = figure(exercise, None)
    return drawn is None or holds.fits(drawn, exercise.position)


def load() -> dict[str, Figure]:
    """All figures, under the ids of their exercises."""
    return _figures(_parsed(_raw()[0]))


def read(path: Path) -> dict[str, Figure]:
    """The figures of a file of ours that is being written. Raises ValueError with what is wrong in which of them."""
    return _figures(_parsed(path.read_text(encoding="utf-8")))


def _figures(document: dict[str, Any]) -> dict[str, Figure]:
    found = {}
    for key, spec in document["figures"].items():
        try:
            found[key] = figure_of(key, spec, document["bases"])
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"figures: {key}: {type(error).__name__} {error}") from error
    return found


@cache
def _raw() -> tuple[str, str]:
    """Our file as text, and its mark."""
    raw = data_file("figures.yaml").read_bytes()
    return raw.decode(), mark(raw)


@cache
def _bases_and_entries(folder: Path | None) -> dict[str, Any]:
    """The bases, and the entries that were read before: reading all of them takes longer than drawing one."""
    text, key = _raw()
    found: dict[str, Any] | None = None if folder is None else caching.kept(folder, NAME, key)
    return found or {**_parsed(text.partition(BELOW_BASES)[0]), "figures": {}}


def _entry_of(exercise: str, folder: Path | None) -> Any:
    """What our file says of one exercise, from now on from the cache; None where it has no figure."""
    kept = _bases_and_entries(folder)
    if exercise not in kept["figures"] and (spec := _entry(exercise)) is not None:
        kept["figures"][exercise] = spec
        if folder is not None:
            caching.keep(folder, NAME, _raw()[1], kept)
    return kept["figures"].get(exercise)


def _entry(exercise: str) -> Any:
    """What our file says of one exercise, read without the others."""
    below = _raw()[0].partition(BELOW_BASES)[2]
    found = re.search(rf"^  {re.escape(exercise)}:.*\n(?:    .*\n)*", below, re.MULTILINE)
    return _parsed(found[0])[exercise] if found else None


def _parsed(text: str) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(text, Loader=loader)
    return found
