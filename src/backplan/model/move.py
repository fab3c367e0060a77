"""A move: one change that the diary made in the plan, with its rule and the days of the entries behind it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Move(NamedTuple):
    """What changed, why in words, by which rule, and the days of the diary that say so.

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
        """Who moved where."""
        return f"{self.name} {self.what}" if self.name else self.what

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


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def dated(days: Iterable[date]) -> str:
    """Days as people say them: 16, 18 and 25 November; 30 November and 2 December."""
    found = sorted(set(days))
    parts = [
        str(day.day) if after and after.month == day.month else f"{day.day} {MONTHS[day.month - 1]}"
        for day, after in zip(found, [*found[1:], None], strict=True)
    ]
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
