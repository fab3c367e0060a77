"""A folder for one run of the tests, shared by its workers: what is costly to make, and the same for all, is made once.

A worker that does not find a thing there makes it; two that begin at once both make it. Nothing outlives the run.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
FOLDER = "BACKPLAN_TESTS_SHARED"


def opened() -> Callable[[], None]:
    """Make the folder, unless the run has one; gives what takes it away."""
    if FOLDER in os.environ:
        return lambda: None
    folder = os.environ[FOLDER] = tempfile.mkdtemp(prefix="backplan-tests-")

    def gone() -> None:
        del os.environ[FOLDER]
        shutil.rmtree(folder, ignore_errors=True)

    return gone


def once(name: str, made: Callable[[], T]) -> T:
    """The thing of this name, from the folder where some worker made it already."""
    if FOLDER not in os.environ:
        return made()
    file = Path(os.environ[FOLDER]) / name
    if file.exists():
        found: T = pickle.loads(file.read_bytes())
        return found
    thing = made()
    part = file.with_suffix(f".{os.getpid()}")
    part.write_bytes(pickle.dumps(thing))
    part.replace(file)
    return thing


def copied(name: str, made: Callable[[Path], None], to: Path) -> None:
    """Put a copy of the folder of this name to a place: what ``made`` writes into a folder, once a run."""
    if FOLDER not in os.environ:
        made(to)
        return
    folder = Path(os.environ[FOLDER]) / name
    if not folder.exists():
        part = folder.with_name(f"{name}.{os.getpid()}") / to.name
        made(part)
        with contextlib.suppress(OSError):  # another worker was first
            part.replace(folder)
    shutil.copytree(folder, to)
