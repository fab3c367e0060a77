"""Points: what a layout costs day by day, and what its totals are worth, in hundredths of points.

One point is what an aerobic minute between 30 and 60 a week is worth. All figures are our own inference
(docs/planning.md).
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import itemgetter

from backplan.model.week import Totals
from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.diary.done import Fullest
from backplan.planner.layout.problem import Problem

ACTIVE_DAY = 200  # room for rest
TWO_PLACES = 300  # a walk and work at home in one day
CORE_AGAIN = 400  # core sessions on neighbouring days, and core work of any kind on such days
LOADED_AGAIN = 400  # a therapist's strength and any other on neighbouring days
UNLIKE = 150  # a part of a day unlike the same day of last week
NO_REST = 1000  # a week without a day of rest
SPREAD = 100  # active days that are neighbours, where there are only walks
CORE_ROUNDS = (0, -300, -150, 300)  # frequency before bulk: a day of core is worth something by itself
STRENGTH_ROUNDS = (0, 0, 350, 1350)  # two days rather than one
SHORT_BOUT, SHORT_UNDER = 100, 10
LONG_MINUTE, LONG_OVER = 30, 30  # a minute of a bout beyond half an hour
FULLER = 200  # each minute and each set of a day beyond the fullest before a session that was too much

# What a day before leaves behind, as bits of a number; with ACTIVE, where active days are spread.
TRUNK, STRENGTH, WATER, CORE, MONDAY, RESTED = 1, 2, 4, 8, 16, 32
# What tells kinds of days apart beside the first four.
ACTIVE, AEROBIC = 64, 128
# Strength that is a therapist's alone: of a day, left behind, too; and of the week's Monday.
LOADED, MONDAY_LOADED = 256, 512
KINDS = 1024


PARTS = ("aerobic", "rounds", "more", "strength_rounds", "water", "balance")  # of an option, in the order of ``Totals``
# Read all at once, as every option of a week is asked.
figures_of: Callable[[Option], tuple[int, ...]] = itemgetter(*map(Option._fields.index, PARTS))


def parts_of(option: Option) -> Totals:
    """What an option holds of each part."""
    return Totals(*map(int, figures_of(option)))


def totals_of(done: Totals, options: Iterable[Option]) -> Totals:
    """What was done and some days hold together, of each part."""
    return Totals(*(sum(part) for part in zip(done, *map(figures_of, options), strict=True)))


def option_cost(option: Option, fullest: Fullest | None) -> int:
    """What an option costs by itself: evenness, several walks rather than one long, room for rest, and no fuller day
    than it had better be.
    """
    cost = option.minutes * option.minutes // 2 + ACTIVE_DAY * option.active + TWO_PLACES * option.two_places
    cost += CORE_ROUNDS[option.rounds] + STRENGTH_ROUNDS[option.strength_rounds]
    if option.aerobic > LONG_OVER:
        cost += LONG_MINUTE * (option.aerobic - LONG_OVER)
    if fullest is not None:
        cost += FULLER * (max(0, option.minutes - fullest.minutes) + max(0, option.sets - fullest.sets))
    return cost + SHORT_BOUT * (0 < option.aerobic < SHORT_UNDER)


def day_kind(option: Option) -> int:
    """The kind of a day, as bits: all that what comes before and after has to know of it."""
    return (
        TRUNK * (option.core or option.trunk)
        | STRENGTH * option.strength
        | WATER * option.water
        | ACTIVE * option.active
        | CORE * option.core
        | AEROBIC * (option.aerobic > 0)
        | LOADED * (option.loaded and not option.strength)
    )


def first_flags(problem: Problem) -> int:
    """What the day before the first leaves behind."""
    before = problem.day_before
    flags = TRUNK * (before.core or before.trunk) | STRENGTH * before.strength | WATER * before.water
    flags |= CORE * before.core | LOADED * (before.loaded and not before.strength)
    return flags | MONDAY * problem.strength_first | RESTED * (not problem.rest)


class Stands(NamedTuple):
    """Where a day stands: whether it is the Monday of a whole week, whether it is the last, and whether active days had
    better not be neighbours.
    """

    monday: bool
    last: bool
    spread: bool


def stands_of(problem: Problem, day: int) -> Stands:
    """Where a day of a problem stands."""
    many = len(problem.days)
    return Stands(day == 0 and many == 7, day == many - 1, problem.spread)


@lru_cache(maxsize=4096)  # the same few ask again and again
def after(stands: Stands, flags: int, kind: int) -> tuple[int, int] | None:
    """What a kind of day does after a day before: the flags it leaves, and what that costs beside its habit; None where
    it may not follow: strength or a pool on neighbouring days, Sunday and Monday of one week among them.
    """
    if flags & kind & (STRENGTH | WATER):
        return None
    if kind & STRENGTH and flags & MONDAY and stands.last:
        return None
    leaves = kind & (TRUNK | STRENGTH | WATER | CORE | LOADED) | flags & (MONDAY | RESTED)
    leaves |= kind & ACTIVE * stands.spread
    leaves |= MONDAY * bool(kind & STRENGTH and stands.monday)
    leaves |= RESTED * (not kind & ACTIVE)
    leaves |= flags & MONDAY_LOADED | MONDAY_LOADED * bool(kind & LOADED and stands.monday)
    heavy = kind & (STRENGTH | LOADED)
    loaded = int(bool(heavy and flags & (STRENGTH | LOADED)))
    loaded += bool(heavy and stands.last and flags & (MONDAY | MONDAY_LOADED))
    cost = (
        LOADED_AGAIN * loaded
        + CORE_AGAIN * (flags & kind & (TRUNK | CORE)).bit_count()
        + SPREAD * bool(flags & kind & ACTIVE)
    )
    return leaves, cost + NO_REST * (stands.last and not leaves & RESTED)


def unlike(problem: Problem, day: int, kind: int) -> int:
    """What it costs that parts of a day are unlike the same day of last week."""
    habit = problem.habit[day] if problem.habit else None
    if habit is None:
        return 0
    now = (kind & ACTIVE, kind & CORE, kind & STRENGTH, kind & WATER, kind & AEROBIC)
    return UNLIKE * sum(bool(part) != before for part, before in zip(now, habit, strict=True))


class Alike(NamedTuple):
    """Prescribed exercises that no option tells apart, counted as one: their days are the same."""

    exercise: str  # any of them
    days: int
    most: int
    through_the_day: bool
    size: int


def groups(problem: Problem) -> tuple[Alike, ...]:
    """The prescribed exercises of a problem, those that always come together as one."""
    if not problem.wanted:
        return ()
    alike: dict[tuple[object, ...], list[str]] = {}
    kinds = {option.prescribed for options in problem.days for option in options if option.prescribed}
    for each in problem.wanted:
        key = (*each[1:], *(each.exercise in kind for kind in kinds))
        alike.setdefault(key, []).append(each.exercise)
    wanted = {each.exercise: each for each in problem.wanted}
    return tuple(Alike(*wanted[same[0]], len(same)) for same in alike.values())


FIRST = 10_000_000  # above all that anything else may be worth
WHOLE_SHARE = 420  # a share of up to seven days as a whole number
ABSENT = 100 * WHOLE_SHARE**2  # for having no day at all
SECOND = FIRST // 1000  # of what is done through the day in any case: below the least of FIRST, above all else


def prescribed_points(group: Alike, held: int) -> int:
    """What it costs, below zero, that prescribed exercises stand on so many days: above everything else, the share of
    their days that is missing, squared.
    """
    missing = max(0, group.days - held)
    if not missing:
        return 0
    if group.through_the_day:
        return -group.size * SECOND * (missing * WHOLE_SHARE // group.days) ** 2
    return -group.size * FIRST * ((missing * WHOLE_SHARE // group.days) ** 2 + ABSENT * (missing == group.days))
