"""Prescribed days: what may be held before each day of a week so that what is prescribed is worth most.

What is held are visits to a pool and days of each group of prescribed exercises, as digits of one number. A day may
hold many sets of groups, so all that may be held by then are too many to be walked through. As in ``search``, each
group is given a price a day: whatever the prices are, the best that the days to come can bring at them, with the best
number of days of each group less what it costs, is never below what a week can reach. What cannot reach as much as a
week that is known is dropped.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, reduce
from itertools import accumulate, cycle
from math import prod
from operator import mul, sub

from backplan.named_tuple import NamedTuple
from backplan.planner.layout.points import FIRST, Alike, prescribed_points
from backplan.planner.layout.problem import each_once

Counts = tuple[int, ...]
Held = int
DIGIT = 5  # bits of a count; the highest is never used, so that what is too much shows there
COUNT = (1 << DIGIT - 1) - 1
ROUNDS, STALLED = 60, 5  # of prices; without a lower bound, after which the steps are halved
GOES_ON = 0.85  # of each step in the next: days that are alike all turn at once, which would only go to and fro
FEW = 1_000  # numbers of days that may be held; so few need no prices


def digits(counts: Sequence[int]) -> Held:
    """Counts as digits of one number, the first the highest."""
    return reduce(lambda held, count: held << DIGIT | count, counts, 0)


def _counts(held: Held, many: int) -> Counts:
    """The lowest digits of a number, the highest of them first."""
    return tuple(held >> DIGIT * at & COUNT for at in reversed(range(many)))


def _sum_of(tables: Sequence[Sequence[int]], held: Held) -> int:
    """The sum of what tables give for the lowest digits of a number, the last table for the lowest of them."""
    total = 0
    for table in reversed(tables):
        total += table[held & COUNT]
        held >>= DIGIT
    return total


class _Week(NamedTuple):
    """The days to be held: what each may add, and the days of each group of prescribed exercises that adds, one by one;
    what is held to begin with, whether so much may be held, and what so many days of each group are worth.
    """

    adds: Sequence[Sequence[Held]]
    days_of: Sequence[Sequence[Counts]]
    none: Held
    may: Callable[[Held], bool]
    worth: Sequence[Sequence[int]]

    def points(self, held: Held) -> int:
        """What it costs that so many days of each group are held."""
        return _sum_of(self.worth, held)


def best_held(
    adds: Sequence[set[Held]], none: Held, most: Counts, prescribed: Sequence[Alike]
) -> Iterator[tuple[int, list[set[Held]]]]:
    """What may be held before each day and at the end, so that what is prescribed is worth most, then next most, were
    any two days free to meet; with the points of what is prescribed. ``adds`` is what each day may add, ``most`` the
    most of each digit.
    """
    week = _week(adds, none, most, prescribed)
    reached, beyond = _good(week), 1
    priced = _well_priced(week, reached)
    for least in _down_from(reached, priced.bound, week.points(none)):
        befores = _reached(week, priced, least)
        levels: dict[int, set[Held]] = {}
        for held in befores[-1]:
            if least <= (points := week.points(held)) < beyond:
                levels.setdefault(points, set()).add(held)
        for points, ends in sorted(levels.items(), reverse=True):
            yield points, _within(week, befores, ends)
        beyond = least


def _week(adds: Sequence[set[Held]], none: Held, most: Counts, prescribed: Sequence[Alike]) -> _Week:
    over = digits((COUNT + 1,) * len(most))
    room = digits(most) | over
    alike: dict[tuple[Held, ...], tuple[Held, ...]] = {}
    days = [alike.setdefault(each, each) for each in (tuple(sorted(day)) for day in adds)]
    days_of = each_once(days, lambda day: [_counts(each, len(prescribed)) for each in day])
    worth = [[prescribed_points(group, held) for held in range(COUNT + 1)] for group in prescribed]
    return _Week(days, days_of, none, lambda held: (room - held) & over == over, worth)


def _good(week: _Week) -> int:
    """The points of a good week: from the least that each day adds on, made better as long as one day alone can."""
    chosen = [day[0] for day in week.adds]
    held = sum(chosen) + week.none
    if not week.may(held):
        return week.points(week.none)
    waiting = len(chosen)  # days that are not known to be best beside the others as they are
    for day in cycle(range(len(chosen))) if chosen else ():
        others = held - chosen[day]
        may = {others + more: more for more in week.adds[day] if week.may(others + more)}
        best = max(may, key=week.points)
        waiting -= 1
        if week.points(best) > week.points(held):
            chosen[day], held, waiting = may[best], best, len(chosen) - 1
        if not waiting:
            break
    return week.points(held)


def _down_from(reached: int, bound: int, lowest: int) -> Iterator[int]:
    """How much has to be reached: as much as is known to be, then less and less, down to nothing at all."""
    least, gap = reached, max(bound - reached, FIRST)
    while least > lowest:
        yield least
        least, gap = least - gap, gap * 4
    yield lowest


# -- prices ----------------------------------------------------------------------------------------------------------


class _Priced(NamedTuple):
    """A week with a price a day on each group of prescribed exercises: the most that the days from each one on bring at
    them, what no week exceeds, and how many days of each group are taken beyond what would be best.
    """

    prices: Sequence[int]
    ahead: Sequence[int]
    bound: int
    apart: Sequence[int]


def _paid(prices: Sequence[int], days: Counts) -> int:
    return sum(map(mul, prices, days))


def _priced(week: _Week, prices: Sequence[int]) -> _Priced:
    chosen = each_once(week.days_of, lambda day: max(day, key=lambda days: _paid(prices, days)))
    gains = [_paid(prices, days) for days in chosen]
    taken = list(map(sum, zip(*chosen, strict=True)))
    aims = [_aim(*each) for each in zip(week.worth, prices, strict=True)]
    ahead = list(accumulate(reversed(gains), initial=0))[::-1]
    bound = ahead[0] + sum(each[aim] for each, aim in zip(week.worth, aims, strict=True)) - _paid(prices, tuple(aims))
    return _Priced(prices, ahead, bound, list(map(sub, taken, aims)))


def _aim(worth: Sequence[int], price: int) -> int:
    """The days that are worth most after their price."""
    return max(range(len(worth)), key=lambda days: worth[days] - price * days)


def _well_priced(week: _Week, reached: int) -> _Priced:
    """Prices moved against what is taken too much or too little at them, as far as the distance to what a good week
    reaches says (Polyak's rule).
    """
    lowest = now = _priced(week, [0] * len(week.worth))
    steps, waited, share = [0.0] * len(week.worth), 0, 1.0
    for _ in range(ROUNDS if prod(each.index(0) + 1 for each in week.worth) > FEW else 0):
        if lowest.bound - reached < FIRST or not any(now.apart):
            break
        steps = [apart + GOES_ON * before for apart, before in zip(now.apart, steps, strict=True)]
        length = (now.bound - reached) * share / sum(each * each for each in steps)
        moved = [max(0, round(price - length * step)) for price, step in zip(now.prices, steps, strict=True)]
        now, waited = _priced(week, moved), waited + 1
        if now.bound < lowest.bound:
            lowest, waited = now, 0
        elif waited == STALLED:
            now, waited, share, steps = lowest, 0, share / 2, [0.0] * len(steps)
    return lowest


# -- what may be held ------------------------------------------------------------------------------------------------


def _reached(week: _Week, priced: _Priced, least: int) -> list[set[Held]]:
    """What may be held before each day and at the end on the way to a week that is worth so much: what a day loses
    beside the best at the prices lowers the bound, so what loses too much need not be looked at.
    """
    ends = [_ends(*each) for each in zip(week.worth, priced.prices, strict=True)]

    @cache
    def bound(held: Held) -> int:
        """What is held and what it can become are worth at the most, but for what the days to come bring."""
        return _sum_of(ends, held)

    reached = [{week.none}]
    for adds, days_of, ahead in zip(week.adds, week.days_of, priced.ahead[1:], strict=True):
        paid = (-_paid(priced.prices, days) for days in days_of)
        dearest, mores = zip(*sorted(zip(paid, adds, strict=True)), strict=True)
        found: set[Held] = set()
        for held in reached[-1]:
            found.update([held + more for more in mores[: bisect_right(dearest, bound(held) + ahead - least)]])
        reached.append({held for held in found if week.may(held) and bound(held) + ahead >= least})
    return reached


def _ends(worth: Sequence[int], price: int) -> list[int]:
    """From each number of days on, what the best number is worth less the price of the days to come."""
    ends = [worth[-1]]
    for each in reversed(worth[:-1]):
        ends.append(max(each, ends[-1] - price))
    return ends[::-1]


def _within(week: _Week, befores: Sequence[set[Held]], ends: set[Held]) -> list[set[Held]]:
    """What of all that may be held leads to one of the ends."""
    within = [ends]
    for each, before in zip(reversed(week.adds), reversed(befores[:-1]), strict=True):
        within.append({held - more for held in within[-1] for more in each} & before)
    return within[::-1]
