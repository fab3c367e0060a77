"""Other days: which parts of a week stand on other days than in the last whole one, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backplan.model.told import Change
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Day, Totals, Week
from backplan.model.wording import WEEKDAY_NAMES, all_of
from backplan.planner.growth.new_pain import BEGINNINGS
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.question import week_of_habit
from backplan.planner.layout.same_days import Hindrance
from backplan.planner.telling.amounts import PARTS, why_less

WITH_DAYS = ("core", "strength", "water", "aerobic")  # the parts that are told by their days
Weekdays = frozenset[int]


def on_other_days(laid: Laid) -> Iterator[Change]:
    """Which parts of a normal week moved to other days than before, in one line, and why. Nothing where the days are
    those of the last week, or of the last whole one: these are the usual ones.
    """
    before = held_against(laid)
    if before is None or before.holds is None:
        return
    now, had = _days_of(laid.days), _days_of(before.days)
    last = laid.standing.days.earlier[-1]
    if now == _days_of(last.days) and last.kind.grows:
        return
    held = laid.holds or laid.totals
    moved = [_moved(part, had[part], now[part], before.holds, held) for part in WITH_DAYS if had[part]]
    if words := [each for each in moved if each]:
        yield Change("sets", f"On other days than before: {'; '.join(words)}: {_why(laid, before)}.")


def held_against(laid: Laid) -> Week | None:
    """The last whole week, else the last one, where both it and this one are normal from their Monday on; none where
    days were named for this week alone, or some of it is off.
    """
    days, case = laid.standing.days, laid.question.case
    if days.shown or days.off or days.only or days.gone or not case.kind.grows or case.pain.returning:
        return None
    last = days.earlier[-1] if days.earlier else None
    return week_of_habit(days) or (last if last is not None and last.full else None)


def _days_of(days: Iterable[Day]) -> Mapping[str, Weekdays]:
    """The weekdays of each part, from Monday, 0."""
    found: dict[str, set[int]] = {part: set() for part in WITH_DAYS}
    for day in days:
        held = {*day.kinds, *(["water"] if day.at_pool else [])}
        for part in held.intersection(found):
            found[part].add(day.on.weekday())
    return {part: frozenset(each) for part, each in found.items()}


def _moved(part: str, had: Weekdays, now: Weekdays, before: Totals, held: Totals) -> str:
    """What is told of the days of a part; "" where it has its days, or where its amount tells of them."""
    gone, came = had - now, now - had
    (name, _), more = PARTS[part], getattr(held, part) - getattr(before, part)
    if gone and came:
        return f"{name} on {_named(came)} instead of {_named(gone)}"
    if came and more <= 0:
        return f"{name} on {_named(came)}, too"
    return f"no {name.removeprefix('the ')} on {_named(gone)}" if gone and more >= 0 else ""


def _named(days: Weekdays) -> str:
    return all_of([WEEKDAY_NAMES[WEEKDAYS[day]] for day in sorted(days)])


def _why(laid: Laid, before: Week) -> str:
    """Why parts are on other days: what the person changed, what begins, or what the same days would cost."""
    wishes, person = before.wishes, laid.standing.days.person
    if before.only_days or dict(wishes.minutes) != dict(person.minutes):
        return DAYS_CHANGED
    if wishes.pool_days != person.pool_days:
        return POOL_CHANGED
    if any(move.rule in BEGINNINGS for move in laid.moves):
        return BEGINS
    if laid.question.problem.wanted:
        return PRESCRIBED
    return _why_not_the_same(laid)


def _why_not_the_same(laid: Laid) -> str:
    """What the same days would cost, as far as they were tried; else what holds the days to less."""
    same, case = laid.same_days, laid.question.case
    if same is not None and same.less:
        return f"on the same days there would be less {all_of([PARTS[part][0] for part in same.less])}"
    if same is not None and same.hindrance:
        return HINDRANCES[same.hindrance]
    if laid.standing.fullest is not None:
        return NO_FULLER
    return why_less(laid) if case.spares_a_nerve or case.steady else WEIGHED


DAYS_CHANGED = "your days, or their minutes, have changed"
POOL_CHANGED = "your days for the pool have changed"
BEGINS = "training begins"
PRESCRIBED = "what is prescribed has its days first"
NO_FULLER = "no day is to be fuller after a session that was too much"
WEIGHED = "the week fits them best so"
HINDRANCES: Mapping[Hindrance, str] = {
    "apart": "strength, and the pool, need a day between",
    "bout": "on the same days no walk, ride or visit to the pool would become longer",
    "longer": "on the same days the week would be longer",
}
