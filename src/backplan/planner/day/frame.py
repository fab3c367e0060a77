"""Frame: what stands around the work of a session, the warm-up before and the stretching after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from operator import itemgetter

from backplan.model.exercise import Exercise
from backplan.model.vocabulary import GRANTED, Area, Place, Use
from backplan.model.week import STRETCH, GivenDose, Item
from backplan.planner.choice import dose as dosing
from backplan.planner.choice import prescribed
from backplan.planner.choice.select import Selection
from backplan.planner.growth.levels import start_level

# Minutes, all our own inference (docs/planning.md): work under so many has so many of warm-up, and of stretching.
FRAMES = ((12, 2, 2), (20, 3, 4), (inf, 5, 6))  # what is prescribed has no end of its own
SHORTEST_STRETCH = 2
SHORTEST_WARM_UP = 2
BRIEF_UNDER = 5  # under so many minutes of stretching, two repetitions of each hold instead of three or more
LONG_STRETCH = 8
HOLD_WARM = 5  # seconds; a longer hold is a stretch and no warm-up
LONGEST_MOVER = 3
MOVER_LEAST = 2
MOST_STRETCHES = 3
BRIEF_REPS = 2

WORKED: Mapping[str, tuple[Area, ...]] = {
    "core": ("hip-front", "glute"),
    "strength": ("chest", "thigh-front"),
    "aerobic": ("calf", "hip-front", "thigh-back"),
}
BACK: tuple[Area, ...] = ("low-back", "upper-back")
LOOSENED: tuple[Area, ...] = ("low-back", "shoulder", "hip")
EASY: tuple[Area, ...] = ("low-back", "hip", "shoulder", "upper-back", "ankle")

WHY_MOVE = "Gets the blood moving before the work."
WHY_LOOSEN = "Loosens the joints before the work."
WHY_STRETCH = "Stretches the back and what was worked, while it is warm."
WHY_EASY = "Easy movement, which keeps a fresh back from stiffening."


def frame_minutes(work: int) -> tuple[int, int]:
    """Minutes of warm-up and of stretching around so many seconds of work; more work never has less of either."""
    _, warm, stretch = FRAMES[bisect_right(FRAMES, work / 60, key=itemgetter(0))]
    return warm, stretch


def total_seconds(items: Sequence[Item]) -> int:
    """Seconds of all items together."""
    return sum([item.seconds for item in items])


def item_of(selection: Selection, exercise: Exercise, given: GivenDose, why: str) -> Item:
    """An exercise at a dose as an item of a block, with its true seconds, why it is there and the care it needs."""
    seconds = dosing.seconds(given, exercise, selection.percent_of_time)
    asked = selection.case.prescription.item_for(exercise.id)
    reason = prescribed.why_prescribed(asked) if asked else why
    return Item(exercise.id, exercise.name, seconds, given, reason, selection.beside(exercise))


class Frame:
    """The warm-ups and stretches of one person's week; each is worked out once. ``apart`` are exercises that stand
    elsewhere: on days of their own, or in the programme.
    """

    def __init__(self, selection: Selection, apart: frozenset[str] = frozenset()) -> None:
        self._selection = selection
        self._case = selection.case
        self._apart = apart
        self._by_id = selection.by_id
        self._stretches: dict[tuple[tuple[str, ...], int, Place, frozenset[Area]], tuple[Item, ...]] = {}
        self._stretch_items: Mapping[bool, dict[str, Item]] = {True: {}, False: {}}  # brief or whole
        self._warm_ups: dict[tuple[int, bool], tuple[Item, ...]] = {}
        self._stretchers: dict[Place, list[Exercise]] = {}
        self._for_areas: dict[tuple[Area, Place, bool], list[Exercise]] = {}
        moving = (each for each in selection.of_slot("aerobic") if GRANTED.issuperset(each.equipment))
        movers = self._fit("warm-up", "home", moving)
        care = selection.care
        self._movers = sorted(movers, key=lambda e: (e.id in care, e.modality != "walking", e.level != "basic"))
        loose = self._fit("warm-up", "home", (each for each in self._loosening() if (each.dose.hold or 0) <= HOLD_WARM))
        self._loose = [exercise for exercise in loose if exercise.id not in care]  # no warm-up is worth a risk

    def warm_up(self, limit: int, *, upright: bool) -> tuple[Item, ...]:
        """Something that moves the legs, then easy movement of the back, shoulders and hips, within the seconds;
        only upright exercises where what follows is done standing.
        """
        key = (limit, upright)
        if key not in self._warm_ups:
            self._warm_ups[key] = self._warmed(limit, [e for e in self._loose if not upright or e.upright])
        return self._warm_ups[key]

    def _warmed(self, limit: int, warming: Sequence[Exercise]) -> tuple[Item, ...]:
        rest: list[Item] = []
        for area in LOOSENED:
            taken = {item.exercise for item in rest}
            fresh = next((e for e in warming if area in e.areas and e.id not in taken), None)
            if fresh is None:
                continue
            once = dosing.at_most(dosing.given_dose(fresh, self._case), 1)
            item = item_of(self._selection, fresh, once, WHY_LOOSEN)
            if total_seconds(rest) + item.seconds + MOVER_LEAST * 60 <= limit:
                rest.append(item)
        if not self._movers:
            return tuple(rest)
        minutes = min(LONGEST_MOVER, max(1, (limit - total_seconds(rest)) // 60))
        mover = item_of(self._selection, self._movers[0], GivenDose(minutes=minutes), WHY_MOVE)
        return (mover, *sorted(rest, key=self._selection.height))

    def stretches(
        self, worked: tuple[str, ...], limit: int, place: Place, done: frozenset[Area] = frozenset()
    ) -> tuple[Item, ...]:
        """Stretches within the seconds: the back first, then the areas worked, each area once and none that was done;
        with care only if nothing plain is left, and never while pain in the leg spares a nerve.

        Where only easy work is given, easy movement stands in for the stretches, another in every other week.
        """
        key = (worked, limit, place, done)
        if key not in self._stretches:
            areas = EASY if self._case.easy_only else (*BACK, *(area for part in worked for area in WORKED[part]))
            areas = tuple(area for area in areas if area not in done)
            found = self._chosen(areas, limit, place, plain=True)
            if not found and not self._case.spares_a_nerve:
                found = self._chosen(areas, limit, place, plain=False)
            self._stretches[key] = self._in_turn(found, areas, limit, place) if self._case.easy_only else found
        return self._stretches[key]

    def _in_turn(self, first: tuple[Item, ...], areas: Sequence[Area], limit: int, place: Place) -> tuple[Item, ...]:
        """Some easy movement, or in every other week other movement of as many areas, where that takes no longer."""
        if self._case.programme_week % 2:
            return first
        other = self._chosen(areas, limit, place, plain=True, second=True)
        same = len(other) == len(first) and total_seconds(other) <= total_seconds(first)
        return other if same else first

    def in_order(self, stretches: Sequence[Item], *, low: bool) -> tuple[Item, ...]:
        """Stretches from lying up to standing after work that ends low, else from standing down."""
        return tuple(sorted(stretches, key=self._selection.height, reverse=low))

    def _chosen(
        self, areas: Sequence[Area], limit: int, place: Place, *, plain: bool, second: bool = False
    ) -> tuple[Item, ...]:
        found: list[Item] = []
        done: set[Area] = set()
        brief, left = limit < BRIEF_UNDER * 60, limit
        for area in areas:
            if area in done or (area == "upper-back" and found and not self._case.easy_only):
                continue
            here = self._for_area(area, place, plain=plain)
            for exercise in self._second_first(here) if second else here:
                if done.isdisjoint(exercise.areas) and (item := self._stretch(exercise, brief=brief)).seconds <= left:
                    found.append(item)
                    done.update(exercise.areas)
                    left -= item.seconds
                    break
            if len(found) == MOST_STRETCHES:
                break
        return tuple(found)

    def _second_first(self, here: Sequence[Exercise]) -> Sequence[Exercise]:
        """What moves an area, the second made for it first, where it is liked and favoured like the first one."""
        alike = [each for each in here if self._wish(each) == self._wish(here[0])]
        return here if len(alike) < 2 else [alike[1], *(each for each in here if each is not alike[1])]

    def _wish(self, exercise: Exercise) -> tuple[object, ...]:
        return exercise.areas[0], self._selection.liked(exercise), exercise.id in self._selection.favoured

    def _for_area(self, area: Area, place: Place, *, plain: bool) -> list[Exercise]:
        """What stretches an area, those made for it first; ``plain``: those alone that call for no care."""
        key = (area, place, plain)
        if key not in self._for_areas:
            here = [exercise for exercise in self.stretching(place) if area in exercise.areas]
            safe = [exercise for exercise in here if not (plain and exercise.id in self._selection.care)]
            self._for_areas[key] = sorted(safe, key=lambda exercise: exercise.areas[0] != area)
        return self._for_areas[key]

    def _stretch(self, exercise: Exercise, *, brief: bool) -> Item:
        """A stretch at its dose: the whole one (60 s an area), or two repetitions where there is little time for it."""
        kept = self._stretch_items[brief]
        if exercise.id not in kept:
            given = dosing.given_dose(exercise, self._case)
            if brief and given.minutes is None and given.hold_s >= STRETCH and given.reps > BRIEF_REPS:
                given = given._replace(reps=BRIEF_REPS)
            why = WHY_EASY if self._case.easy_only else WHY_STRETCH
            kept[exercise.id] = item_of(self._selection, exercise, given, why)
        return kept[exercise.id]

    def stretching(self, place: Place) -> list[Exercise]:
        """What there is to stretch with at a place, in the order of choice: easy movement where only that is given."""
        if place not in self._stretchers:
            if self._case.easy_only:
                easy = (each for each in self._selection.of_slot("mobility") if "warm-up" in each.use)
                self._stretchers[place] = self._fit("main", place, easy)
            else:
                self._stretchers[place] = self._fit("cool-down", place, self._selection.of_slot("stretch"))
        return self._stretchers[place]

    def _loosening(self) -> list[Exercise]:
        """Easy movement, and the flowing exercises that the person likes."""
        flowing = filter(self._selection.liked, self._selection.of_slot("choice"))
        return [*self._selection.of_slot("mobility"), *flowing]

    def _fit(self, use: Use, place: Place, exercises: Iterable[Exercise]) -> list[Exercise]:
        """Of some exercises those for a use at a place, in the order of choice, by the level that the plan began at:
        one that rises takes no minutes from the work.
        """
        selection, level = self._selection, start_level(self._case.person)
        found = [each for each in exercises if use in each.use and each.id not in self._apart]
        here = [each for each in found if selection.can_be_done_at(each, place)]
        return sorted(here, key=lambda each: selection.choice_key(each, level))
