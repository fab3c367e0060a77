"""Other days: which parts of a week stand on other days than in the last whole one, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backplan.model.told import Change
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Totals, Week
from backplan.model.wording import WEEKDAY_NAMES, all_of
from backplan.planner.diary.done import Habit, habit_of
from backplan.planner.growth.new_pain import BEGINNINGS
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.question import usual_days, week_gone_on_from
from backplan.planner.layout.same_days import Hindrance
from backplan.planner.telling.amounts import PARTS

WITH_DAYS = ("core", "strength", "water", "aerobic")  # the parts that are told by their days, in the order of a habit
Weekdays = frozenset[int]


def on_other_days(laid: Laid) -> Iterator[Change]:
    """Which parts of a normal week moved to other days than before, in one line, and why; and which came to a day more
    as there is more of them. Nothing where the days are those of the last week, or of the last whole one: these are the
    usual ones.
    """
    before = held_against(laid)
    if before is None or before.holds is None:
        return
    now, had = _days_of(map(habit_of, laid.days)), _days_of(usual_days(laid.standing.days, before))
    last = laid.standing.days.earlier[-1]
    if now == _days_of(map(habit_of, last.days)) and last.kind.grows:
        return
    held = laid.holds or laid.totals
    moved = [_moved(part, had[part], now[part], before.holds, held) for part in WITH_DAYS if had[part]]
    if words := [each for each in moved if each]:
        yield Change("sets", f"On other days than before: {'; '.join(words)}: {_why(laid, before)}.")
    new = [_new(part, had[part], now[part], before.holds, held) for part in WITH_DAYS if had[part]]
    if words := [each for each in new if each]:
        yield Change("sets", f"On a day more than before, as there is more of it: {'; '.join(words)}.")


def held_against(laid: Laid) -> Week | None:
    """The last whole week, else the last one, where both it and this one are normal from their Monday on; none where
    days were named for this week alone, or some of it is off.
    """
    days, case = laid.standing.days, laid.question.case
    if days.shown or days.off or days.only or days.gone or not case.kind.grows or case.pain.returning:
        return None
    return week_gone_on_from(days)


def _days_of(week: Iterable[Habit | None]) -> Mapping[str, Weekdays]:
    """The weekdays of each part, from Monday, 0."""
    held = [each or NOTHING_HELD for each in week]
    return {part: frozenset(day for day, each in enumerate(held) if each[at]) for at, part in enumerate(WITH_DAYS, 1)}


NOTHING_HELD: Habit = (False, False, False, False, False)


def _moved(part: str, had: Weekdays, now: Weekdays, before: Totals, held: Totals) -> str:
    """What is told of the days of a part that moved; "" where it has its days, or where its amount tells of them."""
    gone, came = had - now, now - had
    (name, _), more = PARTS[part], getattr(held, part) - getattr(before, part)
    if gone and came:
        return f"{name} on {_named(came)} instead of {_named(gone)}"
    if came and more <= 0:
        return f"{name} on {_named(came)}, too"
    return f"no {name.removeprefix('the ')} on {_named(gone)}" if gone and more >= 0 else ""


def _new(part: str, had: Weekdays, now: Weekdays, before: Totals, held: Totals) -> str:
    """What is told of the days that a part of which there is more came to; "" where it came to none."""
    more = getattr(held, part) > getattr(before, part)
    return f"{PARTS[part][0]} on {_named(now - had)}" if more and had < now else ""


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
    return _why_not_the_same(laid)


def _why_not_the_same(laid: Laid) -> str:
    """What the same days would cost, as far as they were tried; else what holds the days to less."""
    same = laid.same_days
    if same is None or not same.hindrance:
        return WEIGHED
    if same.parts:
        due = ", before its next step is due" if same.hindrance == "more" else ""
        parts = all_of([PARTS[part][0] for part in same.parts])
        return f"on the same days there would be {same.hindrance} {parts}{due}"
    return HINDRANCES[same.hindrance]


DAYS_CHANGED = "your days, or their minutes, have changed"
POOL_CHANGED = "your days for the pool have changed"
BEGINS = "training begins"
PRESCRIBED = "what is prescribed has its days first"
NO_FULLER = "no day is to be fuller after a session that was too much"
WEIGHED = "the week fits them best so"
HINDRANCES: Mapping[Hindrance, str] = {
    "room": "the same days have no room for all of it",
    "apart": "strength, and the pool, need a day between",
    "prescribed": PRESCRIBED,
    "bout": "on the same days no walk, ride or visit to the pool would become longer",
    "fuller": NO_FULLER,
    "longer": "on the same days the week would be too much longer than the last",
    "spread": "on the same days core work would need one more",
    "high": "on the same days the week would hold more in all than while pain is high",
}
