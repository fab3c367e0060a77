"""The figures of the exercises: `data/figures.yaml`, read, checked and cached."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from backplan.figures import holds
from backplan.figures.pose import Figure, figure_of
from backplan.library import cache as caching
from backplan.library.data import data_file
from backplan.library.mark import mark

if TYPE_CHECKING:
    from pathlib import Path

    from backplan.model.exercise import Exercise


def figure(exercise: Exercise, folder: Path | None) -> Figure | None:
    """The figure of an exercise, of a person's own the one that it brings along; None where it has none."""
    if exercise.own and not exercise.figure:
        return None
    found = _document(folder)
    said = json.loads(exercise.figure) if exercise.own else found["figures"].get(exercise.id)
    return figure_of(exercise.id, said, found["bases"]) if said else None


def faults(exercise: Exercise) -> list[str]:
    """What is wrong with the figure that an exercise of a person's own brings along, in plain words."""
    drawn = figure(exercise, None)
    return [f"the figure of {exercise.id} cannot be so: {said}" for said in holds.faults(drawn)] if drawn else []


def fits(exercise: Exercise) -> bool:
    """Whether the figure that an exercise of a person's own brings along, if any, looks like its position."""
    drawn = figure(exercise, None)
    return drawn is None or holds.fits(drawn, exercise.position)


def load(folder: Path | None) -> dict[str, Figure]:
    """All figures, under the ids of their exercises; ``folder`` is that of the cache."""
    return _figures(_document(folder))


def read(path: Path) -> dict[str, Figure]:
    """The figures of a file of ours that is being written. Raises ValueError with what is wrong in which of them."""
    return _figures(_parsed(path))


def _figures(document: dict[str, Any]) -> dict[str, Figure]:
    found = {}
    for key, said in document["figures"].items():
        try:
            found[key] = figure_of(key, said, document["bases"])
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"figures: {key}: {type(error).__name__} {error}") from error
    return found


@cache
def _document(folder: Path | None) -> dict[str, Any]:
    """What the file of ours says; read once a run, however many exercises are shown."""
    path = data_file("figures.yaml")
    if folder is None:
        return _parsed(path)
    key = mark(path.read_bytes())
    found: dict[str, Any] | None = caching.kept(folder, "figures", key)
    if found is None:
        found = _parsed(path)
        caching.keep(folder, "figures", key, found)
    return found


def _parsed(path: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return found
