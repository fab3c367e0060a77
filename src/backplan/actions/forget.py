"""Forget: all that is kept of a person is taken away, and nothing that is not ours."""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from backplan.actions.left_off import INTERVIEW, SESSION
from backplan.actions.meanwhile import refuse_changed
from backplan.errors import StoreError, in_a_line, reason_of
from backplan.files.whole import PREFIX
from backplan.library.own_folder import FOLDER as OWN
from backplan.library.own_folder import LOCK
from backplan.store.backup import FOLDER as BACKUPS
from backplan.store.backup import is_backup
from backplan.store.schema import is_database
from backplan.store.store import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from backplan.actions.meanwhile import Kept
    from backplan.actions.workspace import Workspace

_BUSY = "another run of backplan is writing, so nothing was taken away; try again"
# What is kept there, or was left by a run that was killed.
_CACHED = re.compile(r"[a-z0-9-]+(\.drawn)?-[0-9a-f]{24}\.(json|text)|\.[a-z0-9_]{8}|tmp[a-z0-9_]{8}")


def all_of_it(workspace: Workspace) -> list[Path]:
    """Every file and folder that is kept of the person: backups, own exercises, what was being written when a run was
    killed, the cache, and at last the store with what stands beside it: broken off before, it is as it was, and nothing
    that stops is gone without the rest. Raises StoreError where that cannot be seen.
    """
    try:
        found = [*_in_home(workspace.home), *_in_cache(workspace.cache)]
        return sorted(found, key=lambda path: path.name.startswith(FILE))
    except OSError as error:
        named, why = in_a_line(error.filename or workspace.home), reason_of(error, "no reason given")
        raise StoreError(f"what is kept in {named} cannot be seen ({why}); nothing was taken away") from None


def is_kept(name: str) -> bool:
    """Whether a name right in the folder of a person's data is one of what is kept there."""
    return name.startswith((FILE, LOCK, PREFIX)) or name in (BACKUPS, OWN, SESSION, INTERVIEW)


def _in_home(home: Path) -> Iterator[Path]:
    yield from (path for path in sorted(home.iterdir()) if is_kept(path.name)) if home.is_dir() else ()


def _in_cache(cache: Path | None) -> Iterator[Path]:
    if cache is not None and cache.is_dir():
        yield from (path for path in sorted(cache.iterdir()) if _CACHED.fullmatch(path.name))


def forget(workspace: Workspace, shown: Kept | None = None) -> list[Path]:
    """Take all of it away; gives what is left in the person's folder, because it is not ours. Raises StoreError, and
    BackplanError where it is not what was ``shown``.
    """
    with _alone_with(workspace.home / FILE):
        pass
    with _alone_with(workspace.home / LOCK):  # whoever has read own files by now would else write them anew behind us
        refuse_changed(workspace, shown)
        return _taken_away(workspace)


def _taken_away(workspace: Workspace) -> list[Path]:
    home, cache = workspace.home, workspace.cache
    try:
        for path in all_of_it(workspace):
            with workspace.lasting.watching(path):
                _away(path)
        for folder in filter(None, (cache, home)):
            with contextlib.suppress(OSError):  # something of somebody else's is in it
                folder.rmdir()
        return sorted(home.iterdir()) if home.is_dir() else []
    except OSError as error:
        named, why = in_a_line(error.filename), reason_of(error, "no reason given")
        rest = "what was before it is gone, and `backplan forget` once more takes the rest"
        rest = rest if workspace.lasting.any else "nothing was taken away"
        raise StoreError(f"{named} could not be taken away ({why}); {rest}") from None


@contextlib.contextmanager
def _alone_with(path: Path) -> Iterator[None]:
    """Let a run that is writing under a lock finish, and hold it. Raises StoreError where it does not."""
    from backplan.store.schema import BUSY_MS, odd_files

    with contextlib.ExitStack() as held:
        if path.is_file() and not odd_files(path):
            try:
                connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
                held.enter_context(closing(connection)).execute("BEGIN EXCLUSIVE")
            except sqlite3.Error as error:  # what cannot be read can be taken away all the same
                if "locked" in str(error):
                    raise StoreError(_BUSY) from None
        yield


def _behind(link: Path) -> list[Path]:
    """What is ours where a link leads: the store, own exercises or backups that were put elsewhere, and nothing that is
    of another sort.
    """
    there = link.resolve()
    if link.name == FILE:
        return [there] if there.is_file() and is_database(there) else []
    inside = list(there.iterdir()) if there.is_dir() else []
    if link.name == OWN:
        return [path for path in inside if path.suffix == ".yaml" and path.is_file()]
    return [path for path in inside if is_backup(path)] if link.name == BACKUPS else []


def _away(path: Path) -> None:
    """Take a file or folder away; of a link, what is ours where it leads, too."""
    if path.is_symlink() and path.exists():  # a link that leads nowhere, or round, just goes
        for found in _behind(path):
            found.unlink(missing_ok=True)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
