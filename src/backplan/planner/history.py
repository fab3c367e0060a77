"""History: what the diary and the weeks already shown mean for the week to plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from backplan.model.aftermath import WeekDone
from backplan.model.case import Case
from backplan.model.diary import LogEntry
from backplan.model.move import Move, dated
from backplan.model.week import ACTIVE_FROM, Day, Week
from backplan.planner.layout import EASY_DAY, Before, Habit
from backplan.planner.past import Past
from backplan.rules.progress import RAMPS, gap_restart

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


def whole_step(case: Case, past: Past) -> tuple[int, tuple[Move, ...]]:
    """Aerobic minutes of a session in a calm week: those of the week they go on from, moved by the ramps, and why."""
    start = start_step(case.person.aerobic_minutes)
    base = past.base
    if base is None or _tolerance(base.wishes) != case.person.aerobic_minutes:
        return start, ()
    done = week_done(base, case, past)
    minutes, moves = base.whole_step, list[Move]()
    for rule in RAMPS:
        before, minutes = minutes, rule.adjust(minutes, done)
        if minutes != before:
            what = f"one aerobic session on land goes from {before} to {minutes} minutes"
            moves.append(Move(rule.id, what, *_because(rule.id, minutes > before, done, past)))
    return minutes, tuple(moves)


def _because(rule: str, up: bool, done: WeekDone, past: Past) -> tuple[str, str, str, tuple[date, ...]]:
    """Why the minutes moved, no exercise, no name, and the days that say so."""
    days = past.lately
    if rule == gap_restart.RULE.id:
        return f"{done.gap_days} days without a session", "", "", ()
    if up:
        return f"good sessions on {dated(days)}", "", "", tuple(days)
    bad = [on for on, word in days.items() if word.verdict == "regress"]
    return next(days[on].because for on in bad), "", "", tuple(bad)


def _tolerance(wishes: str) -> int:
    """What the person could do in comfort when a week was made, as its wishes tell."""
    return int(wishes.rpartition("|")[2] or 0)


def week_done(week: Week, case: Case, past: Past) -> WeekDone:
    """A shown week as it was done, with the verdicts on its sessions if it is the one just before."""
    planned = [day.on for day in week.days if day.sessions and day.pause is None]
    lately = [word.verdict for word in past.lately.values()]
    # Of weeks that were never shown only what was too much counts.
    verdicts = tuple(lately) if past.follows_on else tuple(word for word in lately if word == "regress")
    return WeekDone(
        verdicts=verdicts,
        planned=len(planned),
        done=sum(on in past.done_days for on in planned),
        gentle=_gentle(case),
        gap_days=past.gap(case.on),
        whole=len(whole_sessions(week, past.done_days, week.step)),
        start=start_step(case.person.aerobic_minutes),
    )


def whole_sessions(week: Week, done: Collection[date], minutes: int) -> list[date]:
    """The days done that held aerobic work of at least so many minutes."""
    return [day.on for day in week.days if day.on in done and aerobic_minutes(day) >= minutes]


def _gentle(case: Case) -> bool:
    """Whether the gentler ramp holds: an irritated nerve, an operation under 12 weeks ago, or a high usual pain."""
    fresh = case.surgery_weeks is not None and case.surgery_weeks < POST_SURGERY_GENTLE_WEEKS
    return "sciatica" in case.tags or fresh or case.steady or case.pain.accepted is not None


def done_so_far(shown: Week | None, entries: Sequence[LogEntry], starts: date, until: date, step: int) -> DoneSoFar:
    """What the diary says was done this week up to a day. Part of a session counts its minutes by half."""
    within = [entry for entry in entries if starts <= entry.on <= until]
    active: set[date] = set()
    counts = {"core": 0, "strength": 0, "water": 0, "full": 0, "minutes": 0, "stretch": 0}
    for entry in within:
        if entry.kind == "activity" and entry.minutes:
            counts["minutes"] += entry.minutes
            counts["full"] += entry.minutes >= step
            active |= {entry.on} if entry.minutes >= ACTIVE_FROM else set()
    for planned, entry in {entry.planned: entry for entry in within if entry.kind == "session"}.items():
        day = shown.day(planned) if shown else None
        if day and entry.done != "no":
            active |= {entry.on} if day.active else set()
            _count(counts, day, entry.done != "part", step)
    return DoneSoFar(len(active), **counts)


def _count(counts: dict[str, int], day: Day, whole: bool, step: int) -> None:
    minutes = aerobic_minutes(day)
    counts["minutes"] += minutes if whole else minutes // 2
    if whole:
        kinds = day.kinds
        counts["core"] += "core" in kinds
        counts["strength"] += "strength" in kinds
        counts["stretch"] += day.stretched
        counts["full"] += minutes >= step
        counts["water"] += day.at_pool


def days_done(shown: Week | None, entries: Sequence[LogEntry], starts: date, until: date) -> Counter[str]:
    """On how many days of this week each exercise was done, as the diary says."""
    planned = {e.planned for e in entries if e.kind == "session" and e.done != "no" and starts <= e.on <= until}
    days = [day for on in planned if shown and (day := shown.day(on))]
    return Counter(key for day in days for key in day.exercises)


def held(day: Day | None) -> Habit | None:
    """Whether a day held anything, core, strength, and the pool; None for a day that was not planned."""
    if day is None or not day.planned:
        return None
    kinds = day.kinds
    return day.active, "core" in kinds, "strength" in kinds, day.at_pool


def aerobic_minutes(day: Day) -> int:
    """Aerobic minutes of a day."""
    return sum(block.seconds for block in day.blocks() if block.kind == "aerobic") // 60


def before(weeks: Sequence[Week], entries: Sequence[LogEntry], yesterday: date) -> Before:
    """What the day before the plan held, as planned unless the diary says it was not done, or done another day."""
    sessions = [entry for entry in entries if entry.kind == "session"]
    gone = {entry.planned for entry in sessions if entry.done == "no" or entry.of}
    known = {day.on: day for week in weeks for day in week.days}
    days = {on: day for on, day in known.items() if on not in gone}
    days |= {e.on: known[e.planned] for e in sessions if e.of and e.done != "no" and e.planned in known}
    day = days.get(yesterday)
    kinds = day.kinds if day else frozenset()
    row, back = 0, yesterday
    while (long := days.get(back)) is not None and long.minutes > EASY_DAY:
        row, back = row + 1, back - timedelta(days=1)
    pool = day is not None and day.at_pool
    trunk = day is not None and any(block.kind == "core" for block in day.blocks())
    return Before("core" in kinds, "strength" in kinds, pool, row, trunk)
