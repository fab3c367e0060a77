"""Same days: the parts of a week stay on the days that they had last week, where it holds as much on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from backplan.model.week import Totals, Week
from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.diary.done import Fullest, Habit
from backplan.planner.growth.offer import Offer
from backplan.planner.layout.net import NoWayError
from backplan.planner.layout.points import totals_of
from backplan.planner.layout.problem import Problem, Wanted, Worth
from backplan.planner.layout.question import Question, problem_for, week_gone_on_from
from backplan.planner.layout.search import Layout, lay_out

GROWING = ("core", "strength", "water", "aerobic")  # of the totals, in the order of a habit after its first

# What keeps a week from the days of the last one: they have no room for all of it, or something may not be on
# neighbouring days; they hold less of some parts, or more; what is prescribed lacks days; no bout would grow that may;
# core work would take more days; a day would be fuller than it had better be. What else the week as a whole may not be,
# lay.py finds: too much longer, or with more in all than high pain leaves.
Hindrance = Literal["", "room", "apart", "less", "more", "prescribed", "bout", "fuller", "longer", "spread", "high"]


class SameDays(NamedTuple):
    """The layout of a week, and why it is not on the days of the last one, as far as these were tried; with the parts
    of which they hold less, or more.
    """

    layout: Layout
    hindrance: Hindrance = ""
    parts: tuple[str, ...] = ()


def on_the_same_days(question: Question, layout: Layout) -> SameDays:
    """The best layout in which no part leaves the days of last week, where that holds as much of each as the best of
    all, and bouts that grow as they do in that; no part comes to a day that had none of it, if it holds no more than
    last week, where that can be, too. Else the layout as it is.
    """
    last = _week_before(question)
    if last is None or last.holds is None:
        return SameDays(layout)
    totals, found = totals_of(question.done.totals, layout.options), SameDays(layout)
    more = [getattr(totals, part) > getattr(last.holds, part) for part in GROWING]
    problem = problem_for(question, question.standing.days.person)
    problem = problem._replace(worth=_no_more(problem.worth, Totals(*map(max, totals, last.holds))))
    for may_come in ((any(more), *more), (True, True, True, True, True)):
        if _stay(problem, layout.options, may_come):
            return found
        tried = _best_staying(problem, may_come)
        now = (
            _held_against(tried, layout, question, last.holds) if isinstance(tried, Layout) else SameDays(layout, tried)
        )
        if not now.hindrance:
            return found._replace(layout=now.layout)
        found = now
    return found


def _week_before(question: Question) -> Week | None:
    """The week whose days are kept, where this one is a normal week of seven days to plan that was not shown yet."""
    case, days, habit = question.case, question.standing.days, question.problem.habit
    if None in habit or len(habit) < len(days.every) or days.shown or days.off or days.only:
        return None
    return week_gone_on_from(days) if case.kind.grows and not case.pain.returning else None


def _no_more(worth: Worth, most: Totals) -> Worth:
    """What totals are worth where no part is worth more than so much of it: habit is no reason to grow. Visits to a
    pool are bounded already.
    """
    bounded = {part: table[: getattr(most, part) + 1] for part, table in worth._asdict().items() if part != "water"}
    return worth._replace(**bounded)


def _stay(problem: Problem, options: Sequence[Option], may_come: Sequence[bool]) -> bool:
    return all(_stays(option, had, may_come) for option, had in zip(options, problem.habit, strict=True))


def _stays(option: Option, had: Habit | None, may_come: Sequence[bool]) -> bool:
    """Whether a day has every part that it had last week, and no other but those that may come to it."""
    now = (option.active, option.core, option.strength, option.water, option.aerobic > 0)
    return had is None or all(n == h or (n and come) for n, h, come in zip(now, had, may_come, strict=True))


def _best_staying(problem: Problem, may_come: Sequence[bool]) -> Layout | Literal["room", "apart"]:
    """The best layout on the days of last week; else why they cannot be."""
    days = tuple(
        tuple(option for option in options if _stays(option, had, may_come))
        for options, had in zip(problem.days, problem.habit, strict=True)
    )
    if not all(days):
        return "room"
    try:
        found = lay_out(problem._replace(days=days))
    except NoWayError:
        return "apart"
    assert found is not None
    return found


def _held_against(tried: Layout, best: Layout, question: Question, before: Totals) -> SameDays:
    """The days of the last week, or the best ones and why it is not those."""
    held, most = (totals_of(question.done.totals, layout.options) for layout in (tried, best))
    if less := tuple(part for part, now, much in zip(Totals._fields, held, most, strict=True) if now < much):
        return SameDays(best, "less", less)
    if not all(_has_its_days(each, tried, best) for each in question.problem.wanted):
        return SameDays(best, "prescribed")
    if _core_days(tried) > max(_core_days(best), sum(bool(had and had[1]) for had in question.problem.habit)):
        return SameDays(best, "spread")
    if not _as_long(tried, best, question.offer):
        return SameDays(best, "bout")
    if more := tuple(
        part for part, now, *each in zip(Totals._fields, held, most, before, strict=True) if now > max(each)
    ):
        return SameDays(best, "more", more)
    fuller = question.problem.fullest is not None and _is_fuller(tried, best, question.problem.fullest)
    return SameDays(best, "fuller") if fuller else SameDays(tried)


def _has_its_days(wanted: Wanted, tried: Layout, best: Layout) -> bool:
    """Whether what is prescribed has as many of its days as in the best of all."""
    now, then = (sum(wanted.exercise in option.prescribed for option in each.options) for each in (tried, best))
    return now >= min(then, wanted.days)


def _core_days(layout: Layout) -> int:
    return sum(option.core for option in layout.options)


def _as_long(tried: Layout, best: Layout, offered: Offer) -> bool:
    """Whether the longest bout of a layout, and its longest visit to a pool, grow as they do in the best of all."""
    each = zip(_longest(tried), _longest(best), (offered.bout, offered.visit), strict=True)
    return all(now >= long or long <= so_far for now, long, so_far in each)


def _longest(layout: Layout) -> list[int]:
    """The minutes of the longest bout on land, and of the longest visit to a pool."""
    return [max((o.aerobic for o in layout.options if o.water == wet), default=0) for wet in (False, True)]


def _is_fuller(tried: Layout, best: Layout, fullest: Fullest) -> bool:
    """Whether the fullest day is fuller than it had better be, and than in the best of all."""
    now, then = (
        Fullest(max(o.minutes for o in each.options), max(o.sets for o in each.options)) for each in (tried, best)
    )
    return any(new > max(old, most) for new, old, most in zip(now, then, fullest, strict=True))
