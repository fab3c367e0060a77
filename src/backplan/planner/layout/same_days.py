"""Same days: the parts of a week stay on the days that they had last week, where it holds as much on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from backplan.model.week import Totals, Week
from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.diary.done import Habit
from backplan.planner.growth.offer import Offer
from backplan.planner.layout.net import NoWayError
from backplan.planner.layout.points import totals_of
from backplan.planner.layout.problem import Problem
from backplan.planner.layout.question import Question, problem_for, week_of_habit
from backplan.planner.layout.search import Layout, lay_out

GROWING = ("core", "strength", "water", "aerobic")  # of the totals, in the order of a habit after its first


# What keeps a week from the days of the last one beside what they hold less of: something may not be on neighbouring
# days, no bout would grow that may, or the week would be too much longer than the last.
Hindrance = Literal["", "apart", "bout", "longer"]


class SameDays(NamedTuple):
    """The layout of a week, and why it is not on the days of the last one, as far as these were tried: the parts of
    which they hold less, or what else is in the way.
    """

    layout: Layout
    less: tuple[str, ...] = ()
    hindrance: Hindrance = ""


def on_the_same_days(question: Question, layout: Layout) -> SameDays:
    """The best layout in which no part leaves the days of last week, where that holds as much of each as the best of
    all, and bouts that grow as they do in that; no part comes to a day that had none of it, if it holds no more than
    last week, where that can be, too. Else the layout as it is.
    """
    last = _week_gone_on_from(question)
    if last is None or last.holds is None:
        return SameDays(layout)
    totals, found = totals_of(question.done.totals, layout.options), SameDays(layout)
    more = [getattr(totals, part) > getattr(last.holds, part) for part in GROWING]
    problem = problem_for(question, question.standing.days.person)
    for may_come in ((any(more), *more), (True, True, True, True, True)):
        if _stay(problem, layout.options, may_come):
            return found
        tried = _best_staying(problem, may_come)
        hindrance = _hindrance(tried, layout, last.holds, question.offer)
        if tried is not None and not _less(tried, layout) and not hindrance:
            return found._replace(layout=tried)
        found = SameDays(layout, _less(tried, layout), hindrance)
    return found


def _week_gone_on_from(question: Question) -> Week | None:
    """The week whose days are kept: the last whole one, where this one is a whole normal week, too; none beside a
    prescription, which has its days first, in the week after a session that was too much, or once a week was shown.
    """
    standing, case, habit = question.standing, question.case, question.problem.habit
    days, last = standing.days, week_of_habit(standing.days)
    if last is None or None in habit or len(habit) < len(days.every) or days.shown or days.off or days.only:
        return None
    normal = case.kind.grows and not case.pain.returning and not case.three_quarters and standing.fullest is None
    return last if normal and not question.problem.wanted else None


def _stay(problem: Problem, options: Sequence[Option], may_come: Sequence[bool]) -> bool:
    return all(_stays(option, had, may_come) for option, had in zip(options, problem.habit, strict=True))


def _stays(option: Option, had: Habit | None, may_come: Sequence[bool]) -> bool:
    """Whether a day has every part that it had last week, and no other but those that may come to it."""
    now = (option.active, option.core, option.strength, option.water, option.aerobic > 0)
    return had is None or all(n == h or (n and come) for n, h, come in zip(now, had, may_come, strict=True))


def _best_staying(problem: Problem, may_come: Sequence[bool]) -> Layout | None:
    """The best layout on the days of last week; None where they cannot be, as something may not be on neighbours."""
    days = tuple(
        tuple(option for option in options if _stays(option, had, may_come))
        for options, had in zip(problem.days, problem.habit, strict=True)
    )
    try:
        return lay_out(problem._replace(days=days)) if all(days) else None
    except NoWayError:
        return None


def _hindrance(tried: Layout | None, best: Layout, before: Totals, offered: Offer) -> Hindrance:
    """What keeps a week from the days of the last one, beside what they hold less of. Habit is no reason to grow: no
    part may hold more than in the best of all, and in the last week.
    """
    if tried is None:
        return "apart"
    if not _as_long(tried, best, offered):
        return "bout"
    held, most = (totals_of(Totals(), layout.options) for layout in (tried, best))
    return "longer" if any(now > max(each) for now, *each in zip(held, most, before, strict=True)) else ""


def _as_long(tried: Layout, best: Layout, offered: Offer) -> bool:
    """Whether the longest bout of a layout, and its longest visit to a pool, grow as they do in the best of all."""
    each = zip(_longest(tried), _longest(best), (offered.bout, offered.visit), strict=True)
    return all(now >= long or long <= so_far for now, long, so_far in each)


def _less(tried: Layout | None, best: Layout) -> tuple[str, ...]:
    """The parts of which a layout holds less than the best of all; none where there is no such layout."""
    if tried is None:
        return ()
    held, most = (totals_of(Totals(), layout.options) for layout in (tried, best))
    return tuple(part for part, now, much in zip(Totals._fields, held, most, strict=True) if now < much)


def _longest(layout: Layout) -> list[int]:
    """The minutes of the longest bout on land, and of the longest visit to a pool."""
    return [max((o.aerobic for o in layout.options if o.water == wet), default=0) for wet in (False, True)]
