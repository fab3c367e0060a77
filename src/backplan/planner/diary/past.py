"""Past: the diary and the weeks shown, read once for the week to plan: verdicts, what was done, the gap, the start."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from backplan.model.diary import (
    LogEntry,
    hurt_by_day,
    last_loads,
    not_in_full_by_day,
    sessions_by_day,
    sessions_done,
    sessions_whole,
)
from backplan.model.person import Person
from backplan.model.usual import Usual
from backplan.model.vocabulary import BlockKind
from backplan.model.week import WEEK, Day, GivenDose, Totals, Week, monday
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.alike import DayPain, most_risen, pain_of_days, within
from backplan.planner.diary.creep import Crept, crept
from backplan.planner.diary.evidence import LOOK_BACK, Evidence, speaks_of_before
from backplan.rules.heart import HEART
from backplan.rules.progress.gap_restart import RULE as GAP
from backplan.rules.progress.gap_restart import percent_after
from backplan.rules.red_flags import RED_FLAGS
from backplan.rules.screening import legs

if TYPE_CHECKING:
    from backplan.model.lately import Spike
    from backplan.planner.diary.verdicts import SessionVerdict, Yardstick

SIGNS = frozenset(
    (*(rule.id for rule in RED_FLAGS), *(rule.id for rule in HEART if rule.kind == "sign"), legs.FURTHER_DOWN)
)


class Stood(NamedTuple):
    """How far the exercises had climbed in a week, and which stood in its slots."""

    rungs: Mapping[str, int]
    programme: Mapping[str, str]


def stepped(slot: str, before: Stood, now: Stood) -> bool:
    """Whether the exercise of a slot stands higher than before, or another stands there: a harder one, or by choice."""
    key = now.programme.get(slot)
    if key is None or key != before.programme.get(slot):
        return key is not None
    return now.rungs.get(key, 0) > before.rungs.get(key, 0)


class PainRise(NamedTuple):
    """How far pain rose from one seven days to the next, and the days known of the one that has fewer."""

    points: float
    days: int


class Past:
    """What lies before the week that ``starts``. ``weeks`` are those shown before it, oldest first, each once.

    ``earlier_entries`` are the diary before ``entries``; ``flares`` the days
    in a flare, on which sessions have no verdict, ``said_flares`` those of a flare that the person called one, whose
    pain says nothing of the session before it; ``walks`` the ids of all aerobic exercises.
    """

    def __init__(  # noqa: PLR0913 - what the past consists of
        self,
        person: Person,
        entries: Sequence[LogEntry],
        weeks: Sequence[Week],
        starts: date,
        *,
        earlier_entries: Sequence[LogEntry] = (),
        flares: Collection[date] = (),
        said_flares: Collection[date] = (),
        walks: Collection[str] = (),
    ) -> None:
        self.person, self.weeks, self.starts = person, weeks, starts
        self.entries = [entry for entry in entries if speaks_of_before(entry, starts)]
        self._all = entries
        self._earlier_entries, self._walks = earlier_entries, walks
        self._flares, self._said_flares = flares, said_flares
        self._days: dict[timedelta, list[Day]] = {}
        self._with: dict[tuple[BlockKind | None, timedelta], list[Day]] = {}
        self._words: dict[BlockKind, list[tuple[date, SessionVerdict]]] = {}

    @cached_property
    def verdicts(self) -> Mapping[date, SessionVerdict]:
        """The verdict on each session before the week, under the day it was planned for; the last word counts."""
        from backplan.planner.diary.verdicts import verdict_on
        from backplan.planner.diary.words import Words

        by_start = {week.starts: week for week in self.weeks}
        words = Words(self.entries)
        last = {
            entry.planned: entry
            for entry in self.entries
            if entry.kind == "session" and entry.planned < self.starts and entry.on not in self._flares
        }
        found = (
            (day, verdict_on(entry, words, self._yardstick(by_start.get(monday(day))))) for day, entry in last.items()
        )
        return dict(sorted((day, word) for day, word in found if word is not None))

    def _yardstick(self, week: Week | None) -> Yardstick:
        from backplan.planner.diary.verdicts import Yardstick

        person, named = self.person, self._said_flares
        if week is None:
            return Yardstick(Usual.all_day(person.pain.usual), person.pain.leg, spikes=self.spikes, said_flares=named)
        return Yardstick(week.usual, person.pain.leg, week.learning, self.spikes, named)

    @cached_property
    def spikes(self) -> tuple[Spike, ...]:
        """The days far beyond the plan, with the worse days that they may explain, oldest first."""
        from backplan.planner.diary.spikes import spikes

        return spikes(self.person, self.entries, self.weeks)

    @cached_property
    def done_days(self) -> frozenset[date]:
        """The planned days before the week whose session was done, in whole or part."""
        return sessions_done(self.entries)

    @cached_property
    def whole_days(self) -> frozenset[date]:
        """The planned days before the week whose session was done whole."""
        return sessions_whole(self.entries)

    def last_effort(self, kind: BlockKind) -> int | None:
        """How hard the last session was that held a kind of block, in whole or part; None where it was not said."""
        calm = self._calm_sessions
        last = next((day.on for day in reversed(self.days_with(kind)) if day.on in calm), None)
        return calm[last].effort if last else None

    @cached_property
    def _calm_sessions(self) -> Mapping[date, LogEntry]:
        """The sessions done outside of flares, by the day each was planned for."""
        by_day = sessions_by_day(self.entries).items()
        return {on: entry for on, entry in by_day if entry.done != "no" and entry.on not in self._flares}

    @cached_property
    def last_week(self) -> Week | None:
        """The last week shown that knows the programme of a normal one, which is kept."""
        return next((week for week in reversed(self.weeks) if week.calm_programme), None)

    @cached_property
    def base_week(self) -> Week | None:
        """The last normal week in which something was done, else the first normal one: the plan goes on from it. One
        that pain made another kind counts as it was until then. One that days without a session had lowered is passed
        over once it is noted what was done on them, but for what it held more of.
        """
        normal = [week for week in self.weeks if week.kind.grows or week.normal_until]
        lived = [week for week in normal if self._lived(week)]
        if not lived:
            return normal[0] if normal else None
        mended = next((number for number, week in enumerate(lived) if number and self._gap_is_noted(week)), None)
        if mended is None or not self._only_lowered(lived[mended:], lived[mended - 1]):
            return lived[-1]
        holds = [week.holds for week in lived[mended - 1 :] if week.holds is not None]
        return lived[mended - 1]._replace(holds=Totals(*map(max, zip(*holds, strict=True))) if holds else None)

    @property
    def unlived(self) -> Week | None:
        """The last normal week since the one that the plan goes on from: nothing was done in it, and what it was told
        to grow was never reached.
        """
        base = self.base_week
        since = (week for week in reversed(self.weeks) if week.kind.grows and base and week.starts > base.starts)
        return next(since, None)

    def _never_begun(self, week: Week) -> bool:
        """Whether nothing was done in a normal week, while it was one, since the week that the plan goes on from."""
        base = self.base_week
        return base is not None and week.starts > base.starts and bool(week.kind.grows or week.normal_until)

    def _gap_is_noted(self, week: Week) -> bool:
        """Whether a week was lowered by days without a session, and it is noted now that there were fewer."""
        without = max(self._gap(week.starts, week.starts + WEEK) or 0, self._gap_ended(week.starts))
        return after_gap(week) and percent_after(without) == 100

    def _only_lowered(self, weeks: Sequence[Week], before: Week) -> bool:
        """Whether some weeks are lower than the one before them for nothing but days that are noted now."""
        if any(word.verdict == "regress" for on, word in self.verdicts.items() if on >= before.starts):
            return False
        return all(week.no_more_than(before) and (not after_gap(week) or self._gap_is_noted(week)) for week in weeks)

    def _lived(self, week: Week) -> bool:
        until = None if week.kind.grows else week.normal_until
        ends = until or week.starts + WEEK
        if any(week.starts <= day < ends for day in self.done_days):
            return True
        return any(e.kind == "activity" and week.starts <= e.on < ends for e in self.entries)

    @cached_property
    def lately(self) -> Mapping[date, SessionVerdict]:
        """The verdicts, by day, since the week that doses and walks go on from: of it, and of weeks nobody opened."""
        base, shown = self.base_week, {week.starts for week in self.weeks}
        if base is None:
            return {}
        mine = {base.starts, *(monday(on) for on in self.verdicts if on > base.starts and monday(on) not in shown)}
        return {on: word for on, word in self.verdicts.items() if monday(on) in mine}

    @cached_property
    def too_much_lately(self) -> date | None:
        """The last session that was too much since the week that doses and walks go on from; None without one."""
        return max((on for on, word in self.lately.items() if word.verdict == "regress"), default=None)

    @cached_property
    def hurt(self) -> Mapping[date, tuple[str, ...]]:
        """The exercises that hurt sharply in sessions before the week, under the day each was planned for."""
        return hurt_by_day(self.entries)

    def last_hurt(self, exercise: str) -> date | None:
        """The last day before the week on which an exercise hurt sharply; None without one."""
        return max((on for on, keys in self.hurt.items() if exercise in keys), default=None)

    @property
    def walks_hurt(self) -> tuple[date, ...]:
        """The days before the week on which a walk, a ride or other aerobic work hurt sharply."""
        return tuple(sorted(on for on, keys in self.hurt.items() if not set(keys).isdisjoint(self._walks)))

    @property
    def walks_hurt_lately(self) -> tuple[date, ...]:
        """The days on which a walk, a ride or other aerobic work hurt sharply since the week that doses and walks go on
        from.
        """
        base = self.base_week
        return tuple(on for on in self.walks_hurt if base is not None and on >= base.starts)

    @property
    def follows_on(self) -> bool:
        """Whether the week before this one is the one that doses and walks go on from."""
        return self.base_week is not None and self.base_week.starts == self.starts - WEEK

    def gap_days(self, first: date) -> int | None:
        """Days without a session or activity before the plan goes on: up to the first thing done in this week, else
        up to the first day to plan; or those that ended less than seven days before the week, where they lowered
        nothing yet. None when nothing was ever done.
        """
        now, base = self._gap(self.starts, first), self.base_week
        ended = 0 if base is not None and after_gap(base) else self._gap_ended(self.starts)
        return None if now is None else max(now, ended)

    def _gap_ended(self, starts: date) -> int:
        """The most days without a session or activity that ended less than seven days before a week."""
        done = sorted({on for on in self._exercised if on < starts})
        return max(((on - last).days for last, on in pairwise(done) if on > starts - WEEK), default=0)

    def _gap(self, starts: date, first: date) -> int | None:
        before = [on for on in self._exercised if on < starts]
        if not before:
            return None
        within = [on for on in self._exercised if starts <= on < first]
        return (min(within, default=first) - max(before)).days

    @cached_property
    def _exercised(self) -> Sequence[date]:
        """The days of everything done: sessions, in whole or part, and what was done of one's own."""
        return [each.on for each in self._all if each.kind in ("session", "activity") and each.done != "no"]

    def days_with(self, kind: BlockKind | None, since: timedelta = LOOK_BACK) -> Sequence[Day]:
        """The planned days that held a kind of block (None: any) in so much time before the week, in order."""
        key = (kind, since)
        if key not in self._with:
            self._with[key] = [day for day in self._shown(since) if (kind in day.kinds if kind else day.sessions)]
        return self._with[key]

    def _shown(self, since: timedelta) -> Sequence[Day]:
        """The days shown in so much time before the week, in order."""
        if since not in self._days:
            begin = self.starts - since
            found = {d.on: d for w in self.weeks for d in w.days if begin <= d.on < self.starts}
            self._days[since] = [day for _, day in sorted(found.items())]
        return self._days[since]

    def verdicts_on(self, kind: BlockKind) -> Sequence[tuple[date, SessionVerdict]]:
        """The verdicts of the last four weeks on sessions that held a kind of block, with their days, oldest first. One
        of which all of it was left out says nothing good of it.
        """
        if kind not in self._words:
            words = self.verdicts
            held = (day for day in self.days_with(kind) if day.on in words)
            self._words[kind] = [
                (day.on, words[day.on]) for day in held if not words[day.on].good or kind in self._as_done(day).kinds
            ]
        return self._words[kind]

    def _as_done(self, day: Day) -> Day:
        """A day without what was left out of its session."""
        return day.without(self._left_out.get(day.on, ()))

    def doses_given(self, exercise: str) -> dict[date, GivenDose]:
        """The dose of an exercise on each planned day of the last four weeks that held it."""
        return self._doses.get(exercise, {})

    @cached_property
    def _doses(self) -> dict[str, dict[date, GivenDose]]:
        """The doses of each exercise that were not left out, by day."""
        found: dict[str, dict[date, GivenDose]] = {}
        for day in self._shown(LOOK_BACK):
            left = self._left_out.get(day.on, ())
            for item in (item for block in day.blocks() for item in block.items if item.exercise not in left):
                found.setdefault(item.exercise, {})[day.on] = item.dose
        return found

    @cached_property
    def practised(self) -> frozenset[str]:
        """The exercises of the sessions done in the last four weeks, by id."""
        done = [day for day in self._shown(LOOK_BACK) if day.on in self.done_days]
        return frozenset().union(*(self._as_done(day).exercises for day in done))

    @cached_property
    def _left_out(self) -> Mapping[date, tuple[str, ...]]:
        return not_in_full_by_day(self.entries)

    @cached_property
    def loads(self) -> Mapping[str, str]:
        """What each exercise was last done with before the week, by id, where that was noted."""
        return last_loads(self.entries)

    def done_percent(self, kind: BlockKind | None, since: timedelta) -> int:
        """How many in a hundred of the sessions planned with a kind of block (None: any) were done whole, and not
        without all of that kind, in so much time before the week.
        """
        days = self.days_with(kind, since)
        done = [day for day in days if day.on in self.whole_days and (not kind or kind in self._as_done(day).kinds)]
        return len(done) * 100 // len(days) if days else 0

    @cached_property
    def last_steps(self) -> Mapping[str, date]:
        """The week of the last step of each slot, as far back as weeks are known; of one that took none, nothing. What
        a week was told to grow in which nothing was done was no step: it is told again.
        """
        return {
            slot: on
            for (_, before), (on, now) in pairwise(self._stood)
            for slot in now.programme
            if stepped(slot, before, now)
        }

    @cached_property
    def changes(self) -> Sequence[tuple[str, date]]:
        """Each slot and week in which another exercise took it, a harder one or by choice, oldest first."""
        return [
            (slot, on)
            for (_, before), (on, now) in pairwise(self._stood)
            for slot, key in now.programme.items()
            if before.programme.get(slot, key) != key
        ]

    @cached_property
    def _stood(self) -> list[tuple[date, Stood]]:
        """What stood in the slots of each week before, but for those in which nothing was done of what they told."""
        weeks = [week for week in self.weeks if week.calm_programme and not self._never_begun(week)]
        return [(week.starts, Stood(week.rungs, week.calm_programme)) for week in weeks]

    @cached_property
    def mean_pain(self) -> float | None:
        """Mean pain of the seven days before the week; None when nothing is known."""
        return _mean(entry for entry in self.entries if entry.on >= self.starts - WEEK and entry.on < self.starts)

    @cached_property
    def pain_rise(self) -> PainRise:
        """How far the mean pain of the last seven days lies above that of the seven before, like held against like: at
        the time of day at which it rose most.
        """
        risen = most_risen(*(within(self._pain, self.starts - weeks * WEEK) for weeks in (2, 1)))
        return PainRise(risen.points, min(risen.now.days, risen.before.days))

    @cached_property
    def sign_of_late(self) -> bool:
        """Whether a sign or a change of health that is newer than the plan, or the clearance that knows of it, lies in
        the seven days before the week.
        """
        return any(self.starts - WEEK <= day < self.starts for day in (*self._new_signs, *self._cleared))

    @cached_property
    def back_of_late(self) -> bool:
        """Whether training began again, after as many days without a session as put it back, less than seven days
        before the week.
        """
        return percent_after(self._gap_ended(self.starts)) != 100

    @property
    def stop_lifted(self) -> bool:
        """Whether a clearance ended a stop since the last session before this week: it is the first one after that."""
        return any(on > max(self.done_days, default=on) for on in self._cleared)

    @property
    def _begun(self) -> date:
        return self.weeks[0].begun or self.weeks[0].starts if self.weeks else self.starts

    @property
    def _new_signs(self) -> list[date]:
        """The days of signs and changes of health that are newer than the plan."""
        signs = (*(flag.since for flag in self.person.reported), *(entry.on for entry in self.entries if entry.signs))
        changed = [self.person.changed.on] if self.person.changed else []
        return [day for day in (*signs, *changed) if self._begun < day]

    @property
    def _cleared(self) -> tuple[date, ...]:
        """The day of the clearance, where it ended a stop of what was new: not of one given while training went on. A
        sign that `init` told is off the record once it is cleared; what the clearance knows of tells of it.
        """
        clearance, new = self.person.clearance, self._new_signs
        if clearance is None or clearance.on <= self._begun:
            return ()
        if new:
            ended = not any(max(new) < day < clearance.on for day in self.done_days)
        else:
            ended = not SIGNS.isdisjoint({*clearance.knows}.difference(flag.id for flag in self.person.reported))
        return (clearance.on,) if ended else ()

    @cached_property
    def crept(self) -> Crept | None:
        """How pain has crept up over the weeks before this one; None where it has not."""
        return crept(self._pain, self.starts)

    @cached_property
    def pain_since_start(self) -> float:
        """How far the mean pain of the last seven days lies above that of the diary's first seven, like held against
        like; where they know no time of day alike, as they stand. The start is the usual pain of the interview where
        the diary has none.
        """
        begun = pain_of_days((*self._earlier_entries, *self.entries))
        first = within(begun, min(begun)) if begun else []
        risen = most_risen(first, within(self._pain, self.starts - WEEK))
        if risen.now.days:
            return risen.points
        began = sum(day.mean for day in first) / len(first) if first else self.person.pain.usual
        return 0.0 if self.mean_pain is None else self.mean_pain - began

    @cached_property
    def _pain(self) -> Mapping[date, DayPain]:
        return pain_of_days(self.entries)

    @cached_property
    def evidence(self) -> str:
        """The mark of what the diary before the week says."""
        return Evidence.before(self.starts, self.entries).mark

    def says_no_more(self, mark: str) -> bool:
        """Whether the diary before the week says what a mark was made of, but for the pain of its first day."""
        return self.evidence == mark or Evidence.before(self.starts, self.entries).grew_on_the_first_day(mark)


def after_gap(week: Week) -> bool:
    """Whether days without a session had lowered a week, as it was last laid out."""
    return any(move.rule == GAP.id for move in week.moves)


def _mean(entries: Iterable[LogEntry]) -> float | None:
    scores = [entry.pain for entry in entries if entry.pain is not None]
    return sum(scores) / len(scores) if scores else None
