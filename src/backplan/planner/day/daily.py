"""Daily: pelvic floor work and short walks, a few minutes on every day of a week that asks for them; and what a
therapist wants every day, on the days whose sessions do not hold it. None of it is a session.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from backplan.model.activities import MODERATE
from backplan.model.case import SHORTEST_BOUT, Case
from backplan.model.exercise import Exercise
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Day, DayBlock, GivenDose, Item
from backplan.named_tuple import NamedTuple
from backplan.planner.choice import dose
from backplan.planner.choice.select import Selection
from backplan.planner.day.brisker import place_of
from backplan.planner.day.frame import item_of
from backplan.planner.day.therapy import Therapy
from backplan.planner.day.walks import in_manner

WEEKS_A_RUNG = 2  # our own inference
WHY_DAILY = "Pelvic floor work every day, in pregnancy and after a birth: a few minutes, counted as no session."
WHY_WALK = "You ride longer than you walk, so the sessions ride; a short, flat walk keeps walking in your week."


class EveryDay(NamedTuple):
    """What a therapist wants every day: each exercise as it is given there; those that each day may not hold, and the
    days that were offered, on which only what is done several times a day stands beside a session without it. ``most``
    are the seconds of all of it together that a therapist allows a day; None without a limit.
    """

    items: tuple[Item, ...] = ()
    kept_off: Mapping[date, frozenset[str]] = MappingProxyType({})
    offered: Collection[date] = ()
    most: int | None = None

    def beside(self, day: Day) -> list[Item]:
        """What a day holds of it beside its sessions, the first of it first, as far as a limit allows."""
        left = None if self.most is None else self.most - sum(block.seconds_a_day for block in day.blocks())
        found: list[Item] = []
        for item in self.items if day.planned and day.pause is None else ():
            stands = item.exercise in {*day.exercises, *self.kept_off.get(day.on, ())}
            full = day.on in self.offered and item.dose.particulars.times == 1
            if stands or full or (left is not None and item.seconds_a_day > left):
                continue
            left = None if left is None else left - item.seconds_a_day
            found.append(item)
        return found


def on_each(days: Sequence[Day], selection: Selection, targets: Mapping[str, int], asked: EveryDay) -> list[Day]:
    """The days, each with what a therapist ``asked`` for every day, and with pelvic floor work and a short walk, beside
    its sessions where these are wanted and it holds none.
    """
    floor = pelvic_floor(selection) if targets["pelvic-floor"] else []
    walks = short_walks(selection) if targets["walk-daily"] else []
    wanted: list[tuple[frozenset[str], Item]] = []
    if floor:
        best = min(floor, key=selection.choice_key)
        item = item_of(selection, best, _dose(best, selection.case), WHY_DAILY)
        wanted.append((frozenset(each.id for each in floor), item))
    if walks:
        wanted.append((walking(selection), _short_walk(walks, selection)))
    return [_with(day, asked.beside(day), wanted) for day in days]


def _with(day: Day, asked: Sequence[Item], wanted: Iterable[tuple[frozenset[str], Item]]) -> Day:
    held = day.exercises | {item.exercise for item in asked}
    items = [*asked, *(item for ids, item in wanted if not held & ids)]
    return day._replace(daily=DayBlock("daily", tuple(items), prescribed=bool(asked))) if items else day


def every_day(therapy: Therapy, selection: Selection, asked: Collection[str]) -> tuple[Item, ...]:
    """What a therapist wants on each of the seven days, of what is asked for this week by days, as it is given."""
    case = selection.case
    wanted = {key for key in asked if case.prescription.days_of(key) == len(WEEKDAYS)}
    walks = [selection.by_id[key] for key in therapy.days if key in wanted & therapy.on_land]
    bouts = ((walk, dose.timed(walk, therapy.bouts[walk.id], case)) for walk in walks)
    return (
        *(each.item for each in therapy.regular if each.exercise.id in wanted),
        *(in_manner(item_of(selection, walk, given, ""), walk, case)._replace(aerobic=True) for walk, given in bouts),
    )


def _short_walk(walks: Sequence[Exercise], selection: Selection) -> Item:
    """The best of some walks, made for a few minutes and out of doors first, for as long as walking is comfortable."""
    case, minutes = selection.case, selection.case.own_bout("walking")

    def order(walk: Exercise) -> tuple[object, ...]:
        long, inside = (walk.dose.minutes or 0) > SHORTEST_BOUT, "outdoors" not in walk.place
        return (long, inside, *selection.choice_key(walk))

    best = min(walks, key=order)
    return in_manner(item_of(selection, best, dose.timed(best, minutes, case), WHY_WALK), best, case)


def walking(selection: Selection) -> frozenset[str]:
    """The ids of all walks."""
    return frozenset(each.id for each in selection.of_slot("aerobic") if each.modality == "walking")


def short_walks(selection: Selection) -> list[Exercise]:
    """The easy walks on land that are allowed, plain, and were not swapped away."""
    walks = [each for each in selection.of_slot("aerobic") if each.modality == "walking" and "main" in each.use]
    easy = [each for each in walks if (each.met or 0) < MODERATE and not each.intervals]
    plain = (each for each in easy if each.id not in {*selection.care, *selection.swapped})
    return [each for each in plain if place_of(each, selection, 1)]


def _dose(exercise: Exercise, case: Case) -> GivenDose:
    """Its dose, a rung higher every so many weeks, as it has no slot in which the diary would let it grow."""
    rung = max(case.rungs.get(exercise.id, 0), (case.programme_week - 1) // WEEKS_A_RUNG)
    return dose.given_dose(exercise, case._replace(rungs={**case.rungs, exercise.id: rung}))


def pelvic_floor(selection: Selection) -> list[Exercise]:
    """The allowed work for the pelvic floor that can be done at home and was not swapped away."""
    training = [each for each in selection.allowed if each.trains_pelvic_floor and each.id not in selection.swapped]
    return [each for each in training if each.dose.minutes is None and selection.can_be_done_at(each, "home")]


def prescribed(selection: Selection) -> bool:
    """Whether a therapist prescribed work for the pelvic floor, and so says how often it is done."""
    asked = selection.case.prescribed
    return bool(asked) and any(each.id in asked for each in pelvic_floor(selection))
