"""Teach the second opinion on impact anew: `python tools/teach_opinion.py` writes data/impact_opinion.json.

It learns from the sentences that the tests own and from our own library, each step of it once more by itself, as
ordinary steps are most of what it will read; never from tests/library/impact_apart_tried.yaml, by which it is tried.
The same sentences make the same file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from backplan.files.yaml import parse
from backplan.library.data import data_file
from backplan.library.impact_opinion import FILE, Passage, features
from backplan.library.load import load

TESTS = Path(__file__).resolve().parents[1] / "tests" / "library"
ROUNDS, PACE, SHRINK = 12, 0.15, 0.01
FEWEST, LEAST = 2, 0.1  # texts that a word must be in, and a weight that is worth its bytes


class Example(NamedTuple):
    """A text and whether it runs or jumps."""

    part: Passage
    hard: bool


def main() -> None:
    """Learn, and write the file of weights."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    data_file(FILE).write_text(taught(), encoding="utf-8")


def taught() -> str:
    """The file of weights, as the sentences teach it."""
    weights, start = learnt(list(examples()))
    tenths: dict[int, list[str]] = defaultdict(list)
    for each in sorted(weights):
        if abs(weights[each]) > LEAST:
            tenths[round(10 * weights[each])].append(each)
    held = {"start": round(10 * start), "tenths": {str(key): "|".join(tenths[key]) for key in sorted(tenths)}}
    return json.dumps(held, indent=0) + "\n"


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
        for entry in (*words[f"entries_{key}"], *_read("impact_kinds.yaml")[f"entries_{key}"]):
            yield Example(Passage(tuple(entry["names"]), tuple(entry["steps"]), _place(entry)), hard)
    for entry in _read("impact_apart_taught.yaml"):
        yield Example(Passage((entry["name"],), tuple(entry["steps"]), _place(entry)), entry["impact"])
    for ours in load().exercises:
        yield Example(Passage((ours.name,), ours.steps), ours.impact == "high")
        if ours.impact != "high":
            yield from (Example(Passage((ours.name,), (step,)), False) for step in ours.steps)


def learnt(taught: list[Example]) -> tuple[dict[str, float], float]:
    """The weights by logistic regression, one text at a time, and the weight that every text starts from."""
    found = [(features(part), hard) for part, hard in taught]
    many = Counter(each for some, _ in found for each in some)
    rows = [(sorted(each for each in some if many[each] >= FEWEST), hard) for some, hard in found]
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(float)
    start, order = 0.0, random.Random(0)
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for some, hard in rows:
            off = 1 / (1 + math.exp(-_bounded(start + sum(weights[each] for each in some)))) - hard
            start -= 0.02 * off
            for each in some:
                slope = off + SHRINK * weights[each]
                moved[each] += slope * slope
                weights[each] -= PACE * slope / (1e-6 + math.sqrt(moved[each]))
    return dict(weights), start


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
