"""The folder of a person's own exercises: which files are in it, and a mark that changes when any of them does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan import __version__
from backplan.errors import LET_READ, FileError, StoreError, in_a_line, reason_of
from backplan.library.mark import mark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

FOLDER = "own"  # in the folder of a person's data
LOCK = f"{FOLDER}.lock"  # beside it
DUE = ".backplan-own-due"  # there, while own files that came back with a store are not in place yet
MOST_BYTES = 4 << 20  # of one file: lists of some thousand exercises
HIDDEN = "hidden"  # the file of what the person chose to hide, beside those they added


def files(folder: Path) -> list[Path]:
    """The files of a folder of own exercises, by name."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".yaml" and not path.name.startswith("."))
    except OSError:
        return []


def stands(folder: Path) -> bool:
    """Whether anything stands where the own files should, be it a file or a broken link, which are told. Raises
    StoreError where that cannot be seen, as then nothing can be seen of the person's data.
    """
    try:
        folder.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        why = reason_of(error, "it cannot be read")
        named = in_a_line(folder.parent)
        raise StoreError(f"your data in {named} cannot be read ({why}); nothing was changed. {LET_READ}") from None
    return True


def check_readable(folder: Path) -> None:
    """Raise StoreError where own files stand that cannot be looked into: that is not the same as having none."""
    if stands(folder) and (why := unreadable(folder)):
        raise StoreError(
            f"your own exercises in {in_a_line(folder)} cannot be read ({why}); nothing was changed. {LET_READ}"
        )


def unreadable(folder: Path) -> str:
    """Why a folder of own exercises cannot be looked into; nothing when it can."""
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        return reason_of(error, "it cannot be read")
    return ""


def fingerprint(folder: Path) -> str:
    """A short mark of all that the own exercises in a folder are made from; it reads no YAML, so that a stored week is
    shown at once.
    """
    return mark_of({path.name: _read(path) for path in files(folder)})


def mark_of(found: Mapping[str, bytes]) -> str:
    """The mark of own files by what was read of each, or what kept it from being read."""
    if not found:
        return f"none {__version__}"
    return mark(*(part for name, read in found.items() for part in (name.encode("utf-8", "replace"), read)))


def _read(path: Path) -> bytes:
    from backplan.files.plain_file import contents

    try:
        return contents(path, MOST_BYTES)
    except FileError as error:
        return unread(error)


def unread(error: FileError) -> bytes:
    """What stands in the place of the content of a file that cannot be read."""
    return str(error).encode("utf-8", "replace")


def file(folder: Path, name: str) -> Path:
    """Where an own file stands that is kept under a name."""
    return folder / f"{name}.yaml"


def changing(folder: Path) -> AbstractContextManager[None]:
    """Hold what is read of the folder until it is changed: one window at a time. Raises StoreError."""
    from backplan.store.lock import locked

    return locked(folder.with_name(LOCK), "your own exercises")


def keep(folder: Path, name: str, text: bytes) -> None:
    """Put a copy of a file into the folder, whole or not at all. Raises StoreError."""
    from backplan.files.whole import write

    try:
        write(file(folder, name), text)
    except OSError as error:
        why = reason_of(error, "it cannot be written")
        raise StoreError(
            f"your own file {name} could not be kept in {in_a_line(folder)}, so nothing was changed ({why})"
        ) from None


def take_back(path: Path) -> None:
    """Take a copy out of the folder. Raises StoreError: what stands there may not be a file of ours."""
    try:
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
    except OSError as error:
        why = reason_of(error, "it cannot be removed")
        left = f"{in_a_line(path)} could not be taken away, so it was left as it is"
        raise StoreError(f"{left} ({why}); move it yourself") from None
