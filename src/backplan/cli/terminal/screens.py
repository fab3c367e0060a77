"""What is longer than a terminal, where no pager is set: a screen after the other, led on by a key."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from backplan.cli.terminal import keys, output

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import RenderableType

    from backplan.render.page import Page
    from backplan.render.today import Leaf

    Screen = Sequence[RenderableType]

ON, BACK, ENOUGH = ("enter", " ", "down"), ("b", "up"), ("q", "esc", "end")


def show(whole: Callable[[Page], Screen], screens: Callable[[Page], Sequence[Leaf]]) -> None:
    """Show all of it where it fits, goes through a pager, or cannot be led on by keys; else screen after screen."""
    from backplan.render.table import rows_of

    page = output.page()
    led = page.height is not None and not page.paged and output.can_move() and sys.stdin.isatty()
    if led and rows_of(whole(page)) >= (page.height or 0):
        with suppress(KeyboardInterrupt):  # a person who has seen enough
            _led(screens(page), page.height or 0)
    else:
        output.show_page(whole)


def _led(found: Sequence[Leaf], height: int) -> None:
    """The screens in turn; the one that is left, or the last, stays in sight."""
    from backplan.render.table import rows_of

    output.asked()
    at = 0
    while True:
        if at:
            output.new_page()
        output.show_page(partial(_screen, found[at].rows))
        if at == len(found) - 1:
            return
        if rows_of(found[at].rows) < height - 1:
            output.say("")
        step = _step(found[at + 1].holds, back=at > 0)
        if not step:
            return
        at += step


def _screen(found: Screen, _: Page) -> Screen:
    return found


def _step(ahead: str, *, back: bool) -> int:
    """Whether somebody goes on to what is ``ahead``, goes back, or has seen enough, which is 0."""
    output.offer([("enter", ahead), *([("b", "back")] if back else []), ("q", "enough")])
    with keys.pressed() as key:
        while True:
            pressed = key(None)
            if pressed in ON or pressed in ENOUGH or (back and pressed in BACK):
                break
    output.taken_away()
    return 1 if pressed in ON else -1 if pressed in BACK else 0
