"""The phrases of data/impact_words.yaml, found in lines of plain words.

Phrases are kept by a word they cannot be without, and looked for word by word where that word is met and their other
words stand around it: a list of exercises meets few of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

from backplan.library.impact_words import ImpactWords, Stem
from backplan.named_tuple import NamedTuple

_LISTED = frozenset((
    ",", "and", "or", "even", "brisk", "fast", "slow", "hard", "long", "stairs", "steps", "hills", "uphill", "downhill",
    "up", "down", "the", "a", "for", "bus", "sport", "sports", "dance", "walks", "stair", "tennis", "golf", "football",
    "basketball", "netball", "badminton", "hockey", "rugby", "soccer", "yoga",
))  # fmt: skip


@lru_cache(maxsize=16)
def words_of(line: str) -> frozenset[str]:
    """The words of a plain line."""
    return frozenset(line.split())


def forms(stem: Stem) -> tuple[str, ...]:
    """Every form of a movement's word: run, runs, running and those that follow no rule."""
    word = stem.word
    if word.endswith("ing"):
        return (word, *stem.also)
    doubles = re.fullmatch(r"[^aeiou]*[aeiou][bdgnp]", word)
    root = word + word[-1] if doubles else word.removesuffix("e")
    return (word, f"{word}s", f"{root}ed", f"{root}ing", *stem.also)


Parts = tuple[frozenset[str], ...]
_Phrase = tuple[str, Parts]


def rarest(parts: Parts, usual: frozenset[str]) -> frozenset[str]:
    """The part whose words are met most seldom."""
    return max(parts, key=lambda some: (usual.isdisjoint(some), min(map(len, some))))


def stands(parts: Parts, met: frozenset[str]) -> bool:
    """Whether a phrase of such parts has all of its words among those met."""
    for part in parts:  # noqa: SIM110 (asked tens of thousands of times: a loop takes half the time of any())
        if met.isdisjoint(part):
            return False
    return True


class Piece(NamedTuple):
    """A piece of a phrase: the words that may stand there, or the gap that it is, and how many of them."""

    words: frozenset[str] = frozenset()
    gap: str = ""
    least: int = 1
    most: int = 1
    bridges: bool = True  # a gap that goes on into what "and" or "then" begins

    def holds(self, word: str) -> bool:
        """Whether a word may stand there."""
        if not self.gap:
            return word in self.words
        if not self.bridges and word in _BEGINNING:
            return False
        if self.gap == "LIST":
            return word in _LISTED or (word.endswith("ing") and word.isalpha())
        return word.isalnum() or (word == "," and self.gap == ".......")


_GAPS = {
    "*": Piece(gap="*"),
    "(*)": Piece(gap="*", least=0),
    "...": Piece(gap="...", least=0, most=3),
    ".......": Piece(gap=".......", least=0, most=9),
    "LIST": Piece(gap="LIST", least=0, most=9),
}
_BEGINNING = frozenset(("and", "then"))


def reach(pieces: Sequence[Piece], words: Sequence[str], start: int) -> int:
    """How far a phrase that begins with one of some words reaches; no further than its beginning where it does not."""
    places = {start}
    for piece in pieces:
        reached = set() if piece.least else places
        for _ in range(piece.most):
            places = {at + 1 for at in places if at < len(words) and piece.holds(words[at])}
            if not places:
                break
            reached = reached | places
        if not reached:
            return start
        places = reached
    return max(places)


class _Placed(NamedTuple):
    """The whole words of a line, and where each of them begins, with the space before it; last, where the line ends."""

    words: tuple[str, ...]
    starts: tuple[int, ...]


@lru_cache(maxsize=16)
def _placed(line: str) -> _Placed:
    words, starts, place = line.split(" "), [], -1
    for word in words:
        starts.append(place)
        place += len(word) + 1
    return _Placed(tuple(words[1:-1]), tuple(starts[1:]))  # what no space stands before or behind is no whole word


