"""Plan the first week for every condition, alone and in pairs, at every level, with and without floor, pool and gear,
and hold each against the laws: it is not empty, holds nothing barred, holds something of every part that is not barred,
and says which part is empty. Exit 1 when one does not.

    python tools/condition_weeks.py [--pairs] [--share 1/20] [--seed 1]

The people and the laws stand in tests/support/conditions.py; the suite tries some of the same weeks.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support.conditions import Having, faults, grid, missing  # noqa: E402

from backplan.planner.telling.notices import SLOT_NAMES  # noqa: E402

SHOWN = 40  # faults


def main() -> int:
    """Plan and judge the weeks that were asked for; say the counts, and what is wrong."""
    asked = _asked()
    weeks = list(grid(pairs=asked.pairs))
    chosen = random.Random(asked.seed).sample(weeks, max(1, int(len(weeks) * asked.share)))
    began, empty = time.process_time(), Counter[str]()
    wrong = [f"{_who(having)}: {fault}" for having in chosen for fault in _judged(having, empty)]
    print(f"{len(chosen)} of {len(weeks)} weeks in {time.process_time() - began:.0f} s of processor time")
    told = ", ".join(f"{part} {times}" for part, times in sorted(empty.items()))
    print(f"weeks with an empty part of the body, each said: {told or 'none'}")
    print("\n".join((f"faults: {len(wrong)}", *wrong[:SHOWN])))
    return bool(wrong)


def _judged(having: Having, empty: Counter[str]) -> list[str]:
    empty.update(SLOT_NAMES[slot] for slot in missing(having.week()))
    return list(faults(having))


def _who(having: Having) -> str:
    has = {"floor": having.floor, "gear": having.gear, "pool": having.pool}
    return ", ".join((*having.conditions, having.level, *(key if value else f"no {key}" for key, value in has.items())))


def _asked() -> argparse.Namespace:
    reading = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    reading.add_argument("--pairs", action="store_true", help="every pair of conditions as well")
    reading.add_argument("--share", type=_share, default=Fraction(1), help="try only a part, like 1/20")
    reading.add_argument("--seed", type=int, default=1, help="which part (default 1)")
    return reading.parse_args()


def _share(text: str) -> Fraction:
    try:
        share = Fraction(text)
    except (ValueError, ZeroDivisionError):
        share = Fraction(0)
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no part of a whole; write it like 1/20")
    return share


if __name__ == "__main__":
    sys.exit(main())
