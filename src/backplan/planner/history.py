"""History: what the diary and the weeks already shown mean for the week to plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from backplan.model.aftermath import WeekDone
from backplan.model.case import Case
from backplan.model.diary import LogEntry
from backplan.model.week import Day, Week
from backplan.planner.layout import EASY_DAY, Before, Habit
from backplan.planner.menu import ACTIVE_FROM
from backplan.planner.verdicts import judged
from backplan.rules.progress import RAMPS

START_PERCENT = 80  # of what is comfortable today (nielson-2013 and its pacing advice)
LEAST_STEP, MOST_STEP = 5, 30
POST_SURGERY_GENTLE_WEEKS = 12


class DoneSoFar(NamedTuple):
    """What was done this week before the first day to plan."""

    active: int = 0
    core: int = 0
    strength: int = 0
    water: int = 0
    full: int = 0
    minutes: int = 0
    stretch: int = 0

    @property
    def limited(self) -> tuple[int, int, int, int]:
        """Core, strength, water and full aerobic sessions, in the order of the layout's limits."""
        return self.core, self.strength, self.water, self.full


def start_step(comfortable: int) -> int:
    """Aerobic minutes to begin with: four fifths of what is comfortable, 5 to 30."""
    return min(MOST_STEP, max(LEAST_STEP, comfortable * START_PERCENT // 100))


def step(case: Case, whole: int) -> int:
    """Aerobic minutes of a session as they are given: halved in a flare, three quarters after one."""
    if case.mode == "flare":
        return max(LEAST_STEP, whole // 2)
    return max(LEAST_STEP, whole * 3 // 4) if case.three_quarters else whole


def whole_step(case: Case, earlier: Sequence[Week], entries: Sequence[LogEntry]) -> int:
    """Aerobic minutes of a session in a calm week: last week's, moved by the ramp."""
    minutes = start_step(case.person.aerobic_minutes)
    last = next((week for week in reversed(earlier) if week.mode == "normal"), None)
    if last is not None and _tolerance(last.wishes) == case.person.aerobic_minutes:
        done = week_done(last, case, entries)
        minutes = last.whole_step
        for rule in RAMPS:
            minutes = rule.adjust(minutes, done)
    return minutes


def _tolerance(wishes: str) -> int:
    """What the person could do in comfort when a week was made, as its wishes tell."""
    return int(wishes.rpartition("|")[2] or 0)


def week_done(week: Week, case: Case, entries: Sequence[LogEntry]) -> WeekDone:
    """A shown week as it was done, with the verdict on each of its sessions."""
    planned = [day for day in week.days if day.sessions]
    by_day = {entry.on: entry for entry in entries if entry.kind == "session"}
    done = [by_day[day.on] for day in planned if day.on in by_day and by_day[day.on].done != "no"]
    leg = case.person.pain.leg
    found = (judged(entry, entries, week.usual, leg) for entry in done)
    verdicts = tuple(each for each in found if each is not None)
    return WeekDone(verdicts, len(planned), len(done), _gentle(case), _gap(case, entries))


def _gap(case: Case, entries: Sequence[LogEntry]) -> int | None:
    """Days since anything was last done; None when nothing ever was."""
    done = [entry.on for entry in entries if entry.kind in ("session", "activity") and entry.done != "no"]
    return (case.on - max(done)).days if done else None


def _gentle(case: Case) -> bool:
    """Whether the gentler ramp holds: an irritated nerve, or an operation under 12 weeks ago."""
    fresh = case.surgery_weeks is not None and case.surgery_weeks < POST_SURGERY_GENTLE_WEEKS
    return "sciatica" in case.tags or fresh or case.steady


def done_so_far(shown: Week | None, entries: Sequence[LogEntry], starts: date, first: date, step: int) -> DoneSoFar:
    """What the diary says was done this week before a day. Part of a session counts its minutes by half."""
    within = [entry for entry in entries if starts <= entry.on < first]
    active: set[date] = set()
    counts = {"core": 0, "strength": 0, "water": 0, "full": 0, "minutes": 0, "stretch": 0}
    for entry in within:
        if entry.kind == "activity" and entry.minutes:
            counts["minutes"] += entry.minutes
            counts["full"] += entry.minutes >= step
            active |= {entry.on} if entry.minutes >= ACTIVE_FROM else set()
        day = shown.day(entry.on) if shown and entry.kind == "session" else None
        if day and entry.done in ("all", "part"):
            active.add(entry.on)
            _count(counts, day, entry.done == "all", step)
    return DoneSoFar(len(active), **counts)


def _count(counts: dict[str, int], day: Day, whole: bool, step: int) -> None:
    minutes = aerobic_minutes(day)
    counts["minutes"] += minutes if whole else minutes // 2
    if whole:
        kinds = {block.kind for block in day.blocks()}
        counts["core"] += "core" in kinds
        counts["strength"] += "strength" in kinds
        counts["stretch"] += bool({"stretch", "cool-down"} & kinds)
        counts["full"] += minutes >= step
        counts["water"] += any(session.place == "pool" for session in day.sessions)


def held(day: Day | None) -> Habit | None:
    """Whether a day held anything, core, strength, and the pool; None for a day that was not planned."""
    if day is None or not day.planned:
        return None
    kinds = {block.kind for block in day.blocks()}
    return bool(day.sessions), "core" in kinds, "strength" in kinds, any(s.place == "pool" for s in day.sessions)


def aerobic_minutes(day: Day) -> int:
    """Aerobic minutes of a day."""
    return sum(block.seconds for block in day.blocks() if block.kind == "aerobic") // 60


def before(weeks: Sequence[Week], entries: Sequence[LogEntry], yesterday: date) -> Before:
    """What the day before the plan held, as planned unless the diary says it was not done."""
    skipped = {entry.on for entry in entries if entry.kind == "session" and entry.done == "no"}
    days = {day.on: day for week in weeks for day in week.days if day.on not in skipped}
    day = days.get(yesterday)
    kinds = {block.kind for block in day.blocks()} if day else set()
    row, back = 0, yesterday
    while (long := days.get(back)) is not None and long.minutes > EASY_DAY:
        row, back = row + 1, back - timedelta(days=1)
    pool = day is not None and any(session.place == "pool" for session in day.sessions)
    return Before("core" in kinds, "strength" in kinds, pool, row)
