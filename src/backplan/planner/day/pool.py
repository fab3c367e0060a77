"""Pool: what a day with a visit to the pool can hold, each in the richest form that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backplan.model.week import DayBlock, Item
from backplan.planner.choice.programme import WATER
from backplan.planner.choice.select import Selection
from backplan.planner.day.core_and_strength import CoreAndStrength, Variant
from backplan.planner.day.frame import SHORTEST_STRETCH, SHORTEST_WARM_UP, Frame, stretch_minutes
from backplan.planner.day.land import DayParts, Land
from backplan.planner.day.option import Bout, DayLimit, Option, richness, sets_of
from backplan.planner.day.therapy import Portion, Therapy, pool_ends, pool_exercise

# Minutes; all our own inference (docs/planning.md).
POOL_LEAST = 20  # the least aerobic minutes of a pool session
POOL_TRIP = 25  # a day offered for less is not worth the trip to a pool


class Pool:
    """What the days at the pool of one person's week can hold; what is prescribed for home may be done there on the
    same day.
    """

    def __init__(self, selection: Selection, work: CoreAndStrength, therapy: Therapy, frame: Frame, land: Land) -> None:
        self._selection = selection
        self._case = selection.case
        self._work = work
        self._therapy = therapy
        self._frame = frame
        self._land = land

    def options(self, limit: DayLimit, portions: Sequence[Portion]) -> Iterator[Option]:
        """Every day with one visit to the pool that fits: easy walking, the main part, work at the wall, easing off, a
        stretch at the rail. What is prescribed for home may be done there on the same day.
        """
        if (
            limit.minutes < POOL_TRIP
            or not self._selection.can_walk("pool")
            or not self._case.kind.grows
            or self._case.easy_only
        ):
            return
        asked = pool_exercise(self._selection)
        bout = Bout(max(POOL_LEAST, self._case.aerobic_step))
        if asked is not None:
            bout = Bout(self._therapy.bouts[asked.id] + pool_ends(asked), asked.id)
        for core in (False, True)[: 1 + bool(self._work.cores(WATER))]:
            for strength in (False, True)[: 1 + bool(self._work.strengths(WATER))]:
                for portion in portions:
                    if best := self._pool_day(limit, DayParts(bout, core, strength, portion)):
                        yield best

    def _pool_day(self, limit: DayLimit, parts: DayParts) -> Option | None:
        """The richest day with a visit to the pool that holds just these parts."""
        times = {SHORTEST_STRETCH * 60, stretch_minutes(limit.minutes) * 60}
        stretches = {(), *(self._frame.stretches(("core", "aerobic"), seconds, "pool") for seconds in times)}
        cores: Sequence[Variant | None] = self._work.cores(WATER) if parts.core else (None,)
        strengths: Sequence[Variant | None] = self._work.strengths(WATER) if parts.strength else (None,)
        home = self._home_beside(parts.portion)
        days = [self._visit(parts, c, s, last, home) for c in cores for s in strengths for last in stretches]
        fitting = (day for day in days if day.minutes <= limit.minutes and day.sets <= limit.sets)
        return max(fitting, key=richness, default=None)

    def _home_beside(self, portion: Portion) -> tuple[DayBlock, ...]:
        """What is prescribed for home on a day at the pool, warmed up for."""
        blocks = self._land.besides(DayParts(Bout(), False, False, portion))
        if portion.cold:
            return tuple(blocks)
        upright = any(part.exercise.upright for part in portion.work)
        return (DayBlock("warm-up", self._frame.warm_up(SHORTEST_WARM_UP * 60, upright=upright)), *blocks)

    def _visit(
        self,
        parts: DayParts,
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
            prescribed=self._therapy.served((*blocks, *home)) | ({bout.exercise} & self._therapy.days.keys()),
            bout=bout.exercise,
            at_home=home,
        )
