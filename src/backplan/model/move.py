"""A move: one change that the diary made in the plan, with its rule and the days of the entries behind it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from backplan.model.wording import clause
from backplan.named_tuple import NamedTuple


class Move(NamedTuple):
    """One change that the diary made: what changed, why in words, by which rule, and the days that say so.

    ``what`` is the end of a sentence about the exercise (or about all of them, where none is named).
    """

    rule: str
    what: str
    because: str
    exercise: str = ""
    name: str = ""
    days: tuple[date, ...] = ()
    new: bool = False  # an exercise that was not in the plan before

    @property
    def subject(self) -> str:
        """The beginning of a sentence on the move: the name of the exercise, if it is about one, and what changed."""
        return clause(self.name, self.what) if self.name else self.what

    def as_dict(self) -> dict[str, object]:
        """The move as JSON."""
        return {
            "exercise": self.exercise or None,
            "name": self.name or None,
            "what": self.what,
            "because": self.because,
            "rule": self.rule,
            "days": [day.isoformat() for day in self.days],
            "new": self.new,
        }

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Move":
        """The move a JSON object describes."""
        days = tuple(date.fromisoformat(day) for day in doc["days"])
        return cls(doc["rule"], doc["what"], doc["because"], doc["exercise"] or "", doc["name"] or "", days, doc["new"])
