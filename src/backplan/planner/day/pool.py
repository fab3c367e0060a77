"""Pool: what a day with a visit to the pool can hold, each in the richest form that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backplan.model.slots import WATER
from backplan.model.week import DayBlock, Item, minutes_of, sets_of
from backplan.planner.choice.select import Selection
from backplan.planner.day.between import with_time_between
from backplan.planner.day.core_and_strength import NO_WORK, CoreAndStrength, Variant
from backplan.planner.day.frame import SHORTEST_STRETCH, SHORTEST_WARM_UP, Frame, frame_minutes
from backplan.planner.day.land import Land
from backplan.planner.day.option import Bout, DayLimit, Option
from backplan.planner.day.therapy import Portion, Therapy, pool_ends, pool_exercise
from backplan.planner.growth.offer import FIRST_VISIT

# Minutes; all our own inference (docs/planning.md).
POOL_STEP = 5  # visits are offered in sizes so far apart
MOST_CARE = 2  # exercises of a visit that need care
POOL_TRIP = 25  # a day offered for less is not worth the trip to a pool


class Pool:
    """What the days at the pool of one person's week can hold; what is prescribed for home may be done there on the
    same day.
    """

    def __init__(
        self,
        selection: Selection,
        work: CoreAndStrength,
        therapy: Therapy,
        frame: Frame,
        land: Land,
    ) -> None:
        self._selection = selection
        self._case = selection.case
        self._work = work
        self._therapy = therapy
        self._frame = frame
        self._land = land
        self._by_id = selection.by_id

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
        homes = [tuple(with_time_between(self._home_beside(each), self._selection, self._by_id)) for each in portions]
        cores, steady = [NO_WORK, *self._work.cores(WATER)], [NO_WORK, *self._work.steady_cores(WATER)]
        for bout in self._bouts(limit.aerobic):
            for plain, alone in zip(cores, steady, strict=True):
                for strength in (NO_WORK, *self._work.strengths(WATER)):
                    core = plain if strength.items else alone
                    if strength.items and self._needs_much_care((*core.items, *strength.items)):
                        continue
                    for home in homes:
                        option = self._visit(bout, core, strength, home)
                        if option.minutes <= limit.minutes and option.sets <= limit.sets:
                            yield option

    def _needs_much_care(self, items: Sequence[Item]) -> bool:
        """Whether so many exercises need care that core and strength are better done on two days."""
        care = self._selection.care.keys() - self._case.prescribed
        return sum(item.exercise in care for item in items) > MOST_CARE

    def _bouts(self, longest: int) -> list[Bout]:
        """The aerobic minutes worth offering in the water, none over the ``longest`` but the least of all: some sizes,
        as long as last time, and as long as may be now; those of a therapist where they prescribed them.
        """
        asked = pool_exercise(self._selection)
        if asked is not None:
            bout = self._therapy.bout_of(asked.id)
            return [bout._replace(minutes=bout.minutes + pool_ends(asked))]
        case = self._case
        longest = max(FIRST_VISIT, min(longest, max(case.longest_bout, case.longest_visit)))
        before = min(longest, max(FIRST_VISIT, case.aerobic_step, case.visit))
        return [Bout(minutes) for minutes in sorted({*range(FIRST_VISIT, longest, POOL_STEP), before, longest})]

    def _home_beside(self, portion: Portion) -> tuple[DayBlock, ...]:
        """What is prescribed for home on a day at the pool, warmed up for."""
        blocks = self._land.besides(portion, core=False, strength=False)
        if portion.cold:
            return tuple(blocks)
        upright = any(part.exercise.upright for part in portion.work)
        return (DayBlock("warm-up", self._frame.warm_up(SHORTEST_WARM_UP * 60, upright=upright)), *blocks)

    def _visit(self, bout: Bout, core: Variant, strength: Variant, home: tuple[DayBlock, ...]) -> Option:
        blocks = [DayBlock("core", core.items)] if core.items else []
        blocks += [DayBlock("strength", strength.items)] if strength.items else []
        seconds = max(SHORTEST_STRETCH, frame_minutes(sum(block.seconds for block in blocks))[1]) * 60
        stretch = self._frame.stretches(("core", "aerobic"), seconds, "pool")
        blocks += [DayBlock("cool-down", stretch)] if stretch else []
        minutes = bout.once + minutes_of(blocks) + minutes_of(home)
        return Option(
            aerobic=bout.minutes,
            core=bool(core.items),
            strength=bool(strength.items),
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
            rounds=core.rounds,
            more=core.more,
            strength_rounds=strength.rounds,
            balance=core.balance + strength.balance,
            loaded=any(block.kind == "strength" for block in (*blocks, *home)),
        )
