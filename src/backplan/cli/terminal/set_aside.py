"""What cannot be read of the person's data, and was set aside, is told on stderr; each record once a run."""

from __future__ import annotations

from typing import Any

from backplan.cli.terminal import output


def tell(sentence: str) -> None:
    """Tell of something that was set aside, unless this run has told it already."""
    from click import get_current_context

    context = get_current_context(silent=True)
    told: Any = context.meta.setdefault("backplan.set_aside", set()) if context else set()
    if sentence not in told:
        told.add(sentence)
        output.complain(sentence)
