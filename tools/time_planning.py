"""Time the planning of a week for many random people: the library is loaded, nothing is read, written or shown.

    python tools/time_planning.py [--people 500] [--seed 1] [--repeat 3] [--prescribed 0]

Each person's week is made so many times and the fastest run counts, so that other work on the machine counts less. As
in a command, no garbage is collected meanwhile. The last line tells whose layouts, those of trial weeks included, are
not proven best, as ways of a day had to be let go (``MOST_STATES``).
"""

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support.random_people import describe, numbered, random_request  # noqa: E402

from backplan.library import load  # noqa: E402
from backplan.planner.layout import search  # noqa: E402
from backplan.planner.request import Request  # noqa: E402
from backplan.planner.week import make_week  # noqa: E402


def seconds(request: Request, repeat: int) -> float:
    """The fastest of so many runs."""
    runs = []
    gc.collect()
    for _ in range(repeat):
        began = time.perf_counter()
        make_week(request)
        runs.append(time.perf_counter() - began)
    return min(runs)


class LetGo:
    """How often ways of a day were let go; it does that as the planner does."""

    def __init__(self) -> None:
        self.times = 0
        self._planners = search._most_promising
        search._most_promising = self

    def __call__(self, found: Mapping[search.Reached, search.Path], many: int) -> dict[search.Reached, search.Path]:
        """What the planner keeps, counted."""
        self.times += 1
        return self._planners(found, many)


def main() -> int:
    """Time everybody and print the median, the 95th of a hundred, and the worst with who it is."""
    parser = argparse.ArgumentParser(description="Time the planning of a week for many random people.")
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--prescribed", type=float, default=0, help="the share of people with a prescription")
    asked = parser.parse_args()
    exercises = load.load().exercises
    gc.disable()
    make_week(random_request(numbered(asked.seed, 0), exercises))  # so that every module is imported
    found, let_go, unproven = [], LetGo(), list[int]()
    for number in range(asked.people):
        request = random_request(numbered(asked.seed, number), exercises, prescribed=asked.prescribed)
        before = let_go.times
        found.append((seconds(request, asked.repeat), number))
        unproven += [number] if let_go.times > before else []
    times = sorted(taken for taken, _ in found)
    worst, number = max(found)
    who = describe(random_request(numbered(asked.seed, number), exercises, prescribed=asked.prescribed))
    lines = (
        f"people  {asked.people} (seed {asked.seed}, fastest of {asked.repeat})",
        f"median  {statistics.median(times) * 1000:.1f} ms",
        f"95th    {times[min(len(times) - 1, len(times) * 95 // 100)] * 1000:.1f} ms",
        f"worst   {worst * 1000:.1f} ms: number {number}, {who}",
        f"unproven {len(unproven)} {unproven or ''}".rstrip(),
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
