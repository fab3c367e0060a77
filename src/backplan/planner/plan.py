"""Plan: a whole week from the person, the library, the diary, the weeks already shown and the dates. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from backplan.model.case import Case, PainToday
from backplan.model.diary import LogEntry, Swap
from backplan.model.exercise import Exercise
from backplan.model.person import Person
from backplan.model.vocabulary import WEEKDAYS, Level, Place, Weekday
from backplan.model.week import Day, DayBlock, Session, Week, monday
from backplan.planner import aerobic, balance, coping, explain, history, ladder, screen
from backplan.planner.layout import Asks, Before, Habit, Limits, Problem, best_shortfalls, lay_out
from backplan.planner.menu import REST, Menu, Option
from backplan.planner.pause import paused
from backplan.planner.programme import choose
from backplan.planner.select import Selection, select
from backplan.planner.verdicts import regresses
from backplan.rules.budget import BUDGETS
from backplan.rules.budget.start_small import SHARE
from backplan.rules.pain.high import steady
from backplan.rules.standing import pregnancy_weeks, surgery_weeks, tags_on
from backplan.rules.target import TARGETS

FLOORS = 5  # the first tiers of the layout: what starting small must never cost


class Request(NamedTuple):
    """Everything a week is made from.

    ``weeks`` are those already shown, oldest first, this one's last version last; ``began`` is the Monday of the
    first week ever shown.
    """

    person: Person
    exercises: Sequence[Exercise]
    starts: date
    today: date
    entries: Sequence[LogEntry] = ()
    weeks: Sequence[Week] = ()
    began: date | None = None
    swaps: Sequence[Swap] = ()
    only_days: tuple[Weekday, ...] | None = None
    changes: tuple[str, ...] = ()


def make_week(request: Request) -> Week:
    """The best safe week. Raises no error for what cannot be done: the balance and the notices say it."""
    return _Planning(request).week()


class _Planning:
    """One planning of one week; each property is a step, computed once.

    A calm planning passes over what pain says today: it is the week that a gentle one lightens.
    """

    def __init__(self, request: Request, *, calm: bool = False) -> None:
        self.request = request
        self.calm = calm
        days = request.only_days or (self.shown.only_days if self.shown else None)
        self.only_days = days
        self.person = request.person.with_days(days) if days else request.person

    @cached_property
    def shown(self) -> Week | None:
        """This week as last shown."""
        return next((week for week in reversed(self.request.weeks) if week.starts == self.request.starts), None)

    @cached_property
    def earlier(self) -> list[Week]:
        return [week for week in self.request.weeks if week.starts < self.request.starts]

    @cached_property
    def first(self) -> date:
        """The first day to plan: today, or tomorrow when today's session is done already."""
        request = self.request
        start = max(request.starts, request.today)
        done_today = any(e.on == start and e.kind == "session" and e.done != "no" for e in request.entries)
        kept = self.shown and self.shown.day(start)
        return start + timedelta(days=1) if done_today and kept and kept.sessions else start

    @cached_property
    def begun(self) -> date:
        """The day this week's plan first began."""
        return (self.shown.begun if self.shown else None) or self.first

    @cached_property
    def dates(self) -> list[date]:
        return [self.request.starts + timedelta(days=n) for n in range(7) if self._ahead(n)]

    def _ahead(self, number: int) -> bool:
        return self.request.starts + timedelta(days=number) >= self.first

    @cached_property
    def programme_week(self) -> int:
        begin = self.request.began or min((week.starts for week in self.request.weeks), default=self.request.starts)
        return max(1, (self.request.starts - monday(begin)).days // 7 + 1)

    @cached_property
    def level(self) -> Level:
        on = min(self.request.starts, self.request.today)
        return screen.level(self.person, self.programme_week, self.request.entries, on)

    @cached_property
    def paused(self) -> dict[date, str]:
        return paused(self.request.entries, self._all_dates)

    @cached_property
    def stopped(self) -> dict[date, screen.Stop]:
        return {day: found for day in self.dates if (found := screen.stop(self.person, day)) is not None}

    @cached_property
    def case(self) -> Case:
        """The person over the days to plan, with the rungs their exercises have climbed."""
        return self._still._replace(rungs=self._eased)

    @cached_property
    def _still(self) -> Case:
        """The person over the days to plan, with the minutes of their aerobic sessions."""
        return self._dated._replace(step=history.step(self._dated, self._whole_step))

    @cached_property
    def _whole_step(self) -> int:
        return history.whole_step(self._dated, self.earlier, self.request.entries)

    @cached_property
    def _dated(self) -> Case:
        """The person over the days to plan: what bars on any of them bars on all."""
        request, on = self.request, min(self.first, self.request.starts + timedelta(days=6))
        pain = screen.pain_today(self.person, request.entries, request.today)
        if self.calm:
            pain = PainToday(0, pain.usual)
        live = [day for day in self.dates if day not in self.stopped] or [on]
        barring = frozenset().union(*(tags_on(self.person, day)[0] for day in live))
        care = frozenset().union(*(tags_on(self.person, day)[1] for day in live))
        return Case(
            person=self.person,
            on=on,
            pain=pain,
            mode=screen.mode(self.person, pain, on),
            steady=steady(pain),
            level=self.level,
            programme_week=self.programme_week,
            tags=barring,
            caution_tags=care - barring,
            surgery_weeks=surgery_weeks(self.person, on),
            pregnancy_weeks=pregnancy_weeks(self.person, on),
            likes_water=self._likes_water,
            new_pain=screen.is_acute(self.person, on),
        )

    @cached_property
    def _likes_water(self) -> bool:
        wet = {word for e in self.request.exercises if e.block == "water" for word in (e.id, e.modality)}
        return any(like in wet for like in self.person.likes)

    @cached_property
    def selection(self) -> Selection:
        swapped = frozenset(swap.exercise for swap in self.request.swaps if swap.on <= self.request.today)
        return select(self.request.exercises, self._still, swapped)

    @cached_property
    def previous(self) -> Mapping[str, str]:
        """The programme to keep: of the last normal week at this level, this week's own first."""
        if self.shown and self.shown.mode == "normal" and self.shown.level == self.level:
            return self.shown.programme
        return self._last.programme if self._last else {}

    @cached_property
    def _last(self) -> Week | None:
        """The last normal week before this one, at this level."""
        return next((w for w in reversed(self.earlier) if w.mode == "normal" and w.level == self.level), None)

    @cached_property
    def climb(self) -> ladder.Climb:
        """The rungs and the programme this week begins with: kept all week, moved by the diary of the last one."""
        if self.shown and self.shown.mode == "normal" and self.shown.level == self.level:
            return ladder.Climb(self.shown.rungs, self.shown.programme, self.shown.moves)
        if self._last is None:
            return ladder.Climb({}, {})
        return ladder.climb(self._last, self.earlier, self.request.entries, self._still, self.selection)

    @cached_property
    def _eased(self) -> Mapping[str, int]:
        """The rungs for the days ahead: this week's sessions that were too much take a step off at once."""
        if self.shown is None:
            return self.climb.rungs
        leg, until = self.person.pain.leg, self.request.today
        bad = regresses(self.request.entries, self.request.starts, until, self._still.pain.usual, leg)
        return ladder.eased(self.climb.rungs, (day for day in self.shown.days if day.on in bad))

    @cached_property
    def programme(self) -> dict[str, str]:
        return choose(self.selection, self.climb.programme)

    @cached_property
    def menu(self) -> Menu:
        return Menu(self.selection._replace(case=self.case), self.programme)

    @cached_property
    def done(self) -> history.DoneSoFar:
        return history.done_so_far(self.shown, self.request.entries, self.request.starts, self.first, self.case.step)

    @cached_property
    def asks(self) -> Asks:
        return balance.asks(self.case, self.targets, self.share, self.done, len(self.dates))

    @cached_property
    def targets(self) -> dict[str, int]:
        return {target.id: target.ask(self.case) for target in TARGETS}

    @cached_property
    def share(self) -> tuple[int, int]:
        """Offered days from the day the plan began, of all offered days of the week."""
        named = [WEEKDAYS.index(day) for day in self.person.minutes]
        offered = [day for day in named if self._all_dates[day] not in self.paused] or named
        return sum(day >= (self.begun - self.request.starts).days for day in offered), len(offered)

    def problem(self, person: Person, small: int) -> Problem:
        """The layout to solve for a person with other days or minutes, starting as small as in some week."""
        days = tuple(self._options(person, day, small) for day in self.dates)
        limits = Limits(
            *(max(0, most - got) for most, got in zip((3, 2, 2, 5), self.done.limited, strict=True)),
        )
        return Problem(days, self.asks, limits, self._before, self.case.step, self._habit)

    @cached_property
    def _habit(self) -> tuple[Habit | None, ...]:
        """What each day held last week, if that was a normal week: people keep what has its day."""
        last = self.earlier[-1] if self.earlier else None
        if last is None or last.mode != "normal" or self.case.mode != "normal":
            return ()
        return tuple(history.held(last.day(day - timedelta(days=7))) for day in self.dates)

    def _options(self, person: Person, day: date, small: int) -> tuple[Option, ...]:
        minutes = person.minutes.get(WEEKDAYS[day.weekday()], 0)
        if not minutes or day in self.stopped or day in self.paused or self.case.mode == "coping-only":
            return (REST,)
        case = self.case._replace(programme_week=small)
        for rule in BUDGETS:
            minutes = rule.adjust(minutes, case)
        pool = person.has_pool and (not person.pool_days or WEEKDAYS[day.weekday()] in person.pool_days)
        options = self.menu.options(minutes, pool)
        if self.case.mode != "flare" and not self.case.steady:
            return options
        return tuple(option for option in options if _lighter(option, self._calm_days.get(day, REST)))

    @cached_property
    def _calm_days(self) -> dict[date, Option]:
        """The week as it would be without today's pain. A gentle week lightens it day by day, so that more pain never
        makes anything heavier.
        """
        calm = _Planning(self.request, calm=True)
        return dict(zip(calm.dates, calm.laid_out, strict=True))

    @cached_property
    def _before(self) -> Before:
        yesterday = self.first - timedelta(days=1)
        weeks = [*self.earlier, *([self.shown] if self.shown else [])]
        return history.before(weeks, self.request.entries, yesterday)

    @cached_property
    def small(self) -> int:
        """The programme week whose share of the minutes is used: this one, or a later one if the floors need it."""
        whole = best_shortfalls(self.problem(self.person, len(SHARE)))[:FLOORS]
        for week in range(min(self.programme_week, len(SHARE)), len(SHARE)):
            if best_shortfalls(self.problem(self.person, week))[:FLOORS] == whole:
                return week
        return len(SHARE)

    @cached_property
    def laid_out(self) -> tuple[Option, ...]:
        return lay_out(self.problem(self.person, self.small))

    @cached_property
    def days(self) -> tuple[Day, ...]:
        options = dict(zip(self.dates, self.laid_out, strict=True))
        land = [day for day, option in options.items() if option.aerobic and not option.water]
        turn = self.programme_week - 1
        bouts = [options[day].aerobic for day in land]
        walks = dict(zip(land, aerobic.land_bouts(self.selection, self.menu, bouts, turn), strict=True))
        planned = [Day(day, _sessions(option, walks.get(day), self._pool(option))) for day, option in options.items()]
        off = {**dict.fromkeys(self.stopped), **self.paused}
        stopped = [day._replace(pause=self.paused.get(day.on)) for day in planned if day.on in off]
        live = [day for day in planned if day.on not in off]
        with_coping = coping.spread(live, self.selection, self.menu, self.targets["coping"], self.programme_week)
        return (*self._past, *sorted((*stopped, *with_coping), key=lambda day: day.on))

    def _pool(self, option: Option) -> tuple[DayBlock, DayBlock] | None:
        if not option.water:
            return None
        return aerobic.pool_blocks(self.selection, self.menu, option.aerobic, self.programme_week - 1)

    @cached_property
    def _past(self) -> list[Day]:
        """The days before the first to plan: as they were shown, or not planned at all."""
        gone = [self.request.starts + timedelta(days=n) for n in range(7) if not self._ahead(n)]
        return [(self.shown and self.shown.day(day)) or Day(day, planned=False) for day in gone]

    def week(self) -> Week:
        """Everything put together, with its reasons."""
        rows = balance.rows(self.days, self.case, self.targets, self.share, self.done)
        rows = balance.explained(rows, self.case, self.menu, lambda: self.help, self.stopped)
        return Week(
            starts=self.request.starts,
            programme_week=self.programme_week,
            level=self.level,
            mode=self.case.mode,
            usual=self.case.pain.usual,
            days=self.days,
            balance=tuple(rows),
            left_out=explain.left_out(self.selection),
            left_out_counts=explain.left_out_counts(self.selection),
            changes=(
                *self.request.changes,
                *self.climb.moves,
                *explain.changes(self.climb.programme, self.programme, self.selection),
            ),
            notices=explain.notices(self.case, self.programme, self.stopped, self.begun),
            programme=self.programme,
            moves=self.climb.moves,
            rungs=self.climb.rungs,
            step=self.case.step,
            whole_step=self._whole_step,
            wishes=screen.wishes(self.request.person),
            bars=screen.bars(self.person, self.request.entries, self._all_dates, self.request.today),
            begun=self.begun,
            only_days=self.only_days,
            cards=explain.cards(self.days, self.request.exercises),
        )

    @cached_property
    def _all_dates(self) -> list[date]:
        return [self.request.starts + timedelta(days=n) for n in range(7)]

    @cached_property
    def help(self) -> balance.Help:
        """What would clear the first unmet tier: the fewest more minutes on the same days, or more days."""
        return balance.help_for(
            self.person,
            lambda person: best_shortfalls(self.problem(person, self.small)),
            lambda person: best_shortfalls(self.problem(person, len(SHARE))),
        )


def _lighter(option: Option, than: Option) -> bool:
    """Whether an option holds no more of anything than another; a pool visit may become its parts at home."""
    return (
        option.aerobic <= than.aerobic
        and option.core <= than.core
        and option.strength <= than.strength
        and option.water <= than.water
        and option.sets <= than.sets
        and option.minutes <= than.minutes
    )


def _sessions(
    option: Option, walk: tuple[Place, DayBlock] | None, pool: tuple[DayBlock, DayBlock] | None
) -> tuple[Session, ...]:
    """The day's visits: the pool alone, or the bout and the work at home, together when the bout is at home."""
    if pool is not None:
        wall = [block for block in option.blocks if block.kind != "cool-down"]
        last = [block for block in option.blocks if block.kind == "cool-down"]
        water = (pool[0], *wall, pool[1]) if wall else (DayBlock("aerobic", pool[0].items + pool[1].items),)
        return (Session("pool", (*water, *last)),)
    if walk is None:
        return (Session("home", option.blocks),) if option.blocks else ()
    place, bout = walk
    if place == "home":
        warm = [block for block in option.blocks if block.kind == "warm-up"]
        rest = [block for block in option.blocks if block.kind != "warm-up"]
        return (Session("home", (*warm, bout, *rest)),)
    first = Session(place, (bout,))
    return (first, Session("home", option.blocks)) if option.blocks else (first,)


def judged(request: Request) -> Selection:
    """Every exercise judged for the person on the days ahead, without planning a week."""
    return _Planning(request).selection
