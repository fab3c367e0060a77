"""The load an exercise was done with, as people write it: `sit-to-stand=8kg`, `seated band row=red band`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli.terminal import options
from backplan.cli.terminal.together import read_each, said_once
from backplan.cli.terminal.unread import tell_unread
from backplan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.workspace import Workspace


def read(place: Workspace, texts: Sequence[str]) -> dict[str, str] | None:
    """The loads of --load by the id of the exercise; None where nothing was said. Raises UsageError."""
    if not texts:
        return None
    tell_unread(place)
    return said_once(read_each(lambda text: _load(place, text), texts), "--load")


def _load(place: Workspace, text: str) -> tuple[str, str]:
    """The exercise and the load of one --load: a weight as number and unit, anything else as it was written."""
    from backplan.actions.exercises import exercise_named
    from backplan.files.asked import load_of

    name, _, load = text.partition("=")
    try:
        word = load_of(options.short(load, "that load"))
    except ValueError as error:
        why = f" ({error})" if load.strip() else ""
        raise UsageError(
            f"--load {text}: write it like 'sit-to-stand=8kg' or 'seated-band-row=red band'{why}"
        ) from None
    return exercise_named(name, place).id, word
