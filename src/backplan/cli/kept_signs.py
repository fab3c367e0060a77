"""Own words of a refused command, which may tell of a sign: they are on record all the same."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from backplan.cli.terminal import environment, output
from backplan.errors import UsageError
from backplan.model.diary import LogEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backplan.actions.workspace import Workspace


@contextmanager
def signs_kept(place: Workspace, *texts: str | None, as_json: bool = False) -> Iterator[None]:
    """Note by themselves those words of a command that may tell of a sign, where the command is refused, and ask about
    them at a terminal. Raises Exit then, and the stop they bring.
    """
    try:
        yield
    except UsageError as fault:
        from backplan.cli.terminal import options
        from backplan.planner.diary.health_words import may_alarm

        pieces = [piece for text in texts if text for piece in options.pieces(text)]
        own = "; ".join(dict.fromkeys(filter(may_alarm, pieces)))[: options.LONGEST_NOTE]
        if not own or not place.begun:
            raise
        from backplan.cli import log_command

        output.complain(str(fault))
        asked_on = place.today if environment.at_terminal() and not as_json else None
        log_command.record_and_say(place, [LogEntry(place.today, "pain", note=own)], asked_on, as_json=as_json)
        raise typer.Exit(fault.exit_code) from None
