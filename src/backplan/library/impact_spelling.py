"""Words of running and jumping as fingers write them: letters swapped, left out, doubled or guessed ("burpes",
"sprnits"), and two words as one ("mountainclimbers").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from backplan.library.impact_phrases import Compiler
from backplan.library.impact_words import ImpactWords

LONG_PART, LONG_WORD = 3, 5  # letters: of a part of two words in one, and from which on a word that lacks one is known
_VOWELS = "aeiou"


class Spelling(dict[str, str]):
    """What is meant by a word that is spelt otherwise, for every such way."""

    def __init__(self, words: ImpactWords, compiler: Compiler) -> None:
        meant = {slip: word for word in words.misspelt for slip in _slips(word)}
        fused = {"".join(both): " ".join(both) for both in _pairs(words, compiler)}
        super().__init__(fused | meant)
        for word in (*words.misspelt, *words.rightly_spelt, *compiler.moving):
            self.pop(word, None)

    def mended(self, line: str) -> str:
        """A plain line with every such word as it is meant."""
        words = line.split(" ")
        if self.keys().isdisjoint(words):
            return line
        return " ".join([self.get(word, word) for word in words])


def _pairs(words: ImpactWords, compiler: Compiler) -> Iterator[tuple[str, ...]]:
    """Two words that may be written as one: names of two words, and movements with what they are written with."""
    yield from product(words.fused_with, compiler.moving)
    yield from ((move, also) for also, move in product(words.fused_with, compiler.moving))
    for phrase in compiler.spread([phrase for group in words.names for phrase in group.say]):
        if len(phrase.split()) == len(parts := compiler.needed(phrase)) == 2:
            yield from (both for both in product(*parts) if _is_apart(both, compiler.usual))


def _is_apart(both: tuple[str, ...], usual: frozenset[str]) -> bool:
    """Whether two words are long and rare enough to be known in one."""
    return not usual.issuperset(both) and all(len(word) >= LONG_PART and word.isalpha() for word in both)


def _slips(word: str) -> Iterator[str]:
    """How a word may be spelt by a slip, its first letter always right."""
    for at in range(1, len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        yield f"{before}{letter}{letter}{after}"
        if after:
            yield f"{before}{after[0]}{letter}{after[1:]}"
        if len(word) >= LONG_WORD:
            yield before + after
        if letter in _VOWELS and len(word) >= LONG_WORD:
            yield from (before + vowel + after for vowel in _VOWELS)
    if word.endswith("s"):
        yield f"{word[:-1]}z"
