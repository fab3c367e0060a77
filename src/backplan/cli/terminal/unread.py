"""What cannot be read of the person's own exercises is told on stderr; every command goes on without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli.terminal import environment, output

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace


def library_workspace() -> Workspace:
    """Where a command works that needs the library; what cannot be read of the person's own exercises is told."""
    workspace = environment.workspace()
    tell_unread(workspace)
    return workspace


def tell_unread(workspace: Workspace) -> None:
    """Tell what cannot be read of the person's own exercises; reads the library if that is not done yet."""
    for notice in workspace.unread:
        output.complain(notice)
