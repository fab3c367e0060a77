"""Worth: what each part of a week is worth by how much of it there is, and what it costs to fall below last time."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import inf

from backplan.model.week import Totals
from backplan.planner.layout.problem import Worth

# Hundredths of points of the next unit, up to so many: the first are worth most. Our own inference (docs/planning.md).
NEXT: Mapping[str, Sequence[tuple[float, int]]] = {
    "aerobic": ((20, 250), (30, 160), (150, 100), (inf, 20)),
    "core": ((3, 1600), (4, 1000), (6, 800), (8, 600), (inf, 200)),
    "more": ((4, 180), (8, 150), (inf, 120)),
    "strength": ((1, 2000), (2, 1100), (4, 1000), (5, 800), (inf, 400)),
    "water": ((1, 600), (inf, 500)),
    "balance": ((inf, 0),),  # it comes with strength and core, and is only kept
}
# Minutes that a unit counts for where it is missing from what was held last time.
MINUTES: Mapping[str, float] = {"aerobic": 1, "core": 10, "more": 1.5, "strength": 8, "water": 4, "balance": 2}
NEVER = 2_000_000
# Hundredths of points a missing minute, in the first quarter of what was held, the second, the third and the last.
MISSING = (16_000, 12_000, 8_000, 4_000)


def worth_of(floors: Totals, caps: Totals) -> Worth:
    """What the totals of a week are worth: nothing beyond the caps, and much to keep what was held last time."""
    return Worth(*(_table(part, floor, cap) for part, floor, cap in zip(Totals._fields, floors, caps, strict=True)))


def next_units(caps: Totals) -> Totals:
    """What the last unit of each part is worth under its cap, by itself."""
    found = zip(Totals._fields, caps, strict=True)
    return Totals(*(next(points for upto, points in NEXT[part] if cap <= upto) if cap else 0 for part, cap in found))


@lru_cache(maxsize=64)  # the questions of a week ask for the same few
def _table(part: str, floor: int, cap: int) -> tuple[int, ...]:
    worth = [0]
    for unit in range(1, max(floor, cap) + 1):
        new = next(points for upto, points in NEXT[part] if unit <= upto) if unit <= cap else 0
        kept = round(MISSING[(unit - 1) * 4 // floor] * MINUTES[part]) if unit <= floor else 0
        worth.append(worth[-1] + new + kept)
    if part == "water":  # more visits than may be are out of the question, whatever else they hold
        worth += [worth[-1] - NEVER * more for more in range(1, 8)]
    return tuple(worth)
