"""Between: the time that passes between exercises: coming in from a walk, getting down to the floor and up again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from backplan.model.exercise import Exercise
from backplan.model.week import DayBlock, Item
from backplan.planner.choice import dose as dosing
from backplan.planner.choice.select import Selection

# Seconds, our own inference (docs/planning.md).
GETTING_DOWN = 30  # to the floor, or onto the bed, and up from it again
COMING_IN = 60  # from a walk or a ride to the work at home


def with_time_between(
    blocks: Sequence[DayBlock], selection: Selection, known: Mapping[str, Exercise], *, came_in: bool = False
) -> list[DayBlock]:
    """Blocks in the order in which they are done, each item with the seconds of its dose and those it takes to come to
    it: down to the floor from standing or sitting each time, and to the first of all where one ``came_in`` from
    elsewhere. What the items had of that before does not count.
    """
    given = (item for block in blocks for item in block.items)
    items = _with_time(given, known, selection.percent_of_time, COMING_IN if came_in else 0)
    return [block._replace(items=tuple(next(items) for _ in block.items)) for block in blocks]


def _with_time(items: Iterator[Item], known: Mapping[str, Exercise], percent: int, first: int) -> Iterator[Item]:
    upright, more = True, first
    for item in items:
        exercise = known[item.exercise]
        more += GETTING_DOWN if upright and not exercise.upright else 0
        seconds = dosing.seconds(item.dose, exercise, percent) + dosing.slower(more, percent)
        yield item if item.seconds == seconds else item._replace(seconds=seconds)
        upright, more = exercise.upright, 0
