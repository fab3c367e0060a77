"""What is said in words at a question that asks something else: it is kept, and what may tell of a sign is asked about
as soon as the questions are over.
"""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from backplan.cli.sentences.figures import NUMBER
from backplan.cli.sentences.numbers import Numbers
from backplan.cli.terminal import asking, options, spoken
from backplan.errors import UsageError
from backplan.model.diary import LogEntry
from backplan.planner.diary.despair_words import HELP, tells_of_despair
from backplan.planner.diary.health_words import may_alarm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from backplan.actions.workspace import Workspace

T = TypeVar("T")

KEPT = "That is kept as a word for yourself."
KEPT_AND_ASKED = "That is kept, and asked about in a moment."
SEVERAL = 2  # words that tell something besides what was asked


@contextmanager
def kept() -> Iterator[dict[str, None]]:
    """What is said aside at any question asked meanwhile, in its order: what an answer cannot be used for, and the
    whole of one that may tell of a sign, or says more than its number.
    """
    aside: dict[str, None] = {}
    with asking.hearing(lambda text, read: _read(aside, text, read)):
        yield aside


def _read(aside: dict[str, None], text: str, read: Callable[[str], T]) -> T:
    try:
        found = read(text)
    except UsageError as fault:
        if len(re.findall(r"[^\W\d_]{2,}", text)) < SEVERAL and not may_alarm(text):
            raise
        aside[text] = None
        raise UsageError(_answer(text, fault)) from None
    if may_alarm(text) or _tells_more(text, found):
        aside[text] = None
    return found


def _tells_more(text: str, found: object) -> bool:
    """Whether an answer that was taken for a number, or for some, says something beside it: 4 and my foot gives way."""
    if isinstance(found, Numbers):
        return found.tells_more
    taken = isinstance(found, int) and not isinstance(found, bool)
    return taken and re.search(rf"\b{NUMBER}\b", text.lower()) is not None and not spoken.numbers_of_ten(text)


def _answer(text: str, fault: UsageError) -> str:
    if tells_of_despair(text):
        return HELP
    return f"{KEPT_AND_ASKED if may_alarm(text) else KEPT} {fault}"


@contextmanager
def noted(place: Workspace) -> Iterator[None]:
    """Note what is said aside meanwhile, each by itself, and ask about it then; where the questions are broken off it
    is noted all the same, and waits for its answer. Raises the stop it brings.
    """
    with kept() as aside:
        try:
            yield
        except BaseException:
            _note_unasked(place, aside)
            raise
    if aside:
        _note(place, aside)


def _note_unasked(place: Workspace, aside: Iterable[str]) -> None:
    from backplan.actions.answers import refuse_taken_away
    from backplan.actions.log import record
    from backplan.errors import BackplanError

    with suppress(BackplanError):  # what broke the questions off is told
        if entries := _entries(place, aside):
            refuse_taken_away(place)
            record(place, entries)


def _note(place: Workspace, aside: Iterable[str]) -> None:
    """Note some words, with how far down the leg it goes where they tell of that, and ask about them."""
    from backplan.actions.answers import refuse_taken_away
    from backplan.cli import log_command

    refuse_taken_away(place)
    try:
        entries = log_command.with_leg(place, _entries(place, aside))
    except BaseException:
        _note_unasked(place, aside)
        raise
    log_command.record_and_say(place, entries, place.today, as_json=False)


def _entries(place: Workspace, aside: Iterable[str]) -> list[LogEntry]:
    return [LogEntry(place.today, "pain", note=options.short(text)) for text in aside]
