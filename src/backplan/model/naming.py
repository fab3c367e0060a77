"""Naming: which exercise a word stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from backplan.model.exercise import Exercise


def by_word(exercises: Iterable[Exercise]) -> dict[str, list[Exercise]]:
    """The exercises that each id, name and other name stands for, in small letters; an id stands for its own exercise
    alone.
    """
    found: dict[str, list[Exercise]] = {}
    for exercise in (each := tuple(exercises)):
        for word in {exercise.name.lower(), *(other.lower() for other in exercise.also)}:
            found.setdefault(word, []).append(exercise)
    return found | {exercise.id: [exercise] for exercise in each}


def named(word: str, known: Mapping[str, Sequence[Exercise]]) -> Sequence[Exercise]:
    """The exercises of an id or a name, however it is spaced or joined, in whatever letters, one or several of it; one,
    if all is well.
    """
    plain = " ".join(word.lower().split())
    exact = known.get(plain) or known.get(plain.replace(" ", "-"))
    alike = (each for key, several in known.items() if _bare(key) == _bare(plain) for each in several)
    return exact or tuple({each.id: each for each in alike}.values())


def _bare(name: str) -> tuple[str, ...]:
    """The words of a name without what joins them, and without the last letter of a plural."""
    return tuple(word.removesuffix("s") for word in name.replace("-", " ").replace("'", "").split())


def near_words(known: Mapping[str, Sequence[Exercise]]) -> list[str]:
    """The words to offer for a mistyped one: names that are an id with spaces are offered as the id alone."""
    ids = {each.id for several in known.values() for each in several}
    return [word for word in known if word in ids or word.replace(" ", "-") not in ids]


def ambiguous(word: str, found: Sequence[Exercise]) -> str:
    """The complaint that a name stands for more than one exercise, and how to choose."""
    return f"{word} is the name of {' and of '.join(each.id for each in found)}; write the id of the one you mean"
