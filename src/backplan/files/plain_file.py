"""Plain files that people hand in, read without waiting for anything; apart from YAML, which takes long to start."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from backplan.errors import FileError, in_a_line, reason_of

MAX_BYTES = 1 << 20


def contents(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file, a little more than the most that is read; raises FileError."""
    with plain(path) as file:
        return file.read(most + 1)


@contextmanager
def plain(path: Path) -> Iterator[BinaryIO]:
    """A file to be read; raises FileError. Only plain files are read: a pipe without a writer, a device and what the
    system makes up may keep anybody waiting for ever.
    """
    name = in_a_line(path.name if path.name.strip() else path)
    try:
        if kind := _not_plain(path):
            raise FileError([f"{name}: this is {kind}, not a plain file; copy its text into a file first"])
        with path.open("rb") as file:
            yield file
    except IsADirectoryError:
        raise FileError([f"{name}: this is a folder, not a file; name the file"]) from None
    except OSError as error:
        reason = reason_of(error, "it cannot be read")
        raise FileError([f"{name}: the file cannot be read: {reason}"]) from None
    except UnicodeEncodeError:
        raise FileError([f"{name}: no file can have this name"]) from None


_MADE_UP = (("/", "proc"), ("/", "sys"))
_KINDS: Sequence[tuple[Callable[[int], bool], str]] = (
    (stat.S_ISFIFO, "a pipe"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"), (stat.S_ISSOCK, "a socket"),
)  # fmt: skip


def _not_plain(path: Path) -> str | None:
    """What a path is that is no plain file; None for one, and for a folder. What is handed in by a pipe (/dev/stdin,
    /dev/fd/63) has somebody who writes it.
    """
    mode = path.stat().st_mode
    handed_in = str(path) == "/dev/stdin" or path.parts[:3] == ("/", "dev", "fd")
    if handed_in and (stat.S_ISFIFO(mode) or stat.S_ISREG(mode)):
        return None
    if path.resolve().parts[:2] in _MADE_UP and not stat.S_ISDIR(mode):
        return "made up by the system"
    return next((sentence for of_kind, sentence in _KINDS if of_kind(mode)), None)
