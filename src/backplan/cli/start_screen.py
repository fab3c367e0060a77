"""A session on a screen of its own: its keys, its clock, and what is drawn."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from backplan.actions.library import figure_named
from backplan.cli import start_answers
from backplan.cli.start_answers import Cards, Reached, hurt, pressed
from backplan.cli.terminal import keys, killed, output

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.text import Text

    from backplan.actions.guided.guide import Guide
    from backplan.actions.guided.session import GuidedSession
    from backplan.actions.guided.turns import Turn
    from backplan.actions.workspace import Workspace
    from backplan.figures.pose import Figure
    from backplan.render.page import Page
    from backplan.render.start import Answer, GuidedPage

FRAME = 0.25  # seconds between two drawings
SOONEST = 0.04  # seconds at least between two, whatever keys are pressed
STEPS = 8  # pictures from the start of a movement to its end
SLEPT = 1.0  # seconds at most that pass between two drawings: a machine that slept did no exercise


def gone_through(place: Workspace, found: GuidedSession, *, bell: bool) -> Reached:
    """Go through a session, to its end or until it is left; the terminal is as it was afterwards."""
    with killed.in_order(), keys.pressed(forgets=True) as key, output.full_screen() as draw:
        screen = _Screen(place, dict(found.cards), key, draw, bell=bell)
        return start_answers.gone_through(place, found.guide, screen.moment)


class _Screen:
    """The screen of a session, its keys and its clock."""

    def __init__(
        self,
        place: Workspace,
        cards: Cards,
        key: Callable[[float | None], str],
        draw: Callable[[Callable[[Page], Sequence[Text]]], None],
        *,
        bell: bool,
    ) -> None:
        self.place, self.cards, self.key, self.draw, self.bell = place, cards, key, draw, bell
        self.last, self.shown = time.monotonic(), 0.0
        self.figures: dict[str, Figure | None] = {}
        self.drawn: dict[tuple[str, float, int, int], Sequence[Text]] = {}

    def moment(self, guide: Guide) -> Reached:
        """One drawing, and what time and a key make of it."""
        from backplan.actions.guided.guide import passed
        from backplan.render import start as words

        key = self._pressed(lambda page: words.screen(guide, self._for(page)), None if guide.paused else FRAME)
        later = passed(guide, min(self._since(), SLEPT))
        if self.bell and (later.at, later.phase) != (guide.at, guide.phase):
            output.ring()
        return self._answered(later, key) if key and not later.over else Reached(later)

    def _since(self) -> float:
        """Seconds since this was last asked."""
        last, self.last = self.last, time.monotonic()
        return self.last - last

    def _answered(self, guide: Guide, key: str) -> Reached:
        """What a key makes of it."""
        from backplan.actions.guided.guide import at_once

        if key in ("q", "esc"):
            return Reached(guide, "stopped")
        if key == "end":
            return Reached(guide, "gone")
        if key == "n" and guide.now.kind == "ready":  # what has not begun is not done
            return Reached(at_once(guide))
        if key == "n" and guide.hardly_begun:  # nor what is passed over
            return Reached(pressed(guide, "s"))
        return self._hurts(guide) if key == "h" else Reached(pressed(guide, key))

    def _hurts(self, guide: Guide) -> Reached:
        """Ask what it is like, and do what is done then; meanwhile no time passes."""
        reached = hurt(self.place, guide, self.cards, lambda choices: self._chosen(guide, choices))
        self._since()
        return reached

    def _chosen(self, guide: Guide, choices: Sequence[Answer]) -> str:
        """The key of the answer that was picked, beginning at the careful one; nothing where none was."""
        from backplan.render.start import CAREFUL

        picks = [each.key for each in choices]
        at = picks.index(CAREFUL)
        while True:
            key = self._asked(guide, choices, at)
            at = {"up": max(0, at - 1), "down": min(len(choices) - 1, at + 1)}.get(key, at)
            if key in picks or key in ("enter", "esc", "end", "q"):
                return picks[at] if key == "enter" else key if key in picks else ""

    def _asked(self, guide: Guide, choices: Sequence[Answer], at: int) -> str:
        """The question what it is like, with one answer under the cursor, and the key that is pressed then."""
        from backplan.render import start as words

        return self._pressed(lambda page: words.hurts(guide, choices, at, self._for(page)), None)

    def _pressed(self, rows: Callable[[Page], Sequence[Text]], wait: float | None) -> str:
        """The key that is pressed within some seconds of a drawing (None: whenever it is); what would be drawn too soon
        after another, as with a key held down, is drawn a little later, or not if a key comes first.
        """
        soon = self.shown + SOONEST - time.monotonic()
        if soon > 0 and (key := self.key(soon)):
            return key
        self.shown = time.monotonic()
        self.draw(rows)
        return self.key(wait)

    def _for(self, page: Page) -> GuidedPage:
        from backplan.render.start import GuidedPage

        return GuidedPage(page, self.cards, self._picture)

    def _picture(self, turn: Turn, extent: float, width: int, height: int) -> Sequence[Text]:
        """The figure of a turn, or that there is none; nothing where none can be shown."""
        from backplan.render import figure

        if not output.can_show(figure.LETTERS):
            return ()
        key = turn.item.exercise
        if key not in self.figures:
            self.figures[key] = figure_named(key, self.place)
        drawn = self.figures[key]
        if drawn is None:
            return figure.none(width)
        moment = 0.0 if drawn.still else round(extent * STEPS) / STEPS
        wanted = (key, moment, min(width, figure.WIDE), height)
        if wanted not in self.drawn:
            self.drawn[wanted] = figure.picture(drawn, moment, wanted[2], height)
        return self.drawn[wanted]
