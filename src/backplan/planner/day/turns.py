"""Turns: the stretches for the back take turns over the sessions of a week, and from week to week.

They do so after the layout, each in as many repetitions as keep the minutes of its day, so that no turn moves anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice

from backplan.model.exercise import Exercise, ladder
from backplan.model.vocabulary import Place
from backplan.model.week import DayBlock, GivenDose, Item, minutes_of
from backplan.planner.choice import dose as dosing
from backplan.planner.choice.select import Selection
from backplan.planner.day.between import seconds_between, with_time_between
from backplan.planner.day.frame import BACK, HOLD_WARM, WHY_STRETCH, Frame, item_of
from backplan.planner.day.option import Option
from backplan.planner.screen.days import Days

# All our own inference (docs/planning.md).
IN_TURN = 3  # stretches that take turns in a week
FAVOURED = 2  # times as often as another
ALIKE = 2  # stretches of one direction that take turns from week to week
LEAST_MOVES = 4  # repetitions of an easy movement
LEAST_HELD = 20  # seconds of a hold, all repetitions together

DIRECTIONS = ("flexion", "rotation", "extension")


def in_turn(days: Days, options: Mapping[date, Option], selection: Selection, frame: Frame) -> dict[date, Option]:
    """The days as laid out, with the stretches for the back in turn; those shown and kept count as turns taken."""
    turns = Turns(selection, frame, days.number)
    given: Counter[str] = Counter()
    found: dict[date, Option] = {}
    for day in days.every:
        kept = days.shown.day(day) if days.shown and (day in days.gone or day in days.ahead) else None
        if kept is not None:
            given.update(_stretched(kept.blocks()))
        if day in options:
            found[day] = turns.turned(options[day], given)
            given.update(_stretched(found[day].blocks))
    return found


def _came_in(option: Option) -> bool:
    return option.aerobic > 0 and not option.water


def _stretched(blocks: Iterable[DayBlock]) -> list[str]:
    return [item.exercise for block in blocks if block.kind == "cool-down" for item in block.items]


class Turns:
    """The turns of the stretches for the back in one person's week."""

    def __init__(self, selection: Selection, frame: Frame, week: int) -> None:
        self._selection = selection
        self._frame = frame
        self._week = week
        self._known = selection.by_id
        self._orders: dict[Place, list[Exercise]] = {}
        self._doses: dict[str, GivenDose] = {}
        self._choices_on: dict[int, list[Item]] = {}  # of a day as laid out: days alike are one value

    def turned(self, option: Option, given: Counter[str]) -> Option:
        """A day with the stretch for the back whose turn it is: of the first three that fit, the one given least, the
        liked first, and one that suits the person especially well twice as often; and with the time between what is
        done.
        """
        held = self._for_the_back(option)
        if held is None:
            return option if option.water else option._replace(blocks=self._timed(option, option.blocks))
        if id(option) not in self._choices_on:
            self._choices_on[id(option)] = self._choices(option, held)
        choices, favoured = self._choices_on[id(option)], self._selection.favoured
        count = len(choices)
        wish = [(item.exercise in favoured, self._selection.liked(self._known[item.exercise])) for item in choices]

        def first(n: int) -> tuple[float, bool, bool, int]:
            suits, liked = wish[n]
            taken = given[choices[n].exercise] / (FAVOURED if suits else 1)
            return taken, not suits, not liked, (n - self._week) % count

        turn = min(range(count), key=first)
        return option._replace(blocks=self._timed(option, self._with(option, held, choices[turn])))

    def _with(self, option: Option, held: Item, instead: Item) -> tuple[DayBlock, ...]:
        """The blocks of a day with another stretch in place of one of its last."""
        *work, last = option.blocks
        items = [instead if item is held else item for item in last.items]
        low = bool(work) and not self._known[work[-1].items[-1].exercise].upright
        return (*work, last._replace(items=self._frame.in_order(items, low=low)))

    def _timed(self, option: Option, blocks: Sequence[DayBlock]) -> tuple[DayBlock, ...]:
        """Blocks of a day with the time between what is done."""
        return tuple(with_time_between(blocks, self._selection, self._known, came_in=_came_in(option)))

    def _minutes(self, option: Option, blocks: Sequence[DayBlock]) -> int:
        """What these come to."""
        upright = tuple([self._known[item.exercise].upright for block in blocks for item in block.items])
        between = seconds_between(upright, self._selection.percent_of_time, came_in=_came_in(option))
        return -(-(sum(block.seconds for block in blocks) + between) // 60)

    def _for_the_back(self, option: Option) -> Item | None:
        """The stretch for the back of a day; None without one, where a therapist prescribed it, or where it needs care,
        as nothing plain is left.
        """
        if not option.blocks or option.blocks[-1].kind != "cool-down":
            return None
        items = option.blocks[-1].items
        held = next((item for area in BACK for item in items if area in self._known[item.exercise].areas), None)
        if held is None or held.exercise in self._selection.care or held.exercise in self._selection.case.prescribed:
            return None
        return held

    def _choices(self, option: Option, held: Item) -> list[Item]:
        """The stretches that take turns on a day, in the order of choice: the one it was laid out with among them."""
        stretched = [item for block in option.blocks if block.kind in ("stretch", "cool-down") for item in block.items]
        taken = {area for item in stretched if item is not held for area in self._known[item.exercise].areas}
        done = {item.exercise for block in option.blocks for item in block.items} - {held.exercise}
        worked = done.union(*(ladder(key, self._known) for key in done))
        order = self._order("pool" if option.water else "home")
        fresh = [e for e in order if taken.isdisjoint(e.areas) and e.id not in worked]
        items = (held if e.id == held.exercise else self._fitted(e, option, held) for e in fresh)
        found = list(islice((item for item in items if item is not None), IN_TURN))
        return found if held.exercise in {item.exercise for item in found} else [*found[: IN_TURN - 1], held]

    def _fitted(self, exercise: Exercise, option: Option, held: Item) -> Item | None:
        """A stretch in as many repetitions of its dose as keep the minutes of a day; None where too few would."""
        if exercise.id not in self._doses:
            self._doses[exercise.id] = dosing.given_dose(exercise, self._selection.case)
        given = self._doses[exercise.id]
        if given.minutes is not None:
            return None
        least = LEAST_MOVES if given.hold_s <= HOLD_WARM else -(-LEAST_HELD // given.hold_s)
        doses = (given._replace(reps=reps) for reps in range(given.reps, min(least, given.reps) - 1, -1))
        items = (item_of(self._selection, exercise, dose, WHY_STRETCH) for dose in doses)
        minutes = minutes_of(option.blocks) if option.water else self._minutes(option, option.blocks)
        return next((i for i in items if self._minutes(option, self._with(option, held, i)) == minutes), None)

    def _order(self, place: Place) -> list[Exercise]:
        """The plain stretches for the back: this week's one of each direction, then the others made for the back, then
        those that stretch it too.
        """
        if place not in self._orders:
            exercises = [*self._liked_flows(place), *self._frame.stretching(place)]
            plain = [exercise for exercise in exercises if self._plain(exercise)]
            made = [exercise for exercise in plain if exercise.areas[0] in BACK or self._selection.liked(exercise)]
            firsts = [self._this_week(way, made) for way in dict.fromkeys(map(_direction, made))]
            self._orders[place] = list(dict.fromkeys((*firsts, *made, *plain)))
        return self._orders[place]

    def _liked_flows(self, place: Place) -> list[Exercise]:
        """The flowing exercises that the person likes and may end a session with; none that a therapist prescribed."""
        selection = self._selection
        found = [e for e in selection.of_slot("choice") if "cool-down" in e.use and selection.liked(e)]
        here = [e for e in found if selection.can_be_done_at(e, place) and e.id not in selection.case.prescribed]
        return sorted(here, key=selection.choice_key)

    def _plain(self, exercise: Exercise) -> bool:
        """Whether a stretch reaches the back, needs no care, and was not swapped away."""
        apart = exercise.id in self._selection.care or exercise.id in self._selection.swapped
        return not apart and any(area in exercise.areas for area in BACK)

    def _this_week(self, way: str, made: Sequence[Exercise]) -> Exercise:
        """The stretch of a direction this week: the first two take turns, if they are liked and favoured alike."""
        selection = self._selection
        same = [exercise for exercise in made if _direction(exercise) == way][:ALIKE]
        wish = [(selection.liked(exercise), exercise.id in selection.favoured) for exercise in same]
        alike = [exercise for exercise, mine in zip(same, wish, strict=True) if mine == wish[0]]
        return alike[(self._week - 1) % len(alike)]


def _direction(exercise: Exercise) -> str:
    """The way a stretch moves the back: the first of bending, turning and arching that it does; else none of them."""
    moves = {movement.removesuffix("-mild").removesuffix("-loaded") for movement in exercise.movements}
    return next((way for way in DIRECTIONS if way in moves), "")
