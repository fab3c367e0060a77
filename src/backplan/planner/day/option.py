"""Option: one way to spend a day, in the numbers that the layout weighs, with its blocks."""

from backplan.model.week import Day, DayBlock, sets_of
from backplan.named_tuple import NamedTuple


class Option(NamedTuple):
    """One way to spend a day. ``aerobic`` in minutes; rest is all zero."""

    aerobic: int = 0
    core: bool = False
    strength: bool = False
    water: bool = False
    active: bool = False
    sets: int = 0
    minutes: int = 0
    two_places: bool = False
    blocks: tuple[
        DayBlock, ...
    ] = ()  # all but the bout; like its exercise, the time between them comes after the layout
    trunk: bool = False  # whether it holds any core work, a session of it or a prescribed exercise by itself
    prescribed: frozenset[str] = frozenset()  # the exercises it holds of those prescribed with days of their own
    bout: str = ""  # the exercise of the aerobic bout, where it is one of these
    at_home: tuple[DayBlock, ...] = ()  # what is done at home beside a visit to the pool
    rounds: int = 0  # of the core: a set each of back, abdominal and side
    more: int = 0  # sets of hip and choice
    strength_rounds: int = 0
    balance: int = 0  # sets of it, in strength and beside core
    loaded: bool = False  # whether it holds any strength work, a session of it or a prescribed exercise by itself


REST = Option()
ANY = 999  # sets, or minutes of a bout; no bound


class DayLimit(NamedTuple):
    """The most that a day may hold; ``aerobic`` of its minutes. ``offered`` are those of the day itself where something
    else bounds it to fewer: how many exercises it may hold goes by them, so that no bound takes one away.
    """

    minutes: int
    sets: int = ANY
    aerobic: int = ANY
    offered: int = 0


class Bout(NamedTuple):
    """Aerobic minutes of a day, all times of it together; with the exercise where a therapist prescribed one with days
    of its own, and how many of the minutes are its later times, apart from the session.
    """

    minutes: int = 0
    exercise: str = ""
    later: int = 0

    @property
    def once(self) -> int:
        """The minutes that it takes in the session."""
        return self.minutes - self.later


def option_of(day: Day) -> Option:
    """What a day as shown holds, as an option, to bound another by."""
    blocks = day.blocks()
    kinds = day.kinds
    return Option(
        aerobic=day.aerobic_minutes,
        core="core" in kinds,
        strength="strength" in kinds,
        water=day.at_pool,
        active=day.active,
        sets=sets_of(blocks),
        minutes=day.minutes,
        prescribed=day.exercises,
    )
