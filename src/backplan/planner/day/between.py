"""Between: the time that passes between exercises: coming in from a walk, getting down to the floor and up again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from backplan.model.exercise import Exercise
from backplan.model.week import DayBlock, Item
from backplan.planner.choice import dose as dosing
from backplan.planner.choice.select import Selection

# Seconds, our own inference (docs/planning.md).
GETTING_DOWN = 30  # to the floor, or onto the bed, and up from it again
COMING_IN = 60  # from a walk or a ride to the work at home


@lru_cache(maxsize=1024)
def seconds_between(upright: tuple[bool, ...], percent: int, *, came_in: bool) -> int:
    """Seconds between exercises in all, in the order in which they are done: of each whether it is done upright. There
    are few such orders, and they are asked for often.
    """
    return sum(_between(upright, percent, COMING_IN if came_in else 0))


def with_time_between(
    blocks: Sequence[DayBlock], selection: Selection, by_id: Mapping[str, Exercise], *, came_in: bool = False
) -> list[DayBlock]:
    """Blocks in the order in which they are done, each item with the seconds of its dose and those it takes to come to
    it: down to the floor from standing or sitting each time, and to the first of all where one ``came_in`` from
    elsewhere. What the items had of that before does not count.
    """
    percent, first = selection.percent_of_time, COMING_IN if came_in else 0
    upright = (by_id[item.exercise].upright for block in blocks for item in block.items)
    between = _between(upright, percent, first)
    return [
        block._replace(
            items=tuple(_with_time(item, by_id[item.exercise], percent, next(between)) for item in block.items)
        )
        for block in blocks
    ]


def _between(upright: Iterable[bool], percent: int, first: int) -> Iterator[int]:
    """Seconds that it takes to come to each exercise."""
    up, more = True, first
    for each in upright:
        more += GETTING_DOWN if up and not each else 0
        yield dosing.slower(more, percent) if more else 0
        up, more = each, 0


def _with_time(item: Item, exercise: Exercise, percent: int, between: int) -> Item:
    seconds = dosing.seconds(item.dose, exercise, percent) + between
    return item if item.seconds == seconds else item._replace(seconds=seconds)
