"""The figures of the exercises: `data/figures.yaml`, read, checked and cached."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from backplan.figures.pose import Figure, figure_of
from backplan.library import cache as caching
from backplan.library.data import data_file
from backplan.library.mark import mark

if TYPE_CHECKING:
    from pathlib import Path


def figure(key: str, folder: Path | None) -> Figure | None:
    """The figure of an exercise of ours; None where it has none."""
    found = _document(folder)
    said = found["figures"].get(key)
    return figure_of(key, said, found["bases"]) if said else None


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
