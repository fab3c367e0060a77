"""Search: the layout of a week with the most points, exactly.

What a layout is worth is in ``points``. Each part of a week is given a price a unit (a Lagrange multiplier). Whatever
the prices are, the best way through the days, with every unit paid its price, and for each part the best of its worth
less what that costs, is never below the worth of any layout: a bound. The days are then walked in order with
everything that can be told apart of what came before, and whatever cannot reach a layout already known is dropped. So
the prices decide how fast the best layout is found, never which it is.

It rests on two things: the worth of each part is concave, and all else adds up day by day given the day before. Where
more ways of a day are left than ``MOST_STATES``, those that promise least are let go, and the best is not proven.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, cycle, repeat
from operator import add, getitem, lshift, neg, sub

from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.layout.net import Choice, Grouped, InNumbers, Net, Numbered, Ways, net_of, weighed
from backplan.planner.layout.prescribed_days import Counts
from backplan.planner.layout.problem import Problem, each_once

ROUNDS, STALLED = 30, 3  # of prices; without a lower bound, after which the steps are halved
LEAST_SHARE = 1 / 16
NEAR = 600  # hundredths of points from the bound at which prices are good enough
# Ways a day that are followed before closer prices are looked for, and at these; beyond, those that promise least are
# let go.
MOST_AT_FIRST, MOST_STATES = 2_000, 20_000
# More rounds, for closer prices; without a lower bound, after which the steps are halved; how much of each step goes on
# in the next.
CLOSER_ROUNDS, CLOSER_STALLED, GOES_ON = 120, 5, 0.5
GOOD_ROUNDS = 8  # for a layout that need not be the best
# Hundredths of points below the bound that are looked through before all else, each up to this share of the way.
GAPS, NOT_BEYOND = (160, 250, 400, 640, 1_000), 0.8
CLOSER_GAPS = (250, 400, 500, 630, 800, 1_000, 1_250, 1_600, 2_000, 2_500, 3_200, 4_000)
# How far the price of a unit moves beside that of a minute: aerobic, core, more, strength, water, balance.
PACE = (1, 8, 2, 8, 6, 2)
LOW = -(1 << 60)


Worthy = tuple[tuple[int, ...], int]  # a layout, by the index of each day's option, and what it is worth


class Layout(NamedTuple):
    """The best layout of a problem: an option for each of its days, in order, and the hundredths of points it has."""

    options: tuple[Option, ...]
    points: int


class Puzzle:
    """A problem and its layouts."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem

    @cached_property
    def _weighed(self) -> Numbered:
        return weighed(self._problem)

    @cached_property
    def _numbers(self) -> Solved:
        return numbers(self._weighed.figures)

    @property
    def good(self) -> tuple[Option, ...]:
        """A good layout, quick to find, perhaps not the best: what it holds can be held."""
        return self._options_on(self._numbers.good)

    @property
    def best(self) -> Layout:
        """The best layout."""
        found = self._as_layout(self._numbers.best)
        assert found is not None
        return found

    def worth(self, least: int) -> Layout | None:
        """The best layout; None where it is worth less than the least."""
        return self._as_layout(self._numbers.worth(least))

    def _as_layout(self, found: Worthy | None) -> Layout | None:
        return None if found is None else Layout(self._options_on(found[0]), found[1])

    def _options_on(self, path: Sequence[int]) -> tuple[Option, ...]:
        return tuple(options[index] for options, index in zip(self._weighed.options, path, strict=True))


