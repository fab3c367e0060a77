"""Net: a week to be laid out in numbers, and which kinds of days lead where.

What a day leaves behind, and the days that each prescribed exercise has had so far, are the states between the days; a
kind of day leads from one to the next. Only what can still end with the prescribed days that are worth most is kept.
So every way through the net is a layout that breaks no rule and has what is prescribed.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add, mul, sub
from typing import TypeVar

from backplan.model.week import Totals
from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.layout.points import (
    KINDS,
    WATER,
    Alike,
    Stands,
    after,
    day_kind,
    figures_of,
    first_flags,
    groups,
    option_cost,
    stands_of,
    unlike,
)
from backplan.planner.layout.prescribed_days import Counts, Held, best_held, digits
from backplan.planner.layout.problem import Problem, Worth, each_once

State = int
Ways = Mapping[int, tuple[State, int]]  # a kind of day: the state it leads to, and what that costs
Row = Sequence[tuple[int, State, int]]  # the same as a list


class NoWayError(Exception):
    """No way leads through the days of a problem, as some that may not be neighbours have to hold what they hold."""


class Choice(NamedTuple):
    """An option in numbers: its kind of day, what it adds to each part, and what it costs by itself."""

    kind: int
    adds: Counts
    cost: int
    at: int  # its index


class Grouped(NamedTuple):
    """The options of a day by their kind, and where those of each kind stand."""

    choices: Sequence[Choice]
    spans: Mapping[int, slice]


class Net(NamedTuple):
    """A problem in numbers.

    ``ways`` holds for each day, by the state before it, the kinds of day that may follow: each with the state it leads
    to and its cost beside the day before; ``rows`` are the same as lists, in which states from which everything leads
    on alike are one, and ``alike`` is which of these each state is, before each day and at the end. ``apart`` is what a
    kind of each day costs for being unlike the same day of last week. ``still`` is the most that the days from one on
    can add to each part. ``prescribed`` are the points of what is prescribed, which all ways have alike.
    """

    menus: Sequence[Sequence[Choice]]  # one a day; days alike share one
    grouped: Sequence[Grouped]  # the same by kind
    ways: Sequence[Sequence[Ways]]
    rows: Sequence[Sequence[Row]]
    alike: Sequence[Sequence[State]]
    apart: Sequence[Mapping[int, int]]
    still: Sequence[Counts]
    worth: Sequence[Sequence[int]]
    next_units: Sequence[Sequence[int]]  # what one more of each part is worth, from nothing on
    done: Counts
    start: State
    prices: Counts  # to begin with
    prescribed: int


class InNumbers(NamedTuple):
    """All that a net is made from, by value: the options of each day in numbers, the kinds they are of, the flags and
    the visits to a pool that a week begins with and the most it may hold, what is prescribed, what each kind of a day
    costs beside last week, and what all is worth.
    """

    menus: tuple[tuple[Choice, ...], ...]
    days: tuple["DayKinds", ...]
    flags: int
    visits: tuple[int, int]
    prescribed: tuple[Alike, ...]
    apart: tuple[tuple[int, ...], ...]
    worth: Worth
    prices: Totals
    done: Totals


class Numbered(NamedTuple):
    """A problem in the numbers that alone decide how it is laid out, and the options of each day that they are of."""

    figures: InNumbers
    options: Sequence[Sequence[Option]]


def weighed(problem: Problem) -> Numbered:
    """A problem in numbers."""
    prescribed = groups(problem)
    menus, options = zip(*_menus(problem, prescribed), strict=True) if problem.days else ((), ())
    kinds = each_once(menus, lambda menu: tuple(sorted({choice.kind for choice in menu})))
    days = tuple([DayKinds(stands_of(problem, day), each) for day, each in enumerate(kinds)])
    apart = tuple([tuple([unlike(problem, day, kind) for kind in each]) for day, each in enumerate(kinds)])
    visits, flags = (problem.done.water, _most_visits(problem)), first_flags(problem)
    figures = InNumbers(menus, days, flags, visits, prescribed, apart, problem.worth, problem.prices, problem.done)
    return Numbered(figures, options)


def net_of(figures: InNumbers) -> Net:
    """The net of a problem; raises ``NoWayError`` where no way leads through it."""
    menus, done = figures.menus, figures.done
    if figures.prescribed:
        (ways, rows, alike), points = prescribed_paths(*figures[1:5])
    else:
        (ways, rows, alike), points = free_paths(figures.days, figures.flags), 0
    grouped, still = each_once(menus, _grouped), _still(menus)
    worth = _to_the_end(figures.worth, done, still[0])
    next_units = [list(map(sub, each[1:], each)) for each in worth]
    apart = [dict(zip(day.kinds, costs, strict=True)) for day, costs in zip(figures.days, figures.apart, strict=True)]
    return Net(menus, grouped, ways, rows, alike, apart, still, worth, next_units, done, 0, figures.prices, points)


class Worthwhile(NamedTuple):
    """The options of a day that are worth choosing among, in numbers and as they are."""

    menu: tuple[Choice, ...]
    options: Sequence[Option]


def _menus(problem: Problem, prescribed: Sequence[Alike]) -> list[Worthwhile]:
    """The options of each day in numbers, of those of one kind that add the same only the first that costs least. Days
    with the same numbers have one menu, so that all is made of it once.
    """
    counts, fullest = [len(worth) > 1 for worth in problem.worth], problem.fullest

    def bits(held: frozenset[str]) -> int:
        """A bit for each group of prescribed exercises, above the kind of a day."""
        return sum([(group.exercise in held) << at for at, group in enumerate(prescribed)]) * KINDS

    def kind_of(option: Option) -> int:
        return day_kind(option) | bits(option.prescribed) if option.prescribed else day_kind(option)

    def menu(options: Sequence[Option]) -> Worthwhile:
        cheapest: dict[tuple[int, Counts], tuple[int, int]] = {}
        for at, option in enumerate(options):
            # Nothing is counted of what is worth nothing, so that no totals of it are told apart.
            key = (kind_of(option), tuple(map(mul, figures_of(option), counts)))
            cost = option_cost(option, fullest)
            if key not in cheapest or cost < cheapest[key][0]:
                cheapest[key] = (cost, at)
        those = sorted((at, kind, adds, cost) for (kind, adds), (cost, at) in cheapest.items())
        found = tuple([Choice(kind, adds, cost, index) for index, (_, kind, adds, cost) in enumerate(those)])
        return Worthwhile(kept.setdefault(found, found), [options[at] for at, *_ in those])

    kept = dict[tuple[Choice, ...], tuple[Choice, ...]]()
    return each_once(problem.days, menu)


def _grouped(menu: Sequence[Choice]) -> Grouped:
    by_kind: dict[int, list[Choice]] = {}
    for choice in menu:
        by_kind.setdefault(choice.kind, []).append(choice)
    ends = accumulate(map(len, by_kind.values()))
    spans = {kind: slice(end - len(those), end) for (kind, those), end in zip(by_kind.items(), ends, strict=True)}
    return Grouped([choice for those in by_kind.values() for choice in those], spans)


def _still(menus: Sequence[Sequence[Choice]]) -> list[Counts]:
    """The most that the days from one on can add to each part."""
    found: list[Counts] = [(0,) * len(Totals._fields)]
    for most in reversed(each_once(menus, _most)):
        found.append(tuple(map(add, most, found[-1])))
    return found[::-1]


def _most(menu: Sequence[Choice]) -> list[int]:
    """The most that a day can add to each part."""
    return list(map(max, zip(*[choice.adds for choice in menu], strict=True)))


def _to_the_end(worth: Worth, done: Totals, still: Counts) -> list[Sequence[int]]:
    """The worth of every total that can be reached: beyond the last as much as the last."""
    most = map(add, done, still)
    return [[*each, *[each[-1]] * (total + 1 - len(each))] for each, total in zip(worth, most, strict=True)]


# -- states between the days -----------------------------------------------------------------------------------------

Place = tuple[int, Held]  # a state: the flags of the day before, and what is held so far; 0 where none is prescribed
Before = TypeVar("Before", int, Place)  # flags alone, where nothing is prescribed, or a place
Steps = Sequence[tuple[int, Before, int]]  # kinds that may follow: what each leads to, and what that costs
REST_KIND = 0


class Paths(NamedTuple):
    """The ways between the numbered states of a net, and the same as rows of those alike: as they stand in ``Net``."""

    ways: Sequence[Sequence[Ways]]
    rows: Sequence[Sequence[Row]]
    alike: Sequence[Sequence[State]]


class DayKinds(NamedTuple):
    """The kinds that a day may be, in order, and where it stands."""

    stands: Stands
    kinds: tuple[int, ...]


@lru_cache(maxsize=8)  # days of other minutes are often of the same kinds; these may be large
def prescribed_paths(
    days: tuple[DayKinds, ...], flags: int, visits: tuple[int, int], prescribed: tuple[Alike, ...]
) -> tuple[Paths, int]:
    """The ways that have what is prescribed, from state 0 on, and the points of that."""
    none = digits((visits[0], *(0 for _ in prescribed)))
    most = (visits[1], *(group.most for group in prescribed))
    adds = [{kind: _held_by(kind, len(most)) for kind in day.kinds} for day in days]
    follows, start = _follows(days), (flags, none)
    for points, within in best_held([{*day.values()} for day in adds], none, most, prescribed):
        forward, ends = _forward(follows, adds, start, within)
        if ends:
            return _joined(_numbered(_leading_to(ends, forward), start)), points
    raise NoWayError


@lru_cache(maxsize=64)  # a planning asks for the same few again and again
def free_paths(days: tuple[DayKinds, ...], flags: int) -> Paths:
    """The ways where nothing is prescribed."""
    follows = _follows(days)
    if all(REST_KIND in day.kinds for day in days):  # then every place leads to the end
        return _joined(_numbered(follows, flags))
    start, nothing = (flags, 0), [{0}] * (len(days) + 1)
    forward, ends = _forward(follows, [dict.fromkeys(day.kinds, 0) for day in days], start, nothing)
    if not ends:
        raise NoWayError
    return _joined(_numbered(_leading_to(ends, forward), start))


def _joined(ways: list[list[Ways]]) -> Paths:
    return Paths(ways, *_alike(ways))


def _most_visits(problem: Problem) -> int:
    """The visits to a pool that a week may hold: more are worth less."""
    visits = problem.worth.water
    return max(visits.index(max(visits)), problem.done.water)


def _held_by(kind: int, many: int) -> Held:
    """What a day of a kind adds to what is held: a visit to a pool, and a day of each group that stands on it."""
    groups_of = kind // KINDS
    return digits((int(bool(kind & WATER)), *(groups_of >> at & 1 for at in range(many - 1))))


def _follows(days: Sequence[DayKinds]) -> list["_Follows"]:
    """For each day the kinds that may follow a day before; days alike have one."""
    kept = {day: _Follows(*day) for day in dict.fromkeys(days)}
    return [kept[day] for day in days]


class _Follows(dict[int, Steps[int]]):
    """By what the day before leaves behind, the kinds that may follow: each with the flags it leaves, and what that
    costs. Those of some flags are worked out when they are come to.
    """

    def __init__(self, stands: Stands, kinds: Sequence[int]) -> None:
        super().__init__()
        self._stands, self._kinds = stands, kinds

    def __missing__(self, flags: int) -> Steps[int]:
        found: list[tuple[int, int, int]] = []
        for kind in self._kinds:
            if (way := after(self._stands, flags, kind % KINDS)) is not None:
                found.append((kind, *way))
        self[flags] = found
        return found


def _forward(
    follows: Sequence[_Follows], adds: Sequence[Mapping[int, Held]], start: Place, within: Sequence[set[Held]]
) -> tuple[list[Mapping[Place, Steps[Place]]], set[Place]]:
    """For each day all places that can be reached before it and where its kinds lead; and the places at the end."""
    found: list[Mapping[Place, Steps[Place]]] = []
    reached = {start}
    for follow, menu, allowed in zip(follows, adds, within[1:], strict=True):
        here: dict[Place, Steps[Place]] = {
            (flags, held): [
                (kind, (leaves, now), cost)
                for kind, leaves, cost in follow[flags]
                if (now := held + menu[kind]) in allowed
            ]
            for flags, held in sorted(reached)
        }
        found.append(here)
        reached = {place for steps in here.values() for _, place, _ in steps}
    return found, reached


def _leading_to(ends: set[Place], forward: Sequence[Mapping[Place, Steps[Place]]]) -> list[dict[Place, Steps[Place]]]:
    """The steps of each day from which one of the places at the end can still be reached."""
    found: list[dict[Place, Steps[Place]]] = []
    for here in reversed(forward):
        kept = {place: [step for step in steps if step[1] in ends] for place, steps in here.items()}
        found.append({place: steps for place, steps in kept.items() if steps})
        ends = set(found[-1])
    return found[::-1]


def _numbered(days: Sequence[Mapping[Before, Steps[Before]]], start: Before) -> list[list[Ways]]:
    """The steps of each day with numbers for what they lead from and to, counted day by day from 0 on."""
    numbers: dict[Before, State] = {start: 0}
    ways: list[list[Ways]] = []
    for here in days:
        after_it: dict[Before, State] = {}
        found = {
            numbers[before]: {
                kind: (after_it.setdefault(leads, len(after_it)), cost) for kind, leads, cost in here[before]
            }
            for before in sorted(numbers)
        }
        ways.append([found[number] for number in range(len(found))])
        numbers = after_it
    return ways


def _alike(ways: Sequence[Sequence[Ways]]) -> tuple[list[Sequence[Row]], list[Sequence[State]]]:
    """The ways of each day as rows, those of states from which everything leads on alike as one; and which of these
    each state is, before each day and at the end, where all are.
    """
    later: Sequence[State] = [0] * (1 + max([left for way in ways[-1] for left, _ in way.values()] if ways else [0]))
    rows, alike = list[Sequence[Row]](), [later]
    for day in reversed(ways):
        numbers: dict[tuple[tuple[int, State, int], ...], State] = {}
        leading = (tuple([(kind, later[left], cost) for kind, (left, cost) in way.items()]) for way in day)
        later = [numbers.setdefault(row, len(numbers)) for row in leading]
        rows.append(list(numbers))
        alike.append(later)
    return rows[::-1], alike[::-1]
