"""Where our own data files are."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parents[1]


def data_file(name: str) -> Path:
    """A data file of ours: inside the installed package, or in the checkout's data folder."""
    packaged = _HERE / "data" / name
    return packaged if packaged.exists() else _HERE.parents[1] / "data" / name