class Solved:
    """A problem in numbers, with the layouts that were found for it: days of other minutes often hold the same. The
    search for the best goes on from that for a good one.
    """

    def __init__(self, figures: InNumbers) -> None:
        self._net = net_of(figures)
        self._found: dict[int, Worthy | None] = {}

    @cached_property
    def _early(self) -> Pricing:
        return _priced_on(self._net, _pricing(self._net), LOW, GOOD_ROUNDS)

    @cached_property
    def good(self) -> tuple[int, ...]:
        """A good layout, quick to find, by the index of each day's option."""
        return _bettered(self._net, self._early)[0]

    @cached_property
    def best(self) -> Worthy | None:
        """The best layout."""
        return self._laid_out(_priced_on(self._net, self._early, LOW, ROUNDS - GOOD_ROUNDS), LOW)

    def worth(self, least: int) -> Worthy | None:
        """The best layout; None where it is worth less than the least."""
        if least not in self._found:
            asked = least - self._net.prescribed
            pricing = _priced_on(self._net, _pricing(self._net), asked, ROUNDS)
            self._found[least] = self._laid_out(pricing, asked)
        return self._found[least]

    def _laid_out(self, pricing: Pricing, asked: int) -> Worthy | None:
        found = _best_path(self._net, pricing, asked)
        return None if found is None else (found[0], found[1] + self._net.prescribed)


@lru_cache(maxsize=8)  # a planning asks for the same few again and again, what would help it most of all
def numbers(figures: InNumbers) -> Solved:
    """A problem in numbers, one for all that are the same."""
    return Solved(figures)


def lay_out(problem: Problem, least: int | None = None) -> Layout | None:
    """The best layout of a problem; None where it is worth less than the ``least`` that is asked for."""
    puzzle = Puzzle(problem)
    return puzzle.best if least is None else puzzle.worth(least)


def _final(worth: Sequence[Sequence[int]], totals: Iterable[int]) -> int:
    """What totals are worth."""
    return sum(map(getitem, worth, totals))


def _points(net: Net, path: Sequence[int]) -> int:
    """What a layout is worth, given by the index of each day's option."""
    totals, state, cost = list(net.done), net.start, 0
    for menu, ways, apart, index in zip(net.menus, net.ways, net.apart, path, strict=True):
        choice = menu[index]
        state, more = ways[state][choice.kind]
        cost += more + apart[choice.kind] + choice.cost
        totals = list(map(add, totals, choice.adds))
    return _final(net.worth, totals) - cost


# -- prices ----------------------------------------------------------------------------------------------------------


class Priced(NamedTuple):
    """A problem with a price on each part.

    ``ahead`` the best that the days from one on can bring, by the state before it, those alike as one;
    ``aims`` the total that each part would best have; ``bound`` what no layout exceeds; ``path`` the best way through
    the days, with its ``totals`` and what it is worth without any prices.
    """

    prices: Counts
    ahead: Sequence[Sequence[int]]
    aims: Counts
    bound: int
    path: tuple[int, ...]
    totals: Sequence[int]
    points: int


class Brought(NamedTuple):
    """What each option of a day brings at some prices, in their order by kind, and the best of each kind; of one day
    less what the kind costs there.
    """

    profits: Sequence[int]
    best: Mapping[int, int]

    def on(self, apart: Mapping[int, int]) -> Brought:
        """The same on a day where each kind costs so much."""
        return Brought(self.profits, {kind: most - apart[kind] for kind, most in self.best.items()})


def _priced(net: Net, prices: Counts) -> Priced:
    anywhere = each_once(net.grouped, lambda grouped: _brought(grouped, prices))
    brought = [each.on(apart) for each, apart in zip(anywhere, net.apart, strict=True)]
    later = [0]  # at the end nothing is to come
    ahead = [later]
    for rows, (_, best) in zip(reversed(net.rows), reversed(brought), strict=True):
        later = [max([best[kind] - cost + later[left] for kind, left, cost in row]) for row in rows]
        ahead.append(later)
    ahead.reverse()
    aims = tuple(map(_aim, net.next_units, prices, net.done))
    path, through = _way_through(net, brought, ahead), ahead[0][net.start]
    totals = _totals(net, path)
    bound, points = (through + _less_prices(net, prices, each) for each in (aims, totals))
    return Priced(prices, ahead, aims, bound, path, totals, points)


