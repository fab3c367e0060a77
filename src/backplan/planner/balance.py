"""Balance: what a week was asked to hold, what it holds, why it falls short, and what would help, computed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from backplan.model.case import Case
from backplan.model.person import Person
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.week import Balance, Day
from backplan.planner.history import DoneSoFar, aerobic_minutes
from backplan.planner.layout import EASY_DAY, Asks
from backplan.planner.menu import POOL_TRIP, Menu
from backplan.planner.screen import Stop
from backplan.rules.target import TARGETS
from backplan.rules.target.aerobic import SESSIONS
from backplan.rules.target.prescribed import RULE as PRESCRIBED

FOURTH_FROM = 30  # minutes of an aerobic session before a fourth is asked for
WHOLE_WEEK = 5  # days left from which a rest day is asked for
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


def part(target: int, share: tuple[int, int]) -> int:
    """A week's target for a week begun late: in proportion to the offered days left, rounded up."""
    left, whole = share
    return -(-target * left // whole) if whole else 0


def aerobic_ask(case: Case, targets: Mapping[str, int], share: tuple[int, int]) -> int:
    """Aerobic minutes: of as many whole sessions as the days left should hold, or of what a therapist laid down."""
    minutes = part(SESSIONS if targets["aerobic"] else 0, share) * case.step
    return minutes if targets["aerobic"] >= SESSIONS * case.step else min(minutes, part(targets["aerobic"], share))


def asks(case: Case, targets: Mapping[str, int], share: tuple[int, int], done: DoneSoFar, days: int) -> Asks:
    """What the layout is asked for, after what was done."""
    floors = {target.id: min(target.floor, targets[target.id]) for target in TARGETS}
    sessions = SESSIONS if targets["aerobic"] else 0
    theirs = targets["aerobic"] < SESSIONS * case.step
    most = sessions + (case.step >= FOURTH_FROM and case.mode == "normal" and bool(sessions) and not theirs)
    wanted = (
        part(floors["active-days"], share) - done.active,
        part(floors["core"], share) - done.core,
        aerobic_ask(case, targets, share) - done.minutes,
        part(sessions, share) - done.full,
        part(floors["strength"], share) - done.strength,
        part(targets["core"], share) - done.core,
        part(targets["water"], share) - done.water,
        part(targets["strength"], share) - done.strength,
        part(most, share) - done.full,
        part(targets["active-days"], share) - done.active,
        targets["rest-days"] if days >= WHOLE_WEEK else 0,
    )
    return Asks(*(max(0, each) for each in wanted))


def prescribed(days: Collection[tuple[int, int]]) -> list[Balance]:
    """The row of what a therapist wants on days of its own, from the days asked and held of each; none without it."""
    whole, got = (sum(each) for each in zip(*days, strict=True)) if days else (0, 0)
    return [Balance(PRESCRIBED.id, whole, got, whole, PRESCRIBED.unit)] if whole else []


def rows(
    days: Sequence[Day], case: Case, targets: Mapping[str, int], share: tuple[int, int], done: DoneSoFar
) -> list[Balance]:
    """One row a target: asked and got this week, and the aim it grows towards."""
    ahead = [day for day in days if day.planned and day.on >= case.on]
    kinds = [day.kinds for day in ahead]
    aerobic = done.minutes + sum(aerobic_minutes(day) for day in ahead)
    core_minutes = sum(b.seconds for day in ahead for b in day.blocks() if b.kind == "core" and not b.prescribed) // 60
    offered = min(share[1], targets["active-days"])
    got = {
        "aerobic": aerobic,
        "core": done.core + sum("core" in kind for kind in kinds),
        "strength": done.strength + sum("strength" in kind for kind in kinds),
        "stretch": done.stretch + sum(day.stretched for day in ahead),
        "water": done.water + sum(day.at_pool for day in ahead),
        "coping": sum(day.coping is not None for day in days),
        "active-days": done.active + sum(day.active for day in ahead),
        "rest-days": sum(day.planned and not day.active for day in days),
    }
    asked = {key: part(value, share) for key, value in targets.items()}
    asked["aerobic"] = aerobic_ask(case, targets, share)
    asked["active-days"] = part(max(offered, min(3, targets["active-days"])), share)
    asked["coping"] = -(-targets["coping"] * sum(day.pause is None for day in ahead) // 7)
    asked["rest-days"] = targets["rest-days"] if len(ahead) >= WHOLE_WEEK else 0
    found = []
    for target in TARGETS:
        if target is PRESCRIBED or (target.id == "water" and not (targets["water"] or got["water"])):
            continue
        aim = 150 if target.id == "aerobic" and case.step >= FOURTH_FROM else target.aim
        minutes = core_minutes if target.id == "core" else None
        found.append(Balance(target.id, asked[target.id], got[target.id], aim, target.unit, None, minutes))
    return found


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


# The tiers of the layout that each row of the balance rests on.
_TIERS: Mapping[str, tuple[int, ...]] = {
    "prescribed": (0,),
    "active-days": (1, 11),
    "core": (2, 6),
    "aerobic": (3, 4, 10),
    "strength": (5, 8),
    "water": (7,),
}


class Ground(NamedTuple):
    """What a shortfall is explained by: the person, what days may hold, the days that are stopped, and whether no day
    may hold more than it did.
    """

    case: Case
    menu: Menu
    stopped: Mapping[date, Stop]
    no_more: bool


def explained(found: Sequence[Balance], ground: Ground, help_with: Callable[[], Help]) -> list[Balance]:
    """The rows, with a reason wherever one falls short, and what would help where help was searched for."""
    case = ground.case
    helped = False
    done = []
    for row in found:
        if row.met:
            done.append(_set_aside(row, case))
            continue
        reason = _why_short(row, ground)
        helps = case.mode == "normal" and not ground.stopped and not ground.no_more
        if row.target in _TIERS and not helped and helps:
            sentence = _help_sentence(help_with(), row.target, case)
            helped = bool(sentence)
            reason = sentence if sentence == GROWS else f"{reason} {sentence}".strip()
        done.append(row._replace(reason=reason))
    return done


def _set_aside(row: Balance, case: Case) -> Balance:
    """Say why nothing was asked for, where a normal week would ask."""
    if row.asked or row.target in ("water", "rest-days"):
        return row
    if case.mode == "coping-only":
        return row._replace(reason="At a pain of 8 or more only ways to cope are given.")
    if case.acute:
        return row._replace(reason="Left until the pain is six weeks old.")
    return row._replace(reason="Left until six weeks after the operation." if case.easy_only else None)


def _why_short(row: Balance, ground: Ground) -> str:  # noqa: PLR0911 - one a reason
    """Why a row falls short, by the first thing that holds it back."""
    case, menu = ground.case, ground.menu
    days = len(case.person.minutes)
    there = {"core": menu.has_core, "strength": menu.has_strength, "aerobic": menu.can_walk()}
    if ground.stopped:
        return "Some days of this week are stopped; see above."
    if not there.get(row.target, True):
        return f"No {row.target} exercise is left for you with what you told us; a physiotherapist can find one."
    if row.target == "stretch":
        return f"You offered {_count(days, 'day')}." if days < row.asked else FULL_DAYS
    if row.target == "rest-days":
        return REST_LATER if min(case.person.minutes.values(), default=0) > EASY_DAY else SHORT_DAYS
    if row.target == "water" and max(case.person.minutes.values(), default=0) < POOL_TRIP:
        return "The trip to a pool is not worth it for days this short."
    if row.target == "active-days" and days <= row.got:
        return f"You offered {_count(days, 'day')}. Ten-minute walks on other days count, too."
    if case.mode == "flare":
        return "A gentle week holds no more, and needs no more."
    if row.target == PRESCRIBED.id:
        return "What is missing, and why, is told above."
    if ground.no_more:
        return "After a session that was too much, or days without one, no day holds more than it did."
    held = f"the minutes of your {_count(days, 'day')} hold no more."
    held = f"Beside what your therapist asked for, {held}" if menu.days else _capital(held)
    return held if days else "You offered no day this week."


FULL_DAYS = "Days this full leave little time to stretch; stretch when you like, it does no harm."
SHORT_DAYS = "Every day you offered is needed; the short days stand in for a rest."
REST_LATER = "Every day you offered is needed; leave one out whenever you need a rest."
GROWS = "The first weeks start small; it comes as the weeks grow."


def _help_sentence(found: Help, target: str, case: Case) -> str:
    if found.tier is None or found.tier not in _TIERS[target]:
        return ""
    if found.grows:
        return GROWS
    least = min(case.person.minutes.values(), default=0)
    ways = []
    if found.minutes is not None:
        ways.append(f"{found.minutes} minutes on {_which(found.raised, case.person)}")
    if found.days is not None:
        ways.append(f"{_count(found.days, 'day')} of {least} minutes")
    walks = " Ten-minute walks on other days count, too." if target == "aerobic" else ""
    return f"{_capital(' or '.join(ways))} would do it.{walks}" if ways else walks.strip()


def _which(raised: Sequence[Weekday], person: Person) -> str:
    """The days that would need more minutes: all of them as a number, some by name."""
    if len(raised) == len(person.minutes):
        return _count(len(raised), "day")
    return " and ".join(NAMES[day] for day in raised)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


NAMES: Mapping[Weekday, str] = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
    "sun": "Sunday",
}  # fmt: skip
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven")


def _count(number: int, noun: str = "") -> str:
    return f"{_WORDS[number]} {noun}{'' if number == 1 or not noun else 's'}".strip()
