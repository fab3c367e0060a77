"""The library: which exercises fit some words, which a search finds, and everything about one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from backplan.errors import StoreError, UsageError, did_you_mean
from backplan.model.condition_words import near
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backplan.actions.workspace import Workspace
    from backplan.figures.pose import Figure
    from backplan.library.figures import Drawing
    from backplan.library.search import Found
    from backplan.model.exercise import Exercise
    from backplan.model.prescription import Prescribed
    from backplan.model.vocabulary import Tag

Wanted = Mapping[str, str]  # what to narrow by (block, area, condition ...): the word that is asked for


class Narrowed(NamedTuple):
    """The exercises that fit all of what is wanted; where none does, how many would without one part of it."""

    exercises: tuple[Exercise, ...]
    without: Mapping[str, int]


def narrowed(exercises: Sequence[Exercise], wanted: Wanted) -> Narrowed:
    """The exercises that fit all of what is wanted. Raises UsageError with every word that none of them has."""
    _check_words(wanted, exercises)
    found = tuple(exercise for exercise in exercises if fits(exercise, wanted))
    return Narrowed(found, {} if found else {key: _without(key, exercises, wanted) for key in wanted})


def _without(key: str, exercises: Sequence[Exercise], wanted: Wanted) -> int:
    rest = {other: word for other, word in wanted.items() if other != key}
    return sum(fits(exercise, rest) for exercise in exercises)


def fits(exercise: Exercise, wanted: Wanted) -> bool:
    """Whether an exercise fits all of what is wanted."""
    return all(
        _unbarred(exercise, word) if key == "condition" else word in _values(exercise, key)
        for key, word in wanted.items()
    )


def _values(exercise: Exercise, key: str) -> tuple[str, ...]:
    value = getattr(exercise, "areas" if key == "area" else key)
    return (value,) if isinstance(value, str) else tuple(value)


def _unbarred(exercise: Exercise, tag: str) -> bool:
    """Whether no exclusion rule leaves an exercise out because of a tag, by its marks or by how it moves."""
    from backplan.planner.choice import barring

    return barring.why_left_out(exercise, _tag(tag)) is None


def _tag(word: str) -> Tag:
    from backplan.planner.choice.barring import TAGS

    return next(tag for tag in TAGS if tag == word)


def _check_words(wanted: Wanted, exercises: Sequence[Exercise]) -> None:
    """A word that no exercise carries is a mistake, not an empty list. Raises UsageError with all of them."""
    from backplan.planner.choice.barring import TAGS

    faults = []
    for key, word in wanted.items():
        choices = TAGS if key == "condition" else sorted({v for exercise in exercises for v in _values(exercise, key)})
        if word not in choices:
            faults.append(
                f"--{key} {word}: no exercise has that{near(word, choices)}; choose from {', '.join(choices)}"
            )
    if faults:
        raise UsageError("\n".join(faults))


def search(text: str, workspace: Workspace) -> Found:
    """The exercises that words find, the best match first. Raises UsageError when there are none; one that is hidden is
    told as hidden.
    """
    from backplan.actions.exercises import hidden

    if not text.strip():
        raise UsageError("say what to look for, like `backplan library search knee`")
    found = _named_first(workspace.shelves.search(text), workspace.names.named(text))
    if not found.exercises:
        near = did_you_mean(workspace.names.near(text))
        nothing = f"nothing found for {text}{near}; `backplan library` lists everything"
        raise UsageError(hidden(text, workspace) or nothing)
    return found


def _named_first(found: Found, named: Sequence[Exercise]) -> Found:
    """What a search found with what the whole text is a name of before all else, as every other command takes it."""
    if not named:
        return found
    called = {each.id for each in named}
    rest = (each for each in found.exercises if found.every_word and each.id not in called)
    return found._replace(exercises=(*named, *rest), every_word=True, meant=found.meant if found.every_word else None)


def prescribed(exercise: Exercise, workspace: Workspace) -> list[Prescribed]:
    """What is prescribed of an exercise; nothing where that cannot be read, as the library is there for everybody."""
    from backplan.actions.prescription import stored
    from backplan.model.prescription import in_force

    try:
        items = in_force(stored(workspace), workspace.today).items
    except StoreError:
        return []
    return [item for item in items if item.concerns(exercise)]


def figure_of(exercise: Exercise, workspace: Workspace) -> Figure | None:
    """What an exercise looks like; None for a person's own that bring no picture, and for what nobody is given."""
    from backplan.library.figures import figure

    return figure(exercise, workspace.cache)


def drawing(
    exercise: Exercise, workspace: Workspace, width: int, draw: Callable[[Figure, int], Drawing]
) -> Drawing | None:
    """An exercise as it is drawn in so many columns, kept from then on; None where it has no figure."""
    from backplan.library import figures

    return figures.drawing(exercise, workspace.cache, width, draw)


def figure_named(key: str, workspace: Workspace) -> Figure | None:
    """What the exercise of an id looks like; None where there is no such exercise, or no picture of it."""
    found = workspace.library.by_id().get(key)
    return figure_of(found, workspace) if found else None