def _less_prices(net: Net, prices: Counts, totals: Sequence[int]) -> int:
    """What totals are worth, less the price of what is more than was done."""
    paid = sum(price * (total - begin) for price, total, begin in zip(prices, totals, net.done, strict=True))
    return _final(net.worth, totals) - paid


def _profits(choices: Sequence[Choice], prices: Counts) -> list[int]:
    """What each of some options of a day brings at these prices."""
    minute, core, more, strength, visit, steady = prices
    return [
        a * minute + c * core + m * more + s * strength + w * visit + b * steady - cost
        for _, (a, c, m, s, w, b), cost, _ in choices
    ]


def _brought(grouped: Grouped, prices: Counts) -> Brought:
    profits = _profits(grouped.choices, prices)
    return Brought(profits, {kind: max(profits[span]) for kind, span in grouped.spans.items()})


def _way_through(net: Net, brought: Sequence[Brought], ahead: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The best way through the days at some prices; ``brought`` is what the options of each day bring at them."""
    state, path = net.start, []
    for rows, grouped, apart, (profits, best), here, later in zip(
        net.rows, net.grouped, net.apart, brought, ahead[:-1], ahead[1:], strict=True
    ):
        most = here[state]
        for kind, left, cost in rows[state]:
            if best[kind] - cost + later[left] == most:
                break
        state, span = left, grouped.spans[kind]
        path.append(grouped.choices[profits.index(best[kind] + apart[kind], span.start)].at)
    return tuple(path)


def _aim(next_units: Sequence[int], price: int, begin: int) -> int:
    """The total from ``begin`` up at which what is worth most is left after its price: each unit is worth no more than
    the one before it.
    """
    return bisect_left(next_units, -price, begin, key=neg)


class Pricing(NamedTuple):
    """How far the prices have been moved: those of the lowest bound found, the present ones, the best layout met on the
    way and its points, the steps since the bound was last lowered, and the share of a step that is taken; whether the
    best was bettered day by day.
    """

    lowest: Priced
    now: Priced
    best: tuple[int, ...]
    reached: int
    waited: int = 0
    share: float = 1.0
    bettered: bool = True


def _pricing(net: Net) -> Pricing:
    """The prices to begin with."""
    now = _priced(net, net.prices)
    best, points = _improved(net, now.path, now.points)
    return Pricing(now, now, best, points)


def _priced_on(net: Net, begun: Pricing, asked: int, rounds: int) -> Pricing:
    """Prices moved so many times, or until they are good enough: steps against what is asked too much or too little at
    the present ones, as long as the distance to the best known layout says (Polyak's rule).
    """
    lowest, now, best, reached, waited, share, bettered = begun
    for _ in range(rounds):
        moved = _moved(now, list(map(sub, now.totals, now.aims)), (now.bound - reached) * share)
        if moved is None or lowest.bound - reached <= NEAR or lowest.bound < asked or share < LEAST_SHARE:
            break
        now, waited = _priced(net, moved), waited + 1
        if now.bound < lowest.bound:
            lowest, waited = now, 0
        elif waited == STALLED:
            now, waited, share = lowest, 0, share / 2
        if now.points > reached:
            reached, best, bettered = now.points, now.path, False
    return Pricing(lowest, now, best, reached, waited, share, bettered)


def _closer(net: Net, begun: Pricing) -> Pricing:
    """Prices moved on by finer steps, each with part of the one before; no total is aimed at that no days can hold."""
    most = map(add, net.done, net.still[0])
    net = net._replace(next_units=[units[:total] for units, total in zip(net.next_units, most, strict=True)])
    best, reached = _bettered(net, begun)
    lowest = now = _priced(net, begun.lowest.prices)
    waited, share, steps, bettered = 0, 1.0, [0.0] * len(now.aims), True
    for _ in range(CLOSER_ROUNDS):
        apart = list(map(sub, now.totals, now.aims))
        steps = [each + before * GOES_ON for each, before in zip(apart, steps, strict=True)]
        moved = _moved(now, steps, (now.bound - reached) * share)
        if moved is None or lowest.bound <= reached:
            break
        now, waited = _priced(net, moved), waited + 1
        if now.bound < lowest.bound:
            lowest, waited = now, 0
        elif waited == CLOSER_STALLED:
            now, waited, share, steps = lowest, 0, share / 2, [0.0] * len(steps)
        if now.points > reached:
            reached, best, bettered = now.points, now.path, False
    return Pricing(lowest, now, best, reached, bettered=bettered)


def _moved(now: Priced, apart: Sequence[float], length: float) -> Counts | None:
    """Prices a step further, dearer where more is taken than aimed at; None where that is nowhere."""
    square = sum((each * step) ** 2 for each, step in zip(apart, PACE, strict=True))
    if not square:
        return None
    prices = zip(now.prices, apart, PACE, strict=True)
    return tuple(max(0, round(price - length / square * each * step * step)) for price, each, step in prices)


def _totals(net: Net, path: Sequence[int]) -> list[int]:
    chosen = [menu[index].adds for menu, index in zip(net.menus, path, strict=True)]
    return list(map(sum, zip(net.done, *chosen, strict=True)))


# -- search ----------------------------------------------------------------------------------------------------------

# What there is of each part, as digits of one number, and the state between the days, the last digit.
Reached = int
Step = tuple[int, Reached, int, int, int]  # see _Steps
Way = tuple["Way", int] | None  # the days before, and the index of the last day's option; None before the first
Path = tuple[int, Way, int]  # its cost, its way, and the bound on all it can become


class Ground(NamedTuple):
    """What is walked over at some prices: the bits of a state, where it begins, and for each day its steps by the state
    before it, and what totals after it can be worth.
    """

    bits: int
    start: Reached
    steps: Sequence[Mapping[int, Sequence[Step]]]
    bounds: Sequence[Mapping[int, int]]


class TooManyError(Exception):
    """More ways of a day are left than are followed at first."""


def _best_path(net: Net, pricing: Pricing, asked: int) -> Worthy | None:
    """The best layout; None where it is worth less than is asked. Where too many ways are left, it is looked for among
    more of them, at closer prices.
    """
    try:
        return _found(net, pricing, asked, GAPS, MOST_AT_FIRST)
    except TooManyError:
        return _found(net, _closer(net, pricing), asked, CLOSER_GAPS, MOST_STATES)


def _found(net: Net, pricing: Pricing, asked: int, gaps: Sequence[int], followed: int) -> Worthy | None:
    """The best layout; None where it is worth less than is asked.

    It is most often near the bound, so what is near is walked first: little can reach that.
    """
    priced = pricing.lowest
    if priced.bound < asked:
        return None
    reached = _bettered(net, pricing)
    better = max(asked, reached[1] + 1)
    if priced.bound >= better:
        cuts = [priced.bound - gap for gap in gaps if gap < NOT_BEYOND * (priced.bound - better)]
        ground = _ground(net, priced, priced.bound - better)
        walks = (_walk(ground, priced.bound, cut, followed) for cut in (*cuts, better))
        if (path := next((path for path in walks if path is not None), None)) is not None:
            return path, _points(net, path)
    return reached if reached[1] >= asked else None


def _bettered(net: Net, pricing: Pricing) -> Worthy:
    """The best layout that was met on the way to some prices, made better day by day."""
    best, points = pricing.best, pricing.reached
    return (best, points) if pricing.bettered else _improved(net, best, points)


def _improved(net: Net, path: tuple[int, ...], points: int) -> Worthy:
    """A layout with so many points made better day by day, as long as another option of one day alone makes it
    better.
    """
    best = list(path)
    free = [day for day, menu in enumerate(net.menus) if len(menu) > 1]
    waiting = len(free)  # days that are not known to be best beside the others as they are
    for day in cycle(free):
        index, now = _best_instead(net, best, day)
        if now > points:
            best[day], points, waiting = index, now, len(free)
        waiting -= 1
        if not waiting:
            break
    return tuple(best), points


def _best_instead(net: Net, path: Sequence[int], day: int) -> tuple[int, int]:
    """The option of a day that is best with all other days as they are, and what that layout is worth."""
    chosen = [menu[index] for menu, index in zip(net.menus, path, strict=True)]
    others = [each for number, each in enumerate(chosen) if number != day]
    own, besides = sum(each.cost for each in others), _meeting(net, [each.kind for each in chosen], day)
    had_a, had_c, had_m, had_s, had_w, had_b = map(sum, zip(net.done, *(each.adds for each in others), strict=True))
    minutes, core, more, strength, water, balance = net.worth
    best = (path[day], LOW)
    for kind, (a, c, m, s, w, b), cost, index in net.menus[day]:
        if kind in besides:
            worth = minutes[had_a + a] + core[had_c + c] + more[had_m + m] + strength[had_s + s]
            worth += water[had_w + w] + balance[had_b + b]
            if (points := worth - cost - own - besides[kind]) > best[1]:
                best = (index, points)
    return best


def _meeting(net: Net, kinds: Sequence[int], day: int) -> dict[int, int]:
    """What kinds of days cost by what stands beside them, a week ago, too, for each kind that may stand on one day
    among them.
    """
    state, before = net.start, 0
    for ways, apart, kind in zip(net.ways[:day], net.apart, kinds, strict=False):
        state, more = ways[state][kind]
        before += more + apart[kind]
    then = list(zip(net.ways[day + 1 :], net.apart[day + 1 :], kinds[day + 1 :], strict=True))
    here = net.apart[day]
    ends = ((kind, cost + here[kind], _cost_on(leads, then)) for kind, (leads, cost) in net.ways[day][state].items())
    return {kind: before + cost + later for kind, cost, later in ends if later is not None}


def _cost_on(state: int, then: Iterable[tuple[Sequence[Ways], Mapping[int, int], int]]) -> int | None:
    """What kinds of days cost from a state on; None where they may not meet so."""
    cost = 0
    for ways, apart, kind in then:
        if kind not in ways[state]:
            return None
        state, more = ways[state][kind]
        cost += more + apart[kind]
    return cost


def _ground(net: Net, priced: Priced, most: int) -> Ground:
    """What is walked over where a way may lose so much at the most beside the best at the prices."""
    bits = max(map(len, net.alike)).bit_length()
    ahead = [[best[number] for number in numbers] for best, numbers in zip(priced.ahead, net.alike, strict=True)]
    widths = [(len(worth) - 1).bit_length() for worth in net.worth]
    shifts = tuple(accumulate(widths[:0:-1], initial=0))[::-1]
    masks = [(1 << width) - 1 for width in widths]
    left = list(map(_less_price, net.worth, priced.prices))
    moved = [index for index, more in enumerate(net.still[0]) if more]  # the others are worth the same throughout
    fixed = sum(worth[begin] for worth, begin, more in zip(net.worth, net.done, net.still[0], strict=True) if not more)
    fixed += sum(priced.prices[index] * net.done[index] for index in moved)

    def packed(counts: Counts) -> Reached:
        held: int = sum(map(lshift, counts, shifts))
        return held << bits

    adds = each_once(net.menus, lambda menu: [packed(each.adds) for each in menu])
    profits = each_once(net.menus, lambda menu: _profits(menu, priced.prices))
    options = [
        [(each.kind, held, profit - apart[each.kind], each.at) for each, held, profit in zip(*day, strict=True)]
        for *day, apart in zip(net.menus, adds, profits, net.apart, strict=True)
    ]
    days = zip(options, net.ways, ahead, ahead[1:], strict=False)
    steps = [_Steps(menu, ways, here, later, most) for menu, ways, here, later in days]
    bounds = [
        _Bounds(fixed, [(shifts[at], masks[at], _at_best(left[at], priced.aims[at], still[at])) for at in moved])
        for still in net.still[1:]
    ]
    return Ground(bits, packed(net.done) + net.start, steps, bounds)


def _less_price(worth: Sequence[int], price: int) -> list[int]:
    """What each total of a part is worth, less the price of all of it."""
    return list(map(sub, worth, range(0, len(worth) * price, price) if price else repeat(0)))


def _at_best(left: Sequence[int], aim: int, more: int) -> list[int]:
    """What is left at the most of each total of a part to which so much may still come: at the aim, or as near to it as
    may be.
    """
    return [*left[more:aim], *[left[aim]] * (min(aim, more) + 1), *left[aim + 1 :]]


class _Bounds(dict[int, int]):
    """What totals can be worth at the most from a day on, less the price of all that is in them then, but for what was
    done: each worked out once. ``parts`` are where a part stands in totals, and what is left of each total of it.
    """

    def __init__(self, fixed: int, parts: Sequence[tuple[int, int, Sequence[int]]]) -> None:
        super().__init__()
        self._fixed, self._parts = fixed, parts

    def __missing__(self, totals: int) -> int:
        bound = self._fixed
        for shift, most, left in self._parts:
            bound += left[totals >> shift & most]
        self[totals] = bound
        return bound


class _Steps(dict[int, list[Step]]):
    """For each state before a day, the options that may follow: what each loses beside the best at the prices, the
    least first, and none too much; what it adds, with the state it leads to; its cost less the price of what it adds,
    its index, and what it brings with the days to come. Those of a state are worked out when it is come to.
    """

    def __init__(
        self,
        options: Sequence[tuple[int, Reached, int, int]],
        ways: Sequence[Ways],
        here: Sequence[int],
        later: Sequence[int],
        most: int,
    ) -> None:
        super().__init__()
        self._options, self._ways = options, ways
        self._here, self._later, self._most = here, later, most

    def __missing__(self, state: int) -> list[Step]:
        way, best, later, steps = self._ways[state], self._here[state], self._later, []
        for kind, adds, profit, index in self._options:
            if kind in way:
                leaves, cost = way[kind]
                cost -= profit
                gain = later[leaves] - cost
                if best - gain <= self._most:
                    steps.append((best - gain, adds + leaves, cost, index, gain))
        self[state] = sorted(steps)
        return self[state]


def _walk(ground: Ground, highest: int, cut: int, followed: int) -> tuple[int, ...] | None:
    """The best layout that is worth ``cut`` or more, day by day through all that can still reach it; None without.
    Raises ``TooManyError`` where more are left after a day than are followed.
    """
    bits, state_of = ground.bits, (1 << ground.bits) - 1
    states: dict[Reached, Path] = {ground.start: (0, None, highest)}
    for after, bounds in zip(ground.steps, ground.bounds, strict=True):
        found: dict[Reached, Path] = {}
        for reached, (cost, way, most) in states.items():
            slack, state = most - cut, reached & state_of
            begin = reached - state
            for lost, adds, price, index, gain in after[state]:
                if lost > slack:
                    break
                now, key = cost + price, begin + adds
                if key in found and found[key][0] <= now:
                    continue
                bound = bounds[key >> bits] - cost + gain
                if bound >= cut:
                    found[key] = (now, (way, index), bound)
        if len(found) > followed:
            if followed < MOST_STATES:
                raise TooManyError
            found = _most_promising(found, followed)
        states = found
    best = max((bound for _, _, bound in states.values()), default=None)
    return min((_indices(way) for _, way, bound in states.values() if bound == best), default=None)


def _most_promising(found: Mapping[Reached, Path], many: int) -> dict[Reached, Path]:
    """So many of the ways of a day: then the best is not proven. ``tools/time_planning.py`` tells of whom."""
    return dict(sorted(found.items(), key=lambda each: -each[1][2])[:many])


def _indices(way: Way) -> tuple[int, ...]:
    """The index of each day's option."""
    found: list[int] = []
    while way is not None:
        way, index = way
        found.append(index)
    return tuple(reversed(found))
