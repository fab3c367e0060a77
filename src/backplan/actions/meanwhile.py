"""What is kept of a person as a question about it is asked: whoever agrees agrees to what they were shown, and not to
what another window wrote while the question stood.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from backplan.actions.left_off import INTERVIEW, SESSION
from backplan.errors import BackplanError
from backplan.library.own_folder import FOLDER as OWN
from backplan.store.backup import FOLDER as BACKUPS
from backplan.store.lasting import stamp
from backplan.store.store import FILE

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace

Kept = Mapping[Path, object]
_CHANGED = (
    "what is kept here was changed in another window while you were asked, so nothing was changed now; the same "
    "command once more shows what is here"
)


def kept(workspace: Workspace) -> Kept:
    """The store, backups, own exercises, and what was begun and not ended, each with what tells it from another that
    takes its place. What is kept for speed changes with a mere look, and is not among it.
    """
    files = [workspace.home / name for name in (FILE, INTERVIEW, SESSION)]
    within = [path for name in (OWN, BACKUPS) for path in _within(workspace.home / name)]
    return {path: stamp(path, through_links=True) for path in (*files, *within)}


def _within(folder: Path) -> list[Path]:
    with suppress(OSError):  # whoever takes it away, or puts something in its place, says why that cannot be
        return sorted(folder.iterdir())
    return []


def refuse_changed(workspace: Workspace, shown: Kept | None) -> None:
    """Raise BackplanError where what is kept is not what was shown, if anything was: whoever was asked nothing has
    agreed to whatever there is.
    """
    if shown is not None and kept(workspace) != shown:
        raise BackplanError(_CHANGED)
