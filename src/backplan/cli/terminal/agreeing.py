"""Agreeing to what cannot be taken back by a flag, or by a yes at the terminal."""

from __future__ import annotations

from backplan.cli.terminal import asking, environment
from backplan.errors import UsageError


def agreed(question: str, *, yes: bool) -> bool:
    """Whether the person agrees. Raises UsageError where nobody can be asked and ``--yes`` was not given."""
    if yes:
        return True
    if not environment.at_terminal():
        raise UsageError("nothing was changed; add --yes to go on")
    return asking.until_right(f"{question} (y/n)", None, asking.yes)
