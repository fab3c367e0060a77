"""Menu: what one day can hold, each with its true length."""

from __future__ import annotations

from backplan.model.week import ACTIVE_FROM
from backplan.planner.choice.select import Selection
from backplan.planner.day.core_and_strength import CoreAndStrength
from backplan.planner.day.frame import Frame
from backplan.planner.day.land import Land, Shapes
from backplan.planner.day.option import REST, DayLimit, Option
from backplan.planner.day.pool import Pool
from backplan.planner.day.therapy import Therapy


class Menu:
    """The options of any day of one person's week, by the day's minutes and whether the pool is open to them. ``like``
    is one of a week that differs in nothing but its bouts, with the same ``work``.
    """

    def __init__(self, selection: Selection, work: CoreAndStrength, therapy: Therapy, like: Menu | None = None) -> None:
        self.work = work
        self.frame: Frame = like.frame if like else Frame(selection, frozenset(therapy.days) | work.exercises)
        self._case = selection.case
        self._therapy = therapy
        self._shapes: dict[frozenset[str], Shapes] = like._shapes if like else {}
        self._land = Land(selection, work, therapy, self.frame, self._shapes)
        self._pool = Pool(selection, work, therapy, self.frame, self._land)
        self._kept: dict[tuple[DayLimit, bool], tuple[Option, ...]] = {}

    def options(self, limit: DayLimit, *, pool: bool) -> tuple[Option, ...]:
        """Every option of a day within a limit, rest first, its bouts no longer than that; ``pool`` says whether a
        visit to the pool is one.
        """
        key = (limit, pool)
        if key not in self._kept:
            self._kept[key] = self._found(limit, pool=pool)
        return self._kept[key]

    def _found(self, limit: DayLimit, *, pool: bool) -> tuple[Option, ...]:
        portions = self._therapy.portions(limit.minutes)
        found = [*self._land.options(limit, portions), *(self._pool.options(limit, portions) if pool else ())]
        # A shorter day is neither an active day nor a rest; only where a short walk is all there is, it is a day.
        worth = min(ACTIVE_FROM, limit.minutes, self._case.aerobic_step)
        return (REST, *(each for each in found if each.minutes >= worth or each.prescribed))
