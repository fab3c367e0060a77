"""Words of running and jumping as fingers write them: letters swapped, left out, doubled or guessed ("burpes",
"sprnits"), and two words as one ("mountainclimbers").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from backplan.library.impact_phrases import Compiler
from backplan.library.impact_words import ImpactWords

LONG_PART, LONG_WORD = 3, 5  # letters: of a part of two words in one, and from which on a word that lacks one is known
LONGEST_PART = 12  # letters of the first of two words in one: none has more, and a word may be endless
_VOWELS = "aeiou"


class Spelling(dict[str, str]):
    """What is meant by a word, each worked out once: there are too many ways to write two words as one to keep."""

    def __init__(self, words: ImpactWords, compiler: Compiler) -> None:
        super().__init__()
        self._slips = {slip: word for word in words.misspelt for slip in _slips(word)}
        self._names = {"".join(both): " ".join(both) for both in _names_of_two(words, compiler)}
        self._fused_with, self._moving = frozenset(words.fused_with), frozenset(compiler.moving)
        self._right = self._moving.union(words.misspelt, words.rightly_spelt)

    def __missing__(self, word: str) -> str:
        self[word] = word if word in self._right else self._meant(word)
        return self[word]

    def mended(self, line: str) -> str:
        """A plain line with every such word as it is meant."""
        return " ".join(map(self.__getitem__, line.split(" ")))

    def _meant(self, word: str) -> str:
        return self._slips.get(word) or self._names.get(word) or self._apart(word) or word

    def _apart(self, word: str) -> str:
        """A movement and what it may be written in one word with, apart; nothing where it is no such word."""
        for at in range(LONG_PART, min(LONGEST_PART, len(word) - LONG_PART) + 1):
            both = word[:at], word[at:]
            if any(one in self._fused_with and other in self._moving for one, other in (both, both[::-1])):
                return " ".join(both)
        return ""


def _names_of_two(words: ImpactWords, compiler: Compiler) -> Iterator[tuple[str, ...]]:
    """Names of two words that may be written as one."""
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
