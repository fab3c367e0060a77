"""Therapy: the prescribed exercises that get days of their own, at their dose, and the portions of them a day may hold.

Every one is counted by days, said or taken from its slot; only a walk or ride with neither days nor minutes is just the
kind of them all. A portion is the prescribed exercises of one day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from backplan.model.exercise import Exercise
from backplan.model.prescription import Prescribed
from backplan.model.slots import WATER
from backplan.model.vocabulary import WEEKDAYS, Place
from backplan.model.week import STRETCH, DayBlock, GivenDose, Item
from backplan.named_tuple import NamedTuple
from backplan.planner.choice import dose as dosing
from backplan.planner.choice.programme import days_a_week, ends_early, slot_days
from backplan.planner.choice.select import Selection
from backplan.planner.day.between import seconds_between
from backplan.planner.day.frame import frame_minutes, item_of
from backplan.planner.day.option import Bout
from backplan.rules.target import aerobic

WORK = frozenset({"core", "strength"})
AFTER_WALK = (0, 3)  # minutes of stretching beside a walk and what else is prescribed for a day, without and with it
POOL_EASE, POOL_OFF = 5, 3  # minutes of easy walking into and out of a pool session
ON_LAND: tuple[Place, ...] = ("outdoors", "home", "gym")


class PrescribedExercise(NamedTuple):
    """A prescribed exercise with days of its own: how many a week, and the item it is given as."""

    exercise: Exercise
    days: int
    item: Item
    through_the_day: bool = False  # done in any case, so that others come first

    @property
    def work(self) -> bool:
        """Whether the exercise is core or strength work, which is warmed up for."""
        return self.exercise.block in WORK

    @property
    def cold(self) -> bool:
        """Whether the exercise may be done without warming up: no work, or work gentle enough for a flare."""
        return not self.work or self.exercise.flare


class Portion(NamedTuple):
    """The prescribed exercises of one day, in the order they were prescribed."""

    exercises: tuple[PrescribedExercise, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the portion's exercises."""
        return frozenset([each.exercise.id for each in self.exercises])

    @property
    def cold(self) -> bool:
        """Whether all of the portion may be done without warming up."""
        return all(each.cold for each in self.exercises)

    @property
    def warmed_up_for(self) -> bool:
        """Whether a day of the portion alone begins with a warm-up."""
        return not self.cold or self.has_long_stretch

    def seconds(self, percent: int, *, warmed: bool = False) -> int:
        """Seconds that a day of the portion alone takes, with its warm-up where it needs one (unless a walk has
        ``warmed`` up for it) and each way to the floor; ``percent`` is what those take of the usual time.
        """
        work = sum(each.item.seconds for each in self.exercises)
        parts = (self.of("strength"), self.of("core"), tuple(each for each in self.exercises if not each.work))
        in_order = (each.exercise for part in parts for each in sorted(part, key=lambda each: each.exercise.height))
        down = seconds_between(tuple(exercise.upright for exercise in in_order), percent, came_in=False)
        return work + down + (frame_minutes(work)[0] * 60 if self.warmed_up_for and not warmed else 0)

    @property
    def work(self) -> tuple[PrescribedExercise, ...]:
        """The portion's exercises of core and strength, which are warmed up for."""
        return tuple(each for each in self.exercises if each.work)

    @property
    def has_long_stretch(self) -> bool:
        """Whether the portion has a stretch that is held for 15 seconds or more."""
        return any(not each.work and each.item.dose.hold_s >= STRETCH for each in self.exercises)

    @property
    def loose(self) -> tuple[Item, ...]:
        """The portion's exercises that are neither core nor strength: stretches, easy movement, nerve glides."""
        return tuple(each.item for each in self.exercises if not each.work)

    def of(self, block: str) -> tuple[PrescribedExercise, ...]:
        """The portion's exercises of a kind of block, like core."""
        return tuple([each for each in self.exercises if each.exercise.block == block])


NOTHING = Portion()


