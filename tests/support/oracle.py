"""What the best layout of a week is, found twice without the planner: by CP-SAT and by trying everything.

Nothing here knows how ``lay_out`` searches: only the records of its problem are shared. ``value`` says in plain words
how many points docs/planning.md gives a layout; ``exhaustive`` tries every layout with it; ``cp_sat`` states the same
once more as an integer programme, and is held against ``value`` in its own answer.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from backplan.planner.day.option import Option
from backplan.planner.layout.problem import Problem, Wanted

try:
    from ortools.sat.python import cp_model

    HAS_CP_SAT = True
except ImportError:  # no wheel for this Python
    HAS_CP_SAT = False

Layout = tuple[Option, ...]

SMALL = 20_000  # layouts that may all be tried
PARTS: tuple[tuple[str, Callable[[Option], int]], ...] = (
    ("aerobic", lambda day: day.aerobic),
    ("core", lambda day: day.rounds),
    ("more", lambda day: day.more),
    ("strength", lambda day: day.strength_rounds),
    ("water", lambda day: int(day.water)),
    ("balance", lambda day: day.balance),
)


def size(problem: Problem) -> int:
    """How many layouts there are, broken rules included."""
    return math.prod(len(options) for options in problem.days)


def value(layout: Sequence[Option], problem: Problem) -> int:
    """What a layout is worth, in hundredths of points."""
    worth = sum(
        _reached(getattr(problem.worth, part), getattr(problem.done, part) + sum(map(held, layout)))
        for part, held in PARTS
    )
    served = sum(lacking(each, sum(each.exercise in day.prescribed for day in layout)) for each in problem.wanted)
    own = sum(cost(day, problem) for day in layout)
    return worth - served - own - _beside(layout, problem)


def _reached(points: Sequence[int], total: int) -> int:
    return points[total] if total < len(points) else points[-1]


T = TypeVar("T")


def cost(day: Option, problem: Problem) -> int:
    """What a day costs by itself."""
    found = day.minutes**2 // 2
    found += 200 if day.active else 0
    found += 300 if day.two_places else 0
    found += {0: 0, 1: -300, 2: -150, 3: 300}[day.rounds] + {0: 0, 1: 0, 2: 350, 3: 1350}[day.strength_rounds]
    found += 100 if 0 < day.aerobic < 10 else 0
    if problem.fullest:
        minutes, sets = problem.fullest
        found += 200 * max(0, day.minutes - minutes) + 200 * max(0, day.sets - sets)
    return found + max(0, day.aerobic - 30) * 30


def _beside(layout: Sequence[Option], problem: Problem) -> int:
    """What the days cost by what stands beside them: the day before, last week, and no day of rest."""
    before = problem.day_before
    trunk = [before.core or before.trunk, *(day.core or day.trunk for day in layout)]
    core = [before.core, *(day.core for day in layout)]
    loaded = [before.strength or before.loaded, *(day.strength or day.loaded for day in layout)]
    pairs = [*(pair for days in (trunk, core, loaded) for pair in itertools.pairwise(days)), *_ends(loaded, problem)]
    touching = sum(one and other for one, other in pairs)
    habits = sum(unlike(day, last) for day, last in zip(layout, problem.habit, strict=False))
    tired = bool(layout) and problem.rest and all(day.active for day in layout)
    spread = problem.spread * sum(one.active and other.active for one, other in itertools.pairwise(layout))
    return 400 * touching + 150 * habits + 1000 * tired + 100 * spread


def _ends(loaded: Sequence[T], problem: Problem) -> Iterator[tuple[T | int, T | int]]:
    """Monday and Sunday, by whether they hold strength; first of ``loaded`` is the day before."""
    if len(loaded) == 8:
        yield loaded[1], loaded[-1]
    elif len(loaded) > 1:
        yield int(problem.strength_first), loaded[-1]


def unlike(day: Option, last: tuple[bool, bool, bool, bool, bool] | None) -> int:
    """In how many of activity, core, strength, pool and aerobic work a day differs from the same day of last week."""
    if last is None:
        return 0
    now = (day.active, day.core, day.strength, day.water, day.aerobic > 0)
    return sum(one != other for one, other in zip(now, last, strict=True))


def lacking(wanted: Wanted, held: int) -> int:
    """What a prescribed exercise costs that is held on so many days: more than anything else; least of the prescribed
    what is done through the day in any case.
    """
    if held >= wanted.days:
        return 0
    share = 420 * (wanted.days - held) // wanted.days
    if wanted.through_the_day:
        return 10**4 * share**2
    return 10**7 * (share**2 + (100 * 420**2 if held == 0 else 0))


def visits_left(problem: Problem) -> int:
    """The visits to a pool that the days left may hold."""
    worth = problem.worth.water
    return max(0, worth.index(max(worth)) - problem.done.water)


def broken(layout: Sequence[Option], problem: Problem) -> list[str]:
    """The hard rules a layout breaks."""
    found = []
    if len(layout) != len(problem.days):
        found.append(f"{len(layout)} days instead of {len(problem.days)}")
    for number, (day, options) in enumerate(zip(layout, problem.days, strict=False)):
        if day not in options:
            found.append(f"day {number} holds what it does not offer")
    found += _broken_already(layout, problem)
    if layout and layout[-1].strength and _on_monday(layout, problem):
        found.append("strength on Monday and Sunday of one week")
    return found


def _broken_already(days: Sequence[Option], problem: Problem) -> list[str]:
    """The hard rules that the first days of a layout break, whatever follows them."""
    before, found = problem.day_before, []
    if sum(day.water for day in days) > visits_left(problem):
        found.append("more visits to a pool than may be")
    for wanted in problem.wanted:
        if sum(wanted.exercise in day.prescribed for day in days) > wanted.most:
            found.append(f"{wanted.exercise} on more than {wanted.most} days")
    for name, held_on in (
        ("strength", [before.strength, *[day.strength for day in days]]),
        ("water", [before.water, *[day.water for day in days]]),
    ):
        if any(yesterday and today for yesterday, today in itertools.pairwise(held_on)):
            found.append(f"{name} on two days running")
    return found


def _on_monday(layout: Sequence[Option], problem: Problem) -> bool:
    return problem.strength_first or (len(layout) == 7 and layout[0].strength)


def exhaustive(problem: Problem) -> int:
    """The best value of all layouts that break no rule, by looking at every one."""
    if size(problem) > SMALL:
        raise ValueError(f"{size(problem)} layouts are too many to try")
    return max(value(layout, problem) for layout in _allowed(problem))


def _allowed(problem: Problem, begun: Layout = ()) -> Iterator[Layout]:
    """Every layout that breaks no rule, day after day."""
    if len(begun) == len(problem.days):
        if not (begun and begun[-1].strength and _on_monday(begun, problem)):
            yield begun
        return
    for option in problem.days[len(begun)]:
        if not _broken_already(days := (*begun, option), problem):
            yield from _allowed(problem, days)


def cp_sat(problem: Problem) -> int:
    """The best value by CP-SAT; raises when it ends without proof.

    What is prescribed counts for so much more than the rest that the best layout that holds the most of it is proved in
    a tenth of the time. Where one that holds less might be worth more, all are searched.
    """
    most = _CpSat(problem).most_served() if problem.wanted else None
    if most is not None:
        best, less = _CpSat(problem).best(served=most), _CpSat(problem).most_served(below=most)
        if less is None or less + _rest_at_most(problem) <= best:
            return best
    return _CpSat(problem).best()


def _rest_at_most(problem: Problem) -> int:
    """What no layout exceeds in all that is not prescribed."""
    worth: int = sum(max(getattr(problem.worth, part)) for part, _ in PARTS)
    return worth - sum(min(cost(day, problem) for day in options) for options in problem.days)


class _CpSat:
    """One model of one problem: a boolean per day and option, each total a number with its worth."""

    def __init__(self, problem: Problem) -> None:
        if not HAS_CP_SAT:
            raise RuntimeError("ortools is not installed")
        self.problem = problem
        self.model = cp_model.CpModel()
        self.takes = [[self.model.new_bool_var("") for _ in options] for options in problem.days]
        for day in self.takes:
            self.model.add_exactly_one(day)
        self._rules()
        self.served = cp_model.LinearExpr.sum([*self._served()])

    def most_served(self, below: int | None = None) -> int | None:
        """The most that what is prescribed can be worth, or the most below that; None where there is none."""
        if below is not None:
            self.model.add(self.served < below)
        solver = self._solved(self.served)
        return round(solver.objective_value) if solver else None

    def best(self, served: int | None = None) -> int:
        """The optimum, of all or where what is prescribed is worth so much, held against the definition."""
        if served is not None:
            self.model.add(self.served == served)
        solver = self._solved(cp_model.LinearExpr.sum([*self._worths(), self.served, -self._costs()]))
        assert solver, "there is always a layout: rest"
        layout = tuple(
            next(option for option, take in zip(options, takes, strict=True) if solver.boolean_value(take))
            for options, takes in zip(self.problem.days, self.takes, strict=True)
        )
        found = round(solver.objective_value)
        assert not broken(layout, self.problem), "the model allows what the rules do not"
        assert value(layout, self.problem) == found, "the model and the definition differ"
        return found

    def _solved(self, most: cp_model.LinearExprT) -> cp_model.CpSolver | None:
        """The most of something; None where no layout is allowed."""
        self.model.maximize(most)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.cp_model_probing_level = 0  # the models are small: presolving longer than solving
        status = solver.solve(self.model)
        if status == cp_model.INFEASIBLE:
            return None
        if status != cp_model.OPTIMAL:
            raise RuntimeError(f"ended {solver.status_name(status)}")
        return solver

    def _each(self, held: Callable[[Option], int]) -> list[cp_model.LinearExprT]:
        """A figure of the option each day takes."""
        return [
            cp_model.LinearExpr.weighted_sum(takes, [int(held(option)) for option in options])
            for takes, options in zip(self.takes, self.problem.days, strict=True)
        ]

    def _rules(self) -> None:
        before = self.problem.day_before
        self.model.add(cp_model.LinearExpr.sum(self._each(lambda day: day.water)) <= visits_left(self.problem))
        for name, yesterday in (("strength", before.strength), ("water", before.water)):
            days = self._each(lambda day, name=name: getattr(day, name))  # type: ignore[misc]
            for pair in itertools.pairwise([int(yesterday), *days]):
                self.model.add(cp_model.LinearExpr.sum(pair) <= 1)
        if self.takes:
            days = self._each(lambda day: day.strength)
            monday = days[0] if len(days) == 7 else 0
            held = cp_model.LinearExpr.sum([days[-1], monday, int(self.problem.strength_first)])
            self.model.add(held <= 1 + int(self._both_gone()))

    def _both_gone(self) -> bool:
        """Whether Monday's strength counts twice, which must not forbid the rest."""
        return self.problem.strength_first and len(self.takes) == 7

    def _worths(self) -> Iterator[cp_model.LinearExprT]:
        for part, held in PARTS:
            points, done = getattr(self.problem.worth, part), getattr(self.problem.done, part)
            most = done + sum(max(map(held, options)) for options in self.problem.days)
            yield self._lookup([_reached(points, total) for total in range(most + 1)], done, self._each(held))

    def _served(self) -> Iterator[cp_model.LinearExprT]:
        for each in self.problem.wanted:
            days = self._each(lambda day, key=each.exercise: key in day.prescribed)  # type: ignore[misc]
            self.model.add(cp_model.LinearExpr.sum(list(days)) <= each.most)
            yield self._lookup([-lacking(each, held) for held in range(len(days) + 1)], 0, days)

    def _lookup(self, points: Sequence[int], done: int, days: Sequence[cp_model.LinearExprT]) -> cp_model.IntVar:
        """What a total is worth, by its place in a list."""
        total = self.model.new_int_var(0, len(points) - 1, "")
        worth = self.model.new_int_var(min(points), max(points), "")
        self.model.add(total == done + cp_model.LinearExpr.sum(list(days)))
        self.model.add_element(total, list(points), worth)
        return worth

    def _costs(self) -> cp_model.LinearExprT:
        problem, before = self.problem, self.problem.day_before
        own = cp_model.LinearExpr.sum(self._each(lambda day: cost(day, self.problem)))
        trunk = [int(before.core or before.trunk), *self._each(lambda day: day.core or day.trunk)]
        core = [int(before.core), *self._each(lambda day: day.core)]
        loaded = [int(before.strength or before.loaded), *self._each(lambda day: day.strength or day.loaded)]
        pairs = [
            *(pair for days in (trunk, core, loaded) for pair in itertools.pairwise(days)),
            *_ends(loaded, problem),
        ]
        touching = [self._all_of(pair) for pair in pairs]
        habits = [
            cp_model.LinearExpr.weighted_sum(takes, [unlike(option, last) for option in options])
            for takes, options, last in zip(self.takes, problem.days, problem.habit, strict=False)
        ]
        tired = [self._all_of(self._each(lambda day: day.active))] if problem.rest and self.takes else []
        active = self._each(lambda day: day.active) if problem.spread else []
        spread = [self._all_of(pair) for pair in itertools.pairwise(active)]
        terms = [own, *touching, *habits, *tired, *spread]
        many = {1: 1, 400: len(touching), 150: len(habits), 1000: len(tired), 100: len(spread)}
        points = itertools.chain.from_iterable([each] * times for each, times in many.items())
        return cp_model.LinearExpr.weighted_sum(terms, list(points))

    def _all_of(self, flags: Sequence[cp_model.LinearExprT]) -> cp_model.IntVar:
        """Whether all of some flags hold."""
        hit = self.model.new_bool_var("")
        self.model.add(hit >= cp_model.LinearExpr.sum(list(flags)) - (len(flags) - 1))
        return hit
