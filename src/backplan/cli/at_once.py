"""What cannot wait is said at once, where another window holds the data and nothing can be recorded yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli.terminal import output
from backplan.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from backplan.actions.workspace import Workspace

IN_USE = "Another window is using your data just now, so this is not recorded yet; it is tried for some seconds."


def say_if_held(place: Workspace, sentence: Callable[[], str], *, from_looking: bool = False) -> None:
    """Say a sentence before the data is waited for, if it must be to write (or even to look), and if there is anything
    to say.
    """
    from backplan.store.held import held

    try:
        must_wait = held(place.home, from_looking=from_looking)
    except StoreError:  # there is no place for any data
        return
    if must_wait and (first_of_all := sentence()):
        output.complain(first_of_all)
        output.complain(IN_USE)
