"""Search: the layout of a week with the most points, exactly.

What a layout is worth is in ``points``. Each part of a week is given a price a unit (a Lagrange multiplier). Whatever
the prices are, the best way through the days, with every unit paid its price, and for each part the best of its worth
less what that costs, is never below the worth of any layout: a bound. The days are then walked in order with
everything that can be told apart of what came before, and whatever cannot reach a layout already known is dropped. So
the prices decide how fast the best layout is found, never which it is.

It rests on two things: the worth of each part is concave, and all else adds up day by day given the day before. Where
more ways of a day are left than ``MOST_STATES``, those that promise least are let go, and the best is not proven.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import add, getitem, mul
from typing import NamedTuple

from backplan.planner.day.option import Option
from backplan.planner.layout.net import Choice, Counts, Net, State, Ways, net_of
from backplan.planner.layout.problem import Problem

ROUNDS, STALLED = 30, 3  # of prices; without a lower bound, after which the steps are halved
LEAST_SHARE = 1 / 16
NEAR = 600  # hundredths of points from the bound at which prices are good enough
MOST_STATES = 2_000  # ways a day that are followed; beyond, those that promise least are let go
GOOD_ROUNDS = 8  # for a layout that need not be the best
GAPS = (100, 300, 900)  # hundredths of points below the bound that are looked through before all else
# How far the price of a unit moves beside that of a minute: aerobic, core, more, strength, water.
PACE = (1, 8, 2, 8, 6)
LOW = -(1 << 60)


class Layout(NamedTuple):
    """The best layout of a problem: an option for each of its days, in order, and the hundredths of points it has."""

    options: tuple[Option, ...]
    points: int


def lay_out(problem: Problem, least: int | None = None) -> Layout | None:
    """The best layout of a problem; None where it is worth less than the ``least`` that is asked for."""
    net = net_of(problem)
    path = _best_path(net, LOW if least is None else least - net.prescribed)
    return None if path is None else Layout(_options_on(problem, path), _points(net, path) + net.prescribed)


def _options_on(problem: Problem, path: Sequence[int]) -> tuple[Option, ...]:
    return tuple(options[index] for options, index in zip(problem.days, path, strict=True))


def good_layout(problem: Problem) -> tuple[Option, ...]:
    """A good layout of a problem, quick to find, perhaps not the best: what it holds can be held."""
    net = net_of(problem)
    return _options_on(problem, _improved(net, _best_prices(net, LOW, GOOD_ROUNDS)[1]))


def _final(worth: Sequence[Sequence[int]], totals: Iterable[int]) -> int:
    """What totals are worth."""
    return sum(map(getitem, worth, totals))


def _points(net: Net, path: Sequence[int]) -> int:
    """What a layout is worth, given by the index of each day's option."""
    totals, state, cost = list(net.done), net.start, 0
    for menu, ways, index in zip(net.menus, net.ways, path, strict=True):
        choice = menu[index]
        state, more = ways[state][choice.kind]
        cost += more + choice.cost
        totals = [total + add for total, add in zip(totals, choice.adds, strict=True)]
    return _final(net.worth, totals) - cost


# -- prices ----------------------------------------------------------------------------------------------------------


class Priced(NamedTuple):
    """A problem with a price on each part.

    ``profits`` of each day's options; ``ahead`` the best that the days from one on can bring, by the state before it;
    ``aims`` the total that each part would best have; ``bound`` what no layout exceeds.
    """

    prices: Counts
    profits: Sequence[Sequence[int]]
    ahead: Sequence[Mapping[int, int]]
    aims: Counts
    bound: int
    path: tuple[int, ...]


def _priced(net: Net, prices: Counts) -> Priced:
    profits = _profits(net, prices)
    bests = [_best_of_kinds(kinds, each) for kinds, each in zip(net.kinds, profits, strict=True)]
    ahead: list[dict[State, int]] = [_at_the_end(net)]
    for ways, best, each in zip(reversed(net.ways), reversed(bests), reversed(profits), strict=True):
        later, gains = ahead[-1], {kind: each[index] for kind, index in best.items()}
        ahead.append(
            {
                state: max([gains[kind] - cost + later[left] for kind, (left, cost) in way.items()])
                for state, way in ways.items()
            }
        )
    ahead.reverse()
    aims = tuple(_aim(worth, price, begin) for worth, price, begin in zip(net.worth, prices, net.done, strict=True))
    bound = ahead[0][net.start] + sum(
        worth[aim] - price * (aim - begin)
        for worth, aim, price, begin in zip(net.worth, aims, prices, net.done, strict=True)
    )
    return Priced(prices, profits, ahead, aims, bound, _way_through(net, profits, bests, ahead))


