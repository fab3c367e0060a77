"""The figures of the exercises: `data/figures.yaml`, read, checked and cached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.figures.pose import Figure, figure_of
from backplan.library import cache
from backplan.library.data import data_file

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
    """The figures of a file. Raises FileError, and ValueError with what is wrong and where."""
    return _figures(_parsed(path))


def _figures(document: dict[str, Any]) -> dict[str, Figure]:
    found = {}
    for key, said in document["figures"].items():
        try:
            found[key] = figure_of(key, said, document["bases"])
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"figures: {key}: {type(error).__name__} {error}") from error
    return found


def _document(folder: Path | None) -> dict[str, Any]:
    path = data_file("figures.yaml")
    if folder is None:
        return _parsed(path)
    key = cache.mark(path.read_bytes())
    found: dict[str, Any] | None = cache.kept(folder, "figures", key)
    if found is None:
        found = _parsed(path)
        cache.keep(folder, "figures", key, found)
    return found


def _parsed(path: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return found
