"""A session line by line and without a clock, for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.actions.guided.guide import back, with_outcome
from backplan.cli import start_answers
from backplan.cli.start_answers import WORDS, Cards, Reached, hurt, pressed
from backplan.cli.terminal import asking, output
from backplan.errors import UsageError
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
    key = asking.until_right("Done?", None, _or_words(_key_of))
    if key == WORDS:
        return Reached(guide, "words")
    if key == "h":
        return hurt(place, guide, cards, _chosen)
    if key == "q":
        return Reached(guide, "stopped")
    if key == "l":
        return Reached(with_outcome(guide, "less"))
    return Reached(back(guide) if key == "b" else pressed(guide, key))


_of_keys = asking.one_of("n", "l", "s", "h", "b", "q")
_KEYS = {"done": "n", "less": "l", "skip": "s", "hurts": "h", "back": "b", "quit": "q"}
_NO = ("n", "no", "nope")


def _key_of(text: str) -> str:
    """The key that a word or a sentence stands for. Raises UsageError."""
    if text.lower().strip(" .!") in _NO:
        return "s"
    from backplan.cli.sentences.of_exercise import of_exercise

    word = of_exercise(text) if text.lower() not in ("l", "s", "h", "b", "q") else None
    if word is None:
        try:
            return _of_keys(text)
        except UsageError:
            raise UsageError(words.PLAIN_KEYS) from None
    return _KEYS[word]


def _or_words(read: Callable[[str], str]) -> Callable[[str], str]:
    """A reader of keys that knows words which may tell of a sign."""
    return lambda text: WORDS if may_alarm(text) else read(text)


NOTHING_HURTS = ("b", "back", "never mind", "nothing", "none", "no", "go on")


def _chosen(choices: Sequence[words.Answer]) -> str:
    output.lines(f"{each.key}: {each.felt}; then {each.then}." for each in choices)
    output.say(words.GO_ON)
    return asking.until_right("What is it like?", None, _or_words(_likeness([each.key for each in choices])))


def _likeness(keys: Sequence[str]) -> Callable[[str], str]:
    """A reader of what it is like: a key, or words that mean one; nothing to go on as before."""

    def read(text: str) -> str:
        from backplan.cli.sentences.of_exercise import what_it_is_like

        plain = text.lower().strip(" .!")
        if plain in NOTHING_HURTS:
            return ""
        if plain.startswith("easier") and words.EASIER in keys:
            return words.EASIER
        if (key := plain if plain in keys else what_it_is_like(plain)) is None:
            raise UsageError(f"Please answer with one of: {', '.join(keys)}. {words.IF_UNSURE}")
        return key

    return read
