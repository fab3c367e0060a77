"""A second opinion on running and jumping, by the weight of an exercise's words, where the rules of words may be wrong.

A linear model: every word, its first letters, every two words side by side, and every two kinds of words in a sentence
("fast" and "feet") have a weight, and the weights of a text are added up. tools/teach_opinion.py learns them from the
sentences of the tests. Where it gainsays the rules, the exercise is in doubt, and other words are asked for: no tag
frees what sounds like a landing. Only where it is very sure, of a sentence and of its clause, what they found stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise

from backplan.files.yaml import parse
from backplan.library.data import data_file
from backplan.library.impact_reading import REMEMBERED, plain, sentences
from backplan.library.impact_wording import Giveaway, Place, Wording
from backplan.named_tuple import NamedTuple

FILE = "impact_opinion.json"
KINDS_FILE = "impact_word_kinds.yaml"
HARD = 0.4  # above which it takes something for a landing that no rule found
LEFT_HARD = 0.1  # the same where the rules took something back that weighs as much
SOFT, HARMLESS = -1.3, -2.5  # below which it doubts what the rules found, and below which it takes it back
SOFT_NAME = -1.5  # below which a name by itself tells of none: one of words that it never saw is at -1
LONG_WORD, BEGINNING = 5, 5  # letters: from which on a word's beginning counts, and how much of it
SHORTEST = 2  # letters that an ending leaves of a word
TOLD = 3  # findings that are told; one would do
FEWEST, MOST = 3, 9  # words of the phrase that is told of a doubt


Feature = str | tuple[str, str]  # two kinds of words


class Reading(NamedTuple):
    """What the words of an exercise come to: those that give it away, or those that leave it open."""

    gives_away: str = ""
    in_doubt: str = ""

    def leaves_known(self, given: bool, spoken: bool) -> bool:
        """Whether it is known how hard an exercise lands, which was ``given``, or which its words speak of."""
        return (given or spoken) and not self.in_doubt


class Passage(NamedTuple):
    """The names of an exercise and some of its steps."""

    names: tuple[str, ...]
    steps: tuple[str, ...]
    place: Place = "unsaid"


class _Weighed(NamedTuple):
    """What of a text has a weight, and all the weights together, in tenths."""

    features: frozenset[Feature]
    tenths: int


class Opinion:
    """Weights of words and of kinds of words, as the file has them, ready to weigh texts by."""

    def __init__(self, weights: Mapping[str, float], start: float) -> None:
        self._tenths = {
            _feature(each): round(10 * weight) for each, weight in weights.items()
        }  # whole: the same in any order
        self._known = frozenset(self._tenths)
        self._start = round(10 * start)
        self._of_name = lru_cache(maxsize=REMEMBERED)(lambda name: self._weighed(_features(name, "n:")))
        self._of_step = lru_cache(maxsize=REMEMBERED)(lambda step: self._weighed(_features(step, "")))

    def weigh(self, part: Passage) -> float:
        """How much it sounds like a landing: above nought more than not."""
        return (self._start + self._sum(self._known_in(part))) / 10

    def _known_in(self, part: Passage) -> frozenset[Feature]:
        """What of a passage has a weight."""
        texts = (*map(self._of_name, part.names), *map(self._of_step, part.steps))
        return self._known.intersection((f"place={part.place}",)).union(*(text.features for text in texts))

    def _weighed(self, some: Collection[Feature]) -> _Weighed:
        features = self._known.intersection(some)
        return _Weighed(features, self._sum(features))

    def _sum(self, features: Collection[Feature]) -> int:
        return sum(map(self._tenths.__getitem__, features))

    def doubts(self, whole: Passage, found: Sequence[Giveaway]) -> bool:
        """Whether it is sure that what the rules found is no landing, wherever they found it; a name that sounds like
        one by itself stands, whatever the steps say.
        """
        return self._sounds(whole, found, _THEN) < SOFT

    def frees(self, whole: Passage, found: Sequence[Giveaway]) -> bool:
        """Whether it is so sure of that as to need nobody's word: of every sentence, of every clause by itself, and,
        where something was found in a name, of every name by itself: no steps take it back, nor a name that is nothing
        but what was found. Of a word that it never saw it knows nothing, however calm the words around it.
        """
        if not {plain(name).strip() for name in whole.names}.isdisjoint(each.words for each in found if not each.step):
            return False
        if not all(self._knows(each.words.split()) for each in found) or _are_counted(whole.names, found):
            return False
        if any(not each.step for each in found) and max(map(self.weigh, _names(whole)), default=0.0) >= SOFT_NAME:
            return False
        return self._sounds(whole, found, _THEN) < HARMLESS and self._sounds(whole, found, _CLAUSE) < 0

    def _knows(self, words: list[str]) -> bool:
        """Whether it has a weight, or a kind, of one of some words; numbers tell of no movement."""
        words = [word for word in words if not word.isdigit()]
        return not self._known.isdisjoint(words) or any(_kinds_in(words))

    def _sounds(self, whole: Passage, found: Sequence[Giveaway], between: re.Pattern[str]) -> float:
        """How much like a landing sounds whatever part of a sentence the rules found something in."""
        named = _names(whole) if any(not each.step for each in found) else []
        loudest = max(map(self.weigh, named), default=0.0)
        if loudest > 0:
            return loudest
        return max(map(self.weigh, _with_findings(whole, found, between)), default=0.0)

    def misses(self, whole: Passage, hard: float = HARD) -> str:
        """The phrase that weighs most, with its place, where it is sure of a landing; nothing where it is not, or where
        nothing but how much of it there is makes it so.
        """
        tenths, steps = max(self._each(whole), key=lambda each: each[0])
        if tenths <= 10 * hard:
            return ""
        part = whole._replace(steps=steps)
        if self._sum([each for each in self._known_in(part) if not _is_empty(each)]) <= 10 * hard:
            return ""
        return self._why(part, whole).in_words()

    def _each(self, whole: Passage) -> Iterator[tuple[int, tuple[str, ...]]]:
        """All the steps, and each by itself, with what they weigh beside the names."""
        names, steps = self._known_in(whole._replace(steps=())), [*map(self._of_step, whole.steps)]
        yield self._start + self._sum(names.union(*(step.features for step in steps))), whole.steps
        beside = self._start + self._sum(names)
        for step, text in zip(steps, whole.steps, strict=True) if len(steps) > 1 else ():
            yield beside + step.tenths - self._sum(names & step.features), (text,)  # what both have counts once

    def _why(self, part: Passage, whole: Passage) -> Giveaway:
        """The phrase of its steps that weighs most; one of its names where no step weighs anything."""
        in_steps = [Giveaway(sentence, whole.steps.index(step) + 1) for step in part.steps for sentence in _words(step)]
        named = [Giveaway(sentence, 0) for name in part.names for sentence in _words(name)]
        heaviest = max(in_steps, key=self._weight, default=None)
        if heaviest is None or self._weight(heaviest) <= 0:
            heaviest = max((*in_steps, *named), key=self._weight)
        return heaviest._replace(words=self._phrase(heaviest.words.split()))

    def _weight(self, giveaway: Giveaway) -> int:
        return self._weighed(_features(giveaway.words, "")).tenths

    def _phrase(self, words: list[str]) -> str:
        """A short sentence, or the part of a longer one that weighs most, with what it would not be read without."""
        if len(words) <= MOST:
            return " ".join(words)
        parts = [words[at : at + many] for many in range(FEWEST, MOST + 1) for at in range(len(words) - many + 1)]
        whole = [each for each in parts if not {each[0], each[-1]} & _LEANING]
        return " ".join(max(whole or parts or [words], key=lambda each: self._weight(Giveaway(" ".join(each), 0))))


@lru_cache(maxsize=2 * REMEMBERED)  # an entry that is looked through is read again as it would be added
def read_twice(judge: Wording, whole: Passage, key: str) -> Reading:
    """What an exercise says by the rules of words, unless the second opinion is sure of the contrary."""
    whole = whole._replace(names=judge.as_meant(whole.names), steps=judge.as_meant(whole.steps))
    findings = judge.findings(whole.names, whole.steps, key, place=whole.place)
    found = findings.giveaways
    words = ", ".join(giveaway.in_words() for giveaway in found[:TOLD])
    if not judge.in_english(whole.names, whole.steps):
        return Reading(words)
    bidden = judge.bids(whole.names, whole.steps, found)
    if found and (bidden or not opinion().frees(whole, found)):
        return Reading(in_doubt=words) if not bidden and opinion().doubts(whole, found) else Reading(words)
    if not found and not judge.says_something(whole.names, whole.steps):
        return Reading()
    missed, left = opinion().misses(whole), whole._replace(names=findings.names, steps=findings.steps)
    if missed:
        return Reading(in_doubt=missed if left == whole or opinion().misses(left, LEFT_HARD) else "")
    if not left.steps or not judge.only_rests(left.steps):
        return Reading()
    return Reading(in_doubt=opinion().misses(left._replace(steps=())))  # who only rests takes back nothing of a name


def features(part: Passage) -> set[Feature]:
    """What has a weight: words and their kinds, those of names once more, beginnings of words, words side by side, and
    two kinds in one sentence.
    """
    names = (_features(text, "n:") for text in part.names)
    return {f"place={part.place}"}.union(*names, *(_features(text, "") for text in part.steps))


_LEANING = frozenset((
    "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "your", "you", "as",
    "is", "are", "it", "so", "that", "then", "both", "can", "off",
))  # fmt: skip


_EMPTY = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "x", "min", "mins", "sec", "secs", "reps", "rep", "sets", "<", ">",
))  # fmt: skip
_EMPTY_BEGINNINGS = frozenset(f"{word[:BEGINNING]}~" for word in _EMPTY if len(word) >= LONG_WORD)


def _is_empty(feature: Feature) -> bool:
    """Whether it says nothing of any movement: how much, and where."""
    if isinstance(feature, tuple):
        return False
    bare = feature.removeprefix("n:")
    return (
        bare == "NUMBER"
        or bare.startswith("place=")
        or all(word in _EMPTY or word in _EMPTY_BEGINNINGS or word.isdigit() for word in bare.split())
    )


def _words(text: str) -> Iterator[str]:
    """The sentences of a text, without what stands between their words."""
    for sentence in sentences(plain(text)):
        if words := " ".join(word for word in sentence.split() if word != ","):
            yield words


def _features(text: str, mark: str) -> set[Feature]:
    found: set[Feature] = set()
    for sentence in plain(text).split(" . "):
        if words := [word for word in sentence.split() if word != ","]:
            found.update(words)
            found.update([word[:BEGINNING] + "~" for word in words if len(word) >= LONG_WORD])
            found.update(map(" ".join, pairwise(["<", *words, ">"])))
            kinds = set(chain.from_iterable(_kinds_in(words)))
            if mark:
                found.update(map(mark.__add__, chain(words, kinds)))
            found.update(kinds)
            found.update(combinations(sorted(kinds), 2))
    return found


def _kinds_in(words: list[str]) -> list[tuple[str, ...]]:
    """The kinds of each of a sentence's words; those of what comes after a "not" or "without" are others."""
    by = word_kinds()
    if _NEGATING.isdisjoint(words):
        return [by[word][False] for word in words]
    kinds, taken_back = [], False
    for word in words:
        taken_back = taken_back and word not in _UNDOING
        kinds.append(by[word][taken_back])
        taken_back = taken_back or word in _NEGATING
    return kinds


