"""A session line by line and without a clock, for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.actions.guided.guide import back
from backplan.cli import start_answers
from backplan.cli.start_answers import WORDS, Cards, Reached, hurt, pressed
from backplan.cli.terminal import asking, output
from backplan.planner.diary.health_words import may_alarm
from backplan.render import start as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    key = asking.until_right("Done?", None, _or_words(lambda text: _of_keys(_KEYS.get(text, text))))
    if key == WORDS:
        return Reached(guide, "words")
    if key == "h":
        return hurt(place, guide, cards, _chosen)
    if key == "q":
        return Reached(guide, "stopped")
    return Reached(back(guide) if key == "b" else pressed(guide, key))


_of_keys = asking.one_of("n", "s", "h", "b", "q")


def _or_words(read: Callable[[str], str]) -> Callable[[str], str]:
    """A reader of keys that knows words which may tell of a sign."""
    return lambda text: WORDS if may_alarm(text) else read(text)


_KEYS = {
    "": "n",
    "y": "n",
    "yes": "n",
    "done": "n",
    "d": "n",
    "n": "s",
    "no": "s",
    "skip": "s",
    "back": "b",
    "quit": "q",
    "stop": "q",
}


def _chosen(choices: Sequence[words.Answer]) -> str:
    output.lines(f"{each.key}: {each.felt}; then {each.then}." for each in choices)
    return asking.until_right("What is it like?", "1", _or_words(asking.one_of(*[each.key for each in choices])))
