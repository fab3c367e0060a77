"""Exercises by name: which exercise a word of the person's stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.errors import UsageError, did_you_mean
from backplan.model.diary import NamesSpokenOf
from backplan.model.medicine_words import tells_of_medicine
from backplan.model.week import monday

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.exercise import Exercise
    from backplan.model.naming import Names


def exercise_named(text: str, workspace: Workspace) -> Exercise:
    """The exercise of an id, a name or another name. Raises UsageError with near names, or those it could be."""
    return _the_one(text, workspace.names, workspace)


MANY = 3  # exercises left out, over which it may be shorter to say what was done


def named_in(entries: Iterable[LogEntry], workspace: Workspace) -> NamesSpokenOf:
    """The names of the exercises that entries of the diary speak of, by id, those of today's library; and of a session
    of which more was left out than done, what was done.
    """
    entries = list(entries)
    alone = _done_alone(entries, workspace)
    spoken_of = {key for entry in entries for key in (*entry.not_in_full, *entry.hurt, *(entry.loads or {}))}
    spoken_of.update(*alone.values())
    names = {each.id: each.name for each in workspace.exercises if each.id in spoken_of} if spoken_of else {}
    return NamesSpokenOf(names, alone)


def _done_alone(entries: Sequence[LogEntry], workspace: Workspace) -> Mapping[tuple[date, frozenset[str]], list[str]]:
    """What was done of sessions of which more was left out, by their day and what was left out."""
    found: dict[tuple[date, frozenset[str]], list[str]] = {}
    few = [entry for entry in entries if entry.kind == "session" and len(entry.left_out) > MANY]
    if not few or not workspace.begun:
        return found
    with workspace.opened() as store:
        weeks = {starts: store.weeks.of(starts) for starts in {monday(entry.planned) for entry in few}}
    for entry in few:
        day = (week := weeks[monday(entry.planned)]) and week.day(entry.planned)
        held = dict.fromkeys(item.exercise for block in day.blocks() for item in block.items) if day else {}
        done = [key for key in held if key not in entry.left_out]
        if done and len(done) < len(entry.left_out) and held.keys() >= {*entry.left_out}:
            found[entry.planned, frozenset(entry.left_out)] = done
    return found


def held_named(text: str, held: Collection[str], workspace: Workspace) -> Exercise:
    """The one of some exercises that a name stands for, in short, too: of a session with a wall push-up, push-ups. Any
    other exercise of that name where none of them is meant. Raises UsageError.
    """
    meant = workspace.names.meant(text, held)
    if len(meant) > 1:
        raise which_of(text, meant)
    return exercise_named(meant[0] if meant else text, workspace)


def which_of(text: str, ids: Iterable[str]) -> UsageError:
    """The complaint that words in short may be any of some exercises."""
    return UsageError(f"{' '.join(text.split())} may be {' or '.join(ids)}; write the id of the one you mean")


def is_of_one(text: str, workspace: Workspace) -> bool:
    """Whether words are a name of one exercise, and of no other."""
    return len(workspace.names.exactly(text) or workspace.names.named(text)) == 1


def ours_named(text: str, workspace: Workspace) -> Exercise:
    """An exercise of our own library, hidden or not, by its id or a name. Raises UsageError as exercise_named does."""
    from backplan.model.naming import Names

    return _the_one(text, Names(workspace.ours.exercises), workspace)


def _the_one(text: str, names: Names, workspace: Workspace) -> Exercise:
    from backplan.model.naming import ambiguous

    found = names.exactly(text)
    if not found and (why_hidden := hidden(text, workspace)):
        raise UsageError(why_hidden)
    found = found or names.named(text)
    if not found:
        raise UsageError(_nothing_called(text, names))
    if len(found) > 1:
        raise UsageError(ambiguous(" ".join(text.split()), found))
    return found[0]


def left_out_as_a_kind(kind: str | None, names: Names) -> list[Exercise]:
    """The exercises of a kind of which none is given while the back heals; none of any other kind."""
    of_kind = [each for each in names.exercises if kind and each.modality == kind]
    return of_kind if all(each.status == "excluded" or each.impact == "high" for each in of_kind) else []


def hidden(word: str, workspace: Workspace) -> str:
    """That an exercise of ours is hidden, where it is; nothing where there is none of that name."""
    from backplan.model.naming import Names

    if not workspace.has_own:
        return ""
    shown = {each.id for each in workspace.exercises}
    found = Names(workspace.ours.exercises).named(word)
    if len(found) == 1 and found[0].id not in shown:
        return f"you have hidden {found[0].name}; `backplan library show-again {found[0].id}` brings it back"
    return ""


def _nothing_called(text: str, names: Names) -> str:
    """That no exercise is called so, with the nearest ones, where to look, and how one that is not ours comes in."""
    from backplan.model.naming import NOT_OURS

    written = " ".join(text.split())
    word = written.lower()
    if not word:
        return "say which exercise, like bird-dog; `backplan library` lists them"
    if kind := names.kind_named(word):
        if left_out_as_a_kind(kind, names):
            return f"{word} is a kind of exercise of which none is given while the back heals"
        return f"{word} is a kind of exercise; `backplan library --modality {kind}` lists those of it"
    if near := names.in_its_place(word):
        return f"there is no {written} here; near it, and gentle, is {' or '.join(near)}{NOT_OURS}"
    if tells_of_medicine(word):
        return "that is no exercise; `backplan library` lists them"
    hint = did_you_mean(names.near(word))
    looks = f"`backplan library search {word}` looks for it"
    return f"there is no exercise {written}{hint}; {looks}{'' if hint else NOT_OURS}"
