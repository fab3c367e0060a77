"""Days: what a row lacks because of which days a week has, and not for want of their minutes."""

from __future__ import annotations

from datetime import date, timedelta

from backplan.model.person import Person
from backplan.model.slots import WATER
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Balance
from backplan.model.wording import NUMBERS, WEEKDAY_NAMES, all_of, capital
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.stock import stock_of
from backplan.planner.day.pool import POOL_TRIP
from backplan.planner.layout.laid import Laid
from backplan.rules.target.balance_days import RULE as BALANCE


class DaysIn(NamedTuple):
    """How many of the days offered a week has, of how many of a whole one; how many suit a trip to the pool. ``apart``
    and ``visits_apart`` are the most of them of which no two follow each other. ``dry`` is how many visits to the pool
    hold no balance work, because of ``why_dry``. ``adds_pool`` says how a day named for the pool alone is added.
    """

    here: int = 0
    whole: int = 0
    visits: int = 0
    apart: int = 0
    visits_apart: int = 0
    dry: int = 0
    why_dry: str = ""
    adds_pool: str = ""

    @property
    def late(self) -> bool:
        """Whether the week began so late that it has fewer days than were offered."""
        return self.here < self.whole


def days_in(laid: Laid) -> DaysIn:
    """The days of a week, from the one on which its plan began."""
    days, (here, whole) = laid.standing.days, laid.question.share
    minutes = {day: days.person.minutes.get(WEEKDAYS[day.weekday()], 0) for day in days.every if day >= days.begun}
    offered = [day for day, many in minutes.items() if many]
    pool = days.person.pool_days or WEEKDAYS
    visits = [day for day in offered if minutes[day] >= POOL_TRIP and WEEKDAYS[day.weekday()] in pool]
    return DaysIn(
        here, whole, len(visits), _apart(offered), _apart(visits), _dry(laid), _why_dry(laid), adds_pool(days.person)
    )


def adds_pool(person: Person) -> str:
    """How days that somebody named for the pool, and not for a session, are added to their days; "" without any."""
    apart = [day for day in person.pool_days if day not in person.minutes] if person.has_pool else []
    if not apart:
        return ""
    named = ",".join(day for day in WEEKDAYS if day in person.minutes or day in apart)
    which = all_of([WEEKDAY_NAMES[day] for day in apart])
    pool, it = ("is your pool day", "it") if len(apart) == 1 else ("are your pool days", "them")
    return f"{which} {pool}, not among your days for a session: `backplan init --days {named}` adds {it}."


def _apart(days: list[date]) -> int:
    found: list[date] = []
    for day in days:
        if not found or day - found[-1] > timedelta(days=1):
            found.append(day)
    return len(found)


def _dry(laid: Laid) -> int:
    steady = stock_of(laid.standing.request.exercises).balance
    return sum(day.at_pool and steady.isdisjoint(day.exercises) for day in laid.live)


def _why_dry(laid: Laid) -> str:
    """Why a visit to the pool may not hold balance work; "" where it may."""
    wet = laid.chosen.programme.get(f"{WATER}balance")
    if wet is None:
        return NONE_IN_WATER
    return CARE_IN_WATER if wet in laid.question.selection.care else ""


NONE_IN_WATER = "A visit to the pool holds no balance work: none in the water is left for you."
CARE_IN_WATER = "A visit to the pool holds no balance work: in the water that needs care, with what you told us."


def want_of_days(row: Balance, days: DaysIn) -> str:
    """Why the days of a week hold no more of a row, whatever their minutes; "" where they might."""
    if row.target == BALANCE.id and days.dry >= row.asked - row.got and days.why_dry:
        return days.why_dry
    if row.target == "water" and days.visits < row.asked and days.adds_pool:
        return days.adds_pool
    if row.target == "water" and days.visits < row.asked:
        few = _few(days.visits, "its" if days.late else "your")
        return f"{LATE} and {few} {TRIP}" if days.late else f"{capital(few)} {TRIP}"
    if days.late:
        return begun_late(days)
    apart = {"strength": days.apart, "water": days.visits_apart}
    return DAYS_APART if apart.get(row.target, row.asked) < row.asked else ""


def begun_late(days: DaysIn) -> str:
    """That a week began late, and how few of the days offered it has."""
    return f"{LATE} with {_few(days.here, 'your')} in it."


def _few(number: int, whose: str) -> str:
    return f"only {NUMBERS[number]} of {whose} days" if number else f"none of {whose} days"


LATE = "This week begins late,"
TRIP = "suits a trip to the pool."
DAYS_APART = "It needs a day between, and your days leave no more room for that."
