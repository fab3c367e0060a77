"""The last weeks as they were lived beside the plan: the values that the rules on advice read."""

from datetime import date

from backplan.model.wording import spaced
from backplan.named_tuple import NamedTuple


class Afterwards(NamedTuple):
    """What is known of a day: its highest pain (None: not noted), and whether it warned of itself: a flare was said, or
    a session was too much.
    """

    on: date
    pain: int | None = None
    warned: bool = False


class ActiveDay(NamedTuple):
    """A day with activities of one's own, and how it was afterwards.

    ``what`` are their ids, the longest first; ``planned`` the minutes that the plan held for the day, or on a day
    without a session (``rest``) those of the longest day of its week; ``before`` is pain when last known before
    them; ``after`` the rest of the day, and the next day or, where nothing is known of it, the one after.
    """

    on: date
    what: tuple[str, ...]
    minutes: int
    planned: int
    usual: int
    rest: bool = False
    before: int | None = None
    after: tuple[Afterwards, ...] = ()

    @property
    def held(self) -> str:
        """What it held beside the plan, in words: 90 minutes of gardening."""
        return f"{self.minutes} minutes of {spaced(' and '.join(self.what))}"


class PainWeek(NamedTuple):
    """Seven days from one on: their mean pain at one time of day, and the days on which that was noted."""

    starts: date
    mean: float
    days: int


class Lately(NamedTuple):
    """The last weeks: the days with activities of one's own, the days on which flares began, those of the sessions that
    were too much, and pain at one time of day, week by week; all of them oldest first.
    """

    active: tuple[ActiveDay, ...] = ()
    flares: tuple[date, ...] = ()
    too_much: tuple[date, ...] = ()
    pain: tuple[PainWeek, ...] = ()


class Spike(NamedTuple):
    """A day far beyond the plan, and the worse days that it may explain."""

    day: ActiveDay
    worse: tuple[date, ...]
