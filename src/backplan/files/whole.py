"""Files put in place whole or not at all; what killed runs left behind is taken away by the next."""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, BinaryIO

from backplan.store.placed import put

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PREFIX = ".backplan-"  # of a file that is being written
_OWNERS_ALONE = 0o600
_LEFT_ANYWHERE = r"\.backplan-[a-z0-9_]{8}"  # a pattern, as the next is
_LEFT_WITH_US = r"(\.backplan-|\.|tmp)[a-z0-9_]{8}"  # also as older versions called them


def write(path: Path, raw: bytes) -> None:
    """Put a file of ours in its place, for its owner's eyes alone, and make the folders above it where there are none.
    Raises OSError.
    """
    for parent in (*reversed(path.parent.parents), path.parent):
        if not parent.exists():
            with suppress(FileExistsError):  # another run was first
                parent.mkdir()
                parent.chmod(0o700)  # whatever the umask
    with _fresh(path.parent) as (file, fresh):
        _put(file, [raw])
        fresh.replace(path)


def give(path: Path, parts: Iterable[bytes], *, over: bool) -> None:
    """Put a file, in parts, where a person asked for it, in a folder that is there: for their eyes alone if it is new,
    with the mode and the owner of the one whose place it takes. Raises OSError, and FileExistsError where there is one,
    unless ``over``.
    """
    tidy(path.parent, _LEFT_ANYWHERE)
    with _fresh(path.parent) as (file, fresh):
        _take_after(file.fileno(), path)
        _put(file, parts)
        put(fresh, path, over=over)


def give_all(folder: Path, files: Mapping[str, bytes], *, over: bool) -> None:
    """Put files into a folder where a person asked for it: all of them in one step where there is no such folder yet;
    else each is written in full before the first is put in its place. Raises OSError, and FileExistsError where there
    is one of them, unless ``over``.
    """
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        tidy(folder.parent, _LEFT_ANYWHERE)
        with _fresh_folder(folder.parent) as fresh:
            _give_into(fresh, files, over=False)
            if _moved(fresh, folder):
                return
    _give_into(folder, files, over=over)


def _moved(fresh: Path, folder: Path) -> bool:
    """Whether a new folder took a place where there was none; not where another run has made one there by now."""
    try:
        fresh.rename(folder)
    except OSError:
        if folder.is_dir():
            return False
        raise
    return True


def _give_into(folder: Path, files: Mapping[str, bytes], *, over: bool) -> None:
    tidy(folder, _LEFT_ANYWHERE)
    with ExitStack() as stack:
        made = {name: stack.enter_context(_fresh(folder)) for name in files}
        for name, (file, _) in made.items():
            _take_after(file.fileno(), folder / name)
            _put(file, [files[name]])
        for name, (_, fresh) in made.items():
            put(fresh, folder / name, over=over)


def pour(path: Path, parts: Iterable[bytes]) -> None:
    """Write to what is no file, a device or a pipe; a pipe that nobody reads is refused, not waited for. Raises
    OSError.
    """
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    with os.fdopen(handle, "wb") as file:
        os.set_blocking(handle, True)
        file.writelines(parts)


def tidy(folder: Path, left: str = _LEFT_WITH_US) -> None:
    """Take away what killed runs left half-written in a folder of ours; what a living run writes is left alone."""
    try:
        found = [entry.path for entry in os.scandir(folder) if re.fullmatch(left, entry.name)]
    except OSError:
        return
    for path in found:
        with suppress(OSError):
            _take_away(path)


def _put(file: BinaryIO, parts: Iterable[bytes]) -> None:
    file.writelines(parts)
    file.flush()
    os.fsync(file.fileno())
    if sys.platform == "win32":
        file.close()  # an open file cannot be moved there


@contextmanager
def _fresh_folder(above: Path) -> Iterator[Path]:
    """A new folder in another, locked; if it is still there at the end, it goes."""
    fresh = above / f"{PREFIX}{os.urandom(4).hex()}"
    fresh.mkdir()
    handle = os.open(fresh, os.O_RDONLY) if sys.platform != "win32" else None
    try:
        if handle is not None:
            _locked(handle, wait=True)
        yield fresh
    finally:
        rmtree(fresh, ignore_errors=True)
        if handle is not None:
            os.close(handle)


@contextmanager
def _fresh(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """A new file in a folder, locked, for its owner alone; if it is still there at the end, it goes."""
    import tempfile  # slow to start, and seldom needed

    handle, name = tempfile.mkstemp(dir=folder, prefix=PREFIX)
    while not (_locked(handle, wait=True) and os.fstat(handle).st_nlink):  # taken for a leftover before it was locked
        os.close(handle)
        handle, name = tempfile.mkstemp(dir=folder, prefix=PREFIX)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            if sys.platform != "win32":
                os.fchmod(handle, _OWNERS_ALONE)  # whatever the umask
            yield file, fresh
    finally:
        with suppress(OSError):  # the next run takes it away
            fresh.unlink()


def _take_after(handle: int, path: Path) -> None:
    """Give a file the mode and the owner of the one whose place it takes, if there is one."""
    if sys.platform == "win32" or not path.exists():
        return
    before = path.stat()
    with suppress(OSError):  # only root may give a file away
        os.fchown(handle, before.st_uid, before.st_gid)
    os.fchmod(handle, before.st_mode & 0o777)


def _take_away(path: str) -> None:
    if sys.platform == "win32":
        Path(path).unlink()  # which fails as long as a run has it open
        return
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if _locked(handle, wait=False):
            (rmtree if stat.S_ISDIR(os.fstat(handle).st_mode) else os.unlink)(path)
    finally:
        os.close(handle)


def _locked(handle: int, *, wait: bool) -> bool:
    """Whether a file could be locked, which it cannot while the run that writes it lives; where files have no locks,
    only to wait for one succeeds.
    """
    if sys.platform == "win32":
        return True
    from fcntl import LOCK_EX, LOCK_NB, flock

    try:
        flock(handle, LOCK_EX | (0 if wait else LOCK_NB))
    except OSError:
        return wait
    return True
