"""Option: one way to spend a day, in the numbers that the layout weighs, with its blocks."""

from __future__ import annotations

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


def option_of(day: Day) -> Option:
    """What a day as shown holds, as a bound for another."""
    blocks = day.blocks()
    kinds = day.kinds
    return Option(
        aerobic=sum(block.seconds for block in blocks if block.kind == "aerobic") // 60,
        core="core" in kinds,
        strength="strength" in kinds,
        water=day.at_pool,
        active=day.active,
        sets=sets_of(blocks),
        minutes=day.minutes,
        prescribed=day.exercises,
    )


def sets_of(blocks: Sequence[DayBlock]) -> int:
    """Sets of core and strength."""
    return sum(item.dose.sets for block in blocks if block.kind in ("core", "strength") for item in block.items)
