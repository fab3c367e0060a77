"""Evidence: what the diary before a week says that may move its plan, as one short mark that changes with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from operator import itemgetter

from backplan.model.diary import LogEntry
from backplan.model.week import WEEK
from backplan.named_tuple import NamedTuple

LOOK_BACK = timedelta(days=28)

# What an entry says that moves no plan by itself, is looked at apart, or follows from its words.
MOVES_NOTHING = (
    "on", "id", "at", "loads", "signs", "left_out", "less", "hurt", "lands_hard", "aerobic", "late", "asked",
)  # fmt: skip
_moves = itemgetter(*(place for place, name in enumerate(LogEntry._fields) if name not in MOVES_NOTHING))


def speaks_of_before(entry: LogEntry, starts: date) -> bool:
    """Whether an entry tells of the days before a week: the pain of its first day, on waking or as told to `today`,
    still speaks of the sessions before it.
    """
    return entry.on < starts or (entry.on == starts and entry.kind in ("morning", "pain"))


class Evidence(NamedTuple):
    """The entries of five weeks before a week and of its first day that speak of the days before it."""

    entries: tuple[LogEntry, ...]
    starts: date

    @classmethod
    def before(cls, starts: date, entries: Sequence[LogEntry]) -> Evidence:
        """What a diary says of the days before a week."""
        since = starts - LOOK_BACK - WEEK
        return cls(tuple(e for e in entries if since <= e.on and speaks_of_before(e, starts)), starts)

    @property
    def mark(self) -> str:
        """One short text that changes when anything the week was made from has changed in the diary before it."""
        return _mark(self.entries)

    def grew_on_the_first_day(self, mark: str) -> bool:
        """Whether a mark is that of the same diary before some of what the first day says of it, or all."""
        first = sum(entry.on == self.starts for entry in self.entries)
        return any(_mark(self.entries[: len(self.entries) - later]) == mark for later in range(1, first + 1))


def _mark(entries: Iterable[LogEntry]) -> str:
    from zlib import crc32

    return f"{crc32(repr([*map(_what_may_move, entries)]).encode()):08x}"


def _what_may_move(entry: LogEntry) -> tuple[object, ...]:
    """What an entry says that may move a plan, whenever and under whichever number it was written."""
    hurt = [f"hurt {key}" for key in entry.hurt]
    less = [f"{minutes} of {key}" for key, minutes in (entry.less or {}).items()]
    return (entry.on.isoformat(), *_moves(entry), *entry.left_out, *less, *hurt)
