"""What the best layout of a week is, found twice without the planner: by CP-SAT and by trying everything.

Nothing here knows how ``lay_out`` searches or weighs: only the records of its problem are shared. ``value`` says in
plain words what each tier of docs/planning.md counts; ``exhaustive`` tries every layout with it; ``cp_sat`` states the
tiers once more as linear expressions, solves them one after another, and is held against ``value`` in its own answer.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from backplan.planner.day.option import Option
from backplan.planner.layout.problem import Problem, Wanted

try:
    from ortools.sat.python import cp_model

    HAS_CP_SAT = True
except ImportError:  # no wheel for this Python
    HAS_CP_SAT = False

Layout = tuple[Option, ...]
Value = tuple[int, ...]

TIERS = (
    "prescribed exercises wholly absent, then squares of the shares of prescribed days short",
    "active days short of the floor",
    "core short of the floor",
    "aerobic minutes short",
    "full aerobic sessions short of the floor",
    "strength short of the floor",
    "core short",
    "water short",
    "strength short",
    "rest days short",
    "full aerobic sessions short",
    "active days short",
    "core sessions right after such a day, and core work right after such a day",
    "days over 20 minutes after three such days",
    "parts of days unlike last week's",
    "sets, the more the better (negative)",
    "sum of the squared minutes",
    "days at two places",
)
SMALL = 20_000  # layouts that may all be tried
LONG = 20  # minutes; more is a long day
ROW = 3  # long days in a row that a further long day should not follow


def size(problem: Problem) -> int:
    """How many layouts there are, broken rules included."""
    return math.prod(len(options) for options in problem.days)


def value(layout: Sequence[Option], problem: Problem) -> Value:
    """All tiers of a layout, most important first; the smaller the better."""
    asks = problem.asks
    active = sum(day.active for day in layout)
    core = sum(day.core for day in layout)
    full = sum(day.full for day in layout)
    strength = sum(day.strength for day in layout)
    water = sum(day.water for day in layout)
    aerobic = sum(min(day.aerobic, problem.aerobic_step) for day in layout)

    before = problem.day_before
    core_days = [before.core, *(day.core for day in layout)]
    trunk_days = [before.core or before.trunk, *(day.core or day.trunk for day in layout)]
    core_after_core = sum(
        yesterday and today for days in (core_days, trunk_days) for yesterday, today in itertools.pairwise(days)
    )

    after_a_row = 0
    row = problem.day_before.in_a_row
    for day in layout:
        if day.minutes > LONG:
            after_a_row += row >= ROW
            row += 1
        else:
            row = 0

    return (
        sum(lacking(wanted.days, held) for wanted, held in _wanted(layout, problem)),
        max(0, asks.active_floor - active),
        max(0, asks.core_floor - core),
        max(0, asks.aerobic_minutes - aerobic),
        max(0, asks.aerobic_floor - full),
        max(0, asks.strength_floor - strength),
        max(0, asks.core - core),
        max(0, asks.water - water),
        max(0, asks.strength - strength),
        max(0, asks.rest - (len(problem.days) - active)),
        max(0, asks.aerobic - full),
        max(0, asks.active - active),
        core_after_core,
        after_a_row,
        sum(unlike(day, last) for day, last in zip(layout, problem.habit, strict=False)),
        -sum(day.sets for day in layout),
        sum(day.minutes**2 for day in layout),
        sum(day.two_places for day in layout),
    )


def _wanted(layout: Sequence[Option], problem: Problem) -> list[tuple[Wanted, int]]:
    """Each prescribed exercise with the days that hold it."""
    return [(wanted, sum(wanted.exercise in day.prescribed for day in layout)) for wanted in problem.wanted]


def lacking(asked: int, held: int) -> int:
    """What an exercise held on so many of the days asked for counts."""
    if held >= asked:
        return 0
    return (420 * (asked - held) // asked) ** 2 + (100 * 420**2 if held == 0 else 0)


def unlike(day: Option, last: tuple[bool, bool, bool, bool] | None) -> int:
    """In how many of activity, core, strength and pool a day differs from the same day of last week."""
    if last is None:
        return 0
    active, core, strength, water = last
    return (day.active != active) + (day.core != core) + (day.strength != strength) + (day.water != water)


def broken(layout: Sequence[Option], problem: Problem) -> list[str]:
    """The hard rules a layout breaks."""
    limits, before = problem.limits, problem.day_before
    found = []
    if len(layout) != len(problem.days):
        found.append(f"{len(layout)} days instead of {len(problem.days)}")
    for number, (day, options) in enumerate(zip(layout, problem.days, strict=False)):
        if day not in options:
            found.append(f"day {number} holds what it does not offer")
    for name in ("core", "strength", "water", "full"):
        most, held = getattr(limits, name), sum(getattr(day, name) for day in layout)
        if held > most:
            found.append(f"{name} on {held} days, at most {most} allowed")
    for wanted, on in _wanted(layout, problem):
        if on > wanted.most:
            found.append(f"{wanted.exercise} on {on} days, at most {wanted.most} allowed")
    for name in ("strength", "water"):
        held_on = [getattr(before, name), *(getattr(day, name) for day in layout)]
        if any(yesterday and today for yesterday, today in itertools.pairwise(held_on)):
            found.append(f"{name} on two days running")
    return found


def exhaustive(problem: Problem) -> Value:
    """The best value of all layouts that break no rule, by looking at every one."""
    if size(problem) > SMALL:
        raise ValueError(f"{size(problem)} layouts are too many to try")
    return min(value(layout, problem) for layout in _allowed(problem))


def _allowed(problem: Problem) -> Iterator[Layout]:
    for layout in itertools.product(*problem.days):
        if not broken(layout, problem):
            yield layout


def cp_sat(problem: Problem) -> Value:
    """The best value by CP-SAT, tier after tier; raises when a solve ends without proof."""
    return _CpSat(problem).best()


class _CpSat:
    """One model of one problem: a boolean per day and option, each tier a linear expression to be kept small."""

    def __init__(self, problem: Problem) -> None:
        if not HAS_CP_SAT:
            raise RuntimeError("ortools is not installed")
        self.problem = problem
        self.model = cp_model.CpModel()
        self.takes = [[self.model.new_bool_var("") for _ in options] for options in problem.days]
        for day in self.takes:
            self.model.add_exactly_one(day)
        self._rules()
        self.tiers = self._tiers()
        assert len(self.tiers) == len(TIERS)
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.cp_model_probing_level = 0  # the models are tiny: presolving longer than solving

    def best(self) -> Value:
        """Each tier's optimum, fixed before the next is asked for."""
        layout: Layout | None = None
        found: list[int] = []
        for tier, expression in enumerate(self.tiers):
            now = value(layout, self.problem)[tier] if layout else None
            if now is None or now > self._bound(tier):
                self.model.minimize(expression)
                status = self.solver.solve(self.model)
                if status != cp_model.OPTIMAL:
                    raise RuntimeError(f"tier {tier + 1} ended {self.solver.status_name(status)}")
                layout = self._layout()
                now = round(self.solver.objective_value)
            found.append(now)
            self.model.add(expression <= now)
        assert layout is not None
        assert not broken(layout, self.problem), "the model allows what the rules do not"
        assert value(layout, self.problem) == tuple(found), "the model and the definition differ"
        return tuple(found)

    def _bound(self, tier: int) -> int:
        """What no layout can go below: a tier that is there already needs no solving."""
        if TIERS[tier].startswith("sets"):
            return -sum(max(option.sets for option in options) for options in self.problem.days)
        return 0

    def _layout(self) -> Layout:
        chosen = []
        for options, takes in zip(self.problem.days, self.takes, strict=True):
            chosen.append(next(o for o, take in zip(options, takes, strict=True) if self.solver.boolean_value(take)))
        return tuple(chosen)

    def _day(self, number: int, worth: Sequence[int]) -> cp_model.LinearExprT:
        """What a day is worth, given the worth of each of its options."""
        return cp_model.LinearExpr.weighted_sum(self.takes[number], worth)

    def _each(self, name: str) -> list[cp_model.LinearExprT]:
        """A field of the option each day takes."""
        return [
            self._day(number, [int(getattr(option, name)) for option in options])
            for number, options in enumerate(self.problem.days)
        ]

    def _total(self, name: str) -> cp_model.LinearExprT:
        return cp_model.LinearExpr.sum(self._each(name))

    def _days_with(self, wanted: Wanted) -> cp_model.LinearExprT:
        """The days that hold a prescribed exercise."""
        return cp_model.LinearExpr.sum(
            [
                self._day(number, [int(wanted.exercise in option.prescribed) for option in options])
                for number, options in enumerate(self.problem.days)
            ]
        )

    def _rules(self) -> None:
        limits, before = self.problem.limits, self.problem.day_before
        for name, most in (
            ("core", limits.core), ("strength", limits.strength), ("water", limits.water), ("full", limits.full)
        ):  # fmt: skip
            self.model.add(self._total(name) <= most)
        for wanted in self.problem.wanted:
            self.model.add(self._days_with(wanted) <= wanted.most)
        for name, yesterday in (("strength", before.strength), ("water", before.water)):
            for pair in itertools.pairwise([int(yesterday), *self._each(name)]):
                self.model.add(cp_model.LinearExpr.sum(pair) <= 1)

    def _tiers(self) -> list[cp_model.LinearExprT]:
        problem, asks = self.problem, self.problem.asks
        active, core, full = self._total("active"), self._total("core"), self._total("full")
        strength, water = self._total("strength"), self._total("water")
        aerobic = cp_model.LinearExpr.sum(
            [
                self._day(
                    number, [o.aerobic if o.aerobic < problem.aerobic_step else problem.aerobic_step for o in options]
                )
                for number, options in enumerate(problem.days)
            ]
        )
        squares = cp_model.LinearExpr.sum(
            [self._day(number, [o.minutes * o.minutes for o in options]) for number, options in enumerate(problem.days)]
        )
        before = problem.day_before
        trunk = before.core or before.trunk
        trunk_days = [
            self._day(number, [int(option.core or option.trunk) for option in options])
            for number, options in enumerate(problem.days)
        ]
        return [
            cp_model.LinearExpr.sum([self._squared(each.days, self._days_with(each)) for each in problem.wanted]),
            self._short(asks.active_floor, active),
            self._short(asks.core_floor, core),
            self._short(asks.aerobic_minutes, aerobic),
            self._short(asks.aerobic_floor, full),
            self._short(asks.strength_floor, strength),
            self._short(asks.core, core),
            self._short(asks.water, water),
            self._short(asks.strength, strength),
            self._short(asks.rest, len(problem.days) - active),
            self._short(asks.aerobic, full),
            self._short(asks.active, active),
            cp_model.LinearExpr.sum(
                [self._all_of([int(before.core), *self._each("core")], 2), self._all_of([int(trunk), *trunk_days], 2)]
            ),
            self._all_of([*self._long_before(), *self._long()], ROW + 1),
            cp_model.LinearExpr.sum(
                [
                    self._day(number, [unlike(option, last) for option in options])
                    for number, (options, last) in enumerate(zip(problem.days, problem.habit, strict=False))
                ]
            ),
            -self._total("sets"),
            squares,
            self._total("two_places"),
        ]

    def _short(self, asked: int, held: cp_model.LinearExprT) -> cp_model.LinearExprT:
        """How much is missing; a bound from below is enough, since it is only ever made small."""
        missing = self.model.new_int_var(0, max(0, asked), "")
        self.model.add(missing >= asked - held)
        return missing

    def _squared(self, asked: int, held: cp_model.LinearExprT) -> cp_model.LinearExprT:
        """What is missing counts, by the lines through its neighbouring whole numbers."""
        missing, counts = self._short(asked, held), self.model.new_int_var(0, lacking(asked, 0), "")
        for whole in range(asked):
            here, next_ = (lacking(asked, asked - each) for each in (whole, whole + 1))
            self.model.add(counts >= here + (next_ - here) * (missing - whole))
        return counts

    def _all_of(self, flags: Sequence[cp_model.LinearExprT], width: int) -> cp_model.LinearExprT:
        """How many windows of so many days hold something on every day."""
        whole = []
        for end in range(width, len(flags) + 1):
            hit = self.model.new_bool_var("")
            self.model.add(hit >= cp_model.LinearExpr.sum(flags[end - width : end]) - (width - 1))
            whole.append(hit)
        return cp_model.LinearExpr.sum(whole)

    def _long(self) -> list[cp_model.LinearExprT]:
        return [
            self._day(number, [int(option.minutes > LONG) for option in options])
            for number, options in enumerate(self.problem.days)
        ]

    def _long_before(self) -> list[cp_model.LinearExprT]:
        """The three days before the first, the nearest last."""
        return [int(self.problem.day_before.in_a_row >= ago) for ago in range(ROW, 0, -1)]
