"""Own exercises that came back with a store, in one act with it: they are noted in its transaction and put in place
after it, by the next command where this one was killed between the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.errors import StoreError, in_a_line, reason_of
from backplan.files.whole import write
from backplan.library.own_folder import DUE, changing
from backplan.store.backup import files_of
from backplan.store.store import opened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.actions.workspace import Workspace
    from backplan.store.store import Store


def note(workspace: Workspace, store: Store, own: Mapping[str, bytes]) -> None:
    """Note, in the transaction that brings a store back, which own files go with it."""
    (workspace.home / DUE).touch(mode=0o600)
    store.whole.owe_own(own)


def put_in_place(workspace: Workspace) -> None:
    """The own files that are due, and no others, while nobody else changes any. Raises StoreError."""
    try:
        if (workspace.home / DUE).exists():
            _put(workspace)
    except OSError as error:
        named, why = in_a_line(error.filename or workspace.own), reason_of(error, "no reason given")
        raise _not_yet(f"{named} ({why})") from None
    except StoreError as error:
        raise _not_yet(str(error).partition("; nothing was changed")[0]) from None


def _not_yet(why: str) -> StoreError:
    return StoreError(f"own exercises could not be put in place: {why}; the next command tries again")


def _put(workspace: Workspace) -> None:
    with opened(workspace.home) as store:
        if (own := store.whole.own_owed()) is not None:
            for name in files_of(workspace.own).keys() - own.keys():
                (workspace.own / name).unlink()
            for name, content in own.items():
                write(workspace.own / name, content)
            store.whole.own_settled()
    (workspace.home / DUE).unlink(missing_ok=True)


def finish(workspace: Workspace) -> None:
    """Put in place what a run that was killed left due; where that cannot be done yet, it is told."""
    try:
        with changing(workspace.own):
            put_in_place(workspace)
    except StoreError as error:
        if workspace.tell:
            workspace.tell(f"The own exercises that were brought back are not in place yet: {error}.")
