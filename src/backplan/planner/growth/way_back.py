"""The way back: what is left of a week in which a flare came and went, or a stop was lifted.

It makes up for nothing: the days left hold their share of a week, and none of them is fuller than before.
"""

from __future__ import annotations

from backplan.model.case import PainToday
from backplan.model.vocabulary import WEEKDAYS
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.done import Fullest, fullest_of
from backplan.planner.diary.past import Past
from backplan.planner.screen.days import Days
from backplan.rules.progress.gap_restart import AFTER_SHORT


class WayBack(NamedTuple):
    """The days left of those a week offers, and the fullest that any of them may be (None: nothing went before)."""

    share: tuple[int, int]
    fullest: Fullest | None


def way_back(days: Days, past: Past, pain: PainToday) -> WayBack | None:
    """What is left of a week on the way back; None in any other."""
    if past.stop_lifted:
        return WayBack(_share(days), _less(_before(past)))
    shown = days.shown
    eased = shown is not None and (shown.kind.gentle or shown.normal_until is not None)  # by high pain, too
    if eased or any(day in pain.flare_dates for day in days.every):
        return WayBack(_share(days), _before(past))
    return None


def _share(days: Days) -> tuple[int, int]:
    named = [WEEKDAYS.index(day) for day in days.person.minutes]
    return len(days.offered(days.person)), len(named)


def _before(past: Past) -> Fullest | None:
    """The fullest day of the week that the plan goes on from, or of the normal one before: a flare may have emptied
    most of its days.
    """
    if (base := past.base_week) is None:
        return None
    return fullest_of([*[week for week in past.weeks if week.kind.grows and week.starts < base.starts][-1:], base])


def _less(fullest: Fullest | None) -> Fullest | None:
    """As much of a day as is left of everything after the shortest gap that lowers it."""
    return Fullest(*(part * AFTER_SHORT // 100 for part in fullest)) if fullest else None