class WordKinds(dict[str, tuple[tuple[str, ...], tuple[str, ...]]]):
    """The kinds of a word, as they are and as taken back; each word is worked out once."""

    def __init__(self, by: Mapping[str, str]) -> None:
        super().__init__()
        self._kinds: dict[str, set[str]] = {}
        for kind, words in by.items():
            for word in words.split():
                self._kinds.setdefault(word, set()).add(kind)

    def __missing__(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        some: set[str] = {"NUMBER"} if word.isdigit() else set()
        kinds = sorted(some.union(*(self._kinds.get(each, ()) for each in (word, *_without_endings(word)))))
        self[word] = tuple(kinds), tuple(f"-{kind}" for kind in kinds)
        return self[word]


def _without_endings(word: str) -> Iterator[str]:
    """What a word may be a form of: leaps, leaping, hopped, hurries."""
    for ending, instead in _ENDINGS:
        if len(word) >= len(ending) + SHORTEST and word.endswith(ending):
            root = word.removesuffix(ending)
            yield root + instead
            if root[-2:-1] == root[-1]:
                yield root[:-1]


_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("ers", ""),
    ("ers", "e"), ("er", ""), ("er", "e"),
)  # fmt: skip
_NEGATING = frozenset((
    "no", "not", "never", "without", "avoid", "dont", "cannot", "cant", "instead", "rather", "nor", "wont", "shouldnt",
))  # fmt: skip
_UNDOING = frozenset(("but", "then"))


