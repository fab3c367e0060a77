"""Files written where a person asks for them: whole or not at all, and never in the place of what backplan keeps."""

from __future__ import annotations

import errno
from contextlib import ExitStack
from typing import TYPE_CHECKING

from backplan.actions.forget import is_kept
from backplan.errors import BackplanError, UsageError, in_a_line, reason_of
from backplan.files import whole
from backplan.library.own_folder import FOLDER as OWN
from backplan.store.backup import FOLDER as BACKUPS
from backplan.store.store import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from backplan.actions.workspace import Workspace

_FOLDERS = (OWN, "cache", BACKUPS)  # of the folder of a person's data; all that is in them is ours


def write_out(workspace: Workspace, path: Path, parts: Iterable[bytes], *, force: bool) -> None:
    """Write a file, in parts, or the one that a link leads to. With ``force``, over one that is there.

    Raises UsageError for a path that must not be written to, and BackplanError where it cannot be.
    """
    try:
        refuse(workspace, path, force=force)
        if path.exists() and not path.is_file():
            whole.pour(path, parts)
        else:
            with workspace.lasting.watching(path.resolve()):
                whole.give(path.resolve(), parts, over=force)
    except FileExistsError:  # by now
        raise there_already(path) from None
    except IsADirectoryError:  # by now
        raise _is_a_folder(path) from None
    except OSError as error:
        why = reason_of(error, "it cannot be written")
        raise BackplanError(f"{in_a_line(path)} could not be written ({why})") from None


def write_folder(workspace: Workspace, folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write files into a folder, which is made where there is none: all of them or none, but for who is killed while
    the last are put into a folder that was there. With ``force``, over those that are there.

    Raises UsageError for a folder or a file that must not be written to, and BackplanError where they cannot be.
    """
    paths = [folder / name for name in files]
    try:
        _refuse_folder(workspace, folder)
        for path in paths:
            refuse(workspace, path, force=force)
        with ExitStack() as watched:
            for path in paths:
                watched.enter_context(workspace.lasting.watching(path))
            whole.give_all(folder.resolve(), files, over=force)
    except (FileExistsError, NotADirectoryError):  # by now, or above the folder
        raise _in_the_way(folder, paths) from None
    except OSError as error:
        why = reason_of(error, "it cannot be written")
        raise BackplanError(f"nothing was written to {in_a_line(folder)} ({why})") from None


def _in_the_way(folder: Path, paths: Iterable[Path]) -> UsageError:
    """What says that a file stands where a folder was to be, or one of its own files."""
    if file := next((each for each in (folder, *folder.parents) if each.is_file()), None):
        return _is_a_file(file)
    return there_already(next((path for path in paths if path.exists()), folder))


def _refuse_folder(workspace: Workspace, folder: Path) -> None:
    if _is_ours(workspace, folder / "x"):
        raise UsageError(f"{in_a_line(folder)} is where backplan keeps your own data; name another folder")
    if folder.exists() and not folder.is_dir():
        raise _is_a_file(folder)


def refuse(workspace: Workspace, path: Path, *, force: bool) -> None:
    """Raise UsageError for a path that must not be written to."""
    if path.is_dir():
        raise _is_a_folder(path)
    if _is_ours(workspace, path):
        raise UsageError(f"{in_a_line(path)} is where backplan keeps your own data; name another file")
    if path.exists() and not force:
        raise there_already(path)


def there_already(path: Path) -> UsageError:
    """What refuses to write over a file."""
    return UsageError(f"{in_a_line(path)} is there already; name another file, or add --force to write over it")


def _is_a_folder(path: Path) -> UsageError:
    return UsageError(f"{in_a_line(path)} is a folder; name a file in it")


def _is_a_file(folder: Path) -> UsageError:
    return UsageError(f"{in_a_line(folder)} is a file; name a folder")


def _is_ours(workspace: Workspace, path: Path) -> bool:
    """Whether a path leads to a file that we keep, or to where one would be, by whatever links. Raises OSError where
    these lead in a circle.
    """
    try:
        target, home = path.resolve(), workspace.home.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, "its links lead in a circle", str(path)) from None
    if target.parent == home and is_kept(target.name.casefold()):
        return True
    folders = [home / name for name in _FOLDERS]
    folders += [workspace.cache.resolve()] if workspace.cache else []
    if any(target.is_relative_to(folder) for folder in folders):
        return True
    return path.exists() and any(path.samefile(kept) for kept in _kept(home, folders))


def _kept(home: Path, folders: list[Path]) -> Iterator[Path]:
    """Every file that we keep."""
    for found in (home.glob(f"{FILE}*"), *(folder.rglob("*") for folder in folders)):
        yield from (path for path in found if path.is_file())
