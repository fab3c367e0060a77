"""A page as it stands in a terminal, without its colours."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType


def drawn(parts: Iterable[RenderableType], width: int = 100) -> str:
    """The lines of a page, without the air at their ends."""
    console = Console(file=StringIO(), width=width, highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        for part in parts:
            console.print(part, end="")
    return "\n".join(line.rstrip() for line in captured.get().splitlines())
