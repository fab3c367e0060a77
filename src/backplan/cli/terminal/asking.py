"""Asking at the terminal: one question at a time, until its answer can be used. Interview and log both ask here."""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

import typer

from backplan.cli.terminal import dates, environment, output
from backplan.errors import UsageError, nearest
from backplan.model.condition_words import near
from backplan.render.safe import line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

T = TypeVar("T")


class GoBack(Exception):  # noqa: N818 - no error: the person's wish
    """The person wants to go back one section."""


_back: ContextVar[bool] = ContextVar("back", default=False)


@contextmanager
def going_back() -> Iterator[None]:
    """Let `back` be typed at any question, which raises GoBack."""
    token = _back.set(True)
    try:
        yield
    finally:
        _back.reset(token)


Word = TypeVar("Word", bound=str)


def prompt(text: str, default: str | None = None) -> str:
    """One line of answer."""
    shown = f" [{default}]" if default else ""
    while True:
        try:
            value = typer.prompt(output.fit_to_ask(f"{text}{shown}"), default=default or "", show_default=False)
        except UnicodeDecodeError:
            output.say("  That could not be read; please type it again.")
        else:
            if _back.get() and str(value).strip().lower() == "back":
                raise GoBack
            return line(str(value))


def until_right(text: str, default: str | None, read: Callable[[str], T]) -> T:
    """Ask one question until its answer can be used; only this question is asked again."""
    while True:
        try:
            return read(prompt(text, default))
        except UsageError as error:
            output.say(f"  {error}")


def score(text: str) -> int:
    """A whole number from 0 to 10."""
    return until_right(f"{text} (0-10)", None, whole(0, 10))


def score_or_skip(text: str) -> int | None:
    """A whole number from 0 to 10; None when the question is skipped."""
    return until_right(f"{text} (Enter to skip)", None, or_skip(whole(0, 10)))


def ability(activity: str) -> int | None:
    """How well the person can do something they named; None when the question is skipped."""
    return score_or_skip(f"{activity}: 0 cannot, 10 as before")


def choice_or_skip(text: str, *choices: Word) -> Word | None:
    """One of some words; None when the question is skipped."""
    return until_right(f"{text} ({', '.join(choices)}; Enter to skip)", None, or_skip(one_of(*choices)))


def word_or_skip(text: str) -> str:
    """A few words of the person's own, or none."""
    return prompt(f"{text} (Enter to skip)")


# -- how an answer is read; each raises UsageError ------------------------------------------------------------------


_MOST_DIGITS = 9  # of any number that is asked for; Python itself reads no more than 4,300


def number(text: str) -> int | None:
    """The whole number that a text is; None where it is none that could be meant."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def whole(low: int, high: int) -> Callable[[str], int]:
    """A whole number within bounds."""

    def read(text: str) -> int:
        if (found := number(text)) is not None and low <= found <= high:
            return found
        raise UsageError(f"Please answer with a whole number from {low} to {high}.")

    return read


def or_skip(read: Callable[[str], T]) -> Callable[[str], T | None]:
    """Read an answer as another reader does, or take Enter for none."""
    return lambda text: read(text) if text else None


def yes(text: str) -> bool:
    """Whether the answer is yes."""
    if text.lower() in ("y", "yes", "yeah", "yep"):
        return True
    if text.lower() in ("n", "no", "nope", "none"):
        return False
    raise UsageError("Please answer y or n.")


def past(text: str) -> str:
    """A date that is not in the future, as ISO text; of a whole month or year its first day."""
    return _past(text, late=False)


def past_late(text: str) -> str:
    """A date that is not in the future, as ISO text; of a whole month or year its last day, where later is safer."""
    return _past(text, late=True)


def _past(text: str, *, late: bool) -> str:
    try:
        found = dates.past_day(text, "That", late=late)
    except dates.EitherWayError as error:
        found = _which(*error.readings)
    if found.isoformat() != text.strip():
        output.say(f"  That is {in_words(found)}.")
    return found.isoformat()


def _which(*readings: date) -> date:
    """Which of two readings of a date is meant; the one that is still to come is none."""
    today = environment.today()
    if len(gone := [each for each in readings if each <= today]) == 1:
        return gone[0]
    said = [in_words(each) for each in readings]
    place = until_right(f"Is that 1. {said[0]}, or 2. {said[1]}? (1 or 2)", None, whole(1, 2))
    return dates.past_day(readings[place - 1].isoformat(), "That")


def in_words(day: date) -> str:
    """A day as it is spoken: 2 November 2026."""
    return f"{day.day} {day:%B} {day.year}"


_SPOKEN = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60,
    "quarter of an hour": 15, "a quarter of an hour": 15, "half an hour": 30, "half hour": 30,
    "three quarters of an hour": 45, "an hour": 60, "hour": 60, "an hour and a half": 90,
}  # fmt: skip
_MINUTES = re.compile(r"(?P<many>.+?)\s*(?P<unit>minutes?|mins?|m|hours?|h)\.?")


def minutes(low: int, high: int) -> Callable[[str], int]:
    """Minutes within bounds, as people say them: 15, 15 minutes, half an hour, 1 hour, five."""

    def read(text: str) -> int:
        word = text.strip().lower()
        found = _MINUTES.fullmatch(word)
        many = found["many"] if found and word not in _SPOKEN else word
        number_of = _SPOKEN.get(many, number(many))
        by = 60 if found and found["unit"][0] == "h" and word not in _SPOKEN else 1
        if number_of is not None and low <= number_of * by <= high:
            return number_of * by
        raise UsageError(f"Please answer with minutes from {low} to {high}, like 15, or half an hour.")

    return read


def one_of(*choices: Word) -> Callable[[str], Word]:
    """One of some words."""

    def read(text: str) -> Word:
        found = next((choice for choice in choices if choice == text.lower()), None)
        if found is None:
            raise UsageError(f"Please answer with one of: {', '.join(choices)}{nearest(text, choices)}.")
        return found

    return read


def numbers(ids: list[str], *, typed: bool = False) -> Callable[[str], list[str]]:
    """Numbers of a printed list, or ids, with commas or spaces; Enter or `none` for none, or `none` alone, typed. Where
    some are not on the list the others stand, and those alone are asked again.
    """
    kept: list[str] = []

    def read(text: str) -> list[str]:
        if typed and not text:
            raise UsageError("Please type the numbers, or the word none if you have none of these.")
        words = [] if text.lower() in ("", "none", "no", "n", "0") else text.replace(",", " ").split()
        found: list[str] = []
        wrong: list[str] = []
        for word in words:
            if (place := number(word)) is not None and 1 <= place <= len(ids):
                found.append(ids[place - 1])
            elif word in ids:
                found.append(word)
            else:
                wrong.append(f"{word} is not on the list{near(word, ids)}")
        if wrong:
            kept.extend(found)
            held = f" Kept: {', '.join(dict.fromkeys(kept))}." if kept else ""
            raise UsageError(f"{'; '.join(wrong)}; give numbers from 1 to {len(ids)}, or none.{held}")
        return list(dict.fromkeys([*kept, *found]))

    return read


def pick(ids: list[str], texts: list[str], question: str, default: list[str], *, typed: bool = False) -> list[str]:
    """Some of a printed list; ``typed`` where none must be typed, not just Enter."""
    for place, text in enumerate(texts, 1):
        output.say(f"  {place:2d}. {text}")
    shown = ", ".join(default) or (None if typed else "none")
    return until_right(question, shown, numbers(ids, typed=typed))
