"""As shown: what the days to come keep of a week laid anew because a session was not done, or was done ahead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from backplan.model.week import Day, Totals, Week
from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.diary.done import day_holds
from backplan.planner.diary.missed import missed_days
from backplan.planner.growth.standing import Standing
from backplan.planner.layout.points import parts_of


class AsShown(NamedTuple):
    """What each day was shown with, the most of each part that a session just missed held, and the minutes of the
    longest day.
    """

    days: Mapping[date, Totals]
    lost: Totals
    longest: int

    def keep(self, day: date, options: Iterable[Option], light: Collection[Option]) -> tuple[Option, ...]:
        """The ways to spend a day that keep all it was shown with, and no more of it. A part that was missed may come
        to a day without any, so that nothing piles up, if that is ``light`` enough for what else bounds the day; what
        was shown was so already.
        """
        had = self.days[day]
        kept = (option for option in options if self._kept(had, option))
        return tuple(option for option in kept if option in light or _counted(parts_of(option)) == had)

    def _kept(self, had: Totals, option: Option) -> bool:
        now, lost = _counted(parts_of(option)), self.lost._replace(more=0) if had.core else self.lost
        fits = option.minutes <= self.longest
        return fits and all(new == old if old else new <= more for new, old, more in zip(now, had, lost, strict=True))


def as_shown(standing: Standing) -> AsShown | None:
    """What the days to come keep; None where a week is laid anew for another reason, or for the first time."""
    request, shown = standing.request, standing.days.shown
    if shown is None or not request.around:
        return None
    gone = {*missed_days(shown.days, request.entries, request.today)}
    if gone < {*shown.missed}:  # what is noted late puts an earlier day right
        return None
    held = {day.on: shown_with(shown, day) for day in shown.days}
    missed = [held[day] for day in gone - {*shown.missed}]
    lost = Totals(*(max(part) for part in zip(Totals(), *missed, strict=True)))
    return AsShown(held, lost, longest_day(shown))


def shown_with(shown: Week, day: Day) -> Totals:
    """What a day was shown with; a part that is a therapist's alone is no work of ours, and so no option counts it."""
    held, own = _counted(day_holds(shown, day)), {block.kind for block in day.blocks() if not block.prescribed}
    core = () if "core" in own else ("core", "more")
    return held._replace(**dict.fromkeys([*core, *(() if "strength" in own else ("strength",))], 0))


def _counted(held: Totals) -> Totals:
    """What is counted of a day: balance comes with strength and core."""
    return held._replace(balance=0)


def longest_day(shown: Week) -> int:
    """The minutes of the longest day of a week, past which no other grows when it is laid anew around what was done."""
    return max(day.minutes for day in shown.days)
