"""Whether what a run did lasts: what is said at its end, however early that comes, must not deny it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Lasting:
    """Whether anything was kept for good so far, in the store or among the own files of a person."""

    def __init__(self) -> None:
        self.any = False

    @contextmanager
    def watching(self, path: Path) -> Iterator[None]:
        """Note that something lasts if a file is another after a piece of work, even one that was broken off."""
        before = stamp(path)
        try:
            yield
        finally:
            self.any = self.any or stamp(path) != before


def stamp(path: Path, *, through_links: bool = False) -> tuple[int, int, int] | None:
    """What tells a file, or what a link leads to, from the one that takes its place; None where none can be seen. It is
    not opened.
    """
    try:
        found = path.stat() if through_links else path.lstat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
