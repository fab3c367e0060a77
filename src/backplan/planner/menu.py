"""Menu: the few things one day can hold, each with its true length, in the richest form that fits the day's minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.vocabulary import BlockKind, Place, Slot
from backplan.model.week import Day, DayBlock, GivenDose, Item
from backplan.planner import dose as dosing
from backplan.planner.frame import (
    LONG_STRETCH,
    SHORTEST_STRETCH,
    SHORTEST_WARM_UP,
    Frame,
    frame_minutes,
    served,
    stretch_minutes,
    total_seconds,
)
from backplan.planner.programme import CORE, CORE_MORE, STRENGTH, WATER
from backplan.planner.select import Selection

# Minutes; all our own inference (docs/planning.md).
SHORT_BOUT = 10
POOL_LEAST = 20  # the least aerobic minutes of a pool session
POOL_TRIP = 25  # a day offered for less is not worth the trip to a pool
FLARE_WARMED_BY = 5  # the same in a flare, when the work is gentle
ENOUGH_STRETCHES = 2
ENOUGH_CORE = 480  # seconds; the core comes first up to here
MOST_EXERCISES = ((31, 7), (999, 9))  # of core and strength together, in a day under so many minutes
WARMED_BY = 8  # an aerobic bout this long warms up for what follows at home
ACTIVE_FROM = 8  # a day of fewer minutes is not worth laying out, unless it is all a person has


class Variant(NamedTuple):
    """A core or strength block in one size: its items, seconds and sets."""

    items: tuple[Item, ...]
    seconds: int
    sets: int


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


REST = Option()
ANY = 999  # sets; no bound


def option_of(day: Day) -> Option:
    """What a day as shown holds, as a bound for another."""
    blocks = day.blocks()
    kinds = {block.kind for block in blocks}
    worked = [item for block in blocks if block.kind in ("core", "strength") for item in block.items]
    return Option(
        aerobic=sum(block.seconds for block in blocks if block.kind == "aerobic") // 60,
        core="core" in kinds,
        strength="strength" in kinds,
        water=any(session.place == "pool" for session in day.sessions),
        active=bool(day.sessions),
        sets=sum(item.dose.sets for item in worked),
        minutes=day.minutes,
    )


class Room(NamedTuple):
    """What a day may hold at the most."""

    minutes: int
    sets: int = ANY


class Menu:
    """The options of any day of one person's week, by the day's minutes and whether the pool is open to them."""

    def __init__(
        self, selection: Selection, programme: Mapping[str, str], most_sets: Mapping[str, int] | None = None
    ) -> None:
        self._selection = selection
        self._most_sets = most_sets  # of each exercise, one for those it does not name; None: no bound
        self._case: Case = selection.case
        self._programme = programme
        self._by_id = {exercise.id: exercise for exercise in selection.allowed}
        self._frame = Frame(selection)
        self._kept: dict[tuple[Room, bool], tuple[Option, ...]] = {}

    def options(self, minutes: int, pool: bool, sets: int = ANY) -> tuple[Option, ...]:
        """Every option of a day of so many minutes and sets at the most, rest first; each profile once, in its richest
        form that fits.
        """
        room = Room(minutes, sets)
        key = (room, pool)
        if key not in self._kept:
            found = [*self._on_land(room), *(self._at_the_pool(room) if pool else ())]
            # A shorter day is neither an active day nor a rest; only where a short walk is all there is, it is a day.
            gentle = self._case.easy_only or self._case.mode == "flare"
            worth = min(ACTIVE_FROM, minutes, self._case.step if gentle else ACTIVE_FROM)
            self._kept[key] = (REST, *(option for option in found if option.minutes >= worth))
        return self._kept[key]

    @cached_property
    def has_core(self) -> bool:
        """Whether any core slot is filled."""
        return any(slot in self._programme for slot in CORE)

    @cached_property
    def has_strength(self) -> bool:
        """Whether any strength slot is filled."""
        return any(slot in self._programme for slot in STRENGTH)

    def can_walk(self, place: Place | None = None) -> bool:
        """Whether an aerobic exercise is allowed at all, or at one place."""
        return any(
            exercise.slot == "aerobic" and "main" in exercise.use and (place is None or place in exercise.place)
            for exercise in self._selection.allowed
        )

    def _on_land(self, room: Room) -> Iterator[Option]:
        land = any(self.can_walk(place) for place in ("home", "outdoors", "gym"))
        for bout in self._bouts(room.minutes) if land else (0,):
            for core in (False, True)[: 1 + (self.has_core and not self._case.easy_only)]:
                for strength in (False, True)[: 1 + (self.has_strength and not self._case.easy_only)]:
                    if not (bout or core or strength):
                        continue
                    if option := self._day(room, bout, core, strength):
                        yield option
                        if bout == SHORT_BOUT < self._case.step and (longer := self._longer(option, room.minutes)):
                            yield longer

    def _longer(self, option: Option, minutes: int) -> Option | None:
        """The same day with its short bout as long as it fits, short of a whole session."""
        bout = min(self._case.step - 1, option.aerobic + minutes - option.minutes)
        if bout <= option.aerobic:
            return None
        return option._replace(aerobic=bout, minutes=option.minutes + bout - option.aerobic)

    def _bouts(self, minutes: int) -> list[int]:
        """Aerobic minutes worth offering besides the longest that fits: none, a short bout, a whole session."""
        step = self._case.step
        bouts = {0, step}
        if step > SHORT_BOUT:
            bouts.add(SHORT_BOUT)
        if minutes < min(step, SHORT_BOUT):
            bouts.add(minutes)
        return sorted(bout for bout in bouts if bout <= minutes)

    def _day(self, room: Room, bout: int, core: bool, strength: bool) -> Option | None:
        """The richest day at home, or from home, with just these parts; None when it does not fit.

        Stretching the back and one area worked comes before second sets and further exercises.
        """
        worked = tuple(part for part, there in (("core", core), ("strength", strength), ("aerobic", bout > 0)) if there)
        minutes, left = room.minutes, (room.minutes - bout) * 60
        warms: tuple[tuple[Item, ...], ...] = ((),)
        if (core or strength) and bout < (FLARE_WARMED_BY if self._case.mode == "flare" else WARMED_BY):
            upright = strength or self._starts_standing
            warms = tuple(
                self._frame.warm_up(limit * 60, upright=upright) for limit in (frame_minutes(minutes), SHORTEST_WARM_UP)
            )
        days = [
            self._home_day(bout, warm, parts, stretch)
            for warm in warms
            for stretch in self._stretches(worked, minutes, left)
            for parts in self._parts(core, strength, room, left - total_seconds(warm) - total_seconds(stretch))
        ]
        fitting = (day for day in days if day.minutes <= minutes)
        return max(fitting, key=_richness, default=None)

    @cached_property
    def _starts_standing(self) -> bool:
        """Whether the core begins upright, so that nobody warms up on the floor, stands up, and goes down again."""
        slots = [slot for slot in (*CORE, *CORE_MORE) if slot in self._programme]
        return any(self._by_id[self._programme[slot]].upright for slot in slots)

    def _home_day(
        self,
        bout: int,
        warm: tuple[Item, ...],
        parts: Sequence[tuple[BlockKind, Variant]],
        stretch: tuple[Item, ...],
    ) -> Option:
        blocks: list[DayBlock] = []
        if warm:
            blocks.append(DayBlock("warm-up", warm))
        blocks += [DayBlock(kind, variant.items) for kind, variant in parts]
        if stretch:
            low = bool(parts) and not self._by_id[parts[-1][1].items[-1].exercise].upright
            ordered = tuple(sorted(stretch, key=self._height, reverse=low))
            blocks.append(DayBlock("stretch" if self._case.easy_only else "cool-down", ordered))
        indoors = -(-sum(block.seconds for block in blocks) // 60)
        names = {kind for kind, _ in parts}
        return Option(
            aerobic=bout,
            full=bout >= self._case.step and bout > 0,
            core="core" in names,
            strength="strength" in names,
            active=True,
            sets=sum(variant.sets for _, variant in parts),
            minutes=bout + indoors,
            two_places=bout > 0 and bool(parts),
            blocks=tuple(blocks),
        )

    def _height(self, item: Item) -> int:
        return self._by_id[item.exercise].height

    def _stretches(self, worked: tuple[str, ...], minutes: int, room: int) -> set[tuple[Item, ...]]:
        """The stretching worth trying, from short to long; none at all only after a bout alone."""
        limits = {SHORTEST_STRETCH * 60, stretch_minutes(minutes) * 60, LONG_STRETCH * 60}
        if worked == ("aerobic",):
            return {(), *(self._frame.stretches(worked, limit, "home") for limit in {*limits, min(room, max(limits))})}
        return {self._frame.stretches(worked, limit, "home") for limit in limits}

    def _parts(
        self, core: bool, strength: bool, room: Room, left: int
    ) -> Iterator[tuple[tuple[BlockKind, Variant], ...]]:
        """The richest pair of core and strength that fits the seconds left."""
        cores: Sequence[Variant | None] = self._cores("") if core else (None,)
        strengths: Sequence[Variant | None] = self._strengths("") if strength else (None,)
        most = next(most for under, most in MOST_EXERCISES if room.minutes < under)
        pairs = [
            (c, s)
            for c in cores
            for s in strengths
            if (c.seconds if c else 0) + (s.seconds if s else 0) <= left
            and (len(c.items) if c else 0) + (len(s.items) if s else 0) <= most
            and (c.sets if c else 0) + (s.sets if s else 0) <= room.sets
        ]
        if not pairs:
            return
        c, s = max(pairs, key=lambda pair: _rank_pair(*pair))
        found: list[tuple[BlockKind, Variant]] = []
        if s:
            found.append(("strength", s))
        if c:
            found.append(("core", c))
        yield tuple(found)

    def _cores(self, prefix: str) -> list[Variant]:
        """Core blocks from least to most: back, abdominal and side, then hip and a choice, in one to three sets."""
        key = "core" + prefix
        if key not in self._variants:
            least = [slot for slot in CORE if prefix + slot in self._programme]
            plain = bool(prefix) or self._case.mode == "flare"  # in the water, and in a flare, the three alone
            more = [] if plain else [slot for slot in CORE_MORE if slot in self._programme]
            sizes = [least, least + more[:1], least + more]
            self._variants[key] = self._sized(sizes, prefix) if least else []
        return self._variants[key]

    def _strengths(self, prefix: str) -> list[Variant]:
        key = "strength" + prefix
        if key not in self._variants:
            slots = [slot for slot in STRENGTH if prefix + slot in self._programme]
            whole = {"lower", "balance"} <= set(slots) and {"push", "pull"} & set(slots) if prefix else bool(slots)
            self._variants[key] = self._sized([slots], prefix) if whole else []
        return self._variants[key]

    @cached_property
    def _variants(self) -> dict[str, list[Variant]]:
        return {}

    def _sized(self, sizes: Sequence[Sequence[Slot]], prefix: str) -> list[Variant]:
        found: dict[tuple[int, int], Variant] = {}
        for slots in sizes:
            for sets in (1, 2, 3):
                items = tuple(sorted((self._slot_item(prefix + s, sets) for s in slots), key=self._down_to_the_floor))
                variant = Variant(items, total_seconds(items), sum(item.dose.sets for item in items))
                found[variant.seconds, variant.sets] = variant
        return list(found.values())

    def _down_to_the_floor(self, item: Item) -> tuple[bool, int]:
        """Balance while the legs are fresh, then from standing down to lying, so that nobody gets up and down often."""
        exercise = self._by_id[item.exercise]
        return exercise.slot != "balance", exercise.height

    def _slot_item(self, slot: str, sets: int) -> Item:
        exercise = self._by_id[self._programme[slot]]
        if self._most_sets is not None:
            sets = min(sets, self._most_sets.get(exercise.id, 1))
        return self.item(
            exercise, dosing.at_most(dosing.given(exercise, self._case), sets), WHY[slot.removeprefix(WATER)]
        )

    def item(self, exercise: Exercise, given: GivenDose, why: str) -> Item:
        """An exercise at a dose, with its true seconds, why it is there and the care it needs."""
        return served(self._selection, exercise, given, why)

    def _at_the_pool(self, room: Room) -> Iterator[Option]:
        """One visit: easy walking, the main part, work at the wall, easing off, a stretch at the rail."""
        minutes = room.minutes
        if minutes < POOL_TRIP or not self.can_walk("pool") or self._case.mode != "normal" or self._case.easy_only:
            return
        bout = max(POOL_LEAST, self._case.step)
        limits = {SHORTEST_STRETCH * 60, stretch_minutes(minutes) * 60}
        stretches = {(), *(self._frame.stretches(("core", "aerobic"), limit, "pool") for limit in limits)}
        for core in (False, True)[: 1 + bool(self._cores(WATER))]:
            for strength in (False, True)[: 1 + bool(self._strengths(WATER))]:
                cores: Sequence[Variant | None] = self._cores(WATER) if core else (None,)
                strengths: Sequence[Variant | None] = self._strengths(WATER) if strength else (None,)
                days = [_pool_day(bout, c, s, last) for c in cores for s in strengths for last in stretches]
                fitting = [day for day in days if day.minutes <= minutes and day.sets <= room.sets]
                if fitting:
                    yield max(fitting, key=_richness)


WHY: Mapping[str, str] = {
    "back": "Core: strengthens the back.",
    "abdominal": "Core: strengthens the front of the trunk.",
    "side": "Core: strengthens the sides of the trunk.",
    "hip": "Core: steadies the hips, which carry the back.",
    "choice": "Core: a flowing exercise (Pilates, yoga or gyrotonic-style).",
    "lower": "Strength for the legs, so that the rest of the body is not neglected.",
    "push": "Strength for pushing.",
    "pull": "Strength for pulling.",
    "balance": "Keeps you steady on your feet.",
}


def _rank_pair(core: Variant | None, strength: Variant | None) -> tuple[int, int, int, int]:
    """Core of eight minutes, then more sets, then more of them core, then the shorter."""
    sets = (core.sets if core else 0) + (strength.sets if strength else 0)
    seconds = (core.seconds if core else 0) + (strength.seconds if strength else 0)
    return min(core.seconds if core else 0, ENOUGH_CORE), sets, core.sets if core else 0, -seconds


def _richness(option: Option) -> tuple[bool, int, int, int, int, int, int]:
    """A warm-up no longer than the work but whole, core of eight minutes, two areas stretched, more sets, the longer
    stretch, the shorter day.
    """
    warm = sum(block.seconds for block in option.blocks if block.kind == "warm-up")
    work = sum(block.seconds for block in option.blocks if block.kind in ("core", "strength"))
    stretches = [block for block in option.blocks if block.kind in ("cool-down", "stretch")]
    areas = min(sum(len(block.items) for block in stretches), ENOUGH_STRETCHES)
    core = sum(block.seconds for block in option.blocks if block.kind == "core")
    longest = sum(block.seconds for block in stretches)
    return (warm <= work, warm, min(core, ENOUGH_CORE), areas, option.sets, longest, -option.minutes)


def _pool_day(bout: int, core: Variant | None, strength: Variant | None, stretch: tuple[Item, ...]) -> Option:
    blocks: list[DayBlock] = []
    if core:
        blocks.append(DayBlock("core", core.items))
    if strength:
        blocks.append(DayBlock("strength", strength.items))
    if stretch:
        blocks.append(DayBlock("cool-down", stretch))
    return Option(
        aerobic=bout,
        full=True,
        core=core is not None,
        strength=strength is not None,
        water=True,
        active=True,
        sets=(core.sets if core else 0) + (strength.sets if strength else 0),
        minutes=bout + -(-sum(block.seconds for block in blocks) // 60),
        blocks=tuple(blocks),
    )
