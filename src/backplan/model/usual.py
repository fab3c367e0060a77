"""Usual: the pain that a person usually has, which every other word on pain is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.model.diary import LogEntry


class Usual(NamedTuple):
    """Usual pain 0-10, on waking and later in the day; later it is never less."""

    waking: int
    later: int

    @classmethod
    def all_day(cls, pain: int) -> Usual:
        """A usual pain that is the same on waking and later in the day."""
        return cls(pain, pain)

    def as_dict(self) -> dict[str, int]:
        """The usual pain as a JSON object; what is the same all day is said once."""
        return {"usual": self.waking} | ({"later": self.later} if self.later != self.waking else {})

    @classmethod
    def of(cls, doc: Mapping[str, int]) -> Usual:
        """The usual pain that such an object tells of. Raises KeyError."""
        return cls(doc["usual"], doc.get("later", doc["usual"]))

    def beside(self, entry: LogEntry) -> int:
        """The usual pain at the time of day that an entry of the diary tells of."""
        return self.waking if entry.kind == "morning" else self.later
