"""A session line by line and without a clock, for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli import start_answers
from backplan.cli.start_answers import WORDS, Cards, Reached, hurt, key_of, likeness, or_words, pressed
from backplan.cli.terminal import asking, output
from backplan.errors import UsageError
from backplan.render import start as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.guided.guide import Guide
    from backplan.actions.guided.session import GuidedSession
    from backplan.actions.workspace import Workspace


def gone_through(place: Workspace, found: GuidedSession) -> Reached:
    """Go through a session, to its end or until it is left."""
    cards: Cards = dict(found.cards)
    output.lines(words.before_lines())
    return start_answers.gone_through(place, found.guide, lambda guide: _moment(place, guide, cards))


def _moment(place: Workspace, guide: Guide, cards: Cards) -> Reached:
    """One exercise, and what is answered to it."""
    output.lines(words.lines(guide, cards))
    key = asking.until_right("Done?", None, or_words(_key_of))
    if key == WORDS:
        return Reached(guide, "words")
    if key == "h":
        return hurt(place, guide, cards, _chosen)
    if key == "q":
        return Reached(guide, "stopped")
    return Reached(pressed(guide, key))


_of_keys = asking.one_of("l", "s", "h", "b", "q")


def _key_of(text: str) -> str:
    """The key that a word or a sentence stands for. Raises UsageError."""
    try:
        return _of_keys(text)
    except UsageError:
        if (key := key_of(text)) is None:
            raise UsageError(words.PLAIN_KEYS) from None
        return key


def _chosen(choices: Sequence[words.Answer]) -> str:
    output.lines(f"{each.key}: {each.felt}; then {each.then}." for each in choices)
    output.say(words.GO_ON)
    return asking.until_right("What is it like?", None, or_words(likeness([each.key for each in choices])))
