"""What keys and answers make of a session that is gone through, on a screen and line by line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from backplan.actions.guided import begun, session
from backplan.actions.guided import guide as guided
from backplan.errors import UsageError
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from backplan.actions.guided.guide import Guide
    from backplan.actions.guided.session import Easier
    from backplan.actions.workspace import Workspace
    from backplan.model.card import ExerciseCard
    from backplan.render.start import Answer

Cards = dict[str, "ExerciseCard"]  # how exercises are done, by their ids

SELDOM = 15.0  # seconds of going on after which it is kept where that stands

# on: it goes on; gone: the terminal is; held: another window noted what stops the person; words: they may tell of a
# sign
Ending = Literal["on", "over", "stopped", "leg", "help", "gone", "held", "words"]
WORDS = "words"  # instead of a key, what may tell of a sign


class Reached(NamedTuple):
    """Where a session stands, and whether, or why, it ends there."""

    guide: Guide
    why: Ending = "on"


def gone_through(place: Workspace, guide: Guide, moment: Callable[[Guide], Reached]) -> Reached:
    """A session, moment after moment, to its end or until it is left; where it stands is kept all the way."""
    reached = Reached(guide)
    while reached.why == "on" and not reached.guide.over:
        before, reached = reached.guide, moment(reached.guide)
        if _stands(reached.guide) != _stands(before):
            begun.keep(place, reached.guide)
            if reached.why == "on" and not reached.guide.over and session.held_meanwhile(place):
                reached = reached._replace(why="held")
    return reached._replace(why="over") if reached.why == "on" else reached


def _stands(guide: Guide) -> tuple[object, ...]:
    """What of a session is worth keeping at once; its seconds now and then."""
    return guide.became, guide.at, guide.phase, guide.gone // SELDOM, guide.halved, guide.replaced


def hurt(place: Workspace, guide: Guide, cards: Cards, chosen: Callable[[Sequence[Answer]], str]) -> Reached:
    """What is done where something hurts, by the key of the answer that is ``chosen``; how an easier exercise is done
    comes to the cards.
    """
    from backplan.render import start as words

    offer = session.easier(place, guide.turn)
    if offer is not None:
        cards.setdefault(offer.turn.item.exercise, offer.card)
    return _felt(guide, chosen(words.answers(offer.turn if offer else None)), offer)


def pressed(guide: Guide, key: str) -> Guide:
    """What a key makes of a session: space, Enter, d, n, l, b, s and +; all others nothing."""
    if key == "enter":  # on to what comes next: of what waits, its beginning; what has hardly begun is not done
        return pressed(guide, " ") if guide.waits else guide if guide.just_begun else pressed(guide, "d")
    if key == " ":
        return guided.at_once(guide) if guide.waits and not guide.paused else guided.paused(guide)
    moves = {"b": guided.back, "+": guided.longer, "=": guided.longer}
    if key in moves:
        return moves[key](guide)
    if key in _OUTCOMES:
        return guided.with_outcome(guide, _OUTCOMES[key])
    return guide


_OUTCOMES: Mapping[str, guided.Outcome] = {"d": "done", "n": "done", "s": "skipped", "l": "less"}
_KEYS = {"done": "d", "less": "l", "skip": "s", "hurts": "h", "back": "b", "quit": "q"}


def key_of(text: str) -> str | None:
    """The key that a word or a sentence about an exercise stands for; None for others."""
    if text.lower().strip(" .!") in _NO:
        return "s"
    from backplan.cli.sentences.of_exercise import of_exercise

    word = of_exercise(text)
    return _KEYS[word] if word else None


_NO = ("n", "no", "nope")


def key_on_screen(guide: Guide, text: str) -> str:
    """The key that words stand for where there is a clock, too. Raises UsageError."""
    from backplan.cli.sentences.of_exercise import of_clock
    from backplan.render.start import SAY

    clock = {"longer": "+", "wait": "" if guide.paused else " ", "go": "enter" if guide.waits else None}
    key = clock.get(of_clock(text) or "")
    if key is None and (key := key_of(text)) is None:
        raise UsageError(SAY)
    return key


def or_words(read: Callable[[str], str]) -> Callable[[str], str]:
    """A reader of keys that knows words which may tell of a sign."""
    from backplan.planner.diary.health_words import may_alarm

    return lambda text: WORDS if may_alarm(text) else read(text)


NOTHING_HURTS = ("b", "back", "never mind", "nothing", "none", "no", "go on")


def likeness(keys: Sequence[str]) -> Callable[[str], str]:
    """A reader of what it is like: a key, or words that mean one; nothing to go on as before."""

    def read(text: str) -> str:
        from backplan.cli.sentences.of_exercise import what_it_is_like
        from backplan.render import start as words

        plain = text.lower().strip(" .!")
        if plain in NOTHING_HURTS:
            return ""
        if plain.startswith("easier") and words.EASIER in keys:
            return words.EASIER
        if (key := plain if plain in keys else what_it_is_like(plain)) is None:
            raise UsageError(f"Please answer with one of: {', '.join(keys)}. {words.IF_UNSURE}")
        return key

    return read


def _felt(guide: Guide, answer: str, offer: Easier | None) -> Reached:
    """What follows from an answer; the session goes on where there was none."""
    from backplan.render.start import EASIER

    if answer == "2":
        return Reached(guided.half_left(guide))
    if answer == "5":  # that the exercise did it, nobody said
        return Reached(guided.with_outcome(guide, "skipped"), "help")
    if answer == WORDS:
        return Reached(guided.with_outcome(guide, "skipped"), "words")
    if answer in ("3", "4"):
        return Reached(guided.with_outcome(guide, "hurt"), "leg" if answer == "4" else "on")
    if answer == EASIER and offer is not None:
        return Reached(guided.instead(guide, offer.turn))
    return Reached(guide)
