"""Lay out: the provably best week from the days' options, by planning.md's order of what matters (docs/planning.md).

Exact in two passes. The first looks at totals alone: which totals the days can reach, and which of them serve the
counted tiers best. Prescribed days are the first of these tiers, and are settled before the other totals are looked
at. The second walks the days in order, with what yesterday held, through those totals only, and
weighs the remaining tiers day by day. It is exact because the counted tiers depend on the final totals only and all
later tiers add up by day. If the rules about neighbouring days leave no way to the best totals, the next
best are tried.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import ne
from typing import NamedTuple

from backplan.planner.day.option import Option
from backplan.planner.diary.done import EASY_DAY, Habit
from backplan.planner.layout.problem import DAYS_IN_A_ROW, Limits, Problem


class Group(NamedTuple):
    """Prescribed exercises that no option tells apart, counted as one: their days are the same."""

    exercise: str  # any of them
    days: int
    most: int
    size: int


Groups = tuple[Group, ...]


def groups(problem: Problem) -> Groups:
    """The prescribed exercises of a problem, those that always come together as one."""
    alike: dict[tuple[object, ...], list[str]] = {}
    kinds = {option.prescribed for options in problem.days for option in options if option.prescribed}
    for exercise, days, most in problem.wanted:
        key = (days, most, *(exercise in kind for kind in kinds))
        alike.setdefault(key, []).append(exercise)
    known = {each.exercise: each for each in problem.wanted}
    return tuple(Group(*known[same[0]], len(same)) for same in alike.values())


# Counts are packed into one whole number, so that adding a day is adding two numbers. The days of each group of
# prescribed exercises stand above the rest. Aerobic minutes are counted beside them: as more of them never serves
# worse, the most that a total can have, or the least that it needs, is all that has to be known.
_BITS = {"active": 0, "core": 4, "full": 8, "strength": 12, "water": 16}
_PRESCRIBED, _GROUP_BITS = 20, 4
Totals = Mapping[int, int]  # counts -> aerobic minutes


def _packed(option: Option, prescribed: Groups) -> int:
    counts = (option.active, option.core, option.full, option.strength, option.water)
    total = sum(int(count) << bit for count, bit in zip(counts, _BITS.values(), strict=True))
    return total + (_served(option, prescribed) << _PRESCRIBED)


def _adds(options: Iterable[Option], aerobic_step: int, prescribed: Groups) -> Totals:
    """What a day can add, each with the most minutes that come with it."""
    found: dict[int, int] = {}
    for option in options:
        add, minutes = _packed(option, prescribed), min(option.aerobic, aerobic_step)
        found[add] = max(minutes, found.get(add, 0))
    return found


def _served(option: Option, prescribed: Groups) -> int:
    """The groups an option serves, packed."""
    return sum((each.exercise in option.prescribed) << _GROUP_BITS * n for n, each in enumerate(prescribed))


def _days_of(served: int, prescribed: Groups) -> list[int]:
    return [served >> _GROUP_BITS * number & 15 for number in range(len(prescribed))]


def _unserved(served: int, prescribed: Groups) -> int:
    """The share of its prescribed days that each exercise lacks, squared, all together; one that has no day at all
    counts as more than all the others could.
    """
    held = _days_of(served, prescribed)
    lacking = ((each.size, max(0, each.days - days), each.days) for each, days in zip(prescribed, held, strict=True))
    return sum(
        size * ((missing * WHOLE_SHARE // days) ** 2 + ABSENT * (missing == days))
        for size, missing, days in lacking
        if missing
    )


WHOLE_SHARE = 420  # a share of up to seven days as a whole number
ABSENT = 100 * WHOLE_SHARE**2


def shortfalls(total: int, minutes: int, problem: Problem, prescribed: Groups = ()) -> tuple[int, ...]:
    """By how much a total with so many aerobic minutes falls short of each counted tier, most important first."""
    active, core, full, strength, water = [total >> bit & 15 for bit in _BITS.values()]
    asks = problem.asks
    short = (
        _unserved(total >> _PRESCRIBED, prescribed) if prescribed else 0,
        asks.active_floor - active,
        asks.core_floor - core,
        asks.aerobic_minutes - minutes,
        asks.aerobic_floor - full,
        asks.strength_floor - strength,
        asks.core - core,
        asks.water - water,
        asks.strength - strength,
        asks.rest - (len(problem.days) - active),
        asks.aerobic - full,
        asks.active - active,
    )
    return tuple([part if part > 0 else 0 for part in short])


def lay_out(problem: Problem) -> tuple[Option, ...]:
    """The best layout of a problem: an option for each of its days, in order."""
    if not problem.days:
        return ()
    prescribed = groups(problem)
    adds = [_adds(options, problem.aerobic_step, prescribed) for options in problem.days]
    for served in _best_served(adds, prescribed):
        reached = _reachable(adds, problem.limits, served)
        for goals in _best_first(reached[-1], problem, prescribed):
            if (found := _arrange(problem, prescribed, _needed(adds, reached, goals))) is not None:
                return found
    raise AssertionError("resting every day is always possible")


def best_shortfalls(problem: Problem) -> tuple[int, ...]:
    """The least shortfalls of the counted tiers, the rules about neighbouring days left out: a bound, quick to find."""
    prescribed = groups(problem)
    adds = [_adds(options, problem.aerobic_step, prescribed) for options in problem.days]
    for served in _best_served(adds, prescribed):
        if totals := _reachable(adds, problem.limits, served)[-1]:
            return min(shortfalls(total, most, problem, prescribed) for total, most in totals.items())
    raise AssertionError("resting every day is always possible")


def _best_served(adds: Sequence[Totals], prescribed: Groups) -> Iterator[list[set[int]]]:
    """For each shortfall of prescribed days, the least first: the days served so far, after each day, from
    which it can be reached.
    """
    reached = _any_served(adds, prescribed)
    ends: dict[int, set[int]] = {}
    for total in reached[-1]:
        ends.setdefault(_unserved(total, prescribed), set()).add(total)
    for missing in sorted(ends):
        live = [ends[missing]]
        for day, totals in zip(reversed(adds), reversed(reached[:-1]), strict=True):
            served = {add >> _PRESCRIBED for add in day}
            live.append({before for goal in live[-1] for add in served if (before := goal - add) in totals})
        yield live[::-1]


def _any_served(adds: Sequence[Totals], prescribed: Groups) -> list[set[int]]:
    """All the prescribed days that can be reached after each day, none of them over its most."""
    slack, over = _bound({_GROUP_BITS * number: each.most for number, each in enumerate(prescribed)})
    reached: list[set[int]] = [{0}]
    for day in adds:
        served = {add >> _PRESCRIBED for add in day}
        totals = {before + more for before in reached[-1] for more in served}
        reached.append({total for total in totals if not (total + slack) & over})
    return reached


def _bound(most: Mapping[int, int]) -> tuple[int, int]:
    """Slack and over for the counts at some bits: packed counts are over a most when ``(counts + slack) & over``.

    A count and what its most leaves of seven are over seven together just when the count is over its most.
    """
    slack = sum(max(0, 7 - many) << bit for bit, many in most.items())
    return slack, sum(8 << bit for bit in most)


def _reachable(adds: Sequence[Totals], limits: Limits, served: Sequence[set[int]]) -> list[Totals]:
    """The totals that can be reached after each day, within the limits and with these prescribed days, each with the
    most minutes it can have.
    """
    slack, over = _bound({_BITS[kind]: many for kind, many in limits._asdict().items()})
    reached: list[Totals] = [{0: 0}]
    for day, alive in zip(adds, served[1:], strict=True):
        found: dict[int, int] = {}
        for before, minutes in reached[-1].items():
            for add, more in day.items():
                total = before + add
                if (total + slack) & over or total >> _PRESCRIBED not in alive:
                    continue
                if minutes + more > found.get(total, -1):
                    found[total] = minutes + more
        reached.append(found)
    return reached


def _best_first(ends: Totals, problem: Problem, prescribed: Groups) -> Iterator[Totals]:
    """The totals in groups of equal shortfalls, best first, each with the least minutes that it takes; after all that
    could be had, a minute less of each.
    """
    waiting: dict[tuple[int, ...], dict[int, int]] = {}

    def wait(total: int, least: int) -> None:
        waiting.setdefault(shortfalls(total, least, problem, prescribed), {})[total] = least

    for total, most in ends.items():
        wait(total, min(most, problem.asks.aerobic_minutes))
    while waiting:
        goals = waiting.pop(min(waiting))
        yield goals
        for total, least in goals.items():
            if least:
                wait(total, least - 1)


def _needed(adds: Sequence[Totals], reached: Sequence[Totals], goals: Totals) -> list[Totals]:
    """The totals after each day from which a goal can still be reached, with the least minutes that takes."""
    needs: list[Totals] = [goals]
    for day, totals in zip(reversed(adds), reversed(reached[:-1]), strict=True):
        found: dict[int, int] = {}
        for goal, least in needs[-1].items():
            for add, more in day.items():
                before, need = goal - add, max(0, least - more)
                if need <= totals.get(before, -1) and need < found.get(before, least + 1):
                    found[before] = need
        needs.append(found)
    return needs[::-1]


# The later tiers, packed in one number too, so that the smaller is the better: core days that touch, long rows of
# longer days, parts of days unlike last week, sets left out, squares of the minutes, days at two places.
_CORE_BIT, _ROW_BIT, _HABIT_BIT, _SETS_BIT, _SQUARE_BIT = 60, 56, 50, 40, 6
_MOST_SETS = 128


def day_cost(option: Option, core_before: int, in_a_row: int, habit: Habit | None = None) -> int:
    """What one day adds to the later tiers, given yesterday and the same day of last week. ``core_before`` is a bit for
    a session of the core and a bit for any core work; days may touch in either.
    """
    touching = (_core_work(option.core, option.trunk) & core_before).bit_count()
    now = (option.active, option.core, option.strength, option.water)
    unlike = sum(map(ne, now, habit)) if habit else 0
    long_row = option.minutes > EASY_DAY and in_a_row >= DAYS_IN_A_ROW
    return (
        (touching << _CORE_BIT)
        + (int(long_row) << _ROW_BIT)
        + (unlike << _HABIT_BIT)
        + (_MOST_SETS - option.sets << _SETS_BIT)
        + (option.minutes * option.minutes << _SQUARE_BIT)
        + int(option.two_places)
    )


# How far a way has come: its total, its minutes, and what yesterday held.
State = tuple[int, int, int]


def _arrange(problem: Problem, prescribed: Groups, needed: Sequence[Totals]) -> tuple[Option, ...] | None:
    """The cheapest way through the days to one of the goals, the last of what is needed; None when neighbouring days
    forbid every way.
    """
    before, enough = problem.day_before, max(needed[-1].values())
    start = (0, 0, _flags(_core_work(before.core, before.trunk), before.strength, before.water, before.in_a_row))
    ways: dict[State, tuple[int, int]] = {start: (0, 0)}
    habits = problem.habit or (None,) * len(problem.days)
    for options, needs, habit in zip(problem.days, needed[1:], habits, strict=True):
        adds = [(_packed(option, prescribed), min(option.aerobic, problem.aerobic_step), option) for option in options]
        ways = _one_day(ways, adds, needs, enough, habit)
        if not ways:
            return None
    _, path = min(ways.values())
    chosen = []
    for options in reversed(problem.days):
        path, index = divmod(path, _RADIX)
        chosen.append(options[len(options) - 1 - index])
    return tuple(reversed(chosen))


_RADIX = 1024  # more options than any day has; earlier days and richer options make the smaller path


def _one_day(
    ways: Mapping[State, tuple[int, int]],
    adds: Sequence[tuple[int, int, Option]],
    needs: Totals,
    enough: int,
    habit: Habit | None,
) -> dict[State, tuple[int, int]]:
    """The cheapest way to each state after one more day. Minutes beyond enough are not told apart."""
    found: dict[State, tuple[int, int]] = {}
    after = {flags: _after(flags, adds, habit) for flags in {flags for _, _, flags in ways}}
    for (so_far, before, flags), (cost, path) in ways.items():
        for add, more, held, price, index in after[flags]:
            total, minutes = so_far + add, before + more
            if (need := needs.get(total)) is None or minutes < need:
                continue
            key = (total, minutes if minutes < enough else enough, held)
            way = (cost + price, path * _RADIX + index)
            if key not in found or way < found[key]:
                found[key] = way
    return _worth_going_on(found)


def _after(
    flags: int, adds: Sequence[tuple[int, int, Option]], habit: Habit | None
) -> list[tuple[int, int, int, int, int]]:
    """The options that may follow a yesterday: what each adds, its own flags, its cost, and its place, counted from the
    end, so that, all else equal, rest comes late.
    """
    core_before, strength, water, in_a_row = flags & 3, flags & 4, flags & 8, flags >> 4
    found = []
    for index, (add, more, option) in enumerate(reversed(adds)):
        if (strength and option.strength) or (water and option.water):
            continue
        row = in_a_row + 1 if option.minutes > EASY_DAY else 0
        held = _flags(_core_work(option.core, option.trunk), option.strength, option.water, row)
        found.append((add, more, held, day_cost(option, core_before, in_a_row, habit), index))
    return found


def _worth_going_on(ways: Mapping[State, tuple[int, int]]) -> dict[State, tuple[int, int]]:
    """The states without those that another one with as many minutes or more reaches as cheaply."""
    best: dict[tuple[int, int], tuple[int, int]] = {}
    kept = {}
    for (total, minutes, flags), way in sorted(ways.items(), key=lambda each: -each[0][1]):
        if (total, flags) not in best or way < best[total, flags]:
            best[total, flags] = way
            kept[total, minutes, flags] = way
    return kept


def _core_work(core: bool, trunk: bool) -> int:
    return core | (core or trunk) << 1


def _flags(core: int, strength: bool, water: bool, in_a_row: int) -> int:
    return core | strength << 2 | water << 3 | min(in_a_row, DAYS_IN_A_ROW) << 4
