"""Bouts: that aerobic work is in more or shorter times than in the last whole week, though it is no less in all; or in
one longer time, for which others are shorter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from backplan.model.told import Change
from backplan.model.week import Day
from backplan.model.wording import counted
from backplan.planner.layout.laid import Laid
from backplan.planner.telling.other_days import held_against

LITTLE = 2  # minutes that a walk may be shorter by, and nobody minds; our own inference


def in_shorter_bouts(laid: Laid) -> Iterator[Change]:
    """That aerobic work on land is in shorter times though in all it is no less, which looks like a step back and is
    none: the minutes are shared by more of them, or otherwise; and that it is no more in all, where the longest time is
    longer, which looks like a step up. Nothing where less is told.
    """
    before = held_against(laid)
    if before is None or before.holds is None or (laid.holds or laid.totals).aerobic < before.holds.aerobic:
        return
    had, now = _on_land(before.days), _on_land(laid.days)
    if any(new < old - LITTLE for new, old in zip(now, had, strict=False)) and (len(now) > len(had) or now[0] < had[0]):
        times, before_now = _in_words(now, counted(len(now), "time")), _in_words(had, str(len(had)))
        what = f"Aerobic work on land, some of it in shorter times: {times} instead of {before_now}"
        yield Change("sets", f"{what}; no less in all.")
    elif had and now and now[0] > had[0] and sum(now) <= sum(had):
        yield Change("sets", NO_MORE)


NO_MORE = "Aerobic work is no more in all: the longest time takes its minutes from the others."


def _on_land(days: Iterable[Day]) -> Sequence[int]:
    """The aerobic minutes of each day that has any, but for those at the pool; the longest first."""
    return sorted((day.aerobic_minutes for day in days if day.aerobic_minutes and not day.at_pool), reverse=True)


def _in_words(bouts: Sequence[int], many: str) -> str:
    """How many bouts, and of which minutes: 5 times of 10 to 16 minutes."""
    longest, shortest = bouts[0], bouts[-1]
    return f"{many} of {longest} minutes" if longest == shortest else f"{many} of {shortest} to {longest} minutes"
