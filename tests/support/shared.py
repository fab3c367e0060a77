"""A folder for one run of the tests, shared by its workers: what is costly to make, and the same for all, is made once.

A worker that does not find a thing there makes it; two that begin at once both make it. Where the machine has a disk in
memory, the folders of all tests stand in it, too: thousands of stores are written, and none has to outlast a power cut.
Nothing outlives the run but the folders of tests that failed; what a killed run left goes with the first a day later.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
FOLDER = "BACKPLAN_TESTS_SHARED"
PYTESTS = "PYTEST_DEBUG_TEMPROOT"  # where pytest makes the folders of tests
MEMORY = "/dev/shm"
ROOM = 6 << 30  # bytes; a run writes about a quarter of it
PREFIX = "backplan-tests-"
DAY = 24 * 60 * 60  # seconds


def opened() -> Callable[[bool], None]:
    """Make the folder, unless the run has one; gives what takes it away, or all but what tests left in it."""
    if FOLDER in os.environ:
        return lambda failed: None
    memory = _in_memory()
    _tidy(Path(memory or tempfile.gettempdir()))
    root = tempfile.mkdtemp(prefix=PREFIX, dir=memory)
    folder = os.environ[FOLDER] = f"{root}/shared"
    Path(folder).mkdir()
    before = tempfile.gettempdir()
    if memory:
        os.environ.setdefault(PYTESTS, root)
        _temporary(root)

    def gone(failed: bool) -> None:
        del os.environ[FOLDER]
        _temporary(before)
        shutil.rmtree(folder if failed else root, ignore_errors=True)
        with contextlib.suppress(OSError):  # it is gone, or holds what failed
            Path(root).rmdir()

    return gone


def _temporary(folder: str) -> None:
    """Where this process and those it starts make their folders: a life is stored hundreds of times, and a disk takes
    milliseconds to be sure of each.
    """
    os.environ["TMPDIR"] = tempfile.tempdir = folder


def in_memory() -> None:
    """Make the folders of this process where none has to outlast a power cut, if the machine has such a place."""
    if memory := _in_memory():
        _temporary(memory)


def _tidy(within: Path) -> None:
    """Take away what runs left that were killed a day ago or more."""
    for old in within.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if old.stat().st_mtime < time.time() - DAY:
                shutil.rmtree(old, ignore_errors=True)  # somebody else's stays


def _in_memory() -> str | None:
    """A disk in memory with room for all that a run writes; None where there is none."""
    with contextlib.suppress(OSError):
        if shutil.disk_usage(MEMORY).free > ROOM and os.access(MEMORY, os.W_OK):
            return MEMORY
    return None


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
