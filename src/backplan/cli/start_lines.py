"""A session line by line and without a clock, for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.actions.guided.guide import back
from backplan.cli import start_answers
from backplan.cli.start_answers import WORDS, Cards, Reached, hurt, pressed
from backplan.cli.terminal import asking, output
from backplan.patterns import on_first_use
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
    return Reached(back(guide) if key == "b" else pressed(guide, key))


_of_keys = asking.one_of("n", "s", "h", "b", "q")


def _key_of(text: str) -> str:
    """The key that a word or a sentence stands for: what hurts comes before what was done. Raises UsageError."""
    plain = _NO_PAIN.sub("", text.lower()).strip(" .,!")
    hurts = _HURTS.search(plain) is not None
    return "h" if hurts else _of_keys(_KEYS.get(plain, plain))


_NO_PAIN = on_first_use(r"\b(?:no|without|not any) pain\b|\b(?:did|does)(?: not|n['’]?t) (?:hurt|ache)\b")
_HURTS = on_first_use(
    r"\b(?:hurts?|hurting|pains?|painful|sharp|stab\w*|aches?|aching|sore|awful|twinges?|too (?:hard|much|heavy))\b"
)


def _or_words(read: Callable[[str], str]) -> Callable[[str], str]:
    """A reader of keys that knows words which may tell of a sign."""
    return lambda text: WORDS if may_alarm(text) else read(text)


_KEYS = {
    "": "n",
    "y": "n",
    "yes": "n",
    "done": "n",
    "d": "n",
    "yes done": "n",
    "all done": "n",
    "did it": "n",
    "ok": "n",
    "okay": "n",
    "next": "n",
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