class Phrases:
    """Some phrases, to be looked for in lines; a word that any word may stand for is none that begins something new
    where they are to stay ``within`` what they began with.
    """

    def __init__(self, written: Sequence[str], compiler: Compiler, *, within: bool = False) -> None:
        self._written = compiler.spread(written)
        self._compiler = compiler
        self._pieces = compiler.pieces_within if within else compiler.pieces

    @cached_property
    def keys(self) -> dict[str, list[_Phrase]]:
        """The phrases by a word that they cannot be without."""
        by: dict[str, list[_Phrase]] = {}
        for phrase in self._written:
            parts = self._compiler.needed(phrase)
            for word in rarest(parts, self._compiler.usual):
                by.setdefault(word, []).append((phrase, parts))
        return by

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self.keys)

    def may_stand(self, met: frozenset[str]) -> bool:
        """Whether one of them has all of its words among those."""
        return any(stands(parts, met) for word in self._keys & met for _, parts in self.keys[word])

    def spans(self, line: str) -> list[tuple[int, int]]:
        """Where they stand in a line, as (start, end), in order."""
        met = words_of(line)
        if self._keys.isdisjoint(met):
            return []
        words, starts = _placed(line)
        return sorted({(starts[at], starts[end]) for some in self._met(met) for at, end in _found(some, words)})

    def search(self, line: str) -> bool:
        """Whether one of them stands in a line."""
        met = words_of(line)
        if self._keys.isdisjoint(met):
            return False
        words = _placed(line).words
        return any(True for some in self._met(met) for _ in _found(some, words))

    def follows(self, line: str, place: int) -> bool:
        """Whether one of them stands right behind a place of a line."""
        words = line[place:].split(" ")[1:-1]
        return any(reach(pieces, words, 0) for some in self._met(frozenset(words)) for pieces in some)

    def without(self, line: str) -> str:
        """The line with all of them blotted out, every other word in its place."""
        for start, end in self.spans(line):
            line = f"{line[: start + 1]}{'_' * (end - start - 1)}{line[end:]}"
        return line

    def _met(self, met: frozenset[str]) -> Iterator[list[tuple[Piece, ...]]]:
        """The phrases that may stand among some words, by the words that they cannot be without."""
        for word in self._keys & met:
            if some := [self._pieces(phrase) for phrase, parts in self.keys[word] if stands(parts, met)]:
                yield some


def _found(some: Sequence[tuple[Piece, ...]], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where one of some phrases stands in some words, the longest at each place, one behind the other."""
    ends: dict[int, int] = {}
    for pieces in some:
        first = pieces[0]
        for at, word in enumerate(words):
            if not first.least or first.holds(word):
                ends[at] = max(reach(pieces, words, at), ends.get(at, at))
    passed = 0
    for at in sorted(ends):
        if passed <= at < ends[at]:
            yield at, ends[at]
            passed = ends[at]


class Compiler:
    """Takes phrases to pieces; knows the forms that RUN, RUN-ING, ANY and ANY-ING stand for, and the
    words of the classes.
    """

    def __init__(self, words: ImpactWords) -> None:
        self._forms = {stem.word.upper(): forms(stem) for stem in words.movements}
        self.moving = tuple(form for some in self._forms.values() for form in some)
        self._forms["ANY"] = self.moving
        self._forms.update({each.name: each.words for each in words.classes})
        self.usual = frozenset(words.english)
        self._choices = cache(self._of_choice)  # the longest ones stand in many phrases
        self.pieces = cache(self._pieces)
        self.pieces_within = cache(self._pieces_within)
        self._sets = {"SOFT": (*words.soft, *words.seated), "SEATED": words.seated, "NO_JUMP": words.soft_steps}

    def spread(self, phrases: Sequence[str]) -> list[str]:
        """The phrases with those that SOFT and SEATED stand for."""
        whole = [each for phrase in phrases for each in self._sets.get(phrase, (phrase,))]
        return [re.sub(r"/\s+", "/", phrase) for phrase in whole]

    def needed(self, phrase: str) -> Parts:
        """The parts of a phrase that it cannot be without, each as the words of which one must stand there."""
        parts = [part for part in phrase.split() if part not in _GAPS and not part.startswith("(")]
        return tuple(map(self._choices, parts))

    def _pieces(self, phrase: str) -> tuple[Piece, ...]:
        return tuple(map(self._piece, phrase.split()))

    def _pieces_within(self, phrase: str) -> tuple[Piece, ...]:
        return tuple(each._replace(bridges=each.gap not in ("*", "(*)")) for each in self.pieces(phrase))

    def _piece(self, part: str) -> Piece:
        return _GAPS.get(part) or Piece(self._choices(part.strip("()")), least=int(not part.startswith("(")))

    def _of_choice(self, choice: str) -> frozenset[str]:
        return frozenset(form for word in choice.split("/") for form in self._meant(word))

    def _meant(self, word: str) -> Iterable[str]:
        name, _, ending = word.partition("-")
        if name not in self._forms:
            return (word,)
        return (form for form in self._forms[name] if not ending or form.endswith("ing"))