@lru_cache(maxsize=1)
def word_kinds() -> WordKinds:
    """The kinds of words, read from our own file."""
    return WordKinds(parse(data_file(KINDS_FILE).read_bytes(), KINDS_FILE)[0])


@lru_cache(maxsize=1)
def opinion() -> Opinion:
    """The second opinion, read from our own file."""
    held = json.loads(data_file(FILE).read_text(encoding="utf-8"))
    weights = {each: int(weight) / 10 for weight, some in held["tenths"].items() for each in some.split("|")}
    return Opinion(weights, held["start"] / 10)


def _feature(written: str) -> Feature:
    """A feature as the file of weights writes it: two kinds with a plus between them."""
    first, _, second = written.partition("+")
    return (first, second) if second else first


def _are_counted(names: Sequence[str], found: Sequence[Giveaway]) -> bool:
    """Whether a name ends in several of what was found: "knee to chest leaps" are leaps, whatever they are said of."""
    lasts = {word for name in names for word in plain(name).replace(" . ", " ").split()[-1:]}
    return any(each.words.split()[-1] in lasts and each.words.endswith("s") for each in found if not each.step)


def _names(whole: Passage) -> list[Passage]:
    """Each name of an exercise by itself."""
    return [Passage((name,), ()) for name in whole.names]


def _with_findings(whole: Passage, found: Sequence[Giveaway], between: re.Pattern[str]) -> Iterator[Passage]:
    """The whole for what was found in a name, else every sentence with its words, as far as what stands between its
    parts: soft words beside it take nothing back.
    """
    for giveaway in found:
        if not giveaway.step:
            yield whole
            continue
        words = f" {giveaway.words} "
        for sentence in (each for step in whole.steps for each in sentences(plain(step)) if words in each):
            pieces = [piece for piece in between.split(sentence) if words in piece] or [sentence]
            yield from (whole._replace(names=(), steps=(piece,)) for piece in pieces)


_THEN = re.compile(r"(?<= )then(?= )")
_CLAUSE = re.compile(r"(?<= )(?:then|and|but|,)(?= )")
