"""Request: everything a week is made from."""

from collections.abc import Sequence
from datetime import date

from backplan.model.diary import LogEntry, Swap
from backplan.model.exercise import Exercise
from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.told import Change
from backplan.model.vocabulary import Weekday
from backplan.model.week import Week
from backplan.named_tuple import NamedTuple


class Request(NamedTuple):
    """Everything a week is made from.

    ``weeks`` are those already shown, oldest first, this one's last version last; ``began`` is the Monday of the
    first week ever shown, or since a birth.
    """

    person: Person
    exercises: Sequence[Exercise]
    starts: date
    today: date
    entries: Sequence[LogEntry] = ()
    weeks: Sequence[Week] = ()
    began: date | None = None
    swaps: Sequence[Swap] = ()
    only_days: tuple[Weekday, ...] | None = None
    changes: tuple[Change, ...] = ()  # why the days ahead are laid anew
    earlier_entries: Sequence[LogEntry] = ()  # the diary before ``entries``
    prescriptions: Sequence[Prescribed] = ()
    put: tuple[tuple[str, str], ...] = ()  # slots, each with what a swap that is being made puts there
    around: bool = False  # laid anew around what was done and missed: rest days stay, and no day grows past the longest
