"""Naming: which exercise, or kind of exercise, a word stands for, however it is written. The one place for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from backplan.errors import did_you_mean
from backplan.model.exercise import Exercise
from backplan.model.name_words import (
    SAID_BY,
    SORT,
    beside_position,
    folded,
    head_of,
    in_any_order,
    in_full,
    joined,
    parted,
    positioned,
    root,
    roots_of,
    squeezed,
    telling,
    words_of,
)
from backplan.model.thing_words import held_on_to

Key = TypeVar("Key")
NOT_OURS = (
    "; one that we do not have comes in by `backplan library add --name 'its name' --steps 'first this; then that'`, "
    "or by `backplan library add FILE`"
)
FAMILIES: dict[str, tuple[str, ...]] = {  # the plan's own words for several kinds
    **dict.fromkeys(
        ("core", "core exercise", "core exercises", "core work"),
        ("motor-control", "back", "abdominal", "hip", "lateral"),
    ),
    **dict.fromkeys(
        ("stretching", "stretch", "stretches", "stretching exercise", "stretching exercises"),
        ("basic-stretch", "back-stretch"),
    ),
    **dict.fromkeys(
        ("strength", "strengthening", "strength exercise", "strength exercises", "strength work"), ("lower", "upper")
    ),
    **dict.fromkeys(("water", "pool", "in the water"), ("water-exercise", "water-walk", "swimming")),
    **dict.fromkeys(("aerobic", "aerobic exercise", "aerobics", "cardio"), ("walking", "cycling")),
}
# Names that people and clinics have for more than one of ours: taken for none of them in silence.
EITHER = {
    "press up": ("push-up", "prone-press-up"),
    "half press up": ("knee-push-up", "prone-on-elbows"),
    **dict.fromkeys(("knee to chest", "ktc", "knee hug"), ("single-knee-to-chest", "double-knee-to-chest")),
    **dict.fromkeys(
        ("ql stretch", "quadratus lumborum stretch"),
        ("seated-side-bend", "standing-side-reach", "childs-pose-side-reach"),
    ),
    "hip flexor stretch": ("standing-hip-flexor-stretch", "half-kneeling-hip-flexor-stretch"),
    "calf stretch": ("calf-stretch-straight-knee", "calf-stretch-bent-knee"),
    **dict.fromkeys(
        ("back extension", "lumbar extension"), ("standing-back-bend", "prone-on-elbows", "prone-press-up")
    ),
    "prone push up": ("push-up", "prone-press-up"),
    "psoas stretch": ("standing-hip-flexor-stretch", "half-kneeling-hip-flexor-stretch"),
    **dict.fromkeys(
        ("adductor stretch", "inner thigh stretch", "groin stretch"),
        ("standing-inner-thigh-stretch", "lying-butterfly-stretch"),
    ),
    **dict.fromkeys(
        ("nerve slider", "neural slider", "sciatic slider", "sciatic glide", "sciatic floss"),
        ("seated-sciatic-nerve-slider", "lying-sciatic-nerve-slider"),
    ),
    "hip abduction": ("side-lying-leg-raise", "standing-side-leg-raise"),
    "hip extension": ("prone-hip-extension", "standing-hip-extension"),
    "pelvic rock": ("pelvic-tilt", "seated-pelvic-rock"),
    "wall slide": ("wall-angel", "wall-sit"),
    "squat": ("mini-squat", "box-squat"),
    "lunge": ("split-squat", "low-lunge"),
    "deadlift": ("romanian-deadlift-light", "kettlebell-deadlift-raised"),
    "row": ("seated-band-row", "rowing-machine"),
    **dict.fromkeys(
        ("exercise bike", "stationary bike", "stationary cycling", "static bike", "gym bike"),
        ("upright-bike-easy", "recumbent-bike-easy"),
    ),
    **dict.fromkeys(
        ("mcgill big three", "mcgill three", "big three"), ("modified-curl-up", "side-bridge-knees", "bird-dog")
    ),
    "thoracic extension": ("chair-upper-back-extension", "foam-roller-upper-back"),
    "upright bike": ("upright-bike-easy", "upright-bike-moderate"),
    **dict.fromkeys(("recumbent bike", "recumbent cycling"), ("recumbent-bike-easy", "recumbent-bike-moderate")),
    **dict.fromkeys(("elliptical", "elliptical trainer", "cross trainer"), ("elliptical-easy", "elliptical-steady")),
}
# What clinics and classes ask for and we have none of, and what is near it and gentle in its place.
NONE_OF_OURS = {
    **dict.fromkeys(
        ("slr", "aslr", "straight leg raise", "active straight leg raise", "lying leg raise"),
        ("heel-slide", "lying-march", "seated-leg-straightening"),
    ),
    **dict.fromkeys(
        (
            "swiss ball squat",
            "ball squat",
            "ball wall squat",
            "stability ball squat",
            "gym ball squat",
            "wall slide squat",
            "wall squat slide",
        ),
        ("wall-sit", "mini-squat"),
    ),
    **dict.fromkeys(
        ("static quads", "static quadriceps", "quad sets", "quads set", "inner range quads", "irq"),
        ("seated-leg-straightening", "seated-knee-extension"),
    ),
    "fire hydrant": ("clamshell", "side-lying-leg-raise"),
    **dict.fromkeys(
        ("rolling like a ball", "rolling ball", "rolling back", "open leg rocker"),
        ("double-knee-to-chest", "lying-knee-rolls"),
    ),
}
# Kinds of exercise, as people call them.
KNOWN_AS = {
    "gyrotonic": "gyrotonic-style",
    **dict.fromkeys(
        (
            "walk",
            "daily walk",
            "walk outside",
            "walking outside",
            "walk outdoors",
            "walking outdoors",
            "outdoor walk",
            "walk on the flat",
            "walking on the flat",
        ),
        "walking",
    ),
    "swim": "swimming",
    **dict.fromkeys(("bike ride", "cycle", "bike", "biking"), "cycling"),
}
MOST_LOOKED_FOR = 20  # wrong names for which near ones are looked for
MOST = 3  # near names that are told
NEAR = 0.62  # how alike two names are when the one is told for the other; 1 is the same
LONGEST = 80  # letters; nobody calls an exercise by more
OTHER, LONGER = 0.05, 0.05  # less for another name than the first, and for each word that was not asked for
WHOLE = 0.82  # how alike two whole names are, joined, when the one is a slip in writing the other
PLAINLY = 0.9  # the same, where nobody need be asked
SLIP = 0.75  # how alike two words are when the one is a slip in writing the other
JOINED = 8  # words of a name in which two are tried as one
ROOT = 4  # letters that words of one root share at least: bridging, bridge

_EITHER = {"".join(roots_of(words_of(name))): keys for name, keys in EITHER.items()}
_NEAR_IT = {"".join(roots_of(words_of(name))): keys for name, keys in NONE_OF_OURS.items()}


class Names:
    """What exercises are called, worked out once: ids, names and other names, and the kinds of exercise."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self.exercises = tuple(exercises)
        self._ids = {each.id: each for each in self.exercises}
        self._asked: dict[str, list[str]] = {}

    @cached_property
    def _written(self) -> dict[str, list[Exercise]]:
        return _shelved((" ".join(name.lower().split()), each) for each in self.exercises for name in _called(each))

    @cached_property
    def _folded_ids(self) -> dict[str, list[Exercise]]:
        return _shelved((folded(each.id), each) for each in self.exercises)

    @cached_property
    def _folded(self) -> dict[str, list[Exercise]]:
        return _shelved((folded(name), each) for each in self.exercises for name in (each.id, *_called(each)))

    @cached_property
    def _loose(self) -> dict[str, list[Exercise]]:
        """The exercises by the roots of their names' words, in whatever order."""
        pairs = ((roots_of(words_of(name)), each) for each in self.exercises for name in (each.id, *_called(each)))
        return _shelved((in_any_order(roots), each) for roots, each in pairs)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kinds of exercise, by how they are compared."""
        modalities = {each.modality: each.modality for each in self.exercises}
        also = {name: kind for name, kind in KNOWN_AS.items() if kind in modalities}
        return {folded(name): kind for name, kind in (also | modalities).items()}

    def kind_named(self, word: str) -> str | None:
        """The kind of exercise that a word stands for, a walk as walking; None for any other."""
        return self.kinds.get(folded(word)) or self.kinds.get("".join(telling(word)))

    def in_its_place(self, word: str) -> list[str]:
        """The ids of what is near and gentle, of an exercise that people ask for and none of these is."""
        roots = "".join(roots_of(words_of(word)))
        return [key for key in _NEAR_IT.get(roots, ()) if key in self._ids]

    def named(self, word: str) -> tuple[Exercise, ...]:
        """The exercises that a word stands for; one, if all is well."""
        return self.exactly(word) or tuple(self._said_otherwise(word))

    def _said_otherwise(self, word: str) -> Sequence[Exercise]:
        """The exercises of a word that is nobody's name as it stands."""
        words = words_of(word)
        placed = words_of(positioned(word))
        for roots in (roots_of(words), roots_of(placed), *map(roots_of, joined(words[:JOINED]))):
            if found := self._loosely(roots):
                return found
        if (full := in_full(word)) != word:
            return self.named(full)
        return self._squeezed.get(squeezed(word)) or self._with_its_own(word) or self._in_its_position(placed)

    def _with_its_own(self, word: str) -> Sequence[Exercise]:
        """The exercises that a word names before it says with what, or where, which is theirs anyway: sit to stand from
        a chair, heel raises at the sink.
        """
        head, beside = parted(word)
        own = held_on_to(beside) if head else frozenset()
        return [each for each in self.named(head) if not own.isdisjoint(each.equipment)] if own else ()

    def _in_its_position(self, words: tuple[str, ...]) -> Sequence[Exercise]:
        """The exercises of some words without the position that they have anyway, or may be done in."""
        for position, said_by in SAID_BY.items():
            bare = " ".join(word for word in words if word != "in" and said_by.isdisjoint(roots_of((word,))))
            found = [each for each in self.exactly(bare) if each.position in (position, "any")]
            if found and bare != " ".join(words):
                return found
        return ()

    @cached_property
    def _squeezed(self) -> dict[str, list[Exercise]]:
        return _shelved((squeezed(name), each) for each in self.exercises for name in (each.id, *_called(each)))

    def exactly(self, word: str) -> tuple[Exercise, ...]:
        """The exercises whose id or name a word is, however joined. An id stands for its own exercise alone."""
        plain, key = " ".join(word.lower().split()), folded(word)
        if plain in self._ids:
            return (self._ids[plain],)
        roots = roots_of(words_of(word))
        either = _EITHER.get("".join(roots)) or _EITHER.get("".join(each for each in roots if each not in SORT), ())
        several = [self._ids[each] for each in either if each in self._ids]
        found = self._written.get(plain) or (several if len(several) > 1 else ())
        return tuple(found or self._folded_ids.get(key) or self._folded.get(key) or ())

    def _loosely(self, roots: tuple[str, ...]) -> Sequence[Exercise]:
        """The exercises of some words in whatever order, without what only says the sort of thing, or the position that
        the exercise has anyway.
        """
        bare = tuple(root for root in roots if root not in SORT)
        for tried in (roots, bare):
            if exact := self._loose.get(in_any_order(tried)):
                return exact
        positions_named = [position for position, words in SAID_BY.items() if not words.isdisjoint(bare)]
        # The one that is left without a position may be another than the one that was meant, or hidden.
        for positions, least in ((positions_named, 1), (SAID_BY, 2)):
            found = [each for position in positions for each in self._at(position, bare)]
            if least <= len(found) <= MOST:
                return found
        return ()

    def _at(self, position: str, roots: Iterable[str]) -> Sequence[Exercise]:
        """The exercises in a position that are called so beside it."""
        rest = beside_position(roots, position)
        return self._placed.get((position, rest), ()) if rest else ()

    @cached_property
    def _placed(self) -> dict[tuple[str, str], list[Exercise]]:
        """The exercises by their position and by the roots of their names' words beside it."""
        pairs = (((each.position, beside_position(roots_of(words_of(name)), each.position)), each)
                 for each in self.exercises for name in (each.id, *_called(each)))  # fmt: skip
        return _shelved(pairs)

    def called(self, name: str) -> tuple[Exercise, ...]:
        """The exercises that have a name, as it is written, in any letters."""
        return tuple(self._written.get(" ".join(name.lower().split()), ()))

    def wish(self, word: str) -> str | None:
        """The kind of exercise, or the id of the one exercise, that a word stands for; None for any other."""
        if kind := self.kinds.get(folded(word)):
            return kind
        found = self.named(word)
        return found[0].id if len(found) == 1 else None

    def wishes(self, word: str) -> tuple[str, ...]:
        """The kinds, or the one exercise, that a word stands for, which may be the plan's own for several kinds;
        nothing where it stands for none.
        """
        one = self.wish(word)
        return (one,) if one else FAMILIES.get(" ".join(word.lower().split()), ())

    def meant(self, word: str, held: Collection[str]) -> list[str]:
        """The ids, of those held, that a word means: the one it is a name of, else those called most like it."""
        found = [each.id for each in self.named(word) if each.id in held]
        return found if len(found) == 1 else Names(each for each in self.exercises if each.id in held).near(word)

    def near(self, word: str) -> list[str]:
        """The ids of the exercises called most like a word, the nearest first; none that is far off, nor any that is
        held back for everybody. Of a file with thousands of wrong names, only the first have theirs looked for.
        """
        if word not in self._asked:
            self._asked[word] = self._near(word[:LONGEST]) if len(self._asked) < MOST_LOOKED_FOR else []
        return self._asked[word]

    def _near(self, word: str) -> list[str]:
        """The exercise that a word names before it says where or with what, else those called most like it."""
        head = head_of(word)
        meant = [each.id for each in self.named(head) if each.id in self._all] if head else []
        return meant[:MOST] or self._nearest(telling(word)) or (self._nearest(telling(head)) if head else [])

    def near_wishes(self, word: str) -> list[str]:
        """As ``near``, slips in writing a kind or an id before all else."""
        if word not in self._asked and len(self._asked) < MOST_LOOKED_FOR and (slips := self.slips(word)):
            self._asked[word] = slips
        return self.near(word)

    def _nearest(self, asked: Sequence[str]) -> list[str]:
        alike = {key: _likeness(asked, names) for key, names in self._all.items()} if asked else {}
        best = max(alike.values(), default=0.0)
        close = [key for key, value in alike.items() if value >= max(NEAR, best - 0.2)]
        return sorted(close, key=lambda key: (-alike[key], len(key)))[:MOST]

    def slips(self, word: str) -> list[str]:
        """The kinds and ids that a word is a slip in writing, of those that are given."""
        given = {kind: kind for key in self._all if (kind := self._ids[key].modality)} | {key: key for key in self._all}
        asked = folded(word)
        alike = {each: _slip(asked, folded(each), WHOLE) for each in given} if asked else {}
        return sorted((each for each, value in alike.items() if value), key=lambda each: -alike[each])[:MOST]

    def kind_slipped(self, word: str) -> str | None:
        """The kind that a word can only be a slip of a letter in writing; None for any other."""
        given = {self._ids[key].modality for key in self._all}
        found = [kind for kind in given if _slip(folded(word), folded(kind), PLAINLY)] if folded(word) else []
        return found[0] if len(found) == 1 else None

    @cached_property
    def _all(self) -> dict[str, list[tuple[str, ...]]]:
        given = (each for each in self.exercises if each.status != "excluded" and each.impact != "high")
        return {each.id: [words_of(name) for name in (each.id, *_called(each))] for each in given}


