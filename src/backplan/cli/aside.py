"""What is said in words at a question that asks something else: it is kept, and what may tell of a sign is asked about
as soon as the questions are over.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from backplan.cli.terminal import asking, options, spoken
from backplan.errors import BackplanError, UsageError
from backplan.model.diary import LogEntry
from backplan.model.wording import spaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from backplan.actions.workspace import Workspace

T = TypeVar("T")

KEPT = "That is kept as a word for yourself."
KEPT_AND_ASKED = "That is kept, and asked about in a moment."
SEVERAL = 2  # words that tell something besides what was asked


class Aside:
    """What is said aside at the questions of a sitting, in its order, and the entries of the diary that hold for now
    what of it may tell of a sign: it is on record before anything else is asked.
    """

    def __init__(self, place: Workspace, on: date | None = None) -> None:
        self.place, self.on = place, on or place.today
        self.words: dict[str, None] = {}
        self.ahead: dict[str, int] = {}

    def keep(self, text: str) -> None:
        """Keep what is said aside."""
        self.words[text] = None
        self.keep_ahead(text)

    def keep_ahead(self, *texts: str | None) -> None:
        """Put those words that may tell of a sign on record, until they are noted with what else is said."""
        from backplan.actions.log import record
        from backplan.planner.diary.health_words import may_alarm

        alarming = [each for each in texts if each and each not in self.ahead and may_alarm(each)]
        if not alarming or not self._stands():
            return
        with suppress(BackplanError):  # what cannot be written now is told when all is noted
            written = record(self.place, self._entries(alarming)).entries
            self.ahead |= {text: each.id for text, each in zip(alarming, written, strict=True) if each.id is not None}

    def taken(self, entries: Iterable[LogEntry]) -> list[int]:
        """The numbers of the entries ahead whose words others hold now; what these do not hold stands as it is."""
        held = spaced("; ".join(filter(None, (each for one in entries for each in (one.note, one.why, one.exercise)))))
        numbers = [number for text, number in self.ahead.items() if spaced(options.short(text) or "") in held]
        self.words.clear()
        self.ahead.clear()
        return numbers

    def entries(self) -> list[LogEntry]:
        """What was said aside, each by itself."""
        return self._entries(self.words)

    def note_unasked(self) -> None:
        """Note what is not on record yet, where the questions are broken off."""
        from backplan.actions.log import record

        left = self._entries(each for each in self.words if each not in self.ahead)
        with suppress(BackplanError):  # what broke the questions off is told
            if left and self._stands():
                record(self.place, left)
        self.words.clear()

    def _stands(self) -> bool:
        """Whether there is anybody on record, whom no other window has taken away."""
        from backplan.actions.answers import refuse_taken_away

        with suppress(BackplanError):
            refuse_taken_away(self.place)
            return self.place.begun
        return False

    def _entries(self, texts: Iterable[str]) -> list[LogEntry]:
        return [LogEntry(self.on, "pain", pain=_pain_in(text), note=options.short(text)) for text in texts]


@contextmanager
def kept(aside: Aside) -> Iterator[None]:
    """Note what was kept aside all the same, where the questions are broken off."""
    try:
        yield
    except BaseException:
        aside.note_unasked()
        raise


def hearing(aside: Aside) -> AbstractContextManager[None]:
    """Keep what is said aside at any question asked meanwhile: what an answer cannot be used for, and the whole of one
    that may tell of a sign, or says more than its number.
    """
    return asking.hearing(lambda text, read: _read(aside, text, read))


def _read(aside: Aside, text: str, read: Callable[[str], T]) -> T:
    from backplan.planner.diary.despair_words import ASKED, HELP
    from backplan.planner.diary.health_words import may_alarm

    try:
        found = read(text)
    except UsageError as fault:
        if len(re.findall(r"[^\W\d_]{2,}", text)) < SEVERAL and not may_alarm(text):
            raise
        aside.keep(text)
        answer = answer_to(text)
        raise UsageError(answer if answer in (HELP, ASKED) else f"{answer} {fault}") from None
    if may_alarm(text) or _tells_more(text, found):
        aside.keep(text)
    return found


def _tells_more(text: str, found: object) -> bool:
    """Whether an answer that was taken for a number, or for some, says something beside it: 4 and my foot gives way."""
    from backplan.cli.sentences.figures import NUMBER
    from backplan.cli.sentences.numbers import Numbers

    if isinstance(found, Numbers):
        return found.tells_more
    if isinstance(found, str):  # a word that was asked for holds its number already
        return found != text and _pain_in(text) is not None
    taken = isinstance(found, int) and not isinstance(found, bool)
    return taken and re.search(rf"\b{NUMBER}\b", text.lower()) is not None and not spoken.numbers_of_ten(text)


def _pain_in(text: str) -> int | None:
    """The number that ends words on what hurts, which is how much: my knee hurts, 7; None where there is none."""
    from backplan.cli.sentences.figures import NUMBER
    from backplan.cli.terminal.freely import tens_within
    from backplan.model.felt_words import HURTING

    numbers = tens_within(text)
    behind = rf"(?i).*\b(?:{HURTING}|pains?)\b.*(?<![-.,\d])\b{NUMBER}(?: ?/ ?10| out of (?:10|ten))?[ .!]*"
    return numbers[0] if len(numbers) == 1 and re.fullmatch(behind, text) else None


def answer_to(text: str) -> str:
    """What is said at once to words that are kept aside."""
    from backplan.planner.diary.despair_words import word_of_help
    from backplan.planner.diary.health_words import may_alarm

    if words := word_of_help([text]):
        return words
    return KEPT_AND_ASKED if may_alarm(text) else KEPT


@contextmanager
def noted(place: Workspace) -> Iterator[None]:
    """Note what is said aside meanwhile, each by itself, and ask about it then; where the questions are broken off it
    is noted all the same, and waits for its answer. Raises the stop it brings.
    """
    aside = Aside(place)
    with kept(aside):
        with hearing(aside):
            yield
        if not aside.words:
            return
        from backplan.actions.answers import refuse_taken_away
        from backplan.cli import log_command

        refuse_taken_away(place)
        entries = log_command.with_leg(place, aside.entries())
        log_command.record_and_say(place, entries, place.today, aside=aside, as_json=False)
