"""Plan: a whole week from the person, the library, the diary, the weeks already shown and the dates. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, reduce
from typing import NamedTuple

from backplan.model.case import Case, PainToday
from backplan.model.diary import LogEntry, Swap
from backplan.model.exercise import Exercise
from backplan.model.move import Move, said
from backplan.model.person import Person
from backplan.model.prescription import Prescribed, Prescription, in_force
from backplan.model.vocabulary import WEEKDAYS, Place, Weekday
from backplan.model.week import LEARNING_WEEKS, Day, DayBlock, Session, Week, monday
from backplan.planner import aerobic, balance, coping, explain, fewer, history, missed, screen
from backplan.planner.functions import worse
from backplan.planner.ladder import SLOTS, Bad, Climb, Ladder, may_grow, worked
from backplan.planner.layout import Asks, Before, Habit, Limits, Problem, Wanted, best_shortfalls, lay_out
from backplan.planner.levels import Levels, levels
from backplan.planner.menu import REST, Bout, Menu, Option, option_of
from backplan.planner.past import Past
from backplan.planner.pause import paused
from backplan.planner.programme import choose
from backplan.planner.review import review
from backplan.planner.select import Selection, reasons_against, select
from backplan.planner.therapy import Therapy
from backplan.planner.verdicts import Yardstick, too_much
from backplan.planner.work import Work
from backplan.rules.budget import BUDGETS
from backplan.rules.budget.start_small import SHARE
from backplan.rules.pain import flare
from backplan.rules.pain.high import steady
from backplan.rules.progress.aerobic_ramp import FULL
from backplan.rules.progress.gap_restart import percent_after
from backplan.rules.standing import pregnancy_weeks, surgery_weeks
from backplan.rules.target import TARGETS
from backplan.rules.target import aerobic as aerobic_target

FLOORS = 6  # the first tiers of the layout: what starting small must never cost


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
    earlier_entries: Sequence[LogEntry] = ()  # the diary before ``entries``
    prescriptions: Sequence[Prescribed] = ()
    around: bool = False  # laid anew around what was done and missed: rest days stay, and no day grows past the longest


def make_week(request: Request) -> Week:
    """The best safe week. Raises no error for what cannot be done: the balance and the notices say it."""
    return _Planning(request).week()


class _Planning:
    """One planning of one week; each property is a step, computed once.

    A calm planning passes over what pain says today: it is the week that a gentle one lightens. ``held`` holds the
    aerobic minutes of a session at a figure.
    """

    def __init__(self, request: Request, *, calm: bool = False, held: int | None = None) -> None:
        self.request = request
        self.calm = calm
        self.held = held
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
    def past(self) -> Past:
        """What lies before this week."""
        asked = self.request
        return Past(
            asked.person,
            asked.entries,
            self.earlier,
            asked.starts,
            earlier_entries=asked.earlier_entries,
            accepted=self.prescription.usual_pain,
        )

    @cached_property
    def prescription(self) -> Prescription:
        """What a therapist prescribed, as it holds on the first day to plan."""
        return in_force(self.request.prescriptions, min(self.first, self.request.starts + timedelta(days=6)))

    @cached_property
    def first(self) -> date:
        """The first day to plan: today, or tomorrow when today's session is done already, or let go."""
        request = self.request
        start = max(request.starts, request.today)
        kept = self.shown.day(start) if self.shown else None
        noted = any(
            e.kind == "session" and e.on == start and (e.of or (kept and kept.sessions)) for e in request.entries
        )
        return start + timedelta(days=1) if noted else start

    @cached_property
    def _done_ahead(self) -> frozenset[date]:
        """Days to come whose session was done already; they stay as they were shown."""
        sessions = [e for e in self.request.entries if e.kind == "session" and e.of and e.done != "no"]
        return frozenset(e.planned for e in sessions if self.shown and e.planned >= self.first)

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
    def _pain_then(self) -> PainToday:
        """Pain as it was when this week began: what may grow was decided then."""
        known = [e for e in self.request.entries if e.on < self.begun or (e.on == self.begun and e.kind != "session")]
        return screen.pain_today(self.person, known, self.begun, self.prescription.usual_pain)

    @cached_property
    def levels(self) -> Levels:
        """The level of each part of the plan, for the whole week."""
        request = self.request
        told = [e for e in (*request.earlier_entries, *request.entries) if e.on < request.starts]
        return levels(self.past, self._pain_then, function_worse=worse(request.person.functions, told))

    @cached_property
    def paused(self) -> dict[date, str]:
        return paused(self.request.entries, self._all_dates)

    @cached_property
    def stopped(self) -> dict[date, screen.Stop]:
        return {day: found for day in self.dates if (found := screen.stop(self.person, day)) is not None}

    @cached_property
    def case(self) -> Case:
        """The person over the days to plan, with the rungs their exercises have climbed."""
        return self._still._replace(rungs=self.eased.rungs)

    @cached_property
    def _still(self) -> Case:
        """The person over the days to plan, with the minutes of their aerobic sessions."""
        return self._dated._replace(step=self._as_given(self.whole_step))

    def _as_given(self, whole: int) -> int:
        """The minutes of a whole aerobic session, less what this week's sessions and pain take off."""
        if any(self._aerobic(on) for on, *_ in self.bad):
            whole = min(whole, max(history.LEAST_STEP, whole * 4 // 5))
        return history.step(self._dated, whole)

    def _aerobic(self, on: date) -> bool:
        """Whether a session held aerobic work; one that was not planned is taken to have held everything."""
        day = self.shown.day(on) if self.shown else None
        return day is None or not day.sessions or "aerobic" in day.kinds

    @cached_property
    def whole_step(self) -> int:
        """Aerobic minutes of a session in a calm week: as prescribed, else grown. Above 30 they grow only where no
        floor pays for it.
        """
        grown, _ = self._ramp
        minutes = [each.minutes for each in self._walks if each.minutes]
        if minutes and sum(each.per_week or aerobic_target.SESSIONS for each in self._walks) >= aerobic_target.SESSIONS:
            return min(minutes)
        if minutes:
            return min(grown, *minutes)
        if self.held is not None:
            return self.held
        before = max(FULL, self.past.base.whole_step if self.past.base else FULL)
        if grown <= before:
            return grown
        short = [self._short_with(minutes) for minutes in (before, grown)]
        return grown if all(more <= less for less, more in zip(*short, strict=True)) else before

    @cached_property
    def _walks(self) -> tuple[Prescribed, ...]:
        """The aerobic exercises on land that a therapist prescribed and no rule speaks against."""
        known = {exercise.id: exercise for exercise in self.request.exercises if exercise.block == "aerobic"}
        asked = [each for each in self.prescription.added if each.exercise in known]
        return tuple(each for each in asked if not reasons_against(known[each.exercise or ""], self._dated))

    @cached_property
    def _ramp(self) -> tuple[int, tuple[Move, ...]]:
        return history.whole_step(self._dated, self.past)

    def _short_with(self, minutes: int) -> tuple[int, ...]:
        """By how much each tier falls short with aerobic sessions of so many minutes."""
        other = _Planning(self.request, calm=self.calm, held=minutes)
        return best_shortfalls(other.problem(other.person, len(SHARE)))

    @cached_property
    def bad(self) -> list[Bad]:
        """This week's sessions that were too much, with what was worked in them, in order."""
        if self.shown is None:
            return []
        pain, person = self._dated.pain, self.person
        by = Yardstick(pain.usual, person.pain.leg, self.prescription.usual_pain, self.shown.learning)
        found = too_much(self.request.entries, self.request.starts, self.request.today, by)
        return [(on, worked(self.shown, on), word) for on, word in sorted(found.items())]

    @cached_property
    def _dated(self) -> Case:
        """The person over the days to plan: what bars on any of them bars on all."""
        request, on = self.request, min(self.first, self.request.starts + timedelta(days=6))
        pain = screen.pain_today(self.person, request.entries, request.today, self.prescription.usual_pain)
        known = pain
        if self.calm:
            pain = PainToday(0, pain.usual, accepted=pain.accepted)
        live = [day for day in self.dates if day not in self.stopped] or [on]
        barring = frozenset().union(*(screen.tags(self.person, known, day)[0] for day in live))
        care = frozenset().union(*(screen.tags(self.person, known, day)[1] for day in live))
        return Case(
            person=self.person,
            on=on,
            pain=pain,
            mode=screen.mode(self.person, pain, on),
            steady=steady(pain),
            level=self.levels.lowest,
            levels=self.levels.of,
            programme_week=self.programme_week,
            tags=barring,
            caution_tags=care - barring,
            surgery_weeks=surgery_weeks(self.person, on),
            pregnancy_weeks=pregnancy_weeks(self.person, on),
            likes_water=self._likes_water,
            new_pain=screen.is_acute(self.person, on),
            prescription=self.prescription,
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
    def ladder(self) -> Ladder:
        return Ladder(self.selection)

    @cached_property
    def climb(self) -> Climb:
        """The rungs and the programme this week begins with, moved by the diary before it."""
        past, base, last = self.past, self.past.base, self.past.last
        if last is not None and base is None and last.asked_level == self.request.person.level:
            return Climb({}, dict(last.calm_programme))
        if base is None or last is None or last.asked_level != self.request.person.level:
            kept = self.shown if self._same_level else None
            return Climb({}, dict(kept.calm_programme) if kept else {})
        every = {exercise.id: exercise for exercise in self.request.exercises}
        bad = [(on, worked(base, on), word) for on, word in past.lately.items() if word.verdict == "regress"]
        climb = self.ladder.after(Climb(dict(base.rungs), dict(last.calm_programme)), bad)
        climb = self.ladder.rested(self.ladder.within_level(climb, every), past.gap(self.first))
        for part in SLOTS:
            if not bad and part not in self.levels.risen and may_grow(past, part, calm=self._calm_then):
                climb = self.ladder.grown(climb, part, past)
        return climb._replace(moves=self._news(climb.moves))

    @property
    def _same_level(self) -> bool:
        return self.shown is not None and self.shown.asked_level == self.request.person.level

    @cached_property
    def _calm_then(self) -> bool:
        """Whether the week began as a normal one."""
        pain = self._pain_then
        kind = screen.mode(self.person, pain, self.begun)
        return kind == "normal" and not pain.returning and not steady(pain) and pain.now - pain.usual < flare.RISE

    def _news(self, moves: Sequence[Move]) -> tuple[Move, ...]:
        """The moves that no earlier week has told of: what eased the days of a week is no news in the next."""
        told = {(m.exercise, m.rule, m.days) for week in self.earlier[-1:] for m in week.moves if m.exercise}
        return tuple(move for move in moves if (move.exercise, move.rule, move.days) not in told)

    @cached_property
    def eased(self) -> Climb:
        """The same for the days ahead: this week's sessions that were too much take a step off at once."""
        return self.ladder.after(self.climb, self.bad)

    @cached_property
    def programme(self) -> dict[str, str]:
        return choose(self.selection, self.eased.programme)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every change that the diary made since last week, with its rule and its days."""
        ramp = self._ramp[1] if self.whole_step == self._ramp[0] else ()
        return (*self.levels.moves, *self._news(ramp), *self.eased.moves)

    @cached_property
    def menu(self) -> Menu:
        work = Work(self._judged, self.programme, self.therapy, self._most_sets)
        return Menu(self._judged, work, self.therapy)

    @cached_property
    def _judged(self) -> Selection:
        """The selection, with the rungs that the exercises have climbed."""
        return self.selection._replace(case=self.case)

    @cached_property
    def therapy(self) -> Therapy:
        """What is prescribed with days of its own."""
        asked = {each.exercise: each.minutes for each in self.prescription.added if each.exercise}
        bouts = {key: self._as_given(minutes) if minutes else self.case.step for key, minutes in asked.items()}
        return Therapy(self._judged, self.programme, self._longest, bouts, self._most_sets)

    @property
    def _longest(self) -> int:
        """Minutes of the longest day offered, once the weeks no longer start small."""
        case, found = self.case._replace(programme_week=len(SHARE)), 0
        for minutes in self.person.minutes.values():
            found = max(found, reduce(lambda so_far, rule: rule.adjust(so_far, case), BUDGETS, minutes))
        return found

    @cached_property
    def _most_sets(self) -> Mapping[str, int] | None:
        """The most sets each exercise may have where nothing may grow this week: as many as it was shown with."""
        if not self._no_more or self.shown is None or self.shown.mode == "coping-only":
            return None
        return explain.most_sets([day for day in self.shown.days if day.on >= self.first])

    @cached_property
    def done(self) -> history.DoneSoFar:
        request = self.request
        return history.done_so_far(self.shown, request.entries, request.starts, request.today, self.case.step)

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
        return Problem(days, self.asks, limits, self._before, self.case.step, self._habit, self.wanted)

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """The prescribed exercises that are laid out by days, with those that the days left should still hold."""
        done = history.days_done(self.shown, self.request.entries, self.request.starts, self.request.today)
        if not self.targets["prescribed"]:
            return ()
        in_slots, found = set(self.programme.values()), []
        for exercise, days in self.therapy.days.items():
            open_days = sum(exercise not in self._over_on(day) for day in self.dates)
            left = min(open_days, max(0, balance.part(days, self.share) - done[exercise]))
            found.append(Wanted(exercise, left, max(left, Limits().core) if exercise in in_slots else left))
        return tuple(found)

    @cached_property
    def _prescribed_days(self) -> dict[str, tuple[int, int]]:
        """Of what is prescribed with days of its own: the days asked for, and those it has, done ones included."""
        done = history.days_done(self.shown, self.request.entries, self.request.starts, self.request.today)
        ahead = [day for day in self.days if day.on >= self.first and day.on not in self._done_ahead]
        held = done + Counter(key for day in ahead for key in {i.exercise for b in day.blocks() for i in b.items})
        return {key: (days + done[key], min(held[key], days + done[key])) for key, days, _ in self.wanted}

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
        if day in self._done_ahead or (self.request.around and self._shown_rest(day)):
            return (REST,)
        case = self.case._replace(programme_week=small)
        for rule in BUDGETS:
            minutes = rule.adjust(minutes, case)
        if self.request.around and self.shown:
            minutes = min(minutes, max(self.shown.days, key=lambda each: each.minutes).minutes)
        most = self._as_shown(day) if self._no_more and self.shown and self.shown.mode != "coping-only" else None
        minutes = min(minutes, most.minutes) if most else minutes
        pool = person.has_pool and (not person.pool_days or WEEKDAYS[day.weekday()] in person.pool_days)
        options = self.menu.options(minutes, pool, most.sets) if most else self.menu.options(minutes, pool)
        over = self._over_on(day)
        options = tuple(option for option in options if option.prescribed.isdisjoint(over)) if over else options
        if most:
            options = tuple(option for option in options if _lighter(option, most))
        if self.case.mode != "flare" and not self.case.steady:
            return options
        return tuple(option for option in options if _lighter(option, self._calm_days.get(day, REST)))

    def _over_on(self, day: date) -> frozenset[str]:
        """The prescribed exercises that had their last day before a day."""
        return frozenset(e.exercise for e in self.prescription.added if e.exercise and e.until and e.until < day)

    @cached_property
    def _no_more(self) -> bool:
        """Whether no day may hold more than it did: after a session that was too much, or coming back from a gap."""
        return bool(self.bad) or (self.request.around and percent_after(self.past.gap(self.first)) != 100)

    def _shown_rest(self, day: date) -> bool:
        kept = self.shown.day(day) if self.shown else None
        return kept is not None and kept.rest and kept.pause is None

    def _as_shown(self, on: date) -> Option:
        """What a day held as shown, as a bound: after a session that was too much, nothing more this week. For other
        days than before, the fullest day to come.
        """
        assert self.shown is not None
        same = self.only_days == self.shown.only_days
        days = [day for day in self.shown.days if (day.on == on if same else day.on >= self.first)]
        return max(map(option_of, days), key=lambda option: (option.minutes, option.sets), default=REST)

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
        bouts = [Bout(options[day].aerobic, options[day].bout) for day in land]
        walks = dict(zip(land, aerobic.land_bouts(self.selection, self.menu, bouts, turn), strict=True))
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
        return aerobic.pool_blocks(self.selection, self.menu, option.aerobic, self.programme_week - 1)

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
        rows = balance.explained(rows, self.case, self.menu, lambda: self.help, self.stopped)
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
            left_out=explain.left_out(self.selection),
            left_out_counts=explain.left_out_counts(self.selection),
            changes=self.changes,
            notices=self.notices,
            programme=self.programme,
            calm_programme=self._calm_programme,
            moves=self.moves,
            rungs=self.climb.rungs,
            step=self.case.step,
            whole_step=self.whole_step,
            wishes=screen.wishes(self.request.person),
            bars=self._bars,
            begun=self.begun,
            only_days=self.only_days,
            cards=explain.cards(self.days, self.request.exercises),
            evidence=self.past.fingerprint(),
            missed=self.missed if self.shown else missed.gone(self.days, self.request.entries, self.request.today),
            ahead=tuple(sorted(self._done_ahead)),
        )

    @property
    def _calm_programme(self) -> Mapping[str, str]:
        """The programme of a normal week, kept through gentle ones."""
        return self.programme if self.case.mode == "normal" else self.eased.programme

    @cached_property
    def _bars(self) -> Mapping[str, str]:
        learning = self.programme_week <= LEARNING_WEEKS or any(move.new for move in self.moves)
        entries, today = self.request.entries, self.request.today
        held = in_force(self.request.prescriptions, today)
        return screen.bars(self.person, entries, self._all_dates, today, held, learning=learning)

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
            *explain.notices(self.case, self.programme, self.stopped, self.begun),
            *((looked,) if looked and self.case.mode == "normal" else ()),
            *fewer.said(self._judged, request.exercises, self.days, self._prescribed_days, self._longest),
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
            *explain.changes(self.eased.programme, self.programme, self.selection, self._names),
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
        return explain.sets_changed(last, self.days, moved) if not self.bad else ()

    @property
    def _told(self) -> tuple[str, ...]:
        """What was said of this week's changes before and still holds: all but its moves, which are worked out anew."""
        if self.shown is None:
            return ()
        moved = said(self.shown.moves)
        over = (
            "laid anew",
            *explain.SETS_CHANGED,
            *(f"{on:%A}'s session" for on in set(self.shown.missed) - {*self.missed}),
        )
        kept = (each for each in self.shown.changes if each not in moved and not any(word in each for word in over))
        return tuple(each for each in kept if "takes the place" not in each or "you swapped it" in each)

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
        and option.prescribed <= than.prescribed
    )


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
