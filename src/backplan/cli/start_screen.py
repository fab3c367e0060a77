"""A session on a screen of its own: its keys, its clock, and what is drawn."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from backplan.actions.library import figure_named
from backplan.cli import start_answers
from backplan.cli.start_answers import WORDS, Cards, Reached, hurt, key_on_screen, likeness, or_words, pressed
from backplan.cli.terminal import asking, keys, killed, output
from backplan.cli.terminal.listed import MOST_SAID
from backplan.errors import UsageError
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.text import Text

    from backplan.actions.guided.guide import Guide
    from backplan.actions.guided.session import GuidedSession
    from backplan.actions.guided.turns import Turn
    from backplan.actions.workspace import Workspace
    from backplan.figures.pose import Figure
    from backplan.render.page import Page
    from backplan.render.start import Answer, GuidedPage, TypedLine

FRAME = 0.25  # seconds between two drawings
SOONEST = 0.04  # seconds at least between two, whatever keys are pressed
STEPS = 8  # pictures from the start of a movement to its end
SLEPT = 1.0  # seconds at most that pass between two drawings: a machine that slept did no exercise
LETTERS = "dnsbhq"  # the keys that are letters
WORDS_OF_KEYS = ("sh", "sn", "sq")  # two of them that a word begins with: sharp, snapped, squat; any other are two keys
AFTER_H = "aeiouy"  # what a word goes on with that the key h may have begun
MOMENT = 0.5  # seconds within which another letter makes a word of one that is a key
SLOWLY = 2.0  # seconds within which a letter that is no key goes on with the one before it


def gone_through(place: Workspace, found: GuidedSession, *, bell: bool) -> Reached:
    """Go through a session, to its end or until it is left; the terminal is as it was afterwards."""
    with killed.in_order(), keys.pressed(forgets=True) as key, output.full_screen() as draw:
        screen = _Screen(place, dict(found.cards), key, draw, bell=bell)
        return start_answers.gone_through(place, found.guide, screen.moment)


class _Letter(NamedTuple):
    """A letter that was taken for a key, when, and where the session stood before it."""

    key: str
    at: float
    guide: Guide


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
        self.unread: list[str] = []  # what was pressed, and looked at, too early
        self.before: _Letter | None = None
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
        """What a key makes of it, or the words that it begins."""
        if letters := self._first_letters(key, LETTERS):
            before = self._before_slowly() if len(letters) == 1 else None
            if before is None:
                return self._in_words(guide, guide, letters)
            return self._in_words(guide, before.guide, before.key + letters)
        if key in LETTERS:
            self.before = _Letter(key, time.monotonic(), guide)
        return self._by_key(guide, key)

    def _first_letters(self, key: str, letters: str) -> str:
        """What words begin with that a letter begins: one that is no key, or that another follows in a moment. Nothing
        where it is a key.
        """
        if len(key) != 1 or not key.isalnum():
            return ""
        if key not in letters:
            return key
        if not key.isalpha():
            return ""
        more = self._next(MOMENT)
        if len(more) == 1 and more.isalpha() and (more not in letters or key + more in WORDS_OF_KEYS):
            return key + more
        if more and more != "enter":  # Enter behind a letter only takes it
            self.unread.append(more)
        return ""

    def _before_slowly(self) -> _Letter | None:
        """The letter just before, taken for a key, which somebody who types slowly may have meant for a word; for one
        word, and not for the next as well.
        """
        before, self.before = self.before, None
        return before if before and time.monotonic() - before.at < SLOWLY else None

    def _in_words(self, now: Guide, guide: Guide, letters: str) -> Reached:
        """What words make of a session, which stands ``now`` where they are given up; meanwhile no time passes."""
        from backplan.render import start as words

        read = or_words(lambda text: key_on_screen(guide, text))
        key = self._worded(lambda shown: words.screen(guide, shown), letters, read)
        self._since()
        if key is None:
            return Reached(now)
        return Reached(guide, "words") if key == WORDS else self._by_key(guide, key)

    def _worded(
        self, rows: Callable[[GuidedPage], Sequence[Text]], letters: str, read: Callable[[str], str]
    ) -> str | None:
        """What words that begin with some letters are read as, typed and read until they can be used; None where they
        are given up.
        """
        from backplan.render.start import TypedLine

        typed, read = TypedLine(letters), asking.read_aloud(read)
        while True:
            key = self._key_of_words(rows, typed)
            if key in ("esc", "end") or (key == "enter" and not typed.text.strip()):
                return None
            if key != "enter":
                typed = typed._replace(text=_edited(typed.text, key))
                continue
            try:
                return read(typed.text)
            except UsageError as fault:
                typed = TypedLine("", str(fault))

    def _key_of_words(self, rows: Callable[[GuidedPage], Sequence[Text]], typed: TypedLine) -> str:
        """The key that is pressed next while words are being typed."""
        return self._pressed(lambda page: rows(self._for(page, typed)), None)

    def _by_key(self, guide: Guide, key: str) -> Reached:
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
            if letters := self._first_letters(key, "".join((*picks, "q"))):
                if (found := self._like_in_words(guide, choices, at, letters)) is not None:
                    return found
                continue
            at = {"up": max(0, at - 1), "down": min(len(choices) - 1, at + 1)}.get(key, at)
            if key in picks or key in ("enter", "esc", "end", "q"):
                return picks[at] if key == "enter" else key if key in picks else ""

    def _like_in_words(self, guide: Guide, choices: Sequence[Answer], at: int, letters: str) -> str | None:
        """What it is like, by words that begin with some letters; None where they are given up."""
        from backplan.render import start as words

        before, read = self._before_slowly(), or_words(likeness([each.key for each in choices]))
        of_it = before is not None and letters[0].lower() in AFTER_H  # hip, hurts; and not: h, my hip
        letters = (before.key if before and of_it else "") + letters
        return self._worded(lambda shown: words.hurts(guide, choices, at, shown), letters, read)

    def _asked(self, guide: Guide, choices: Sequence[Answer], at: int) -> str:
        """The question what it is like, with one answer under the cursor, and the key that is pressed then."""
        from backplan.render import start as words

        return self._pressed(lambda page: words.hurts(guide, choices, at, self._for(page)), None)

    def _pressed(self, rows: Callable[[Page], Sequence[Text]], wait: float | None) -> str:
        """The key that is pressed within some seconds of a drawing (None: whenever it is); what would be drawn too soon
        after another, as with a key held down, is drawn a little later, or not if a key comes first.
        """
        soon = self.shown + SOONEST - time.monotonic()
        if soon > 0 and (key := self._next(soon)):
            return key
        self.shown = time.monotonic()
        self.draw(rows)
        return self._next(wait)

    def _next(self, wait: float | None) -> str:
        """The next key."""
        return self.unread.pop(0) if self.unread else self.key(wait)

    def _for(self, page: Page, typed: TypedLine | None = None) -> GuidedPage:
        from backplan.render.start import GuidedPage

        return GuidedPage(page, self.cards, self._picture, typed)

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


def _edited(text: str, key: str) -> str:
    """Words with what a key does to them."""
    if key == "backspace":
        return text[:-1]
    return (text + key)[:MOST_SAID] if len(key) == 1 and key.isprintable() else text
