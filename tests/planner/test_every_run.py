"""A week is the same to the letter on every run, the order in which it keeps things included: no set decides it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# People of seed 1 who walk and ride or dance, so that a week keeps how brisk each of several kinds is.
PLANNED = """
import json
from backplan.library import load
from backplan.planner.week import make_week
from tests.support.random_people import numbered, random_request
exercises = load.load().exercises
for number in (7, 23, 48, 53):
    print(json.dumps(make_week(random_request(numbered(1, number), exercises, prescribed=1 / 2)).document()))
"""


def planned(seed: str) -> list[str]:
    """The documents of some weeks, by a run that hashes words in another way."""
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    made = subprocess.run(
        [sys.executable, "-c", PLANNED], env=surroundings, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return made.stdout.splitlines()


def test_a_week_is_the_same_whatever_words_hash_to() -> None:
    first, second = planned("1"), planned("2")
    assert len(first) == 4
    assert first == second
