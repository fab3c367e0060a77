"""The phrases of data/impact_words.yaml, found in lines of plain words.

Phrases are kept by a word they cannot be without, and made into regular expressions when that word is met and their
other words stand around it: a list of exercises meets few of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

from backplan.library.impact_words import ImpactWords, Stem
from backplan.named_tuple import NamedTuple

_LISTED = (
    "(?:[a-z]+ing|,|and|or|even|brisk|fast|slow|hard|long|stairs|steps|hills|uphill|downhill|up|down|the|a|for|bus|sport|"
    "sports|dance|walks|stair|tennis|golf|football|basketball|netball|badminton|hockey|rugby|soccer|yoga)"
)
_MOST_IN_GAP = {"*": 1, "...": 3, ".......": 9, "LIST": 9}  # words
_GAPS = {
    "*": " [a-z0-9]+",
    "...": "(?: [a-z0-9]+){0,3}",
    ".......": "(?: [a-z0-9,]+){0,9}",
    "LIST": f"(?: {_LISTED}){{0,9}}",
}


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


def one_of(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


Parts = tuple[frozenset[str], ...]
_Phrase = tuple[str, Parts]


def rarest(parts: Parts, usual: frozenset[str]) -> frozenset[str]:
    """The part whose words are met most seldom."""
    return max(parts, key=lambda some: (usual.isdisjoint(some), min(map(len, some))))


def stands(parts: Parts, met: frozenset[str]) -> bool:
    """Whether a phrase of such parts has all of its words among those met."""
    return not any(map(met.isdisjoint, parts))


class Piece(NamedTuple):
    """A piece of a phrase: the words that may stand there, any where none are named, and how many of them."""

    words: frozenset[str]
    least: int = 1
    most: int = 1


def may_follow(pieces: Sequence[Piece], words: Sequence[str]) -> bool:
    """Whether the pieces of a phrase stand in some words one right behind the other."""
    places = set(range(len(words)))
    for piece in pieces:
        reached = set() if piece.least else places
        for _ in range(piece.most):
            places = {at + 1 for at in places if at < len(words) and (not piece.words or words[at] in piece.words)}
            reached = reached | places
        places = reached
    return bool(places)


class Phrases:
    """Some phrases, to be looked for in lines."""

    def __init__(self, written: Sequence[str], compiler: Compiler) -> None:
        self._written = compiler.spread(written)
        self._compiler = compiler
        self._made: dict[tuple[str, ...], re.Pattern[str]] = {}

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

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return self._compiler.expression(self._written)

    def may_stand(self, met: frozenset[str]) -> bool:
        """Whether one of them has all of its words among those."""
        return any(stands(parts, met) for word in self._keys & met for _, parts in self.keys[word])

    def spans(self, line: str) -> list[tuple[int, int]]:
        """Where they stand in a line, as (start, end), in order."""
        met = words_of(line)
        if self._keys.isdisjoint(met):
            return []
        return sorted({match.span() for some in self._met(line, met) for match in some.finditer(line)})

    def search(self, line: str) -> bool:
        """Whether one of them stands in a line."""
        met = words_of(line)
        return not self._keys.isdisjoint(met) and any(some.search(line) for some in self._met(line, met))

    def follows(self, line: str, place: int) -> bool:
        """Whether one of them stands right behind a place of a line."""
        return self._any.match(line, place) is not None

    def without(self, line: str) -> str:
        """The line with all of them blotted out, every other word in its place."""
        for start, end in self.spans(line):
            line = f"{line[: start + 1]}{'_' * (end - start - 1)}{line[end:]}"
        return line

    def _met(self, line: str, met: frozenset[str]) -> Iterator[re.Pattern[str]]:
        """The expressions of the phrases that stand in a line as far as their words tell; one costs a lot to make."""
        words = line.split()
        for word in self._keys & met:
            likely = [phrase for phrase, parts in self.keys[word] if stands(parts, met)]
            some = tuple(phrase for phrase in likely if may_follow(self._compiler.pieces(phrase), words))
            if some and some not in self._made:
                self._made[some] = self._compiler.expression(some)
            if some:
                yield self._made[some]


class Compiler:
    """Turns phrases into expressions; knows the forms that RUN, RUN-ING, ANY and ANY-ING stand for, and the
    words of the classes.
    """

    def __init__(self, words: ImpactWords) -> None:
        self._forms = {stem.word.upper(): forms(stem) for stem in words.movements}
        self._forms["ANY"] = tuple(form for some in self._forms.values() for form in some)
        self._forms.update({each.name: each.words for each in words.classes})
        self.usual = frozenset(words.english)
        self._word = cache(self._choice)  # the longest ones stand in many phrases
        self.pieces = cache(self._pieces)
        self._sets = {"SOFT": (*words.soft, *words.seated), "SEATED": words.seated, "NO_JUMP": words.soft_steps}

    def expression(self, phrases: Iterable[str]) -> re.Pattern[str]:
        """One expression for any of some phrases."""
        return re.compile(f"{one_of(map(self._phrase, phrases))}(?= )")

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

    def _piece(self, part: str) -> Piece:
        if part in _GAPS:
            return Piece(frozenset(), int(part == "*"), _MOST_IN_GAP[part])
        if part == "(*)":
            return Piece(frozenset(), 0)
        return Piece(self._choices(part.strip("()")), int(not part.startswith("(")))

    def _choices(self, choice: str) -> frozenset[str]:
        return frozenset(form for word in choice.split("/") for form in self._meant(word))

    def _phrase(self, phrase: str) -> str:
        return "".join(map(self._part, phrase.split()))

    def _part(self, part: str) -> str:
        if part in _GAPS:
            return _GAPS[part]
        if part == "(*)":
            return f"(?:{_GAPS['*']})?"
        if part.startswith("("):
            return f"(?: {self._word(part.strip('()'))})?"
        return f" {self._word(part)}"

    def _choice(self, choice: str) -> str:
        return one_of(form for word in choice.split("/") for form in self._meant(word))

    def _meant(self, word: str) -> Iterable[str]:
        name, _, ending = word.partition("-")
        if name not in self._forms:
            return (word,)
        return (form for form in self._forms[name] if not ending or form.endswith("ing"))
