"""Asking at the terminal: one question at a time, until its answer can be used. Interview and log both ask here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import typer

from backplan.cli.terminal import dates, output
from backplan.errors import UsageError, nearest
from backplan.model.condition_words import near

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
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
            return str(value).strip()


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
    if text.lower() in ("y", "yes"):
        return True
    if text.lower() in ("n", "no"):
        return False
    raise UsageError("Please answer y or n.")


def past(text: str) -> str:
    """A date that is not in the future, as ISO text."""
    return dates.past_day(text, "That").isoformat()


def one_of(*choices: Word) -> Callable[[str], Word]:
    """One of some words."""

    def read(text: str) -> Word:
        found = next((choice for choice in choices if choice == text.lower()), None)
        if found is None:
            raise UsageError(f"Please answer with one of: {', '.join(choices)}{nearest(text, choices)}.")
        return found

    return read


def numbers(ids: list[str]) -> Callable[[str], list[str]]:
    """Numbers of a printed list, or ids, with commas or spaces; Enter or `none` for none."""

    def read(text: str) -> list[str]:
        words = [] if text.lower() in ("", "none", "no", "n", "0") else text.replace(",", " ").split()
        found = []
        for word in words:
            if (place := number(word)) is not None and 1 <= place <= len(ids):
                found.append(ids[place - 1])
            elif word in ids:
                found.append(word)
            else:
                raise UsageError(
                    f"{word} is not on the list{near(word, ids)}; give numbers from 1 to {len(ids)}, or none."
                )
        return list(dict.fromkeys(found))

    return read


def pick(ids: list[str], texts: list[str], question: str, default: list[str]) -> list[str]:
    """Some of a printed list."""
    for place, text in enumerate(texts, 1):
        output.say(f"  {place:2d}. {text}")
    return until_right(question, ", ".join(default) or "none", numbers(ids))
