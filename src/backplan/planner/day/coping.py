"""Coping: a few minutes of breathing, relaxation or rest on the days that need them. It is no session."""

from __future__ import annotations

from collections.abc import Sequence

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.vocabulary import LEVELS, Modality
from backplan.model.week import Day, DayBlock
from backplan.planner.choice.dose import timed
from backplan.planner.choice.select import Selection
from backplan.planner.day.frame import item_of

LONGEST_COPING = 5  # minutes a day
WAYS: tuple[Modality, ...] = ("breathing", "rest-position", "relaxation", "mindfulness", "coping-skill", "heat")
ALTERNATE = 3
WHY_COPING = "A way to cope with pain: a few quiet minutes, counted as no exercise."


def spread(days: Sequence[Day], selection: Selection, wanted: int, turn: int) -> list[Day]:
    """Coping on as many of the days as are wanted: rest days first, then evenly; one kind a day, by turns. Prescribed
    ways each have the days they were asked for.
    """
    ways, case = _ways(selection), selection.case
    asked = [way for way in ways if way.id in case.prescribed]
    if asked:
        given = {way: _asked_on(days, way, case, wanted) for way in asked}
        on = {number: tuple(w for w in asked if number in given[w]) for number in range(len(days))}
    else:
        chosen = sorted(_evenly(days, _share(wanted, days))) if ways else []
        on = {number: _two(ways, turn + index, case) for index, number in enumerate(chosen)}
    blocks = {number: _block(those, selection) for number, those in on.items() if those}
    return [day._replace(coping=blocks.get(number, day.coping)) for number, day in enumerate(days)]


def _asked_on(days: Sequence[Day], way: Exercise, case: Case, wanted: int) -> set[int]:
    """The numbers of the days that a prescribed way stands on: those named, or as many as were asked for."""
    item = case.prescription.item_for(way.id)
    if item is not None and item.days:
        return {number for number, day in enumerate(days) if day.weekday in item.days}
    return _evenly(days, _share(case.prescription.days_of(way.id) or wanted, days))


def _share(wanted: int, days: Sequence[Day]) -> int:
    """Of so many days a week, those that fall on these days."""
    return min(len(days), -(-wanted * len(days) // 7))


def _two(ways: Sequence[Exercise], turn: int, case: Case) -> tuple[Exercise, ...]:
    """One way a day; where there is nothing else to do, two."""
    first, second = ways[turn % len(ways)], ways[(turn + 1) % len(ways)]
    return (first, second) if not case.kind.trains and second is not first else (first,)


def _minutes(way: Exercise, case: Case) -> int:
    """As prescribed, else a few; all its times of a day together."""
    asked = case.prescription.item_for(way.id)
    once = (asked and asked.minutes) or min(LONGEST_COPING, way.dose.minutes or LONGEST_COPING)
    return once * case.prescription.times_of(way.id)


def _block(ways: Sequence[Exercise], selection: Selection) -> DayBlock:
    doses = ((way, timed(way, _minutes(way, selection.case), selection.case)) for way in ways)
    items = (item_of(selection, way, dose, WHY_COPING) for way, dose in doses)
    return DayBlock("coping", tuple(items))


def _evenly(days: Sequence[Day], count: int) -> set[int]:
    rests = [number for number, day in enumerate(days) if day.rest]
    busy = [number for number, day in enumerate(days) if not day.rest]
    if count <= len(rests):
        return {rests[n * len(rests) // count] for n in range(count)}
    more = count - len(rests)
    return {*rests, *(busy[n * len(busy) // more] for n in range(more))}


def _ways(selection: Selection) -> list[Exercise]:
    """The first choice of each kind that is short enough, plain ones only if there are any."""
    best: dict[Modality, Exercise] = {}
    for exercise in selection.allowed:
        if "coping" not in exercise.use or exercise.modality not in WAYS:
            continue
        if (exercise.dose.minutes or 99) > LONGEST_COPING and exercise.id not in selection.case.prescribed:
            continue
        if not any(selection.can_be_done_at(exercise, place) for place in exercise.place):
            continue
        kept = best.get(exercise.modality)
        if kept is None or _key(exercise, selection) < _key(kept, selection):
            best[exercise.modality] = exercise
    ways = sorted(best.values(), key=lambda e: (not selection.liked(e), WAYS.index(e.modality)))
    asked = [exercise for exercise in ways if exercise.id in selection.case.prescribed]
    plain = [exercise for exercise in ways if exercise.id not in selection.care]
    return (asked or plain or ways)[:ALTERNATE]


def _key(exercise: Exercise, selection: Selection) -> tuple[object, ...]:
    """The order of choice, with the easier first: to cope is nothing to get better at."""
    care, swapped, unasked, liked, favoured, *_, rank, key = selection.choice_key(exercise)
    return (care, swapped, unasked, liked, favoured, LEVELS.index(exercise.level), rank, key)
