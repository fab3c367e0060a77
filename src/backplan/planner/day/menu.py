"""Menu: the few things one day can hold, each with its true length, in the richest form that fits the day's minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.vocabulary import BlockKind, Place
from backplan.model.week import ACTIVE_FROM, DayBlock, GivenDose, Item
from backplan.planner.choice.programme import WATER
from backplan.planner.choice.select import Selection
from backplan.planner.day.blocks import Variant, Work
from backplan.planner.day.frame import (
    LONG_STRETCH,
    SHORTEST_STRETCH,
    SHORTEST_WARM_UP,
    Frame,
    frame_minutes,
    served,
    stretch_minutes,
    total_seconds,
)
from backplan.planner.day.option import ANY, REST, Option, sets_of
from backplan.planner.day.prescribed import Portion, Therapy, in_the_pool, pool_ends

# Minutes; all our own inference (docs/planning.md).
SHORT_BOUT = 10
POOL_LEAST = 20  # the least aerobic minutes of a pool session
POOL_TRIP = 25  # a day offered for less is not worth the trip to a pool
FLARE_WARMED_BY = 5  # the same in a flare, when the work is gentle
ENOUGH_STRETCHES = 2
ENOUGH_CORE = 480  # seconds; the core comes first up to here
MOST_EXERCISES = ((31, 7), (999, 9))  # of core and strength together, in a day under so many minutes
WARMED_BY = 8  # an aerobic bout this long warms up for what follows at home


class Room(NamedTuple):
    """What a day may hold at the most."""

    minutes: int
    sets: int = ANY


class Bout(NamedTuple):
    """Aerobic minutes of a day; with the exercise where a therapist prescribed one with days of its own."""

    minutes: int = 0
    exercise: str = ""


class Parts(NamedTuple):
    """What a day at home, or from home, is made of."""

    bout: Bout
    core: bool
    strength: bool
    portion: Portion

    @property
    def worked(self) -> tuple[str, ...]:
        """What is stretched for: core, strength, aerobic."""
        there = {
            "core": self.core or self.portion.of("core"),
            "strength": self.strength or self.portion.of("strength"),
            "aerobic": self.bout.minutes,
        }
        return tuple(part for part, held in there.items() if held)


class Menu:
    """The options of any day of one person's week, by the day's minutes and whether the pool is open to them."""

    def __init__(self, selection: Selection, work: Work, therapy: Therapy) -> None:
        self._selection = selection
        self._case: Case = selection.case
        self._work = work
        self._therapy = therapy
        self._counted = frozenset(therapy.days)
        self._by_id = {exercise.id: exercise for exercise in selection.allowed}
        self._frame = Frame(selection, self._counted)
        self._kept: dict[tuple[Room, bool], tuple[Option, ...]] = {}

    def options(self, minutes: int, pool: bool, sets: int = ANY) -> tuple[Option, ...]:
        """Every option of a day of so many minutes and sets at the most, rest first; each profile once, in its richest
        form that fits.
        """
        room = Room(minutes, sets)
        key = (room, pool)
        if key not in self._kept:
            portions = self._therapy.portions(minutes)
            found = [*self._on_land(room, portions), *(self._at_the_pool(room, portions) if pool else ())]
            # A shorter day is neither an active day nor a rest; only where a short walk is all there is, it is a day.
            gentle = self._case.easy_only or self._case.mode == "flare"
            worth = min(ACTIVE_FROM, minutes, self._case.step if gentle else ACTIVE_FROM)
            self._kept[key] = (REST, *(each for each in found if each.minutes >= worth or each.prescribed))
        return self._kept[key]

    @property
    def days(self) -> Mapping[str, int]:
        """What a therapist wants on days of its own, with how many a week."""
        return self._therapy.days

    @property
    def has_core(self) -> bool:
        """Whether any core slot is filled."""
        return self._work.has_core

    @property
    def has_strength(self) -> bool:
        """Whether any strength slot is filled."""
        return self._work.has_strength

    def can_walk(self, place: Place | None = None) -> bool:
        """Whether an aerobic exercise is allowed at all, or at one place."""
        return any(
            exercise.slot == "aerobic" and "main" in exercise.use and (place is None or place in exercise.place)
            for exercise in self._selection.allowed
        )

    def _on_land(self, room: Room, portions: Sequence[Portion]) -> Iterator[Option]:
        trains = not self._case.easy_only
        for bout in self._bouts(room.minutes):
            for core in (False, True)[: 1 + (self.has_core and trains)]:
                for strength in (False, True)[: 1 + (self.has_strength and trains)]:
                    for portion in portions:
                        if bout.minutes or core or strength or portion.parts:
                            yield from self._with(Parts(bout, core, strength, portion), room)

    def _with(self, parts: Parts, room: Room) -> Iterator[Option]:
        """The richest day of these parts, if they fit, and the same with a longer bout."""
        option = self._day(room, parts)
        if option is None:
            return
        yield option
        short = parts.bout == Bout(SHORT_BOUT) and self._case.step > SHORT_BOUT
        if short and (longer := self._longer(option, room.minutes)):
            yield longer

    def _longer(self, option: Option, minutes: int) -> Option | None:
        """The same day with its short bout as long as it fits, short of a whole session."""
        bout = min(self._case.step - 1, option.aerobic + minutes - option.minutes)
        if bout <= option.aerobic:
            return None
        return option._replace(aerobic=bout, minutes=option.minutes + bout - option.aerobic)

    def _bouts(self, minutes: int) -> list[Bout]:
        """Aerobic work worth offering besides the longest that fits: none, a short bout, a whole session, and what is
        prescribed with days of its own.
        """
        if not any(self.can_walk(place) for place in ("home", "outdoors", "gym")):
            return [Bout()]
        step = self._case.step
        bouts = {0, step}
        if step > SHORT_BOUT:
            bouts.add(SHORT_BOUT)
        if minutes < min(step, SHORT_BOUT):
            bouts.add(minutes)
        asked = [Bout(many, key) for key, many in self._therapy.bouts.items() if key in self._therapy.on_land]
        return [bout for bout in (*map(Bout, sorted(bouts)), *asked) if bout.minutes <= minutes]

    def _day(self, room: Room, parts: Parts) -> Option | None:
        """The richest day at home, or from home, with just these parts; None when it does not fit.

        Stretching the back and one area worked comes before second sets and further exercises.
        """
        minutes, left = room.minutes, (room.minutes - parts.bout.minutes) * 60
        besides = self._besides(parts)
        left -= sum(block.seconds for block in besides)
        days = [
            self._home_day(parts, warm, pair, besides, stretch)
            for warm in self._warm_ups(parts, minutes)
            for stretch in self._stretches(parts, minutes, left)
            for pair in self._pair(parts, room, besides, left - total_seconds(warm) - total_seconds(stretch))
        ]
        fitting = (day for day in days if day.minutes <= minutes)
        return max(fitting, key=_richness, default=None)

    def _besides(self, parts: Parts) -> list[DayBlock]:
        """The prescribed work that stands in no core or strength session, and the stretches and glides."""
        loose = tuple(sorted(parts.portion.loose, key=self._height))
        alone = self._work.alone(parts.portion, core=parts.core, strength=parts.strength)
        return [*alone, *([DayBlock("stretch", loose, prescribed=True)] if loose else [])]

    def _warm_ups(self, parts: Parts, minutes: int) -> tuple[tuple[Item, ...], ...]:
        """The warm-ups worth trying; none where nothing calls for one, or the walk before it does."""
        sessions = parts.core or parts.strength
        works = sessions or parts.portion.work or parts.portion.stretches
        if not works or parts.bout.minutes >= (FLARE_WARMED_BY if self._case.mode == "flare" else WARMED_BY):
            return ((),)
        upright = parts.strength or self._work.starts_standing(parts.portion)
        found = (
            self._frame.warm_up(limit * 60, upright=upright) for limit in (frame_minutes(minutes), SHORTEST_WARM_UP)
        )
        return (*found, *([()] if not sessions and parts.portion.cold else []))

    def _home_day(
        self,
        parts: Parts,
        warm: tuple[Item, ...],
        pair: Sequence[tuple[BlockKind, Variant]],
        besides: Sequence[DayBlock],
        stretch: tuple[Item, ...],
    ) -> Option:
        bout = parts.bout
        blocks = [DayBlock("warm-up", warm)] if warm else []
        work = [*besides, *(DayBlock(kind, variant.items) for kind, variant in pair)]
        blocks += sorted(work, key=lambda block: ORDER.index(block.kind))
        if stretch:
            low = bool(blocks) and not self._by_id[blocks[-1].items[-1].exercise].upright
            ordered = tuple(sorted(stretch, key=self._height, reverse=low))
            blocks.append(DayBlock("stretch" if self._case.easy_only else "cool-down", ordered))
        minutes = bout.minutes + -(-sum(block.seconds for block in blocks) // 60)
        names = {kind for kind, _ in pair}
        return Option(
            aerobic=bout.minutes,
            full=self._full(bout),
            core="core" in names,
            strength="strength" in names,
            active=bool(bout.minutes or pair) or minutes >= ACTIVE_FROM,
            sets=sets_of(blocks),
            minutes=minutes,
            two_places=bout.minutes > 0 and bool(work),
            blocks=tuple(blocks),
            trunk=any(block.kind == "core" for block in blocks),
            prescribed=self._served(blocks) | ({bout.exercise} & self._counted),
            bout=bout.exercise,
        )

    def _full(self, bout: Bout) -> bool:
        """Whether a bout on land is a whole session: today's minutes, or a therapist's where theirs are enough."""
        theirs = bool(bout.exercise) and self._therapy.walks is not None
        return bout.minutes > 0 and (theirs or bout.minutes >= self._case.step)

    def _served(self, blocks: Sequence[DayBlock]) -> frozenset[str]:
        """The exercises of some blocks that a therapist prescribed with days of their own."""
        served = (block for block in blocks if block.kind != "warm-up")
        return self._counted.intersection(item.exercise for block in served for item in block.items)

    def _height(self, item: Item) -> int:
        return self._by_id[item.exercise].height

    def _stretches(self, parts: Parts, minutes: int, room: int) -> set[tuple[Item, ...]]:
        """The stretching worth trying, from short to long; none at all only where there is no session of core or
        strength, or a prescribed stretch.
        """
        worked = parts.worked
        if not worked:
            return {()}
        done = frozenset(area for part in parts.portion.parts if not part.work for area in part.exercise.areas)
        limits = {SHORTEST_STRETCH * 60, stretch_minutes(minutes) * 60, LONG_STRETCH * 60}
        found: set[tuple[Item, ...]] = set()
        if not (parts.core or parts.strength) or parts.portion.stretches:
            found, limits = {()}, {*limits, min(room, max(limits))}
        return found | {self._frame.stretches(worked, limit, "home", done) for limit in limits}

    def _pair(
        self, parts: Parts, room: Room, besides: Sequence[DayBlock], left: int
    ) -> Iterator[tuple[tuple[BlockKind, Variant], ...]]:
        """The richest pair of core and strength that fits the seconds left."""
        cores: Sequence[Variant | None] = self._work.cores("", parts.portion) if parts.core else (None,)
        strengths: Sequence[Variant | None] = self._work.strengths("", parts.portion) if parts.strength else (None,)
        every = [(c, s) for c in cores for s in strengths]
        most = next(most for under, most in MOST_EXERCISES if room.minutes < under)
        most = max(most, min((_many(*pair) for pair in every), default=0))  # what is prescribed is never too much
        sets = room.sets - sets_of(besides)
        fitting = [
            (c, s)
            for c, s in every
            if _seconds(c, s) <= left and _many(c, s) <= most and (c.sets if c else 0) + (s.sets if s else 0) <= sets
        ]
        if fitting:
            c, s = max(fitting, key=lambda pair: _rank_pair(*pair))
            found: list[tuple[BlockKind, Variant]] = [("strength", s)] if s else []
            yield tuple([*found, ("core", c)] if c else found)

    def item(self, exercise: Exercise, given: GivenDose, why: str) -> Item:
        """An exercise at a dose, with its true seconds, why it is there and the care it needs."""
        return served(self._selection, exercise, given, why)

    def _at_the_pool(self, room: Room, portions: Sequence[Portion]) -> Iterator[Option]:
        """One visit: easy walking, the main part, work at the wall, easing off, a stretch at the rail. What is
        prescribed for home may be done there on the same day.
        """
        if room.minutes < POOL_TRIP or not self.can_walk("pool") or self._case.mode != "normal" or self._case.easy_only:
            return
        asked = in_the_pool(self._selection)
        bout = Bout(max(POOL_LEAST, self._case.step))
        if asked is not None:
            bout = Bout(self._therapy.bouts[asked.id] + pool_ends(asked), asked.id)
        for core in (False, True)[: 1 + bool(self._work.cores(WATER))]:
            for strength in (False, True)[: 1 + bool(self._work.strengths(WATER))]:
                for portion in portions:
                    if best := self._pool_day(room, Parts(bout, core, strength, portion)):
                        yield best

    def _pool_day(self, room: Room, parts: Parts) -> Option | None:
        """The richest day with a visit to the pool that holds just these parts."""
        limits = {SHORTEST_STRETCH * 60, stretch_minutes(room.minutes) * 60}
        stretches = {(), *(self._frame.stretches(("core", "aerobic"), limit, "pool") for limit in limits)}
        cores: Sequence[Variant | None] = self._work.cores(WATER) if parts.core else (None,)
        strengths: Sequence[Variant | None] = self._work.strengths(WATER) if parts.strength else (None,)
        home = self._home_beside(parts.portion)
        days = [self._visit(parts, c, s, last, home) for c in cores for s in strengths for last in stretches]
        fitting = (day for day in days if day.minutes <= room.minutes and day.sets <= room.sets)
        return max(fitting, key=_richness, default=None)

    def _home_beside(self, portion: Portion) -> tuple[DayBlock, ...]:
        """What is prescribed for home on a day at the pool, warmed up for."""
        blocks = self._besides(Parts(Bout(), False, False, portion))
        if portion.cold:
            return tuple(blocks)
        upright = any(part.exercise.upright for part in portion.work)
        return (DayBlock("warm-up", self._frame.warm_up(SHORTEST_WARM_UP * 60, upright=upright)), *blocks)

    def _visit(
        self,
        parts: Parts,
        core: Variant | None,
        strength: Variant | None,
        stretch: tuple[Item, ...],
        home: tuple[DayBlock, ...],
    ) -> Option:
        blocks = [DayBlock("core", core.items)] if core else []
        blocks += [DayBlock("strength", strength.items)] if strength else []
        blocks += [DayBlock("cool-down", stretch)] if stretch else []
        bout = parts.bout
        minutes = bout.minutes + sum(-(-sum(block.seconds for block in place) // 60) for place in (blocks, home))
        return Option(
            aerobic=bout.minutes,
            full=True,
            core=core is not None,
            strength=strength is not None,
            water=True,
            active=True,
            sets=sets_of((*blocks, *home)),
            minutes=minutes,
            two_places=bool(home),
            blocks=tuple(blocks),
            trunk=any(block.kind == "core" for block in (*blocks, *home)),
            prescribed=self._served((*blocks, *home)) | ({bout.exercise} & self._counted),
            bout=bout.exercise,
            at_home=home,
        )


ORDER: tuple[BlockKind, ...] = ("strength", "core", "stretch")  # from standing down to lying


def _seconds(core: Variant | None, strength: Variant | None) -> int:
    return (core.seconds if core else 0) + (strength.seconds if strength else 0)


def _many(core: Variant | None, strength: Variant | None) -> int:
    """How many exercises."""
    return (len(core.items) if core else 0) + (len(strength.items) if strength else 0)


def _rank_pair(core: Variant | None, strength: Variant | None) -> tuple[int, int, int, int]:
    """Core of eight minutes, then more sets, then more of them core, then the shorter."""
    sets = (core.sets if core else 0) + (strength.sets if strength else 0)
    enough = min(core.seconds if core else 0, ENOUGH_CORE)
    return enough, sets, core.sets if core else 0, -_seconds(core, strength)


def _richness(option: Option) -> tuple[bool, int, int, int, int, int, int]:
    """A warm-up no longer than the work but whole, core of eight minutes, two areas stretched, more sets, the longer
    stretch, the shorter day.
    """
    warm = sum(block.seconds for block in option.blocks if block.kind == "warm-up")
    work = sum(block.seconds for block in option.blocks if block.kind in ("core", "strength") or block.prescribed)
    stretches = [b for b in option.blocks if b.kind in ("cool-down", "stretch") and not b.prescribed]
    areas = min(sum(len(block.items) for block in stretches), ENOUGH_STRETCHES)
    core = sum(block.seconds for block in option.blocks if block.kind == "core")
    longest = sum(block.seconds for block in stretches)
    enough = min(core, ENOUGH_CORE)
    return (warm <= work, warm, enough, areas, option.sets, longest, -option.minutes)
