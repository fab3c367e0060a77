"""A second opinion on running and jumping, by the weight of an exercise's words, where the rules of words may be wrong.

A linear model: every word, its first letters and every two words side by side have a weight, and the weights of a text
are added up. tools/teach_opinion.py learns them from the sentences of the tests. It decides nothing alone: where it
gainsays the rules, the exercise is in doubt, and other words are asked for: no tag frees what sounds like a landing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from backplan.library.data import data_file
from backplan.library.impact_reading import plain, sentences
from backplan.library.impact_wording import Giveaway, Place, Wording

FILE = "impact_opinion.json"
HARD, SOFT = 2.5, -3.0  # above the one it is sure of a landing, below the other that there is none
LONG_WORD, BEGINNING = 5, 5  # letters: from which on a word's beginning counts, and how much of it
TOLD = 3  # words that are told; one would do


class Reading(NamedTuple):
    """What the words of an exercise come to: those that give it away, or those that leave it open."""

    gives_away: str = ""
    in_doubt: str = ""

    def leaves_known(self, said: bool, spoken: bool) -> bool:
        """Whether it is known how hard an exercise lands, which was ``said``, or which its words speak of."""
        return (said or spoken) and not self.in_doubt


class Part(NamedTuple):
    """The names of an exercise and some of its steps."""

    names: tuple[str, ...]
    steps: tuple[str, ...]
    place: Place = "unsaid"


class Opinion:
    """Weights of words, ready to weigh texts by."""

    def __init__(self, weights: Mapping[str, float], start: float) -> None:
        self._weights = weights
        self._start = start

    def weigh(self, part: Part) -> float:
        """How much it sounds like a landing: above nought more than not."""
        some = [self._weights[each] for each in features(part) if each in self._weights]
        return fsum((self._start, *some))  # the same in whatever order

    def doubts(self, whole: Part, found: Sequence[Giveaway]) -> bool:
        """Whether it is sure that what the rules found is no landing, wherever they found it; a name that sounds like
        one by itself stands, whatever the steps say.
        """
        named = [Part((name,), ()) for name in whole.names] if any(not each.step for each in found) else []
        if any(self.weigh(part) > 0 for part in named):
            return False
        return max(map(self.weigh, _with_findings(whole, found)), default=0.0) < SOFT

    def misses(self, whole: Part) -> str:
        """The words that weigh most where it is sure of a landing; nothing where it is not."""
        weight, part = max(((self.weigh(part), part) for part in _each(whole)), key=lambda each: each[0])
        return self._why(part) if weight > HARD else ""

    def _why(self, part: Part) -> str:
        words = [each for each in features(part) & self._weights.keys() if not set(each) & set("~<>=:")]
        most = sorted(words, key=lambda each: (-self._weights[each], each))[:TOLD]
        return ", ".join(f'"{each}"' for each in most)


def read_twice(judge: Wording, whole: Part, key: str) -> Reading:
    """What an exercise says by the rules of words, unless the second opinion is sure of the contrary."""
    found = judge.giveaways(whole.names, whole.steps, key, place=whole.place)
    told = ", ".join(giveaway.in_words() for giveaway in found[:TOLD])
    if not judge.in_english(whole.names, whole.steps):
        return Reading(told)
    if found:
        return Reading(in_doubt=told) if opinion().doubts(whole, found) else Reading(told)
    return Reading(in_doubt=opinion().misses(whole))


def features(part: Part) -> set[str]:
    """What has a weight: words, those of names once more, beginnings of words, and words side by side."""
    names = (_features(text, "n:") for text in part.names)
    return {f"place={part.place}"}.union(*names, *(_features(text, "") for text in part.steps))


@lru_cache(maxsize=64)  # a step is weighed by itself and with the others
def _features(text: str, mark: str) -> frozenset[str]:
    found: set[str] = set()
    for sentence in plain(text).split(" . "):
        if words := [word for word in sentence.split() if word != ","]:
            found.update(words)
            found.update([word[:BEGINNING] + "~" for word in words if len(word) >= LONG_WORD])
            found.update(map(" ".join, pairwise(["<", *words, ">"])))
            if mark:
                found.update([mark + word for word in words])
    return frozenset(found)


@lru_cache(maxsize=1)
def opinion() -> Opinion:
    """The second opinion, read from our own file."""
    held = json.loads(data_file(FILE).read_text(encoding="utf-8"))
    weights = {each: int(weight) / 10 for weight, some in held["tenths"].items() for each in some.split("|")}
    return Opinion(weights, held["start"] / 10)


def _each(whole: Part) -> Iterator[Part]:
    yield whole
    if len(whole.steps) > 1:
        yield from (whole._replace(steps=(step,)) for step in whole.steps)


def _with_findings(whole: Part, found: Sequence[Giveaway]) -> Iterator[Part]:
    """The whole for what was found in a name, else every sentence with its words, between two of its "then": soft words
    beside it take nothing back.
    """
    for giveaway in found:
        if not giveaway.step:
            yield whole
            continue
        words = f" {giveaway.words} "
        for sentence in (each for step in whole.steps for each in sentences(plain(step)) if words in each):
            pieces = [piece for piece in re.split(r"(?<= )then(?= )", sentence) if words in piece] or [sentence]
            yield from (whole._replace(steps=(piece,)) for piece in pieces)
