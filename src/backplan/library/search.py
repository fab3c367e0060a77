"""Search the exercises by words, typing errors forgiven; the best match first, the words of the steps last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from backplan.library.everyday_words import WAKING, asks_for, called, root, spared
from backplan.model.exercise import Exercise
from backplan.model.name_words import SORT
from backplan.named_tuple import NamedTuple

# How much a word counts by where it stands; what an exercise is called comes before what it is like.
NAME, ALSO, KIND, AREA, STEPS = 10.0, 7.0, 4.0, 3.0, 1.0
BEGINNING, INSIDE = 0.8, 0.5  # of that, for the beginning of a word and for a part of one
SHORTEST_BEGINNING, SHORTEST_PART = 3, 4
RUN_TOGETHER, LONG = 0.9, 4  # birddog is the bird dog
LATER = 0.01  # settles who comes first among equals
CLOSE = 0.75
EMPTY = frozenset((
    "a", "an", "and", "for", "in", "my", "of", "on", "or", "the", "to", "with", "something", "anything", "some", "me",
    "exercise", "exercises", "ones", "muscle", "muscles", "no", "not", "without",
))  # fmt: skip


class Found(NamedTuple):
    """What a search found, best first; ``meant`` are the words it was found by, where they are not those typed."""

    exercises: tuple[Exercise, ...]
    meant: str | None = None
    every_word: bool = True  # every word was found in each of them


class Shelf(NamedTuple):
    """An exercise as searched: how much each of its words counts, the heaviest first, the same for words without the s
    of the plural, and its names run together; ``asks`` are words for what may be asked to be spared of it.
    """

    exercise: Exercise
    words: dict[str, float]
    stems: dict[str, float]
    names: frozenset[str]
    asks: frozenset[str]


class Shelves:
    """Exercises as they are searched; what each is found by is worked out once, and so is the most that each of all
    their words counts.
    """

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self.each = [_shelf(exercise) for exercise in exercises]
        self.words = _weights(self.each)
        self.given = _weights(shelf for shelf in self.each if not _held_back(shelf))  # no other is ever suggested

    def search(self, text: str) -> Found:
        """The exercises that have every word; where there are none, those that have most of them. What is asked to be
        spared ("no kneeling") is in none of them.
        """
        rest, unwanted = spared(text)
        roots = [root(word) for word in unwanted]
        if not roots or not all(any(_has(shelf, start) for shelf in self.each) for start in roots):
            return _searched(text, self)
        given = (shelf for shelf in self.each if not _held_back(shelf))
        left = [shelf.exercise for shelf in given if not any(_has(shelf, start) for start in roots)]
        if not [word for word in _split(rest) if word not in EMPTY]:
            return Found(tuple(exercise for exercise in left if exercise.status == "standard"))
        found, kept = _searched(rest, self), {exercise.id for exercise in left}
        return found._replace(exercises=tuple(each for each in found.exercises if each.id in kept))


def _has(shelf: Shelf, start: str) -> bool:
    """Whether a word that an exercise is written in, or of what it asks for, begins so."""
    return any(word.startswith(start) for word in (*shelf.words, *shelf.asks))


def _searched(text: str, shelves: Shelves) -> Found:
    typed = _asked(text)
    found = _found(typed, [_mended(word, shelves) for word in typed], shelves)
    if found.every_word:
        return found
    # A mistyped word may begin another one ("brid" begins "bridge"): mend what is nobody's whole word.
    again = _found(typed, [_mended(word, shelves, whole=True) for word in typed], shelves)
    return again if again.every_word else found


def _found(typed: Sequence[str], mended: Sequence[str], shelves: Shelves) -> Found:
    words = [_stem(word) for word in mended]
    asked = [(word, _parts(word, shelves.words)) for word in words]
    scored = [(shelf, [_score(*each, shelf) for each in asked]) for shelf in shelves.each]
    wanted = [
        (shelf, scores)
        for shelf, scores in scored
        if (min(scores, default=0) > AREA if _held_back(shelf) else max(scores, default=0) > 0)
    ]
    if not any(all(scores) for _, scores in wanted):
        own = [word for word, typed_word, meant in zip(words, typed, mended, strict=True) if typed_word == meant]
        wanted = [(shelf, scores) for shelf, scores in wanted if _is_near(own, shelf)]
    ranked = [(_hits(scores), _rank(words, scores, shelf), shelf.exercise) for shelf, scores in wanted]
    most = max((hits for hits, *_ in ranked), default=0)
    best = sorted((each for each in ranked if each[0] == most), key=lambda each: -each[1])
    return Found(
        tuple(exercise for *_, exercise in best),
        meant=" ".join(mended) if mended != typed and best else None,
        every_word=most == len(words),
    )


def _weights(shelves: Iterable[Shelf]) -> dict[str, float]:
    """The most that each word of some exercises counts."""
    weights: dict[str, float] = {}
    for shelf in shelves:
        for word, weight in shelf.words.items():
            weights[word] = max(weight, weights.get(word, 0.0))
    return weights


def _is_near(words: Sequence[str], shelf: Shelf) -> bool:
    """Whether an exercise without some of the words asked for is near them: one of them is a whole word of what it is
    called or is like; a word of its steps, a number, a part of a word or one mended is far off, and so is one that only
    says the sort of thing; nor is what waits for later.
    """
    telling = (word for word in words if word.isalpha() and word not in SORT)
    return shelf.exercise.status in ("standard", "prescribed") and any(
        shelf.stems.get(word, 0.0) > STEPS for word in telling
    )


def _held_back(shelf: Shelf) -> bool:
    """Whether no plan gives it, to anybody: it is found by what it is called alone, and by every word of a search."""
    return shelf.exercise.status == "excluded"


def _asked(text: str) -> list[str]:
    """The words of a search; what people say in several words is the one word that exercises have for it."""
    plain = re.sub(r"\b(warm|cool)(?:ing)?[- ](up|down)\b", r"\1\2", text.lower())
    words = _split(re.sub(WAKING, "bed", plain))
    return [word for word in words if word not in EMPTY] or words


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _stem(word: str) -> str:
    """A word without the s of the plural, so that knees finds knee."""
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _shelf(exercise: Exercise) -> Shelf:
    words: dict[str, float] = {}
    for weight, texts in (
        (NAME, (exercise.id, exercise.name)),
        (ALSO, exercise.also),
        (KIND, (exercise.modality, exercise.block)),
        (AREA, (*exercise.areas, *called(exercise))),
        (STEPS, (*exercise.equipment, *exercise.place, *exercise.steps)),
    ):
        for word in _split("\n".join(texts)):
            words.setdefault(word, weight)
    stems: dict[str, float] = {}
    for word, weight in words.items():
        stems.setdefault(_stem(word), weight)
    names = frozenset(_together(name) for name in (exercise.name, exercise.id, *exercise.also))
    return Shelf(exercise, words, stems, names, frozenset(asks_for(exercise)))


def _together(name: str) -> str:
    return "".join(_stem(word) for word in _split(name))


def _rank(words: Sequence[str], scores: Sequence[float], shelf: Shelf) -> float:
    """How well an exercise fits; what is called exactly so comes first, what must wait comes last of its equals."""
    total = 10 * NAME * ("".join(words) in shelf.names) + sum(scores)
    return total if shelf.exercise.status == "standard" else total - LATER


def _hits(scores: Sequence[float]) -> int:
    return sum(score > 0 for score in scores)


def _score(word: str, parts: Mapping[str, float], shelf: Shelf) -> float:
    held = (shelf.words[other] * part for other, part in parts.items() if other in shelf.words)
    together = NAME * RUN_TOGETHER * any(name.startswith(word) for name in shelf.names if len(word) > LONG)
    return max(shelf.stems.get(word, 0.0), together, *held)


def _parts(word: str, every: Iterable[str]) -> dict[str, float]:
    """The words that a word is a part of, with how much of their weight it earns."""
    return {other: part for other in every if (part := _part(word, other))}


def _part(word: str, other: str) -> float:
    """How much of another word's weight a word earns that may be a part of it."""
    if len(word) >= SHORTEST_BEGINNING and other.startswith(word):
        return BEGINNING
    return INSIDE if len(word) >= SHORTEST_PART and word in other else 0.0


def _mended(word: str, shelves: Shelves, *, whole: bool = False) -> str:
    """The word itself if any exercise has it, else the nearest one of what exercises are called or are like."""
    stem = _stem(word)
    parts = {} if whole else _parts(stem, shelves.words)
    if any(stem in shelf.stems if whole else _score(stem, parts, shelf) for shelf in shelves.each):
        return word
    likely = [other for other, weight in shelves.given.items() if weight > STEPS and other[0] == word[0]]
    swapped = [other for other in likely if sorted(other) == sorted(word)]
    near = swapped or get_close_matches(word, likely, n=1, cutoff=CLOSE)
    return near[0] if near else word
