"""Situation: where a person stands when a week is laid out, before any exercise is chosen."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from backplan.model.case import Case, PainToday
from backplan.model.move import Move
from backplan.model.prescription import Prescription, in_force
from backplan.model.week import Week, monday
from backplan.planner.diary import missed
from backplan.planner.diary.abilities import worse
from backplan.planner.diary.past import Past
from backplan.planner.diary.pause import paused
from backplan.planner.diary.verdicts import Yardstick, too_much
from backplan.planner.growth import aerobic_step
from backplan.planner.growth.ladder import Bad, worked
from backplan.planner.growth.levels import Levels, levels
from backplan.planner.request import Request
from backplan.planner.screen import bars, stops
from backplan.planner.screen.pain import is_acute, mode, pain_today
from backplan.rules.pain.high import steady
from backplan.rules.progress.aerobic_ramp import FULL
from backplan.rules.tags import pregnancy_weeks, surgery_weeks


class Situation:
    """The person over the days to plan, from what they said, what they did and what is prescribed; each property is a
    step, computed once.

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
        """The weeks before this one, as shown."""
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
            e.kind == "session" and e.on == start and (e.of or e.done == "no" or (kept and kept.sessions))
            for e in request.entries
        )
        return start + timedelta(days=1) if noted else start

    @cached_property
    def _done_ahead(self) -> frozenset[date]:
        """Days to come whose session was done already; they stay as they were shown."""
        before = self.first - timedelta(days=1)
        return frozenset(missed.done_ahead(self.shown, self.request.entries, before) if self.shown else ())

    @cached_property
    def begun(self) -> date:
        """The day this week's plan first began."""
        return (self.shown.begun if self.shown else None) or self.first

    @cached_property
    def dates(self) -> list[date]:
        """The days to plan."""
        return [self.request.starts + timedelta(days=n) for n in range(7) if self._ahead(n)]

    def _ahead(self, number: int) -> bool:
        return self.request.starts + timedelta(days=number) >= self.first

    @cached_property
    def _all_dates(self) -> list[date]:
        return [self.request.starts + timedelta(days=n) for n in range(7)]

    @cached_property
    def programme_week(self) -> int:
        """The number of this week since the plan began."""
        begin = self.request.began or min((week.starts for week in self.request.weeks), default=self.request.starts)
        return max(1, (self.request.starts - monday(begin)).days // 7 + 1)

    @cached_property
    def _pain_then(self) -> PainToday:
        """Pain as it was when this week began: what may grow was decided then."""
        known = [e for e in self.request.entries if e.on < self.begun or (e.on == self.begun and e.kind != "session")]
        return pain_today(self.person, known, self.begun, self.prescription.usual_pain)

    @cached_property
    def levels(self) -> Levels:
        """The level of each part of the plan, for the whole week."""
        request = self.request
        told = [e for e in (*request.earlier_entries, *request.entries) if e.on < request.starts]
        return levels(self.past, self._pain_then, function_worse=worse(request.person.functions, told))

    @cached_property
    def paused(self) -> dict[date, str]:
        """The days with a pause, and why."""
        return paused(self.request.entries, self._all_dates)

    @cached_property
    def stopped(self) -> dict[date, stops.Stop]:
        """The days to plan on which nothing may be given."""
        return {day: found for day in self.dates if (found := stops.stop(self.person, day)) is not None}

    @cached_property
    def _still(self) -> Case:
        """The person over the days to plan, with the minutes of their aerobic sessions."""
        return self._dated._replace(step=self._as_given(self.whole_step))

    def _as_given(self, whole: int) -> int:
        """The minutes of a whole aerobic session, less what this week's sessions and pain take off."""
        if any(self._aerobic(on) for on, *_ in self.bad):
            whole = min(whole, max(aerobic_step.LEAST_STEP, whole * 4 // 5))
        return aerobic_step.step(self._dated, whole)

    def _aerobic(self, on: date) -> bool:
        """Whether a session held aerobic work; one that was not planned is taken to have held everything."""
        day = self.shown.day(on) if self.shown else None
        return day is None or not day.sessions or "aerobic" in day.kinds

    @cached_property
    def whole_step(self) -> int:
        """Aerobic minutes of a session in a calm week. Above 30 they grow only where no floor pays for it."""
        grown, _ = self._ramp
        if self.held is not None:
            return self.held
        before = max(FULL, self.past.base.whole_step if self.past.base else FULL)
        if grown <= before:
            return grown
        short = [self.short_with(minutes) for minutes in (before, grown)]
        return grown if all(more <= less for less, more in zip(*short, strict=True)) else before

    @cached_property
    def _ramp(self) -> tuple[int, tuple[Move, ...]]:
        return aerobic_step.whole_step(self._dated, self.past)

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
        pain = pain_today(self.person, request.entries, request.today, self.prescription.usual_pain)
        known = pain
        if self.calm:
            pain = PainToday(0, pain.usual, accepted=pain.accepted)
        live = [day for day in self.dates if day not in self.stopped] or [on]
        barring = frozenset().union(*(bars.tags(self.person, known, day)[0] for day in live))
        care = frozenset().union(*(bars.tags(self.person, known, day)[1] for day in live))
        return Case(
            person=self.person,
            on=on,
            pain=pain,
            mode=mode(self.person, pain, on),
            steady=steady(pain),
            level=self.levels.lowest,
            levels=self.levels.of,
            programme_week=self.programme_week,
            tags=barring,
            caution_tags=care - barring,
            surgery_weeks=surgery_weeks(self.person, on),
            pregnancy_weeks=pregnancy_weeks(self.person, on),
            likes_water=self._likes_water,
            new_pain=is_acute(self.person, on),
            prescription=self.prescription,
        )

    @cached_property
    def _likes_water(self) -> bool:
        wet = {word for e in self.request.exercises if e.block == "water" for word in (e.id, e.modality)}
        return any(like in wet for like in self.person.likes)

    def short_with(self, minutes: int) -> tuple[int, ...]:
        """By how much each tier falls short with aerobic sessions of so many minutes; worked out by the layout."""
        raise NotImplementedError