class Therapy:
    """What a therapist prescribed, as one person's week can hold it. ``longest`` are the minutes of its longest day,
    ``bouts`` the minutes of each prescribed aerobic exercise as they are given now; ``apart`` are the exercises of each
    day that were asked for on others.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a person's prescribed week consists of
        self,
        selection: Selection,
        programme: Mapping[str, str],
        longest: int,
        bouts: Mapping[str, int],
        most_sets: Mapping[str, int] | None = None,
        apart: Iterable[frozenset[str]] = (),
    ) -> None:
        self._selection = selection
        self._programme = programme
        self._longest = longest
        self._most_sets = most_sets
        self._apart = tuple(dict.fromkeys((NOTHING.ids, *apart)))
        self.bouts = bouts
        self._percent = selection.percent_of_time

    @cached_property
    def regular(self) -> tuple[PrescribedExercise, ...]:
        """The prescribed exercises done at home on days of their own, those with the most days first."""
        found = [
            PrescribedExercise(exercise, days_a_week(asked, exercise), self._item(exercise), asked.through_the_day)
            for asked, exercise in prescribed_allowed(self._selection)
            if is_for_home(exercise, self._selection)
        ]
        return tuple(sorted(found, key=lambda each: -each.days))

    def _item(self, exercise: Exercise) -> Item:
        """The exercise at its prescribed dose; with fewer sets where it alone would outlast the longest day."""
        given = within_limit(self._selection, exercise)
        if self._most_sets is not None:
            given = dosing.at_most(given, self._most_sets.get(exercise.id, 1))
        item = item_of(self._selection, exercise, given, "")
        while (
            item.dose.sets > 1
            and Portion((PrescribedExercise(exercise, 1, item),)).seconds(self._percent) > self._longest * 60
        ):
            item = item_of(self._selection, exercise, item.dose._replace(sets=item.dose.sets - 1), "")
        return item

    @cached_property
    def days(self) -> Mapping[str, int]:
        """The prescribed exercises that are laid out by days, by id, with the days a week that were asked for."""
        days = {each.exercise.id: each.days for each in self.regular}
        wet = pool_exercise(self._selection)
        at_the_wall = {key for slot, key in self._programme.items() if slot.startswith(WATER)}
        for asked, exercise in prescribed_allowed(self._selection):
            if exercise.id in days:
                continue
            by_days = asked.most_days or asked.minutes or ends_early(asked, self._selection.case)
            if exercise is wet or exercise.id in at_the_wall or (by_days and is_bout(exercise, self._selection)):
                days[exercise.id] = days_a_week(asked, exercise)
        return days

    def most_days(self, exercise: str) -> int:
        """The most days a week that the slot of a prescribed exercise, by id, is worked."""
        return next((slot_days(each) for each in self._selection.allowed if each.id == exercise), 0)

    @cached_property
    def on_land(self) -> frozenset[str]:
        """The ids of the prescribed walks and rides on land that are laid out by days."""
        asked = (self._selection.by_id[key] for key in self.days)
        return frozenset(each.id for each in asked if is_bout(each, self._selection))

    @property
    def walking_days(self) -> int:
        """The days a week that all prescribed walks and rides take, seven at the most."""
        return min(7, sum(self.days[key] for key in self.on_land))

    @cached_property
    def wet(self) -> frozenset[str]:
        """The ids of the prescribed exercises of a visit to the pool that are laid out by days."""
        return frozenset(self.days) - self.on_land - {each.exercise.id for each in self.regular}

    def bout_of(self, exercise: str) -> Bout:
        """The bout of a prescribed walk, ride or swim, by id: one of its times stands in the session."""
        minutes = self.bouts[exercise]
        return Bout(minutes, exercise, minutes - minutes // self._selection.case.prescription.times_of(exercise))

    @cached_property
    def walks(self) -> int | None:
        """The aerobic minutes a week that a therapist laid down, where their sessions are as many as ours would be."""
        if self.walking_days < aerobic.sessions(self._selection.case):
            return None
        return sum(self.days[key] * min(self.bouts[key], self._selection.case.aerobic_step) for key in self.on_land)

    def served(self, blocks: Iterable[DayBlock]) -> frozenset[str]:
        """The ids of the prescribed exercises that stand in some blocks; what only warms up does not count."""
        if not self.days:
            return frozenset()
        main = (block for block in blocks if block.kind != "warm-up")
        return frozenset(self.days).intersection(item.exercise for block in main for item in block.items)

    def portions(self, minutes: int) -> list[Portion]:
        """What a day of so many minutes may hold of the prescribed exercises: nothing; all that is asked for on so many
        days or more, where it fits; and where it does not, the portions by which they take turns; of a day alone, and
        of one with a prescribed walk or ride.
        """
        if not self.regular:
            return [NOTHING]
        found = {NOTHING.ids: NOTHING}
        walks = {self.bout_of(key).once + after for key in self.on_land for after in AFTER_WALK}
        for apart in self._apart:
            here = [each for each in self.regular if each.exercise.id not in apart]
            for walk in (0, *sorted(walk for walk in walks if walk < minutes)):
                for portion in self._beside(here, minutes - walk, warmed=walk > 0):
                    found.setdefault(portion.ids, portion)
        return list(found.values())

    def _beside(self, here: Sequence[PrescribedExercise], left: int, *, warmed: bool) -> Iterator[Portion]:
        """The portions of so many minutes, and those without what is done through the day in any case."""
        yield from (*self._whole(here, left, warmed=warmed), *self._by_turns(here, left, warmed=warmed))
        if len(sure := [each for each in here if not each.through_the_day]) < len(here):
            yield from self._whole(sure, left, warmed=warmed)

    def _whole(self, wanted: Sequence[PrescribedExercise], minutes: int, *, warmed: bool) -> Iterator[Portion]:
        """All of the exercises that are asked for on so many days or more, where they fit into a day."""
        for days in {each.days for each in wanted}:
            portion = Portion(tuple(each for each in wanted if each.days >= days))
            if portion.seconds(self._percent, warmed=warmed) <= minutes * 60:
                yield portion

    def _by_turns(self, wanted: Sequence[PrescribedExercise], minutes: int, *, warmed: bool) -> Iterator[Portion]:
        """What each of seven such days holds, filled by what lacks the largest share of its days, and no longer with
        what has them all; so that no day is left to us for want of a portion.
        """
        lacking = {each.exercise.id: each.days for each in wanted}
        for _ in WEEKDAYS:
            left = [each for each in wanted if lacking[each.exercise.id] > 0]
            left.sort(key=lambda each: (each.through_the_day, -lacking[each.exercise.id] / each.days))
            portion = _in_order(_fitting(left, minutes * 60, self._percent, warmed=warmed), wanted)
            if not portion.exercises:
                return
            yield portion
            lacking |= {key: lacking[key] - 1 for key in portion.ids}


def _fitting(
    wanted: Sequence[PrescribedExercise], seconds: int, percent: int, *, warmed: bool
) -> tuple[PrescribedExercise, ...]:
    """As many of the exercises, the first of them first, as a day holds."""
    taken: tuple[PrescribedExercise, ...] = ()
    for each in wanted:
        if Portion((*taken, each)).seconds(percent, warmed=warmed) <= seconds:
            taken = (*taken, each)
    return taken


def _in_order(taken: Sequence[PrescribedExercise], order: Sequence[PrescribedExercise]) -> Portion:
    """The exercises of a day as a portion, in this order."""
    ids = {each.exercise.id for each in taken}
    return Portion(tuple(each for each in order if each.exercise.id in ids))


def prescribed_allowed(selection: Selection) -> list[tuple[Prescribed, Exercise]]:
    """The prescribed exercises that no rule speaks against, each with its item, in the order of the prescription."""
    by_id = selection.by_id
    return [(asked, by_id[asked.exercise]) for asked in selection.case.prescription.added if asked.exercise in by_id]


def minutes_later(selection: Selection, bouts: Mapping[str, int]) -> int:
    """Minutes a day of what is prescribed several times a day, but for the first of its times, as it is given: of walks
    and rides, of which a day holds one, the longest of ``bouts``.
    """
    times = selection.case.prescription.times_of
    several = [exercise for _, exercise in prescribed_allowed(selection) if times(exercise.id) > 1]
    asked = [each for each in several if each.block != "relax" and each.id not in selection.swapped]
    later = (
        (times(each.id) - 1) * _seconds_once(selection, each, within_limit(selection, each))
        for each in asked
        if not is_bout(each, selection)
    )
    whole = {each.id: bouts.get(each.id, 0) for each in asked if is_bout(each, selection)}
    walked = max((many - many // times(key) for key, many in whole.items()), default=0)
    return -(-sum(later) // 60) + walked


def within_limit(selection: Selection, exercise: Exercise) -> GivenDose:
    """The dose of an exercise, with fewer sets where all its times of a day would outlast what a therapist allows."""
    prescription, given = selection.case.prescription, dosing.given_dose(exercise, selection.case)
    most, again = prescription.most_minutes, prescription.times_of(exercise.id) - 1
    while most is not None and again and given.sets > 1:
        item = item_of(selection, exercise, given, "")
        once = Portion((PrescribedExercise(exercise, 1, item),)).seconds(selection.percent_of_time)
        if once + again * _seconds_once(selection, exercise, given) <= most * 60:
            break
        given = given._replace(sets=given.sets - 1)
    return given


def _seconds_once(selection: Selection, exercise: Exercise, given: GivenDose) -> int:
    """Seconds that an exercise takes by itself later in the day, with the way to the floor."""
    percent = selection.percent_of_time
    down = seconds_between((exercise.upright,), percent, came_in=False)
    return dosing.seconds(given, exercise, percent) + down


def is_for_home(exercise: Exercise, selection: Selection) -> bool:
    """Whether a prescribed exercise is one for a session at home, and was not swapped away."""
    if exercise.block in ("aerobic", "water", "relax") or exercise.id in selection.swapped:
        return False
    return selection.can_be_done_at(exercise, "home")


def is_bout(exercise: Exercise, selection: Selection) -> bool:
    """Whether a prescribed exercise is a walk or a ride that can be done on land, and was not swapped away."""
    if exercise.slot != "aerobic" or exercise.block != "aerobic" or exercise.id in selection.swapped:
        return False
    return any(selection.can_be_done_at(exercise, place) for place in ON_LAND)


def pool_exercise(selection: Selection) -> Exercise | None:
    """The prescribed aerobic exercise of a visit to the pool; the first where there are more."""
    wet = (
        e for _, e in prescribed_allowed(selection) if e.slot in ("aerobic", "ease") and e.id not in selection.swapped
    )
    return next((e for e in wet if selection.can_be_done_at(e, "pool") and "main" in e.use), None)


def pool_ends(exercise: Exercise) -> int:
    """The easy minutes before and after a prescribed exercise in the pool; only after it where it is easy itself."""
    return POOL_OFF if exercise.slot == "ease" else POOL_EASE + POOL_OFF