def _called(exercise: Exercise) -> tuple[str, ...]:
    return (exercise.name, *exercise.also)


def _shelved(pairs: Iterable[tuple[Key, Exercise]]) -> dict[Key, list[Exercise]]:
    found: dict[Key, dict[str, Exercise]] = {}
    for key, exercise in pairs:
        found.setdefault(key, {})[exercise.id] = exercise
    return {key: [*several.values()] for key, several in found.items()}


def _likeness(asked: Sequence[str], names: Iterable[Sequence[str]]) -> float:
    """How like a word is to the names of an exercise: what it is called first, what else it is called after that."""
    alike = [_alike(asked, name) - OTHER * (place > 1) for place, name in enumerate(names)]
    return max(alike, default=0.0)


def _alike(asked: Sequence[str], name: Sequence[str]) -> float:
    """How much of what was asked for a name has, from 0 to 1, a little less for what it has beside."""
    found = [max((_kin(word, other) for other in name), default=0.0) for word in asked]
    beside = LONGER * max(len(name) - len(asked), 0)
    whole = _slip("".join(asked), "".join(name), WHOLE)
    if not all(found) and len(asked) < MOST:
        return whole  # one of a word or two is nowhere in it
    return max(sum(found) / len(asked) - beside, whole)


@lru_cache(maxsize=8192)
def _kin(word: str, other: str) -> float:
    """How alike two words are, from 0 to 1: the same, letters exchanged, of one root, or a slip in writing."""
    if word == other:
        return 1.0
    if word[0] == other[0] and sorted(word) == sorted(other):
        return 0.9
    if root(word) == root(other) and len(root(word)) >= ROOT:
        return 0.9
    return 0.8 * _slip(word, other, SLIP)


def _slip(word: str, other: str, least: float) -> float:
    """How alike the letters of two words are that begin with the same one; 0 for less than the least."""
    if word[0] != other[0] or 2 * min(len(word), len(other)) / (len(word) + len(other)) < least:
        return 0.0  # of so unlike lengths they have too few letters in common
    from difflib import SequenceMatcher

    letters = SequenceMatcher(None, word, other, autojunk=False)
    if letters.quick_ratio() < least:
        return 0.0
    alike = letters.ratio()
    return alike if alike >= least else 0.0


def ambiguous(word: str, found: Sequence[Exercise]) -> str:
    """The complaint that a name stands for more than one exercise, and how to choose."""
    return f"{word} is the name of {' and of '.join(each.id for each in found)}; write the id of the one you mean"


def unknown_wish(word: str, names: Names) -> str:
    """The complaint that a word is neither a kind of exercise nor the name of one, or the name of more than one."""
    found = names.named(word)
    if len(found) > 1:
        return ambiguous(word, found)
    return f"{word} is no exercise and no kind of exercise{did_you_mean(names.near_wishes(word))}"
