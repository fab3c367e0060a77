"""Plan: a whole week from the person, the library, the diary, the weeks already shown and the dates. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

from backplan.model.move import said
from backplan.model.prescription import in_force
from backplan.model.vocabulary import WEEKDAYS, Place
from backplan.model.week import LEARNING_WEEKS, Day, DayBlock, Session, Week
from backplan.planner.choice.programme import days_a_week
from backplan.planner.choice.select import Selection
from backplan.planner.day import coping
from backplan.planner.day.menu import Bout
from backplan.planner.day.option import Option
from backplan.planner.day.prescribed import a_bout, allowed
from backplan.planner.day.walks import land_bouts, pool_blocks
from backplan.planner.diary import missed
from backplan.planner.laying import Laying
from backplan.planner.layout import asks
from backplan.planner.lookback.review import review
from backplan.planner.request import Request
from backplan.planner.screen import bars
from backplan.planner.telling import balance, prescribed
from backplan.planner.telling import notices as telling_notices


def make_week(request: Request) -> Week:
    """The best safe week. Raises no error for what cannot be done: the balance and the notices say it."""
    return _Planning(request).week()


class _Planning(Laying):
    """The whole of one week: the days with their exercises, and every reason."""

    @cached_property
    def _prescribed_days(self) -> dict[str, tuple[int, int]]:
        """Of what is prescribed: the days asked for, and those it has, done ones included; nothing of a walk that is
        just the kind of them all.
        """
        asked = {key: days + self._days_done[key] for key, days in self.asked_days.items()}
        known = {exercise.id: exercise for exercise in self.request.exercises}
        kinds = {exercise.id for _, exercise in allowed(self._judged) if a_bout(exercise, self._judged)}
        for item in self.prescription.added if self.targets["prescribed"] else ():
            if item.exercise and item.exercise not in {*self.therapy.days, *kinds}:
                asked[item.exercise] = asks.part(days_a_week(item, known.get(item.exercise)), self.share)
        ahead = [day for day in self.days if day.on >= self.first and day.on not in self._done_ahead]
        given = (item.exercise for day in ahead if day.coping for item in day.coping.items)
        held = self._days_done + Counter(key for day in ahead for key in day.exercises) + Counter(given)
        return {key: (days, min(held[key], days)) for key, days in asked.items()}

    @property
    def _ground(self) -> balance.Ground:
        return balance.Ground(self.case, self.menu, self.stopped, self._no_more)

    @property
    def _room(self) -> prescribed.Room:
        """What the week had room for, for what a therapist prescribed."""
        off = {*self.stopped, *self.paused, *self._done_ahead}
        offered = [day for day in self.dates if self.person.minutes.get(WEEKDAYS[day.weekday()]) and day not in off]
        most = max(self.person.minutes.values(), default=0)
        whole = len(offered) == len(self.person.minutes)
        return prescribed.Room(self._longest, most, tuple(offered), whole, self._no_more)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        options = dict(zip(self.dates, self.laid_out, strict=True))
        land = [day for day, option in options.items() if option.aerobic and not option.water]
        turn = self.programme_week - 1
        bouts = [Bout(options[day].aerobic, options[day].bout) for day in land]
        walks = dict(zip(land, land_bouts(self.selection, self.menu, bouts, turn), strict=True))
        planned = [Day(day, _sessions(option, walks.get(day), self._pool(option))) for day, option in options.items()]
        off = {**dict.fromkeys(self.stopped), **self.paused, **dict.fromkeys(self._done_ahead)}
        stopped = [self._off(day) for day in planned if day.on in off]
        live = [day for day in planned if day.on not in off]
        with_coping = coping.spread(live, self.selection, self.menu, self.targets["coping"], self.programme_week)
        return (*self._past, *sorted((*stopped, *with_coping), key=lambda day: day.on))

    def _off(self, day: Day) -> Day:
        """A day that is not planned: paused, stopped, or done already and then as it was shown."""
        kept = self.shown.day(day.on) if self.shown and day.on in self._done_ahead else None
        return kept or day._replace(pause=self.paused.get(day.on))

    def _pool(self, option: Option) -> tuple[DayBlock, DayBlock] | None:
        if not option.water:
            return None
        return pool_blocks(self.selection, self.menu, option.aerobic, self.programme_week - 1)

    @cached_property
    def _past(self) -> list[Day]:
        """The days before the first to plan: as they were shown, or not planned at all."""
        gone = [self.request.starts + timedelta(days=n) for n in range(7) if not self._ahead(n)]
        return [(self.shown and self.shown.day(day)) or Day(day, planned=False) for day in gone]

    def week(self) -> Week:
        """Everything put together, with its reasons."""
        planned = [day for day in self.days if day.on not in self._done_ahead]
        rows = balance.rows(planned, self.case, self.targets, self.share, self.done)
        rows = [*balance.prescribed(self._prescribed_days.values()), *rows]
        rows = balance.explained(rows, self._ground, lambda: self.help)
        return Week(
            starts=self.request.starts,
            programme_week=self.programme_week,
            level=self.levels.lowest,
            levels=self.levels.of,
            asked_level=self.request.person.level,
            mode=self.case.mode,
            usual=self.case.pain.usual,
            days=self.days,
            balance=tuple(rows),
            left_out=telling_notices.left_out(self.selection),
            left_out_counts=telling_notices.left_out_counts(self.selection),
            changes=self.changes,
            notices=self.notices,
            programme=self.programme,
            calm_programme=self._calm_programme,
            moves=self.moves,
            rungs=self.climb.rungs,
            step=self.case.step,
            whole_step=self.whole_step,
            wishes=bars.wishes(self.request.person),
            bars=self._bars,
            begun=self.begun,
            only_days=self.only_days,
            cards=telling_notices.cards(self.days, self.request.exercises),
            evidence=self.past.fingerprint(),
            missed=self.missed if self.shown else missed.gone(self.days, self.request.entries, self.request.today),
            ahead=tuple(sorted(self._done_ahead)),
        )

    @cached_property
    def _bars(self) -> Mapping[str, str]:
        learning = self.programme_week <= LEARNING_WEEKS or any(move.new for move in self.moves)
        entries, today = self.request.entries, self.request.today
        held = in_force(self.request.prescriptions, today)
        return bars.bars(self.person, entries, self._all_dates, today, held, learning=learning)

    @cached_property
    def missed(self) -> tuple[date, ...]:
        """The days of this week whose session was not done."""
        return missed.missed(self.shown, self.request.entries, self.request.today) if self.shown else ()

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """The few sentences a person should read above the week."""
        request = self.request
        ids = {entry.id for entry in request.entries}
        known = [entry for entry in request.earlier_entries if entry.id not in ids]
        looked = review(request.person, (*known, *request.entries), self.programme_week, request.today)
        return (
            *telling_notices.notices(self.case, self.programme, self.stopped, self.begun),
            *((looked,) if looked and self.case.mode == "normal" else ()),
            *prescribed.said(self._judged, request.exercises, self.days, self._prescribed_days, self._room),
        )

    @cached_property
    def changes(self) -> tuple[str, ...]:
        """What changed, in sentences: why this was laid anew, what became of missed sessions, what the diary moved,
        and what is replaced.
        """
        newly = set(self.missed) - set(self.shown.missed) if self.shown else set()
        entries = self.request.entries
        found = (
            *self.request.changes,
            *(missed.said(newly, entries, self.shown, self.days, self.first) if self.shown and newly else ()),
            *said(self.moves),
            *telling_notices.changes(self.eased.programme, self.programme, self.selection, self._names),
            *self._fuller,
        )
        return (*found, *(sentence for sentence in self._told if sentence not in found))

    @cached_property
    def _names(self) -> dict[str, str]:
        return {exercise.id: exercise.name for exercise in self.request.exercises}

    @property
    def _fuller(self) -> tuple[str, ...]:
        """What the days hold more or less of than last week, where no exercise moved: both weeks normal ones."""
        last = self.earlier[-1] if self.earlier else None
        if last is None or last.mode != "normal" or self.case.mode != "normal" or self.case.three_quarters:
            return ()
        if self.shown or last.missed or self.missed or self.paused or any(day.pause for day in last.days):
            return ()
        if any(week_begins and week_begins.weekday() for week_begins in (last.begun, self.begun)):
            return ()
        climbed = self.eased.rungs
        moved = {key for key in {*climbed, *last.rungs} if climbed.get(key, 0) != last.rungs.get(key, 0)}
        return telling_notices.sets_changed(last, self.days, moved) if not self.bad else ()

    @property
    def _told(self) -> tuple[str, ...]:
        """What was said of this week's changes before and still holds: all but its moves, which are worked out anew."""
        if self.shown is None:
            return ()
        moved = said(self.shown.moves)
        over = (
            "laid anew",
            *telling_notices.SETS_CHANGED,
            *(f"{on:%A}'s session" for on in set(self.shown.missed) - {*self.missed}),
        )
        kept = (each for each in self.shown.changes if each not in moved and not any(word in each for word in over))
        return tuple(each for each in kept if "takes the place" not in each or "you swapped it" in each)


def _sessions(
    option: Option, walk: tuple[Place, DayBlock] | None, pool: tuple[DayBlock, DayBlock] | None
) -> tuple[Session, ...]:
    """The day's visits: the pool alone, or the bout and the work at home, together when the bout is at home."""
    if pool is not None:
        wall = [block for block in option.blocks if block.kind != "cool-down"]
        last = [block for block in option.blocks if block.kind == "cool-down"]
        water = (pool[0], *wall, pool[1]) if wall else (DayBlock("aerobic", pool[0].items + pool[1].items),)
        visit = Session("pool", (*water, *last))
        return (visit, Session("home", option.at_home)) if option.at_home else (visit,)
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
