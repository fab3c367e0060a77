"""Laying: what each day may hold, what the week is asked to hold, and the best layout of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property, reduce

from backplan.model.person import Person
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import GivenDose, most_sets
from backplan.planner.choice.dose import eased
from backplan.planner.choice.select import Selection
from backplan.planner.climbing import Climbing
from backplan.planner.day.blocks import Work
from backplan.planner.day.menu import Menu
from backplan.planner.day.option import REST, Option, option_of
from backplan.planner.day.prescribed import Therapy
from backplan.planner.diary.done import Before, DoneSoFar, Habit, before, days_done, done_so_far, held
from backplan.planner.growth import aerobic_step
from backplan.planner.layout import asks as layout_asks
from backplan.planner.layout.problem import Asks, Limits, Problem, Wanted
from backplan.planner.layout.search import best_shortfalls, lay_out
from backplan.planner.telling.help import Help, help_for
from backplan.rules.budget import BUDGETS
from backplan.rules.budget.start_small import SHARE
from backplan.rules.progress.gap_restart import percent_after
from backplan.rules.target import TARGETS

FLOORS = 6  # the first tiers of the layout: what starting small must never cost


class Laying(Climbing):
    """The layout problem of one week, and its answer."""

    @cached_property
    def _judged(self) -> Selection:
        """The selection, with the rungs that the exercises have climbed."""
        return self.selection._replace(case=self.case)

    @cached_property
    def menu(self) -> Menu:
        """What a day may hold."""
        work = Work(self._judged, self.programme, self.therapy, self._most_sets)
        return Menu(self._judged, work, self.therapy)

    @cached_property
    def therapy(self) -> Therapy:
        """What is prescribed with days of its own."""
        asked = {each.exercise: each.minutes for each in self.prescription.added if each.exercise}
        bouts = {key: self._minutes(key, minutes) if minutes else self.case.step for key, minutes in asked.items()}
        return Therapy(self._judged, self.programme, self._longest, bouts, self._most_sets)

    def _minutes(self, exercise: str, asked: int) -> int:
        """The minutes of a prescribed walk or ride as given now, no longer than the longest day."""
        given = eased(GivenDose(minutes=asked), self.case.rungs.get(exercise, 0)).minutes or asked
        return min(given, self._longest, aerobic_step.step(self.case, given))

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
        return most_sets([day for day in self.shown.days if day.on >= self.first])

    @cached_property
    def done(self) -> DoneSoFar:
        """What was done this week."""
        request = self.request
        return done_so_far(self.shown, request.entries, request.starts, request.today, self.case.step)

    @cached_property
    def asks(self) -> Asks:
        """What the layout is asked for."""
        return layout_asks.asks(self.case, self.targets, self.share, self.done, len(self.dates))

    @cached_property
    def targets(self) -> dict[str, int]:
        """What each target asks of this week."""
        asked = {target.id: target.ask(self.case) for target in TARGETS}
        walks = self.therapy.walks
        return asked if walks is None else asked | {"aerobic": min(walks, asked["aerobic"])}

    @cached_property
    def share(self) -> tuple[int, int]:
        """Offered days from the day the plan began, of all offered days of the week."""
        named = [WEEKDAYS.index(day) for day in self.person.minutes]
        offered = [day for day in named if self._all_dates[day] not in self.paused] or named
        return sum(day >= (self.begun - self.request.starts).days for day in offered), len(offered)

    def problem(self, person: Person, small: int) -> Problem:
        """The layout to solve for a person with other days or minutes, starting as small as in some week."""
        days = tuple(self._options(person, day, small) for day in self.dates)
        most = Limits()._replace(full=max(Limits().full, self.therapy.walking_days))
        limits = Limits(*(max(0, each - got) for each, got in zip(most, self.done.limited, strict=True)))
        return Problem(days, self.asks, limits, self._before, self.case.step, self._habit, self.wanted)

    @cached_property
    def _days_done(self) -> Counter[str]:
        """On how many days of this week each exercise was done."""
        request = self.request
        return days_done(self.shown, request.entries, request.starts, request.today)

    @cached_property
    def asked_days(self) -> dict[str, int]:
        """Of the prescribed exercises that are laid out by days: those that the days left should still hold."""
        found = {}
        for exercise, days in self.therapy.days.items() if self.targets["prescribed"] else ():
            open_days = sum(exercise not in self._over_on(day) for day in self._all_dates)
            found[exercise] = max(
                0, layout_asks.part(-(-days * open_days // 7), self.share) - self._days_done[exercise]
            )
        return found

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """The same as the layout is asked for it: in the pool on no more days than there can be visits."""
        in_slots, found = set(self.programme.values()), []
        visits = max(0, Limits().water - self.done.water)
        for exercise, left in self.asked_days.items():
            days = min(left, visits) if exercise in self.therapy.wet else left
            in_its_slot = self.therapy.slot_days(exercise) if exercise in in_slots else 0
            found.append(Wanted(exercise, days, max(days, in_its_slot)))
        return tuple(found)

    @cached_property
    def _habit(self) -> tuple[Habit | None, ...]:
        """What each day held last week, if that was a normal week: people keep what has its day."""
        last = self.earlier[-1] if self.earlier else None
        if last is None or last.mode != "normal" or self.case.mode != "normal":
            return ()
        return tuple(held(last.day(day - timedelta(days=7))) for day in self.dates)

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
        bounded = self._no_more and not self.calm and self.shown and self.shown.mode != "coping-only"
        most = self._as_shown(day) if bounded else None
        minutes = min(minutes, most.minutes) if most else minutes
        pool = person.has_pool and (not person.pool_days or WEEKDAYS[day.weekday()] in person.pool_days)
        options = self.menu.options(minutes, pool, most.sets) if most else self.menu.options(minutes, pool)
        over = self._over_on(day)
        options = tuple(option for option in options if option.prescribed.isdisjoint(over)) if over else options
        if most:
            options = tuple(option for option in options if _lighter(option, most))
        if self.case.mode != "flare" and not self.case.three_quarters:
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
        makes anything heavier. Where pain bars something prescribed, the week without that is what is lightened,
        within the same minutes and sets.
        """
        calm = type(self)(self.request, calm=True)
        barred = [each for each in self.request.prescriptions if each.exercise in self.selection.left_out]
        if not any(each in self.prescription.added for each in barred):
            return dict(zip(calm.dates, calm.laid_out, strict=True))
        left = tuple(each for each in self.request.prescriptions if each not in barred or each.kind != "add")
        without = type(self)(self.request._replace(prescriptions=left), calm=True)
        pairs = zip(calm.dates, without.laid_out, calm.laid_out, strict=True)
        return {
            day: one._replace(minutes=min(one.minutes, other.minutes), sets=min(one.sets, other.sets))
            for day, one, other in pairs
        }

    @cached_property
    def _before(self) -> Before:
        yesterday = self.first - timedelta(days=1)
        weeks = [*self.earlier, *([self.shown] if self.shown else [])]
        return before(weeks, self.request.entries, yesterday)

    def short_with(self, minutes: int) -> tuple[int, ...]:
        """By how much each tier falls short with aerobic sessions of so many minutes."""
        other = type(self)(self.request, calm=self.calm, held=minutes)
        return best_shortfalls(other.problem(other.person, len(SHARE)))

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
        """The best option for each day to plan."""
        return lay_out(self.problem(self.person, self.small))

    @cached_property
    def help(self) -> Help:
        """What would clear the first unmet tier: the fewest more minutes on the same days, or more days."""
        return help_for(
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
