"""Spare: minutes that a week leaves free where a part of it falls short, and why it leaves them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from backplan.model.outcome import Part
from backplan.model.week import Day, Totals
from backplan.model.wording import WEEKDAY_NAMES, all_of
from backplan.planner.day.option import Option
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.points import parts_of
from backplan.planner.layout.question import problem_for
from backplan.planner.telling.days import DAYS_APART

RESTS = "It would take a day that the week keeps for rest."
EVEN = (
    "Some minutes stay free: the week keeps its days alike, each at one place, and a day between the same work where "
    "it can."
)
LONGEST = "No walk or ride is longer than {} minutes yet; one on another day would count."
FREE, FREE_UNDER_A_LIMIT = 3, 5  # minutes of a day from which people see that it is not full
TOO_FEW = "the minutes left on {} are too few for it."
OTHERS_FULL = "the days without it are full."
TOGETHER = "some of its rounds share a day this week, where they fit beside the rest."
PARTS = ("aerobic", "core", "strength", "water")


def why_spare(laid: Laid, rows: Sequence[str]) -> Mapping[str, str]:
    """Of the rows of a balance that fall short, those that the minutes of the days do not hold back, each with what
    does: the layout is the best of the whole week, and not the fullest.
    """
    asked = [row for row in rows if row in PARTS]
    menus = problem_for(laid.question, laid.standing.days.person).days if asked else ()
    found = {row: _why(laid, row, menus) for row in asked}
    return {row: why for row, why in found.items() if why}


def why_full(laid: Laid, rows: Sequence[str]) -> Mapping[str, str]:
    """Of the rows of a balance that the minutes of the days hold back, though minutes are left on some, or rounds that
    count on one day alone would fill two: what is so.
    """
    limit = laid.question.case.prescription.limit
    least = FREE_UNDER_A_LIMIT if limit and limit.minutes else FREE  # which is the better reason
    free = [day for day in laid.days if left_on(laid, day) >= least]
    if free:
        return {row: _full(row, free) for row in rows if row in PARTS}
    shares_a_day = "strength" in rows and any(day.strength_rounds > 1 for day in laid.options)
    return {"strength": TOGETHER} if shares_a_day and not (limit and limit.minutes) else {}


def could_hold_more(laid: Laid, parts: Sequence[Part]) -> bool:
    """Whether some day by itself could keep all it holds and hold more of one of some parts."""
    menus = problem_for(laid.question, laid.standing.days.person).days
    days = [(parts_of(now), map(parts_of, menu)) for now, menu in zip(laid.options, menus, strict=True)]
    return any(_keeps(had, has) and _more_of(parts, had, has) for had, ways in days for has in ways)


def has_free_minutes(laid: Laid) -> bool:
    """Whether any day with a session is not full to the minute."""
    return any(left_on(laid, day) > 0 for day in laid.days if day.on >= laid.standing.days.first and day.sessions)


def _more_of(parts: Sequence[Part], had: Totals, has: Totals) -> bool:
    of = {"aerobic": ("aerobic",), "core": ("core", "more"), "strength": ("strength",)}
    return any(getattr(has, name) > getattr(had, name) for part in parts for name in of[part])


def left_on(laid: Laid, day: Day) -> int:
    """The minutes that are left on a day to plan, of those offered, or of those that a therapist allows."""
    days, limit = laid.standing.days, laid.question.case.prescription.limit
    offered = days.person.minutes[day.weekday] if day.on in days.offered(days.person) else 0
    return (min(offered, limit.minutes) if limit and limit.minutes else offered) - day.minutes


def _full(row: str, free: Sequence[Day]) -> str:
    without = [day for day in free if row == "aerobic" or not (day.at_pool if row == "water" else row in day.works)]
    return TOO_FEW.format(all_of([WEEKDAY_NAMES[day.weekday] for day in without])) if without else OTHERS_FULL


def _why(laid: Laid, row: str, menus: Sequence[Sequence[Option]]) -> str:
    could = [at for at, menu in enumerate(menus) if any(_more(row, laid.options[at], menu))]
    may = [
        at for at in could if not all(_barred(way, laid.options, at) for way in _more(row, laid.options[at], menus[at]))
    ]
    if may:
        return EVEN if any(laid.options[at].active for at in may) else RESTS
    if could:
        return DAYS_APART
    most = laid.question.case.longest_bout
    walked = [at for at, day in enumerate(laid.options) if day.aerobic == most and not day.water]
    roomy = any(max(way.minutes for way in menus[at]) > laid.options[at].minutes for at in walked)
    return LONGEST.format(most) if row == "aerobic" and roomy else ""


def _more(row: str, now: Option, menu: Sequence[Option]) -> Iterator[Option]:
    """The ways to spend a day that keep all it holds and hold more of a row."""
    had = parts_of(now)
    more = (option for option in menu if getattr(option, row) > getattr(now, row))
    yield from (each for each in more if now.prescribed <= each.prescribed and _keeps(had, parts_of(each)))


def _keeps(had: Totals, has: Totals) -> bool:
    return all(new >= old for old, new in zip(had, has, strict=True))


def _barred(option: Option, chosen: Sequence[Option], at: int) -> bool:
    """Whether a day may not be spent so beside its neighbours."""
    beside = (*chosen[max(0, at - 1) : at], *chosen[at + 1 : at + 2])
    return any((option.strength and other.strength) or (option.water and other.water) for other in beside)
