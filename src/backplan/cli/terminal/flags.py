"""The flags of a command as one value: a NamedTuple with a field for each, in the order of its help."""

from __future__ import annotations

from functools import wraps
from inspect import signature
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Flags = TypeVar("Flags")


def taking(flags: Callable[..., Flags]) -> Callable[[Callable[[Flags], None]], Callable[..., None]]:
    """Let a command take its flags as one value; Typer reads their types, helps and defaults from the fields."""

    def made(command: Callable[[Flags], None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:
            command(flags(**given))

        run.__signature__ = signature(flags, eval_str=True)  # type: ignore[attr-defined]
        return run

    return made
