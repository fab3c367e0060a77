"""A person's life with backplan: days pass, weeks are shown, sessions are done or not, and every showing is checked.

It goes through the actions that the commands use; only the terminal is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from backplan.actions import on_record
from backplan.actions import week as weeks
from backplan.actions.log import as_the_one_meant
from backplan.actions.workspace import Workspace
from backplan.library import load
from backplan.model.diary import LogEntry
from backplan.model.exercise import Exercise, Library
from backplan.model.person import Person
from backplan.model.slots import WATER
from backplan.model.vocabulary import LEVELS, Done, Leg, Weekday
from backplan.model.week import Day, GivenDose, Week, monday
from backplan.planner.choice.dose import EASED
from backplan.planner.growth.ladder import SLOTS
from backplan.planner.screen import stops
from backplan.planner.week import make_week
from backplan.rules.growth.effort import EASY, SESSIONS
from backplan.store import store
from tests.support import judge
from tests.support.examples import MORE
from tests.support.growth import (
    FIRST_VISIT,
    MOST_AEROBIC_MINUTES,
    MOST_AFTER_EASY_ONES,
    MOST_AT_THREE_QUARTERS,
    MOST_EXERCISES,
    MOST_LEVELS_A_BLOCK,
    MOST_NEW_NAMES,
    MOST_RUNGS_OF_WALKS,
    MOST_SLOW_EXERCISES,
    MOST_SLOW_MINUTES,
    MOST_STEPS_AN_EXERCISE,
)

GAP = "gap-restart"
EVERY = 12  # of so many layings one is done again, and yet again; each of them with BACKPLAN_EXAMPLES


@cache
def whole() -> Library:
    """The library, read once."""
    return load.load()


@cache
def by_id() -> dict[str, Exercise]:
    return whole().by_id()


class Life:
    """One person with a store of their own. ``days`` are the days as last shown, before they were gone."""

    def __init__(self, folder: Path, person: Person, begin: date) -> None:
        self.person, self.today = person, begin
        self.days: dict[date, Day] = {}
        self.shown: dict[date, Week] = {}
        self._laid = 0
        self._brisker_told: dict[date, set[str]] = {}
        self._place = Workspace(begin, folder)
        self._place.ours = whole()
        self._open = ExitStack()
        self.store = self._open.enter_context(store.opened(folder))
        self.store.people.record(person, begin)

    def close(self) -> None:
        """Close the store."""
        self._open.close()

    @property
    def place(self) -> Workspace:
        """Where this person's commands work today."""
        return self._place.on(self.today)

    # -- what a person does -------------------------------------------------------------------------------------

    def sleep(self, days: int = 1) -> None:
        """Time passes."""
        self.today += timedelta(days=days)

    def note(self, entry: LogEntry) -> None:
        """Write into the diary, as `backplan log` does."""
        self.store.diary.add(as_the_one_meant(entry, self.store))

    def session(
        self,
        peak: int,
        *,
        pain: int | None = None,
        done: Done = "all",
        leg: Leg = "none",
        ago: int = 0,
        effort: int | None = 4,
    ) -> None:
        """Today's session, or one of some days ago."""
        before = min(peak, self.usual) if pain is None else pain
        on = self.today - timedelta(days=ago)
        if done == "no":
            self.note(LogEntry(on, "session", "no"))
        else:
            self.note(LogEntry(on, "session", done, before, peak, effort, leg))

    def only_done(self, effort: int | None = None) -> None:
        """Today's session, with no word on the pain."""
        self.note(LogEntry(self.today, "session", "all", effort=effort))

    def morning(self, pain: int | None = None, *, tired: bool | None = None) -> None:
        """Pain on waking."""
        self.note(LogEntry(self.today, "morning", pain=self.usual if pain is None else pain, tired=tired))

    @property
    def usual(self) -> int:
        """The usual pain of the interview."""
        return self.person.pain.usual

    @property
    def stopped(self) -> bool:
        """Whether anything stops the person today, as the store knows them: what was said of the leg counts."""
        found = self.store.people.person()
        return found is not None and stops.stop(found, self.today) is not None

    def week(self, *, replan: bool = False, days: tuple[Weekday, ...] | None = None) -> Week:
        """This week as `backplan week` shows it; checked against every invariant."""
        before = self.store.weeks.of(monday(self.today))
        week = weeks.this_week(self.place, weeks.WeekWanted(replan, days))
        chosen = replan or bool(days)
        self.check(week, None if chosen else before)
        if before is not None:
            self._told_stays(week, before)
        if self.store.weeks.of(week.starts) != before:  # it was laid, and not only shown
            self._laid += 1
            if MORE or self._laid % EVERY == 1:
                self._same_again(week)
        self.shown[week.starts] = week
        return week

    def lived_week(self, peak: int, *, leg: Leg = "none") -> Week:
        """A whole week in which every session is done, with the same highest pain, and every morning noted."""
        self.today = monday(self.today)
        for _ in range(7):
            self.morning()
            week = self.week()
            day = week.day(self.today)
            if day is not None and day.sessions:
                self.session(peak, leg=leg)
            self.sleep()
        return self.shown[monday(self.today - timedelta(days=1))]

    # -- what must hold after every showing ---------------------------------------------------------------------

    def check(self, week: Week, before: Week | None) -> None:
        """Every invariant of a showing; ``before`` is this week as stored until now."""
        self._past_stays(week)
        self._nothing_barred(week)
        self._grows_by_the_table(week)
        if before is not None:
            self._no_more_after_a_regress(week, before)
            self._nothing_piles_up(week, before)
        for day in week.days:
            if day.on >= self.today or day.on not in self.days:
                self.days[day.on] = bare(day)

    def _past_stays(self, week: Week) -> None:
        for day in week.days:
            if day.on < self.today and day.on in self.days and day.planned:
                assert bare(day) == self.days[day.on], f"{day.on} was rewritten on {self.today}"

    def _nothing_barred(self, week: Week) -> None:
        diary = [entry for entry in self.store.diary.entries() if entry.on <= self.today]
        for day in week.days:
            if day.on < self.today or day.on in week.ahead or (day.done and day.on == self.today):
                continue
            if stops.stop(self.person, day.on):
                assert not list(judge.everything(day))
            live = [item for item in self.store.prescriptions.all() if item.ended is None and item.holds_on(day.on)]
            asked = frozenset(item.exercise or "" for item in live if item.kind == "add")
            state = judge.known(self.person, day.on, week.mode, week.level, week.levels, diary)._replace(asked=asked)
            for item in judge.everything(day):
                assert judge.barred(by_id()[item.exercise], self.person, state) is None, (day.on, item.exercise)

    def _grows_by_the_table(self, week: Week) -> None:
        weeks = [each for each in self.store.weeks.latest(week.starts) if each.starts < week.starts]
        last = weeks[-1] if weeks else None
        if last is None or not last.kind.grows or not week.kind.grows:
            return
        if last.asked_level != week.asked_level or last.wishes != week.wishes:
            return
        most = MOST_SLOW_MINUTES if self._silent_before(week) else MOST_AEROBIC_MINUTES
        assert week.whole_step - last.whole_step <= most
        for part, level in week.levels.items():
            assert LEVELS.index(level) - LEVELS.index(last.levels[part]) <= MOST_LEVELS_A_BLOCK
        for part, slots in SLOTS.items():
            self._part_grows_by_the_table(week, last, part, slots)
        self._walks_grow_by_the_table(week, last)
        self._visits_grow_by_the_table(week, weeks, most)

    def _visits_grow_by_the_table(self, week: Week, weeks: list[Week], most: int) -> None:
        """A visit to a pool is as long as a bout may be, or grows like one from the longest of four weeks."""
        since = week.starts - timedelta(weeks=4)
        before = (visits_of(each) for each in weeks if since <= each.starts)
        longest = max((minutes for each in before for minutes in each), default=0)
        assert max(visits_of(week), default=0) <= max(week.whole_step, FIRST_VISIT, longest + most)

    def _walks_grow_by_the_table(self, week: Week, last: Week) -> None:
        """Walks become brisker step by step, only where that is told, and in no week of three quarters."""
        told = self._brisker_told.setdefault(week.starts, set())  # whatever a showing of the week told, is told
        told |= {by_id()[move.exercise].modality for move in week.moves if move.rule == "intensity-minutes"}
        risen = [kind for kind, rung in week.intensity.items() if rung > last.intensity.get(kind, rung)]
        assert told >= set(risen), (last.intensity, week.intensity)
        assert all(week.intensity[kind] - last.intensity[kind] <= MOST_RUNGS_OF_WALKS for kind in risen)
        assert not (risen and week.whole_step > last.whole_step), "brisker or longer, not both"
        assert not (risen and any(bars.quarters for day, bars in week.bars.items() if day == week.begun))

    def _part_grows_by_the_table(self, week: Week, last: Week, part: str, slots: Iterable[str]) -> None:
        moved, names = 0, 0
        for slot in slots:
            key, old = week.programme.get(slot), last.programme.get(slot)
            if key == old and key is not None:
                rise = week.rungs.get(key, 0) - max(EASED, last.rungs.get(key, 0))  # those below are one dose
                assert rise <= self._most_steps(week), (key, last.rungs, week.rungs)
                moved += rise > 0
            elif key and old and by_id()[old].progression == key:
                moved, names = moved + 1, names + (not slot.startswith(WATER))
        assert names <= MOST_NEW_NAMES, (last.programme, week.programme)
        most = MOST_SLOW_EXERCISES if self._silent_before(week) else MOST_EXERCISES[part]
        assert moved <= most, (last.programme, week.programme, last.rungs, week.rungs)

    def _most_steps(self, week: Week) -> int:
        efforts = [e.effort for e in self._looked_back_on(week) if e.kind == "session"]
        easy = sum(effort is not None and effort <= EASY for effort in efforts) >= SESSIONS
        if any(bars.quarters for bars in week.bars.values()):  # of three quarters a single one may show nothing
            return MOST_AT_THREE_QUARTERS
        return MOST_AFTER_EASY_ONES if easy and not self._silent_before(week) else MOST_STEPS_AN_EXERCISE

    def _silent_before(self, week: Week) -> bool:
        """Whether no number tells of the pain of any session that a week looks back on."""
        return all(entry.pain is None for entry in self._looked_back_on(week))

    def _looked_back_on(self, week: Week) -> list[LogEntry]:
        """The diary of the five weeks before a week, with its first day, which still speaks of the last session."""
        return self.store.diary.entries(week.starts - timedelta(days=35), week.starts)

    def _told_stays(self, week: Week, before: Week) -> None:
        """What a week was told to grow stays, however it is laid anew, while the diary before it says what it said;
        days enough without a session take it back by their own name.
        """
        if week.evidence == before.evidence and week.asked_level == before.asked_level and not self._prescribed_for():
            if restarts(week, before):
                assert all(rung <= max(0, before.rungs.get(key, 0)) for key, rung in week.rungs.items())
            else:
                assert week.rungs == before.rungs, (before.moves, week.moves)

    def _prescribed_for(self) -> bool:
        return bool(self.store.prescriptions.all())

    def _same_again(self, week: Week) -> None:
        """The same history gives the same week."""
        record = on_record.read(self.store, self.person, self.today)
        asked = weeks.request(self.place, self.store, record, week.starts)
        assert make_week(asked) == make_week(asked)

    def _no_more_after_a_regress(self, week: Week, before: Week) -> None:
        if not any("verdict" in rule for rule in self._regressed(week)) or before.mode == "coping-only":
            return
        for day in week.days:
            old = before.day(day.on)
            if old is None or day.on <= self.today or day.on in week.ahead:
                continue
            assert judge.minutes_of_day(day) <= judge.minutes_of_day(old), day.on
            assert judge.sets_of_day(day) <= judge.sets_of_day(old), day.on

    def _regressed(self, week: Week) -> list[str]:
        mine = {day.on for day in week.days}
        return [move.rule for move in week.moves if move.exercise and move.days and set(move.days) <= mine]

    def _nothing_piles_up(self, week: Week, before: Week) -> None:
        """What was missed makes no day longer than the longest, no rest day a training day, and takes nothing from
        another day; days enough without a session do that by their own name.
        """
        if set(week.missed) <= set(before.missed) or week.mode != before.mode or week.bars.keys() != before.bars.keys():
            return
        if any(week.bars[day] != before.bars.get(day) for day in week.bars if day >= self.today):
            return
        longest = max(day.minutes for day in before.days)
        for day in week.days:
            old = before.day(day.on)
            if day.on > self.today and old is not None:
                assert day.minutes <= longest, day.on
                assert day.sessions == () or not old.rest, day.on
                assert restarts(week, before) or work_of(old) <= work_of(day), (day.on, work_of(old) - work_of(day))


def restarts(week: Week, before: Week) -> bool:
    """Whether days without a session lower a week by name, other than they did when it was shown before."""
    told = {move.what for move in before.moves if move.rule == GAP}
    return any(move.rule == GAP and move.what not in told for move in week.moves)


def visits_of(week: Week) -> list[int]:
    """The aerobic minutes of each visit to a pool, without what a therapist prescribed."""
    blocks = ([block for block in day.blocks() if not block.prescribed] for day in week.days if day.at_pool)
    return [sum(block.seconds for block in each if block.kind == "aerobic") // 60 for each in blocks]


def work_of(day: Day) -> set[tuple[str, GivenDose]]:
    """The core, strength and aerobic work of a day, each exercise with its dose."""
    return {
        (item.exercise, item.dose)
        for block in day.blocks()
        if block.kind in (*judge.WORK, "aerobic")
        for item in block.items
    }


def bare(day: Day) -> Day:
    """A day without its tick."""
    return day._replace(done=None, done_on=None)