def _at_the_end(net: Net) -> dict[State, int]:
    """The states after the last day, with nothing to come."""
    ends = (state for way in net.ways[-1].values() for state, _ in way.values()) if net.ways else (net.start,)
    return dict.fromkeys(ends, 0)


def _profits(net: Net, prices: Counts) -> list[list[int]]:
    """What each option of each day brings at these prices; days alike share one list."""
    kept: dict[int, list[int]] = {}
    for menu in net.menus:
        if id(menu) not in kept:
            kept[id(menu)] = [sum(map(mul, adds, prices)) - cost for _, adds, cost, _ in menu]
    return [kept[id(menu)] for menu in net.menus]


def _best_of_kinds(kinds: Mapping[int, Sequence[int]], profits: Sequence[int]) -> dict[int, int]:
    """The index of the option of each kind that brings most."""
    return {kind: max(which, key=profits.__getitem__) for kind, which in kinds.items()}


def _way_through(
    net: Net, profits: Sequence[Sequence[int]], bests: Sequence[Mapping[int, int]], ahead: Sequence[Mapping[int, int]]
) -> tuple[int, ...]:
    """The best way through the days at some prices."""
    state, path = net.start, []
    for ways, gains, best, later in zip(net.ways, profits, bests, ahead[1:], strict=True):
        way = ways[state]
        kind = max(way, key=lambda kind: gains[best[kind]] - way[kind][1] + later[way[kind][0]])
        state = way[kind][0]
        path.append(best[kind])
    return tuple(path)


def _aim(worth: Sequence[int], price: int, begin: int) -> int:
    """The total from ``begin`` up at which what is worth most is left after its price."""
    aim = begin
    while aim + 1 < len(worth) and worth[aim + 1] - worth[aim] > price:
        aim += 1
    return aim


def _best_prices(net: Net, asked: int, rounds: int = ROUNDS) -> tuple[Priced, tuple[int, ...]]:
    """The prices of the lowest bound found, and the best layout met on the way: steps against what is asked too much or
    too little at the present ones, as long as the distance to the best known layout says (Polyak's rule).
    """
    lowest = now = _priced(net, net.prices)
    best = _improved(net, now.path)
    known, waited, share = _points(net, best), 0, 1.0
    for _ in range(rounds):
        moved = _moved(now, _totals(net, now.path), (now.bound - known) * share)
        if moved is None or lowest.bound - known <= NEAR or lowest.bound < asked or share < LEAST_SHARE:
            break
        now, waited = _priced(net, moved), waited + 1
        if now.bound < lowest.bound:
            lowest, waited = now, 0
        elif waited == STALLED:
            now, waited, share = lowest, 0, share / 2
        if (points := _points(net, now.path)) > known:
            known, best = points, now.path
    return lowest, best


def _moved(now: Priced, totals: Sequence[int], length: float) -> Counts | None:
    """Prices a step further, dearer where more is taken than aimed at; None where that is nowhere."""
    apart = [total - aim for total, aim in zip(totals, now.aims, strict=True)]
    square = sum((each * step) ** 2 for each, step in zip(apart, PACE, strict=True))
    if not square:
        return None
    prices = zip(now.prices, apart, PACE, strict=True)
    return tuple(max(0, round(price - length / square * each * step * step)) for price, each, step in prices)


def _totals(net: Net, path: Sequence[int]) -> list[int]:
    chosen = [menu[index].adds for menu, index in zip(net.menus, path, strict=True)]
    return [begin + sum(adds) for begin, *adds in zip(net.done, *chosen, strict=True)]


# -- search ----------------------------------------------------------------------------------------------------------

Totals = Counts
Reached = tuple[Totals, State]  # what there is of each part, and the state between the days
Step = tuple[int, Counts, State, int, int]  # see _steps
Path = tuple[int, tuple[int, ...], int]  # its cost, the index of each day's option, and the bound on all it can become


def _best_path(net: Net, asked: int) -> tuple[int, ...] | None:
    """The best layout, by the index of each day's option; None where it is worth less than is asked.

    It is most often near the bound, so what is near is walked first: little can reach that.
    """
    priced, known = _best_prices(net, asked)
    if priced.bound < asked:
        return None
    known = _improved(net, known)
    better = max(asked, _points(net, known) + 1)
    best = (_walked(net, priced, better) if priced.bound >= better else None) or known
    return best if _points(net, best) >= asked else None


def _walked(net: Net, priced: Priced, better: int) -> tuple[int, ...] | None:
    """The best layout that is worth ``better`` or more, what is near the bound walked first; None without."""
    cuts = [cut for gap in GAPS if (cut := priced.bound - gap) > better]
    steps = _steps(net, priced)
    found = (_walk(net, priced, steps, cut) for cut in (*cuts, better))
    return next((path for path in found if path is not None), None)


