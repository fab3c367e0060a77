"""What was recorded, and then: a stop that holds is said whatever becomes of the words before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from backplan.cli.terminal import output

if TYPE_CHECKING:
    from collections.abc import Callable

    from backplan.errors import SafetyStop

RECORDED = "What was done by then is recorded."  # whatever goes wrong after it
NOTHING = "Nothing was changed."


def what_became(lasting: bool) -> str:
    """What became of a run that ended before its end."""
    return RECORDED if lasting else NOTHING


def tell(say: Callable[[], None], stop: SafetyStop | None) -> None:
    """Say what was recorded, then raise the stop, if one holds: where the words cannot be written, and where they are
    broken off, too.
    """
    try:
        say()
    except (OSError, EOFError, KeyboardInterrupt, typer.Abort):
        if stop is None:
            raise
        output.complain(RECORDED)
    if stop is not None:
        if output.unwritten():
            output.complain(RECORDED)
        raise stop
