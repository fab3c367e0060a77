"""Teach the second opinion on impact anew: `python tools/teach_opinion.py` writes data/impact_opinion.json.

It learns from the sentences that the tests own and from our own library, each step of it once more by itself, as
ordinary steps are most of what it will read; never from tests/library/impact_apart_tried.yaml and
impact_split_tried.yaml, by which it is tried. The same sentences make the same file, which tells what it was made of.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from backplan.files.yaml import parse
from backplan.library.data import data_file
from backplan.library.impact_opinion import FILE, KINDS_FILE, Feature, Passage, features
from backplan.library.impact_wording import wording
from backplan.library.impact_words import FILE as WORDS_FILE
from backplan.library.impact_words import load_words
from backplan.library.load import load

TAUGHT = (
    "impact_apart_taught.yaml", "impact_split_taught.yaml", "impact_lists_taught.yaml", "impact_leaflets_taught.yaml",
    "impact_styles_taught.yaml", "impact_sheets_taught.yaml", "impact_mix_taught.yaml",
)  # fmt: skip
TESTS = Path(__file__).resolve().parents[1] / "tests" / "library"
UNNAMED = "Some move"  # the name of a sentence that has none; it says nothing
ORDERS, ROUNDS, PACE, SHRINK = 3, 24, 0.03, 0.001
OFTEN = 10  # times that it is taught by what the rules of words read wrong: for that it is there
MISSED = 13  # the same for a landing that they did not find, which is worse than a question too many
ORDINARY = 5  # times that it is taught by what most lists are made of
LAST = 16  # rounds of each order whose weights are averaged
FEWEST, LEAST = 2, 0.1  # texts that a word must be in, and a weight that is worth its bytes


class Example(NamedTuple):
    """A text and whether it runs or jumps."""

    part: Passage
    hard: bool
    often: int = 1


def main() -> None:
    """Learn, and write the file of weights."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    data_file(FILE).write_text(taught(), encoding="utf-8")


def taught() -> str:
    """The file of weights, as the sentences teach it."""
    weights, start = learnt(list(examples()))
    tenths: dict[int, list[str]] = defaultdict(list)
    for each, weight in sorted((written(each), weight) for each, weight in weights.items()):
        if abs(weight) > LEAST:
            tenths[round(10 * weight)].append(each)
    told = {str(key): "|".join(tenths[key]) for key in sorted(tenths)}
    return json.dumps({"made_of": made_of(), "start": round(10 * start), "tenths": told}, indent=0) + "\n"


def made_of() -> str:
    """A mark of all that the weights depend on: the sentences, the kinds of words, the rules, and how it is taught."""
    files = (Path(__file__), data_file(KINDS_FILE), data_file(WORDS_FILE))
    read = (*(file.read_bytes() for file in files), repr(list(examples())).encode())
    return hashlib.sha256(b"".join(read)).hexdigest()


def written(feature: Feature) -> str:
    """A feature as the file of weights has it."""
    return feature if isinstance(feature, str) else "+".join(feature)


def examples() -> Iterator[Example]:
    """Everything that it is taught by."""
    words = _read("impact_words.yaml")
    for key, hard in (("out", True), ("stay", False)):
        yield from (Example(Passage((name,), ()), hard) for name in words[f"names_{key}"])
        yield from (Example(Passage((), (step,)), hard) for step in words[f"steps_{key}"])
        for file in ("impact_kinds.yaml", "impact_kept_back.yaml", "impact_fresh.yaml"):
            yield from (Example(Passage((), (step,)), hard) for step in _read(file)[key])
        if hard:
            yield from (Example(Passage((), (step,)), hard) for step in _read("impact_fresh.yaml")["asked"])
        for file in ("impact_many.yaml", "impact_manner.yaml"):
            yield from (Example(Passage((), (step,)), hard) for step in _read(file)[key])
        for entry in (*words[f"entries_{key}"], *_read("impact_kinds.yaml")[f"entries_{key}"]):
            yield Example(Passage(tuple(entry["names"]), tuple(entry["steps"]), _place(entry)), hard)
    ordinary = _read("impact_ordinary.yaml")
    yield from (Example(Passage((name,), ()), False, ORDINARY) for name in ordinary["names"])
    yield from (Example(Passage((), (step,)), False, ORDINARY) for step in ordinary["sentences"])
    for entry in chain.from_iterable(map(_read, TAUGHT)):
        names = () if entry["name"] == UNNAMED else (entry["name"],)
        steps = tuple(entry["steps"])
        yield Example(Passage(names, steps, _place(entry)), entry["impact"])
        if not entry["impact"]:  # as each step is weighed beside the names
            yield from (Example(Passage(names, (step,), _place(entry)), False) for step in steps if len(steps) > 1)
    for ours in load().exercises:
        yield Example(Passage((ours.name,), ours.steps), ours.impact == "high")
        if ours.impact != "high":
            yield from (Example(Passage((ours.name,), (step,)), False) for step in ours.steps)


def learnt(taught: list[Example]) -> tuple[dict[Feature, float], float]:
    """The weights by logistic regression, and the weight that every text starts from; each is the mean of what it was
    after each of the last rounds, with the texts in several orders, so that none of them decides.
    """
    found = [(features(each.part), each.hard) for each in taught]
    many = Counter(each for some, _ in found for each in some)
    known = {each: at for at, each in enumerate(sorted((each for each in many if many[each] >= FEWEST), key=written))}
    rows = [(sorted(known[each] for each in some if each in known), hard) for some, hard in found]
    rows = [row for row, example in zip(rows, taught, strict=True) for _ in range(_often(example))]
    kept = [
        after for seed in range(ORDERS) for after in _after_each_round(rows, len(known), random.Random(seed))[-LAST:]
    ]
    means = [sum(some) / len(kept) for some in zip(*(weights for weights, _ in kept), strict=True)]
    return dict(zip(known, means, strict=True)), sum(start for _, start in kept) / len(kept)


def _after_each_round(
    rows: list[tuple[list[int], bool]], known: int, order: random.Random
) -> list[tuple[tuple[float, ...], float]]:
    """The weights after each round, learnt one text at a time, and the weight that every text starts from."""
    weights, moved, start, kept, rows = [0.0] * known, [0.0] * known, 0.0, [], [*rows]
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for some, hard in rows:
            off = 1 / (1 + math.exp(-_bounded(start + sum([weights[each] for each in some])))) - hard
            start -= 0.02 * off
            for each in some:
                slope = off + SHRINK * weights[each]
                moved[each] += slope * slope
                weights[each] -= PACE * slope / (1e-6 + math.sqrt(moved[each]))
        kept.append((tuple(weights), start))
    return kept


def _often(example: Example) -> int:
    judge, part = wording(load_words()), example.part
    found = judge.findings(part.names, part.steps, place=part.place).giveaways
    if bool(found) == example.hard:
        return example.often
    return MISSED if example.hard else OFTEN


def _bounded(weight: float) -> float:
    return max(-30.0, min(30.0, weight))


def _read(name: str) -> Any:
    return parse((TESTS / name).read_bytes(), name)[0]


def _place(entry: dict[str, Any]) -> Any:
    places = entry.get("place", ())
    places = [places] if isinstance(places, str) else places
    return ("pool" if set(places) == {"pool"} else "land") if places else "unsaid"


if __name__ == "__main__":
    main()
