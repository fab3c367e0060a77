"""What hurt, by a note of the person's: an exercise that is named as painful, and what could come in its place."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from backplan.errors import SafetyStop
from backplan.model.week import monday

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.exercise import Exercise
    from backplan.model.naming import Names
    from backplan.store.store import Store

LONGEST_NAME = 8  # words
SHORTEST_TAIL = 4  # letters of a last word that stands for the whole name: plank

_CLAUSES = re.compile(r"[.;,!?\n]|\b(?:but|though|while|whereas)\b", re.IGNORECASE)
_HURT = re.compile(
    r"\b(?:hurt(?:s|ing)?|painful|sore|ach(?:e|es|ed|ing)|pain (?:in|during|with|from|after|while|when|doing|on))\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:not|no|never|nothing|none|neither|nor|without|less|hardly|barely|scarcely|longer|stopped|used to|free|if|"
    r"cannot|(?:did|does|do|was|is|were|has|have|had|could|would|should|wo)nt)\b|n['’]t\b",
    re.IGNORECASE,
)


class Hurt(NamedTuple):
    """An exercise that hurt, whether another could take its place, and the easier one that could, if one is among
    them.
    """

    exercise: Exercise
    replaced: bool
    easier: Exercise | None


def hurt(workspace: Workspace, entries: Sequence[LogEntry]) -> tuple[Hurt, ...]:
    """The exercises of this week that notes tell of as painful; none under a stop."""
    clauses = [clause for entry in entries for text in (entry.note, entry.why) if text for clause in _painful(text)]
    if not clauses:
        return ()
    with workspace.opened() as store, suppress(SafetyStop):
        return tuple(_told(workspace, store, clauses))
    return ()


def _painful(text: str) -> Iterator[str]:
    """The clauses of a note that tell of pain, and do not take it back."""
    for clause in _CLAUSES.split(text):
        if _HURT.search(clause) and not _TAKEN_BACK.search(clause):
            yield clause


def _told(workspace: Workspace, store: Store, clauses: Sequence[str]) -> Iterator[Hurt]:
    from backplan.actions import on_record
    from backplan.actions.person import screened
    from backplan.actions.selection import selection
    from backplan.planner.choice.programme import in_place_of

    person, week = screened(workspace, store), store.week(monday(workspace.today))
    held = {key for day in week.days for key in day.exercises} | set(week.programme.values()) if week else set()
    found = [each for each in workspace.exercises if each.id in held]
    meant = dict.fromkeys(key for clause in clauses for key in _named(clause, found, workspace.names))
    if not meant or week is None:
        return
    judged = selection(workspace, store, on_record.read(store, person, workspace.today))
    for exercise in (each for each in found if each.id in meant):
        others = in_place_of(exercise.id, judged, week.programme)
        easier = next((each for each in others if each.id == exercise.regression), None)
        yield Hurt(exercise, bool(others) or exercise.id not in week.programme.values(), easier)


def _named(clause: str, held: Sequence[Exercise], names: Names) -> Iterator[str]:
    """The ids of the exercises held that a clause names: by any name, or by a last word that only one of them has."""
    from backplan.model.name_words import words_of

    words, ids = clause.split(), {each.id for each in held}
    for size in range(min(LONGEST_NAME, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            found = [each.id for each in names.named(" ".join(words[at : at + size])) if each.id in ids]
            if len(found) == 1:
                yield found[0]
                yield from _named(" ".join([*words[:at], "|", *words[at + size :]]), held, names)
                return
    said = set(words_of(clause))
    for tail in said & {words_of(each.name)[-1] for each in held}:
        ending = [each.id for each in held if words_of(each.name)[-1] == tail]
        if len(ending) == 1 and len(tail) >= SHORTEST_TAIL:
            yield ending[0]
