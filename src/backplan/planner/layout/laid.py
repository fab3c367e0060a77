"""Laid: a week as it was laid out, before anything is said of it."""

from collections.abc import Mapping
from datetime import date

from backplan.model.move import Move
from backplan.model.week import Day, Totals
from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.growth.aerobic_step import minutes_for_pain
from backplan.planner.growth.climb import Chosen
from backplan.planner.growth.standing import Standing
from backplan.planner.layout.question import Question
from backplan.planner.layout.same_days import SameDays


class Laid(NamedTuple):
    """A week laid out: what it began with, what was chosen, what was asked, its days, and what the diary moved.

    ``options`` are the days to plan as the layout chose them, ``totals`` what the week holds of each part, ``holds``
    what a whole normal week holds now, ``intensity`` how brisk each kind of aerobic work is, ``same_days``
    what was found of the days of last week, where they were tried.
    """

    standing: Standing
    chosen: Chosen
    question: Question
    options: tuple[Option, ...]
    days: tuple[Day, ...]
    moves: tuple[Move, ...]
    totals: Totals
    holds: Totals | None
    intensity: Mapping[str, int]
    same_days: SameDays | None = None

    @property
    def live(self) -> list[Day]:
        """The days of the week but for those to come whose session was done already."""
        return [day for day in self.days if day.on not in self.standing.days.ahead]

    @property
    def whole_step(self) -> int:
        """The longest aerobic bout so far: it rises only where a day holds a longer one; one gone by that was shown as
        no longer shows nothing of it, however short bouts are that pain leaves now.
        """
        offer, shown = self.question.offer, self.standing.days.shown
        since = self.standing.days.first if shown and shown.whole_step <= offer.bout else date.min
        held = (day.aerobic_minutes for day in self.live if not day.at_pool and day.on >= since)
        longest = max(held, default=0)
        if longest >= minutes_for_pain(self.question.case, offer.longest):
            return offer.longest
        return max(offer.bout, min(longest, offer.longest))
