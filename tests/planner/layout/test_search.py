"""The layout is the best there is: held against CP-SAT and against trying everything, for people and for nobody's days.

The oracles are in tests/support/oracle.py and share no code with the planner. That they would notice a worse layout is
tested, too: each tier and rule of the planner is spoilt in turn, and one of the problems here must show it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import pytest

from backplan.library import load
from backplan.model.exercise import Exercise
from backplan.planner.day.option import REST, Option
from backplan.planner.diary.done import DayBefore, Habit
from backplan.planner.layout import search as planner
from backplan.planner.layout.problem import Limits, Problem
from backplan.planner.layout.search import lay_out
from tests.support.oracle import HAS_CP_SAT, SMALL, TIERS, Layout, Value, broken, cp_sat, exhaustive, size, value
from tests.support.random_people import describe, laid_out, numbered, random_problem, random_request

SEED = 20260105
PEOPLE, CHUNKS = 200, 20
PROBLEMS, PROBLEM_CHUNKS = 600, 20
SPOILT_ON = 800  # problems of up to five days, on one of which each spoilt planner must be noticed

needs_cp_sat = pytest.mark.skipif(not HAS_CP_SAT, reason="ortools has no wheel for this Python")


@lru_cache
def exercises() -> Sequence[Exercise]:
    return load.load().exercises


@lru_cache
def people(chunk: int) -> list[tuple[str, Problem, Layout]]:
    """A part of the 200: who it is, what was to be laid out, and the planner's answer."""
    found = []
    for number in range(chunk * PEOPLE // CHUNKS, (chunk + 1) * PEOPLE // CHUNKS):
        request = random_request(numbered(SEED, number), exercises(), prescribed=1 / 3)
        found.append((f"seed {SEED}, number {number}: {describe(request)}", *laid_out(request)))
    return found


def check(who: str, problem: Problem, answer: Layout, best: Value) -> None:
    """The answer breaks no rule and is as good as the best, tier for tier."""
    assert not broken(answer, problem), who
    got = value(answer, problem)
    gaps = {
        name: f"{mine} instead of {other}" for name, mine, other in zip(TIERS, got, best, strict=True) if mine != other
    }
    assert not gaps, f"{gaps} for {who}"


@needs_cp_sat
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_week_of_a_person_is_the_best_by_cp_sat(chunk: int) -> None:
    for who, problem, answer in people(chunk):
        check(who, problem, answer, cp_sat(problem))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_week_of_a_person_is_the_best_of_all_where_all_can_be_tried(chunk: int) -> None:
    small = [who for who in people(chunk) if size(who[1]) <= SMALL]
    assert small
    for who, problem, answer in small:
        check(who, problem, answer, exhaustive(problem))


@pytest.mark.parametrize("chunk", range(PROBLEM_CHUNKS))
def test_days_no_menu_would_offer_are_laid_out_best(chunk: int) -> None:
    for number in range(chunk * PROBLEMS // PROBLEM_CHUNKS, (chunk + 1) * PROBLEMS // PROBLEM_CHUNKS):
        problem = random_problem(numbered(SEED, number))
        check(f"{SEED}, {number}", problem, lay_out(problem), exhaustive(problem))


@needs_cp_sat
@pytest.mark.parametrize("chunk", range(PROBLEM_CHUNKS))
def test_the_oracles_agree(chunk: int) -> None:
    for number in range(chunk * 6, chunk * 6 + 6):
        problem = random_problem(numbered(-SEED, number))
        assert cp_sat(problem) == exhaustive(problem), number


def test_nothing_to_lay_out() -> None:
    problem = random_problem(numbered(SEED, 0))._replace(days=())
    check("nobody", problem, lay_out(problem), exhaustive(problem))


# What the oracles can see: each planner below is spoilt in one way only, and must be found out.

Planner = Callable[[Problem], Layout]
Spoil = Callable[[pytest.MonkeyPatch], Planner]


@lru_cache
def solved(number: int) -> tuple[Problem, Value]:
    problem = random_problem(numbered(SEED + 1, number), most=5 if number % 5 == 0 else 4)
    return problem, exhaustive(problem)


def greedy(problem: Problem) -> Layout:
    """Day by day the option that is best if only rest followed: what a simpler planner would do."""
    chosen: Layout = ()
    for number, options in enumerate(problem.days):
        rest = [REST] * (len(problem.days) - number - 1)
        tries: Iterable[Layout] = ((*chosen, option, *rest) for option in options)
        best = min((layout for layout in tries if not broken(layout, problem)), key=lambda each: value(each, problem))
        chosen = best[: number + 1]
    return chosen


def reading(change: Callable[[Problem], Problem]) -> Spoil:
    """A planner that reads another problem."""
    return lambda _: lambda problem: lay_out(change(problem))


def constants(**values: int) -> Spoil:
    """A planner with other figures."""

    def spoil(patch: pytest.MonkeyPatch) -> Planner:
        for name, number in values.items():
            assert hasattr(planner, name)
            patch.setattr(planner, name, number)
        return lay_out

    return spoil


def counted(order: Sequence[int]) -> Spoil:
    """A planner with only some of the counted tiers, or with them in another order."""
    true = planner.shortfalls

    def spoil(patch: pytest.MonkeyPatch) -> Planner:
        patch.setattr(planner, "shortfalls", lambda *given: tuple(true(*given)[tier] for tier in order))
        return lay_out

    return spoil


def costing(cost: Callable[[Callable[..., int], Option, bool, int], int]) -> Spoil:
    """A planner that weighs a day otherwise."""
    true = planner.day_cost

    def spoil(patch: pytest.MonkeyPatch) -> Planner:
        def weigh(option: Option, core: bool, row: int, habit: Habit | None) -> int:
            return cost(lambda *three: true(*three, habit), option, core, row)  # type: ignore[call-arg]

        patch.setattr(planner, "day_cost", weigh)
        return lay_out

    return spoil


def forgetting(index: int) -> Spoil:
    """A planner that forgets something of yesterday: core, strength, water or the days in a row."""
    true = planner._flags

    def spoil(patch: pytest.MonkeyPatch) -> Planner:
        def flags(*given: Any) -> int:
            return true(*(type(part)(0) if place == index else part for place, part in enumerate(given)))

        patch.setattr(planner, "_flags", flags)
        return lay_out

    return spoil


def no_limit(name: str) -> Spoil:
    return reading(lambda problem: problem._replace(limits=Limits(**{**problem.limits._asdict(), name: 7})))


def no_yesterday(name: str) -> Spoil:
    nothing = getattr(DayBefore(), name)
    return reading(
        lambda problem: problem._replace(day_before=DayBefore(**{**problem.day_before._asdict(), name: nothing}))
    )


def prescribed_last(patch: pytest.MonkeyPatch) -> Planner:
    """A planner that looks at the prescribed days after all other counts."""
    true = planner.shortfalls
    patch.setattr(planner, "_best_served", lambda adds, groups: iter([planner._any_served(adds, groups)]))
    patch.setattr(planner, "shortfalls", lambda *given: (*true(*given)[1:], true(*given)[0]))
    return lay_out


def one_a_group(patch: pytest.MonkeyPatch) -> Planner:
    """A planner for which prescribed exercises that come together are one."""
    true = planner.groups
    patch.setattr(planner, "groups", lambda problem: tuple(each._replace(size=1) for each in true(problem)))
    return lay_out


COUNTED = range(1, 12)  # after what is prescribed, which is settled first
SPOILT: dict[str, Spoil] = {
    "greedy": lambda _: greedy,
    "rest only": lambda _: lambda problem: (REST,) * len(problem.days),
    **{f"without: {TIERS[gone]}": counted([0, *(tier for tier in COUNTED if tier != gone)]) for gone in COUNTED},
    **{
        f"swapped: {TIERS[tier]} / {TIERS[tier + 1]}": counted([*range(tier), tier + 1, tier, *range(tier + 2, 12)])
        for tier in COUNTED[:-1]
    },
    f"without: {TIERS[0]}": reading(lambda problem: problem._replace(wanted=())),
    f"after the others: {TIERS[0]}": prescribed_last,
    "prescribed days without a most": reading(
        lambda problem: problem._replace(wanted=tuple(each._replace(most=7) for each in problem.wanted))
    ),
    "a group counts once": one_a_group,
    f"without: {TIERS[12]}": costing(lambda cost, option, _, row: cost(option, False, row)),
    f"without: {TIERS[13]}": costing(lambda cost, option, core, _: cost(option, core, 0)),
    f"without: {TIERS[14]}": reading(lambda problem: problem._replace(habit=())),
    f"without: {TIERS[15]}": costing(lambda cost, option, core, row: cost(option._replace(sets=0), core, row)),
    f"without: {TIERS[16]}": costing(
        lambda cost, option, core, row: cost(option, core, row) - (option.minutes**2 << planner._SQUARE_BIT)
    ),
    f"without: {TIERS[17]}": costing(
        lambda cost, option, core, row: cost(option._replace(two_places=False), core, row)
    ),
    f"swapped: {TIERS[12]} / {TIERS[13]}": constants(_CORE_BIT=56, _ROW_BIT=60),
    f"swapped: {TIERS[13]} / {TIERS[14]}": constants(_ROW_BIT=50, _HABIT_BIT=54),
    f"swapped: {TIERS[14]} / {TIERS[15]}": constants(_HABIT_BIT=40, _SETS_BIT=47),
    f"swapped: {TIERS[15]} / {TIERS[16]}": constants(_SETS_BIT=6, _SQUARE_BIT=24),
    f"swapped: {TIERS[16]} / {TIERS[17]}": costing(
        lambda cost, option, core, row: cost(option, core, row) + (int(option.two_places) << 30)
    ),
    **{f"no limit: {name}": no_limit(name) for name in ("core", "strength", "water", "full")},
    **{f"no yesterday: {name}": no_yesterday(name) for name in ("core", "strength", "water", "in_a_row")},
    **{f"forgets: {name}": forgetting(index) for index, name in enumerate(("core", "strength", "water", "row"))},
    "aerobic minutes without a cap": reading(lambda problem: problem._replace(aerobic_step=1000)),
    "a day of 20 minutes is long": constants(EASY_DAY=19),
    "a day of 21 minutes is easy": constants(EASY_DAY=21),
    "two days are a row": constants(DAYS_IN_A_ROW=2),
    "four days are a row": constants(DAYS_IN_A_ROW=4),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_planner_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt = SPOILT[name](monkeypatch)
    assert any(_noticed(spoilt, *solved(number)) for number in range(SPOILT_ON))


def _noticed(spoilt: Planner, problem: Problem, best: Value) -> bool:
    try:
        answer = spoilt(problem)
    except AssertionError:
        return True
    return bool(broken(answer, problem)) or value(answer, problem) != best


@needs_cp_sat
def test_a_greedy_week_of_a_person_is_noticed() -> None:
    worse = 0
    for who, problem, _ in people(0):
        greedily, best = value(greedy(problem), problem), cp_sat(problem)
        assert greedily >= best, who
        worse += greedily != best
    assert worse >= 3
