"""How pain, and what a person can do, have changed since the start: the values the rules on change read."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Direction = Literal["better", "worse", "unchanged", "unknown"]


class SevenDays(NamedTuple):
    """Pain over seven days: its mean in tenths of a point, as people read it, and the days that had an entry."""

    tenths: int
    days: int

    @property
    def mean(self) -> float:
        """The mean, to one decimal."""
        return self.tenths / 10

    @classmethod
    def of(cls, days: Iterable[float]) -> "SevenDays":
        """The mean of the days that had an entry; 0 of 0 days when there is none."""
        known = tuple(days)
        return cls(round(10 * sum(known) / len(known)), len(known)) if known else cls(0, 0)


class PainChange(NamedTuple):
    """The first seven days, the last seven, and the seven before those."""

    first: SevenDays
    last: SevenDays
    before: SevenDays

    @property
    def drop(self) -> int:
        """How far pain came down, in tenths of a point; below 0 when it went up."""
        return self.first.tenths - self.last.tenths


class Scored(NamedTuple):
    """How well something the person does went when it was first scored and when last, 0 to 10, and the days between."""

    activity: str
    first: int
    last: int
    days: int

    @property
    def gain(self) -> int:
        """How many points it went up; below 0 when it went down."""
        return self.last - self.first


class FunctionChange(NamedTuple):
    """The activities a person named that were ever scored, in the order they named them."""

    activities: tuple[Scored, ...] = ()
