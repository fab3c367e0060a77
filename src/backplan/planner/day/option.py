"""Option: one way to spend a day, in the numbers that the layout weighs, with its blocks."""

from collections.abc import Sequence
from typing import NamedTuple

from backplan.model.week import Day, DayBlock


class Option(NamedTuple):
    """One way to spend a day. ``aerobic`` in minutes; ``full`` when they make a session; rest is all zero."""

    aerobic: int = 0
    full: bool = False
    core: bool = False
    strength: bool = False
    water: bool = False
    active: bool = False
    sets: int = 0
    minutes: int = 0
    two_places: bool = False
    blocks: tuple[DayBlock, ...] = ()  # all but the aerobic bout, which gets its exercise after the layout
    trunk: bool = False  # whether it holds any core work, a session of it or a prescribed exercise by itself
    prescribed: frozenset[str] = frozenset()  # the exercises it holds of those prescribed with days of their own
    bout: str = ""  # the exercise of the aerobic bout, where it is one of these
    at_home: tuple[DayBlock, ...] = ()  # what is done at home beside a visit to the pool


REST = Option()
ANY = 999  # sets; no bound


class DayLimit(NamedTuple):
    """The most that a day may hold."""

    minutes: int
    sets: int = ANY


class Bout(NamedTuple):
    """Aerobic minutes of a day; with the exercise where a therapist prescribed one with days of its own."""

    minutes: int = 0
    exercise: str = ""


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


def sets_of(blocks: Sequence[DayBlock]) -> int:
    """Sets of the core and strength work in some blocks."""
    return sum(item.dose.sets for block in blocks if block.kind in ("core", "strength") for item in block.items)


ENOUGH_STRETCHES = 2
ENOUGH_CORE = 480  # seconds; the core comes first up to here; our own inference (docs/planning.md)


def richness(option: Option) -> tuple[bool, int, int, int, int, int, int]:
    """The order of richness of a day's options: a warm-up no longer than the work but whole, core of eight minutes, two
    areas stretched, more sets, the longer stretch, the shorter day.
    """
    warm = sum(block.seconds for block in option.blocks if block.kind == "warm-up")
    work = sum(block.seconds for block in option.blocks if block.kind in ("core", "strength") or block.prescribed)
    stretches = [b for b in option.blocks if b.kind in ("cool-down", "stretch") and not b.prescribed]
    areas = min(sum(len(block.items) for block in stretches), ENOUGH_STRETCHES)
    core = sum(block.seconds for block in option.blocks if block.kind == "core")
    longest = sum(block.seconds for block in stretches)
    enough = min(core, ENOUGH_CORE)
    return (warm <= work, warm, enough, areas, option.sets, longest, -option.minutes)
