"""Time the planning of a week for many random people: the library is loaded, nothing is read, written or shown.

    python tools/time_planning.py [--people 500] [--seed 1] [--repeat 3]

Each person's week is made so many times and the fastest run counts, so that other work on the machine counts less. As
in a command, no garbage is collected meanwhile.
"""

import argparse
import gc
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support.random_people import describe, numbered, random_request  # noqa: E402

from backplan.library import load  # noqa: E402
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
    found = []
    for number in range(asked.people):
        request = random_request(numbered(asked.seed, number), exercises, prescribed=asked.prescribed)
        found.append((seconds(request, asked.repeat), number))
    times = sorted(taken for taken, _ in found)
    worst, number = max(found)
    who = describe(random_request(numbered(asked.seed, number), exercises, prescribed=asked.prescribed))
    lines = (
        f"people  {asked.people} (seed {asked.seed}, fastest of {asked.repeat})",
        f"median  {statistics.median(times) * 1000:.1f} ms",
        f"95th    {times[min(len(times) - 1, len(times) * 95 // 100)] * 1000:.1f} ms",
        f"worst   {worst * 1000:.1f} ms: number {number}, {who}",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
