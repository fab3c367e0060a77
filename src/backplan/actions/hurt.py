"""What hurt, by a note of the person's: an exercise that is named as painful, and what could come in its place."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from backplan.errors import SafetyStop
from backplan.model.name_words import words_of
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
# Words that stand for no exercise by themselves: what one does anyway, and parts of the body.
_PLAIN = frozenset((
    "stand", "walk", "walking", "step", "turn", "reach", "rest", "arm", "back", "calf", "elbow", "feet", "foot", "hand",
    "head", "heel", "hip", "knee", "leg", "neck", "shoulder", "side", "thigh", "toe", "wrist",
))  # fmt: skip
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
    them; or one that the week does not hold, with those of the week that may have been meant.
    """

    exercise: Exercise
    replaced: bool
    easier: Exercise | None
    held: bool = True
    meant: tuple[Exercise, ...] = ()


def hurt(workspace: Workspace, entries: Sequence[LogEntry]) -> tuple[Hurt, ...]:
    """The exercises that notes tell of as painful; none under a stop."""
    clauses = [clause for entry in entries for text in (entry.note, entry.why) if text for clause in _painful(text)]
    if not clauses:
        return ()
    with workspace.opened() as store, suppress(SafetyStop):
        return tuple(_hurt_named(workspace, store, clauses))
    return ()


def _painful(text: str) -> Iterator[str]:
    """The clauses of a note that tell of pain, and do not take it back."""
    from backplan.planner.diary.sign_words import CLAUSE

    for clause in CLAUSE.split(text):
        if _HURT.search(clause) and not _TAKEN_BACK.search(clause):
            yield clause


def _hurt_named(workspace: Workspace, store: Store, clauses: Sequence[str]) -> Iterator[Hurt]:
    from backplan.actions import on_record
    from backplan.actions.person import screened
    from backplan.actions.selection import selection
    from backplan.planner.choice.programme import in_place_of

    person, week = screened(workspace, store), store.weeks.of(monday(workspace.today))
    held = {key for day in week.days for key in day.exercises} | set(week.programme.values()) if week else set()
    found = [each for each in workspace.exercises if each.id in held]
    meant = dict.fromkeys(key for clause in clauses for key in _named(clause, found, workspace.names))
    if week is None:
        return
    beside = dict(pair for clause in clauses for pair in _beside(clause, found, workspace.names))
    yield from (
        Hurt(each, replaced=False, easier=None, held=False, meant=tuple(_near(each, beside[each.id], found)))
        for each in workspace.exercises
        if each.id in beside
    )
    if not meant:
        return
    judged = selection(workspace, store, on_record.read(store, person, workspace.today))
    for exercise in (each for each in found if each.id in meant):
        others = in_place_of(exercise.id, judged, week.programme)
        easier = next((each for each in others if each.id == exercise.regression), None)
        yield Hurt(exercise, bool(others) or exercise.id not in week.programme.values(), easier)


def _named(clause: str, held: Sequence[Exercise], names: Names) -> Iterator[str]:
    """The ids of the exercises held that a clause names: by any name, or by some of the words of one, as plank."""
    words, ids = clause.split(), {each.id for each in held}
    for size in range(min(LONGEST_NAME, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            said = " ".join(words[at : at + size])
            known = names.named(said) if size > 1 else names.exactly(said)  # late is no lat stretch
            found = {each.id for each in known} & ids or _in_short(said, held)
            another = size > 1 and not found and names.exactly(said)  # a glute bridge is no side bridge
            if another or len(found) == 1:
                yield from found
                yield from _named(" ".join([*words[:at], "|", *words[at + size :]]), held, names)
                return


def _beside(clause: str, held: Sequence[Exercise], names: Names) -> Iterator[tuple[str, str]]:
    """The id of the exercise that a clause names whole, in two words or more, and these words, where it names none that
    is held.
    """
    words = clause.split()
    if any(_named(clause, held, names)):
        return
    for size in range(min(LONGEST_NAME, len(words)), 1, -1):
        for at in range(len(words) - size + 1):
            said = " ".join(words[at : at + size])
            if len(known := names.exactly(said)) == 1:
                yield known[0].id, said
                return


def _near(named: Exercise, said: str, held: Sequence[Exercise]) -> Iterator[Exercise]:
    """The exercises held that may be meant by the words for one which is not: a name of the one has all the words of
    the other's.
    """
    names = [{*words_of(name)} for name in (said, named.name, *named.also)]
    for each in held:
        others = [{*words_of(name)} for name in (each.name, *each.also)]
        if any(len(mine & other) > 1 and (mine <= other or other <= mine) for mine in names for other in others):
            yield each


def _in_short(said: str, held: Sequence[Exercise]) -> set[str]:
    """The ids of the exercises held that have a name of these words and others beside, which ends as they do."""
    words = words_of(said)
    if not words or len(words[-1]) < SHORTEST_TAIL or len(words) != len(said.split()) or {*words} <= _PLAIN:
        return set()
    return {each.id for each in held if _is_short_for(words, [words_of(name) for name in (each.name, *each.also)])}


def _is_short_for(words: tuple[str, ...], names: Sequence[tuple[str, ...]]) -> bool:
    """Whether words are a name in short; one word, that of the first name, or of two names."""
    ending = [name for name in names if set(words) <= set(name) and name[-1] == words[-1]]
    return bool(ending) if len(words) > 1 else names[0] in ending or len(ending) > 1