def _improved(net: Net, known: tuple[int, ...]) -> tuple[int, ...]:
    """A layout made better day by day, as long as another option of one day alone makes it better."""
    best, points = list(known), _points(net, known)
    better = True
    while better:
        better = False
        for day in range(len(net.menus)):
            index, now = _best_instead(net, best, day)
            if now > points:
                best[day], points, better = index, now, True
    return tuple(best)


def _best_instead(net: Net, path: Sequence[int], day: int) -> tuple[int, int]:
    """The option of a day that is best with all other days as they are, and what that layout is worth."""
    chosen = [menu[index] for menu, index in zip(net.menus, path, strict=True)]
    others = [each for number, each in enumerate(chosen) if number != day]
    totals = [begin + sum(adds) for begin, *adds in zip(net.done, *(each.adds for each in others), strict=True)]
    own, kinds = sum(each.cost for each in others), [each.kind for each in chosen]
    besides: dict[int, int] = {}
    best = (path[day], LOW)
    for kind, adds, cost, index in net.menus[day]:
        if kind not in besides:
            besides[kind] = own + _meeting(net, [*kinds[:day], kind, *kinds[day + 1 :]])
        if (points := _final(net.worth, map(add, totals, adds)) - cost - besides[kind]) > best[1]:
            best = (index, points)
    return best


def _meeting(net: Net, kinds: Sequence[int]) -> int:
    """What kinds of days cost by what stands beside them; far more than anything where they may not meet so."""
    state, cost = net.start, 0
    for ways, kind in zip(net.ways, kinds, strict=True):
        way = ways[state].get(kind)
        if way is None:
            return -LOW
        state, more = way
        cost += more
    return cost


def _walk(
    net: Net, priced: Priced, steps: Sequence[Mapping[State, Sequence[Step]]], cut: int
) -> tuple[int, ...] | None:
    """The best layout that is worth ``cut`` or more, day by day through all that can still reach it; None without."""
    states: dict[Reached, Path] = {(net.done, net.start): (0, (), priced.bound)}
    for day in range(len(net.menus)):
        ahead, left = priced.ahead[day + 1], net.still[day + 1]
        found: dict[Reached, Path] = {}
        bounds: dict[Totals, int] = {}
        for (totals, state), (cost, path, most) in states.items():
            slack = most - cut
            for lost, adds, leaves, price, index in steps[day][state]:
                if lost > slack:
                    break
                now = cost + price
                sums = tuple([total + add for total, add in zip(totals, adds)])  # noqa: B905 - measured: a third faster
                key = (sums, leaves)
                if key in found and found[key][0] <= now:
                    continue
                if sums not in bounds:
                    bounds[sums] = _bound_of(net, priced, sums, left)
                bound = bounds[sums] - now + ahead[leaves]
                if bound >= cut:
                    found[key] = (now, (*path, index), bound)
        if len(found) > MOST_STATES:
            found = dict(sorted(found.items(), key=lambda each: -each[1][2])[:MOST_STATES])
        states = found
    best = max(((bound, path) for _, path, bound in states.values()), key=_first_of_best, default=None)
    return best[1] if best else None


def _first_of_best(layout: tuple[int, tuple[int, ...]]) -> tuple[int, tuple[int, ...]]:
    points, path = layout
    return points, tuple(-index for index in path)


def _bound_of(net: Net, priced: Priced, totals: Counts, left: Counts) -> int:
    """What totals can be worth at the most, less the price of what is still to come."""
    bound = 0
    for worth, price, aim, total, more in zip(net.worth, priced.prices, priced.aims, totals, left):  # noqa: B905
        end = total if aim <= total else aim if aim <= total + more else total + more
        bound += worth[end] - price * (end - total)
    return bound


def _steps(net: Net, priced: Priced) -> list[dict[State, list[Step]]]:
    """For each day and state before it, the options that may follow: what each loses beside the best at the prices, the
    least first; what it adds, the state it leads to, its cost, its index.
    """
    found = []
    for day, (menu, profits, ways) in enumerate(zip(net.menus, priced.profits, net.ways, strict=True)):
        here, ahead = priced.ahead[day], priced.ahead[day + 1]
        found.append({state: _after(menu, profits, way, here[state], ahead) for state, way in ways.items()})
    return found


def _after(
    menu: Sequence[Choice], profits: Sequence[int], way: Ways, best: int, ahead: Mapping[int, int]
) -> list[Step]:
    steps = []
    for (kind, adds, own, index), profit in zip(menu, profits, strict=True):
        if kind in way:
            leaves, cost = way[kind]
            steps.append((best - profit + cost - ahead[leaves], adds, leaves, own + cost, index))
    return sorted(steps)
