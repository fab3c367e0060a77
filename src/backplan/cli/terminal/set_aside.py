"""What cannot be read of the person's data, and was set aside, is told on stderr; each record once a run."""

from __future__ import annotations

from contextvars import ContextVar

from backplan.cli.terminal import output

_already_said: ContextVar[set[str]] = ContextVar("told")


def run_begun() -> None:
    """A new run of a command, which has told nothing yet."""
    _already_said.set(set())


def tell(sentence: str) -> None:
    """Tell of something that was set aside, unless this run has told it already."""
    told_before = _already_said.get(set())
    if sentence not in told_before:
        told_before.add(sentence)
        output.complain(sentence)
