"""Help: the smallest change of days or minutes that would clear the first unmet tier, computed."""

from collections.abc import Callable
from typing import NamedTuple

from backplan.model.person import Person
from backplan.model.vocabulary import WEEKDAYS, Weekday

MOST_HELP = 45  # minutes a day more that help may propose


class Help(NamedTuple):
    """The smallest changes that would clear the first unmet tier: minutes on the same days, or this many days.

    ``raised`` names the days that would need more minutes; ``grows`` says that the first weeks' small start is all
    that holds the tier back.
    """

    tier: int | None = None
    minutes: int | None = None
    raised: tuple[Weekday, ...] = ()
    days: int | None = None
    grows: bool = False


NO_HELP = Help()


def help_for(
    person: Person, solve: Callable[[Person], tuple[int, ...]], solve_whole: Callable[[Person], tuple[int, ...]]
) -> Help:
    """Search the smallest change that clears the first unmet tier: more minutes on the same days, then more days.

    ``solve`` gives the shortfalls at this week's share of the minutes, ``solve_whole`` at all of them.
    """
    base = solve(person)
    tier = next((index for index, short in enumerate(base) if short), None)
    if tier is None or not person.minutes:
        return NO_HELP

    def clears(changed: Person) -> bool:
        return not any(solve(changed)[: tier + 1])

    if not any(solve_whole(person)[: tier + 1]):
        return Help(tier, grows=True)
    minutes = _more_minutes(person, clears)
    raised = tuple(day for day, many in person.minutes.items() if minutes is not None and many < minutes)
    return Help(tier, minutes, raised, _more_days(person, clears))


def _more_minutes(person: Person, clears: Callable[[Person], bool]) -> int | None:
    """The least minutes every offered day would need, by halving; None when even a lot more does not help."""
    least = min(person.minutes.values())

    def raised(to: int) -> Person:
        return person._replace(minutes={day: max(minutes, to) for day, minutes in person.minutes.items()})

    low, high = least + 1, least + MOST_HELP
    if not clears(raised(high)):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if clears(raised(middle)) else (middle + 1, high)
    return low


def _more_days(person: Person, clears: Callable[[Person], bool]) -> int | None:
    """How many days would be enough at the minutes of the shortest, adding the free days in order."""
    minutes: dict[Weekday, int] = dict(person.minutes)
    for day in WEEKDAYS:
        if day in minutes:
            continue
        minutes[day] = min(person.minutes.values())
        if clears(person._replace(minutes=minutes)):
            return len(minutes)
    return None
