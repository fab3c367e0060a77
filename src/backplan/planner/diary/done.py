"""Done: what was done this week, on which days, and what the day before the plan held."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from backplan.model.diary import LogEntry, not_in_full_by_day, sessions_by_day
from backplan.model.slots import CORE_MORE, WATER
from backplan.model.week import ACTIVE_FROM, WEEK, Balance, Day, OwnDone, Totals, Week, sets_of
from backplan.named_tuple import NamedTuple

DAY = timedelta(days=1)
EASY_DAY = 20  # minutes; a day over it is not easy

# Whether a day held anything, core, strength, the pool, and aerobic work.
Habit = tuple[bool, bool, bool, bool, bool]


class DoneSoFar(NamedTuple):
    """What was done this week before the first day to plan, in days, sessions, aerobic minutes, rounds and sets.
    ``core_alone`` and ``strength_alone`` are days on which prescribed exercises were all there was of it; ``own`` of
    the minutes are beside the plan, and take nothing from it.
    """

    active: int = 0
    core: int = 0
    strength: int = 0
    water: int = 0
    minutes: int = 0
    stretch: int = 0
    rounds: int = 0
    more: int = 0
    strength_rounds: int = 0
    balance: int = 0
    core_alone: int = 0
    strength_alone: int = 0
    own: int = 0

    @property
    def totals(self) -> Totals:
        """What was done of the plan, in the parts that a week counts: what somebody did of their own beside it takes
        nothing from the days ahead.
        """
        return Totals(self.minutes - self.own, self.rounds, self.more, self.strength_rounds, self.water, self.balance)


class DayBefore(NamedTuple):
    """What the day before the first to plan held (``trunk``, ``loaded``: any core, and strength, work, prescribed
    exercises by themselves too).
    """

    core: bool = False
    strength: bool = False
    water: bool = False
    trunk: bool = False
    loaded: bool = False


class Fullest(NamedTuple):
    """The most minutes and the most sets of a day."""

    minutes: int
    sets: int


def fullest_of(weeks: Iterable[Week]) -> Fullest | None:
    """The fullest that any day of some weeks is; None where none of them holds anything."""
    held = [day for week in weeks for day in week.days if day.sessions]
    return Fullest(max(day.minutes for day in held), max(sets_of(day.blocks()) for day in held)) if held else None


def done_so_far(shown: Week | None, entries: Sequence[LogEntry], starts: date, until: date) -> DoneSoFar:
    """What the diary says was done in a week up to a day. Part of a session counts its minutes by half,
    unless it is named what was left out.
    """
    within = [entry for entry in entries if starts <= entry.on <= until]
    active: set[date] = set()
    counts = Counter[str]()
    for entry in within:
        if entry.own_minutes:
            counts.update(minutes=entry.own_minutes, own=entry.own_minutes)
            active |= {entry.on} if entry.own_minutes >= ACTIVE_FROM else set()
    for planned, entry in sessions_by_day(within).items():
        found = shown.day(planned) if shown else None
        if shown and found and entry.done != "no":
            day = found.without(entry.not_in_full)
            less = sum((entry.less or {}).values())
            active |= {entry.on} if day.active or less >= ACTIVE_FROM else set()
            counts.update(minutes=less)
            counts.update(_counted(shown, day) if not entry.any_part else {"minutes": day.aerobic_minutes // 2})
    return DoneSoFar(len(active), **counts)


def aerobic_minutes_done(days: Iterable[Day], entries: Iterable[LogEntry]) -> int:
    """Aerobic minutes done of some planned days, and of one's own beside them; part of a session counts by half."""
    logged = list(entries)
    own = sum(entry.own_minutes for entry in logged)
    words = sessions_by_day(logged)
    by_word = [(_minutes_of(each), words[each.on]) for each in as_done(days, words)]
    less = sum(minutes for _, word in by_word for minutes in (word.less or {}).values())
    whole = sum(minutes // 2 if word.any_part else minutes for minutes, word in by_word if word.done != "no")
    return own + less + whole


def _minutes_of(day: Day) -> int:
    """Aerobic minutes of a day of which the diary has a word: beside a session it is none on what stands there."""
    return day.aerobic_in_all if day.rest else day.aerobic_minutes


def with_own(week: Week, entries: Sequence[LogEntry], today: date) -> Week:
    """The week with what was done of one's own beside it up to today; its aerobic minutes are those done and those
    ahead, as they would be if it was laid out now.
    """
    within = [entry for entry in entries if week.starts <= entry.on <= min(today, week.starts + WEEK - DAY)]
    activities = [entry for entry in within if entry.kind == "activity" and entry.done != "no" and entry.minutes]
    if not activities:
        return week
    own = (OwnDone(e.on, e.exercise or "", e.minutes or 0, bool(e.own_minutes), bool(e.lands_hard)) for e in activities)
    ahead = sum(day.aerobic_in_all for day in week.days if day.on >= today and day.planned and not day.done)
    got = aerobic_minutes_done(week.days, within) + ahead
    rows = (_with_minutes(row, got) if row.target == "aerobic" else row for row in week.balance)
    return week._replace(own=tuple(own), balance=tuple(rows))


def _with_minutes(row: Balance, got: int) -> Balance:
    more = row._replace(got=max(row.got, got))
    return more._replace(reason=None) if more.met else more


def as_done(days: Iterable[Day], words: Mapping[date, LogEntry]) -> list[Day]:
    """The days that the diary has a word on, each without what was not done in full."""
    return [day.without(words[day.on].not_in_full) for day in days if day.on in words]


def _counted(week: Week, day: Day) -> dict[str, int]:
    """What a day counts for, done whole."""
    held, kinds = day_holds(week, day), day.kinds
    return {
        "minutes": held.aerobic,
        "core": "core" in kinds,
        "strength": "strength" in kinds,
        "stretch": day.stretched,
        "water": held.water,
        "rounds": held.core,
        "more": held.more,
        "strength_rounds": held.strength,
        "balance": held.balance,
        "core_alone": "core" in day.works - kinds,
        "strength_alone": "strength" in day.works - kinds,
    }


def day_holds(week: Week, day: Day) -> Totals:
    """What a day of a week as shown holds of each part."""
    sets: dict[str, list[int]] = {}
    balance = 0
    slots = {key: slot.removeprefix(WATER) for slot, key in week.programme.items()}
    for block in day.blocks():
        for item in block.items if block.kind in ("core", "strength") else ():
            part = "more" if slots.get(item.exercise) in CORE_MORE else block.kind
            sets.setdefault(part, []).append(item.dose.sets)
            balance += item.dose.sets * (slots.get(item.exercise) == "balance")
    most = {part: max(each) for part, each in sets.items()}
    core, strength, more = most.get("core", 0), most.get("strength", 0), sum(sets.get("more", ()))
    return Totals(day.aerobic_minutes, core, more, strength, day.at_pool, balance)


def week_holds(week: Week) -> Totals:
    """What a week as shown holds of each part."""
    days = [day_holds(week, day) for day in week.days]
    return Totals(*(sum(part) for part in zip(*days, strict=True))) if days else Totals()


def shown_whole(week: Week) -> bool:
    """Whether the days of a week, as last shown, hold what a whole one holds: none of it was let go."""
    return week.holds is not None and week_holds(week)._replace(balance=week.holds.balance) == week.holds


def days_done(shown: Week | None, entries: Sequence[LogEntry], starts: date, until: date) -> Counter[str]:
    """On how many days of a week, up to a day, each exercise was done, as the diary says."""
    planned = {e.planned for e in entries if e.kind == "session" and e.done != "no" and starts <= e.on <= until}
    days = [day for on in planned if shown and (day := shown.day(on))]
    left = not_in_full_by_day(entries)
    return Counter(key for day in days for key in day.exercises if key not in left.get(day.on, ()))


def habit_of(day: Day | None) -> Habit | None:
    """Whether a day held anything, core, strength, the pool, and aerobic work; None for a day that was not planned."""
    if day is None or not day.planned:
        return None
    kinds = day.kinds
    return day.active, "core" in kinds, "strength" in kinds, day.at_pool, day.aerobic_minutes > 0


def day_before(weeks: Sequence[Week], entries: Sequence[LogEntry], yesterday: date) -> DayBefore:
    """What the day before the first to plan held, as planned unless the diary says it was not done, or done another
    day.
    """
    sessions = [entry for entry in entries if entry.kind == "session"]
    gone = {entry.planned for entry in sessions if entry.done == "no" or entry.of}
    planned_days = {day.on: day for week in weeks for day in week.days}
    days = {on: day for on, day in planned_days.items() if on not in gone}
    days |= {e.on: planned_days[e.planned] for e in sessions if e.of and e.done != "no" and e.planned in planned_days}
    day = days.get(yesterday)
    kinds = day.kinds if day else frozenset()
    pool = day is not None and day.at_pool
    works = day.works if day else frozenset()
    return DayBefore("core" in kinds, "strength" in kinds, pool, "core" in works, "strength" in works)
