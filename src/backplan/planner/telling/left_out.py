"""Left out: what the balance of a week holds without the exercises that the diary says were not done."""

from collections.abc import Mapping, Sequence
from datetime import date

from backplan.model.diary import LogEntry
from backplan.model.week import Balance, Day, Week
from backplan.planner.diary.done import aerobic_minutes_done, day_holds

LET_BE = "What was left out need not be made up for."


def without_left_out(week: Week, entries: Sequence[LogEntry], since: date) -> Week:
    """A week ready to show, in whose balance nothing counts that was left out. From ``since`` on its days count as they
    are planned where nobody has said what became of them; before it, they count by the diary alone.
    """
    counted = (day for day in week.days if day.done in ("all", "part") or not day.sessions or _ahead(day, since))
    days = [day.without(day.left_out) for day in counted]
    within = [entry for entry in entries if week.day(entry.planned)]
    ahead = sum(day.aerobic_in_all for day in days if _ahead(day, since))
    got = {**_held(week, days), "aerobic": aerobic_minutes_done(week.days, within) + ahead}
    core = sum(b.seconds for day in days for b in day.without(day.less).blocks() if b.kind == "core") // 60
    return week._replace(balance=tuple(_lowered(row, got, core) for row in week.balance))


def _ahead(day: Day, since: date) -> bool:
    return day.on >= since and day.planned and not day.done


def _held(week: Week, days: Sequence[Day]) -> Mapping[str, int]:
    """What some days hold of what is counted by days, and on how many of them prescribed exercises stand."""
    works = [day.works for day in days]
    return {
        "prescribed": sum(_prescribed(day) for day in days),
        "core": sum("core" in each for each in works),
        "strength": sum("strength" in each for each in works),
        "balance-days": sum(day_holds(week, day).balance > 0 for day in days),
        "stretch": sum(day.stretched for day in days),
        "water": sum(day.at_pool for day in days),
        "active-days": sum(day.active for day in days),
    }


def _prescribed(day: Day) -> int:
    return len({item.exercise for block in day.everything() if block.prescribed for item in block.items})


def _lowered(row: Balance, got: Mapping[str, int], core: int) -> Balance:
    """A row that counts no more than is held, with a kind word where it falls short by that."""
    less = row._replace(got=min(row.got, got.get(row.target, row.got)))
    if less.minutes is not None:
        less = less._replace(minutes=min(less.minutes, core))
    return less._replace(reason=LET_BE) if row.met and not less.met else less
