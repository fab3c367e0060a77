"""The signs to report when pain goes further down the leg: by flag, or asked at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli.terminal import asking, output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry

# The red flag that each flag of `log` reports; the most urgent first.
SIGNS = {
    "saddle": "saddle-numbness",
    "bladder": "bladder-bowel",
    "weak": "leg-weakness",
    "numb": "one-leg-numbness",
}


def said(**flags: bool) -> tuple[str, ...]:
    """The red flags that the flags of a command report."""
    return tuple(sign for flag, sign in SIGNS.items() if flags[flag])


def ask(place: Workspace, entries: Sequence[LogEntry]) -> tuple[str, ...] | None:
    """Each sign, asked of somebody whose pain goes further down the leg than ever before; None where it does not."""
    from backplan.actions.log import is_further
    from backplan.rules.red_flags import RED_FLAGS

    if not is_further(place, entries):
        return None
    output.say("Your pain goes further down your leg than before. A few questions, to be safe. Is any of this new?")
    asks = {rule.id: rule.asks for rule in RED_FLAGS}
    return tuple(sign for sign in SIGNS.values() if asking.until_right(f"{asks[sign]}? (y/n)", None, asking.yes))
