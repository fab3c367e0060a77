"""A first interview that was left: its answers are kept, so that it can be gone on with. Nothing is planned from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from backplan.actions import left_off
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backplan.actions.workspace import Workspace

OF_THE_DAY = frozenset({"signs", "pain", "body"})  # what another day may have changed


class Draft(NamedTuple):
    """The sections that were answered, by name, the answers as a document, and the words at lists that another page is
    to ask about, each with whether it may tell of a sign that cannot wait.
    """

    answered: tuple[str, ...]
    document: dict[str, Any]
    words: dict[str, bool]


def draft(workspace: Workspace) -> Draft | None:
    """What was answered before; on another day the signs and the pain are to be asked again. None without a draft, or
    where it cannot be read.
    """

    def made(found: dict[str, Any]) -> Draft:
        stale = frozenset() if date.fromisoformat(found["on"]) == workspace.today else OF_THE_DAY
        answered = tuple(str(name) for name in found["answered"] if name not in stale)
        return Draft(answered, dict(found["answers"]), dict(found.get("words", {})))

    return left_off.read(workspace, left_off.INTERVIEW, made)


def keep(workspace: Workspace, answered: Sequence[str], document: Mapping[str, Any], words: Mapping[str, bool]) -> None:
    """Keep what was answered so far, which is nothing recorded yet. Raises StoreError."""
    kept = {"answered": list(answered), "answers": dict(document), "words": dict(words)}
    left_off.keep(workspace, left_off.INTERVIEW, kept)


def leave_signs(workspace: Workspace, document: Mapping[str, Any]) -> None:
    """Keep what was answered besides the signs, of an interview that one of them has ended: it is gone on with, once
    they have been looked at. Raises StoreError.
    """
    kept = draft(workspace) or Draft((), {}, {})
    born = {key: document[key] for key in ("born",) if key in document}
    answered = [name for name in dict.fromkeys((*born, *kept.answered)) if name != "signs"]
    without_signs = {key: each for key, each in kept.document.items() if key not in ("red_flags", "heart")}
    keep(workspace, answered, {**without_signs, **born}, kept.words)


def end(workspace: Workspace) -> None:
    """Take away what was kept of an interview that has come to its end."""
    left_off.end(workspace, left_off.INTERVIEW)
