"""Exercises by name: which exercise a word of the person's stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from backplan.errors import UsageError, nearest
from backplan.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from backplan.actions.workspace import Workspace
    from backplan.model.exercise import Exercise


def exercise_named(text: str, workspace: Workspace) -> Exercise:
    """The exercise of an id, a name or another name. Raises UsageError with near names, or those it could be."""
    return _the_one(text, workspace.exercises, workspace)


def ours_named(text: str, workspace: Workspace) -> Exercise:
    """An exercise of our own library, hidden or not, by its id or a name. Raises UsageError as exercise_named does."""
    return _the_one(text, workspace.ours.exercises, workspace)


def _the_one(text: str, among: Iterable[Exercise], workspace: Workspace) -> Exercise:
    from backplan.model.naming import ambiguous, by_word, named

    word, known = " ".join(text.lower().split()), by_word(among)
    found = named(word, known)
    if not found:
        raise UsageError(_hidden(word, workspace) or _nothing_called(word, known))
    if len(found) > 1:
        raise UsageError(ambiguous(text, found))
    return found[0]


def _hidden(word: str, workspace: Workspace) -> str:
    """That an exercise of ours is hidden, where it is; nothing where there is none of that name."""
    from backplan.model.naming import by_word, named

    for each in named(word, by_word(workspace.ours.exercises))[:1]:
        return f"you have hidden {each.name}; `backplan library show-again {each.id}` brings it back"
    return ""


def _nothing_called(word: str, known: Mapping[str, Sequence[Exercise]]) -> str:
    """That no exercise is called so, with the nearest ones and where to look."""
    if not word:
        return "say which exercise, like bird-dog; `backplan library` lists them"
    kind = word.replace(" ", "-")
    if kind in get_args(Modality):
        return f"{word} is a kind of exercise; `backplan library --modality {kind}` lists those of it"
    from backplan.model.naming import near_words

    near = nearest(word, near_words(known))
    return f"there is no exercise {word}{near}; `backplan library search {word}` looks for it"
