"""Open questions: those that a person's own words raised, and that nobody has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from backplan.actions import on_record
from backplan.errors import SafetyStop
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.own_words import in_own_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from backplan.actions.on_record import OnRecord
    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry


# For which words that may tell of something new in the body, and of no sign, are asked about: every fourth week asks
# anyway whether anything is new. Our own inference.
UNLISTED_DAYS = 14


class OpenQuestion(NamedTuple):
    """A question as it is asked again, with the entry whose words raised it, and what it is of: a sign or what may be
    an emergency, a change of health, the leg, or what nobody knows.
    """

    entry: LogEntry
    of: Literal["sign", "health", "leg", "unlisted"]
    sentence: str

    @property
    def holds_today(self) -> bool:
        """Whether nothing is given for today before it is answered."""
        return self.of in ("sign", "health")

    @property
    def words(self) -> tuple[str | None, str | None, str | None]:
        """All words of the entry: its note, why, and its activity."""
        return self.entry.note, self.entry.why, self.entry.exercise


def open_questions(record: OnRecord, cache: Path | None) -> list[OpenQuestion]:
    """The questions that are open, each once though the same words were written again."""
    if not (worded := in_own_words(record.entries)):
        return []
    from backplan.actions.silent_words import tell_of_nothing

    if tell_of_nothing(worded, cache):
        return []
    found: dict[str, OpenQuestion] = {}
    for each in _open(record):
        found.setdefault(each.sentence, each)
    return [*found.values()]


def _open(record: OnRecord) -> Iterator[OpenQuestion]:
    from backplan.planner.diary.signs import health_waiting, signs_waiting, unlisted_waiting
    from backplan.planner.telling.signs_waiting import health_question, question, unlisted_question

    person, entries, today = record.person, record.entries, record.today
    for entry, signs in signs_waiting(person, entries):
        yield OpenQuestion(entry, "sign", question(entry, signs, today))
    for entry, unlisted in unlisted_waiting(person, entries):
        if unlisted == "ask" and (today - entry.on).days > UNLISTED_DAYS:
            continue
        of: Literal["sign", "unlisted"] = "unlisted" if unlisted == "ask" else "sign"
        yield OpenQuestion(entry, of, unlisted_question(entry, unlisted, today))
    health = health_waiting(person, entries)
    legs = [each for each in health if not each.changes]
    for each in (*(each for each in health if each.changes), *legs[-1:]):  # how far it goes now is one question
        yield OpenQuestion(each.entry, "health" if each.changes else "leg", health_question(each, today))


def still_open(workspace: Workspace) -> tuple[str, ...]:
    """The questions that hold today back, to be repeated whatever else is asked for; none under a stop, which says what
    comes first.
    """
    from backplan.actions.person import admitted

    try:
        with admitted(workspace) as (store, person):
            record = on_record.read(store, person, workspace.today)
    except SafetyStop:
        return ()
    return tuple(each.sentence for each in open_questions(record, workspace.cache) if each.holds_today)
