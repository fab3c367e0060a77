"""A second opinion on running and jumping, by the weight of an exercise's words, where the rules of words may be wrong.

A linear model: every word, its first letters and every two words side by side have a weight, and the weights of a text
are added up. tools/teach_opinion.py learns them from the sentences of the tests. It decides nothing alone: where it
gainsays the rules, the exercise is in doubt, and somebody is asked how hard it lands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from backplan.library.data import data_file
from backplan.library.impact_reading import plain
from backplan.library.impact_wording import Giveaway, Place, Wording

FILE = "impact_opinion.json"
HARD, SOFT = 2.5, -3.0  # above the one it is sure of a landing, below the other that there is none
LONG_WORD, BEGINNING = 5, 5  # letters: from which on a word's beginning counts, and how much of it
TOLD = 3  # words that are told; one would do
GIVEAWAYS = 3


class Reading(NamedTuple):
    """What the words of an exercise come to: those that give it away, or those that leave it open."""

    gives_away: str = ""
    in_doubt: str = ""


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
        return self._start + sum([self._weights[each] for each in features(part) if each in self._weights])

    def doubt(self, whole: Part, found: Sequence[Giveaway]) -> str:
        """The words that weigh most against what the rules found; nothing where it agrees or is not sure."""
        parts = list(_with_findings(whole, found)) if found else list(_each(whole))
        weight, part = max(((self.weigh(part), part) for part in parts), key=lambda each: each[0])
        if (found and weight < SOFT) or (not found and weight > HARD):
            return self._why(part, -1 if found else 1)
        return ""

    def _why(self, part: Part, sign: int) -> str:
        words = {each.removeprefix("n:"): sign * self._weights.get(each, 0.0)
                 for each in features(part) if not set(each) & set("~<>=")}  # fmt: skip
        most = sorted(words, key=lambda each: (-words[each], each))[:TOLD]
        return ", ".join(f'"{each}"' for each in most)


def read_twice(judge: Wording, whole: Part, key: str) -> Reading:
    """What an exercise says by the rules of words, unless the second opinion is sure of the contrary."""
    found = judge.giveaways(whole.names, whole.steps, key, place=whole.place)
    if judge.in_english(whole.names, whole.steps) and (open_words := opinion().doubt(whole, found)):
        return Reading(in_doubt=open_words)
    return Reading(gives_away=", ".join(giveaway.in_words() for giveaway in found[:GIVEAWAYS]))


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
    """The parts that hold what was found: a step with the names, or the whole for a name."""
    for number in sorted({giveaway.step for giveaway in found}):
        yield whole._replace(steps=(whole.steps[number - 1],)) if number else whole
