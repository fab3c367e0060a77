"""What a therapist prescribed: one record an item, and the prescription in force on a date."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from backplan.model.vocabulary import ClearedBy, Modality

ItemKind = Literal["add", "avoid", "limit", "accept-usual-pain"]
MOST = 1440  # no number of a prescription is larger: the minutes of a day


class Prescribed(NamedTuple):
    """One item of a prescription, with who gave it and when.

    ``add`` has an exercise and, where they were said, its dose, its days a week and its last day; ``avoid`` an
    exercise or a modality; ``limit`` minutes a day; ``accept-usual-pain`` a pain from 0 to 7.
    """

    kind: ItemKind
    by: ClearedBy
    on: date
    exercise: str | None = None
    modality: Modality | None = None
    sets: int | None = None
    reps: int | None = None
    hold_s: int | None = None
    minutes: int | None = None
    per_week: int | None = None
    until: date | None = None
    pain: int | None = None
    why: str | None = None
    id: int | None = None
    ended: date | None = None  # the day from which it no longer holds

    @property
    def has_dose(self) -> bool:
        """Whether the item says any part of a dose: sets, repetitions, a hold or minutes."""
        return any(part is not None for part in (self.sets, self.reps, self.hold_s, self.minutes))

    @property
    def about(self) -> tuple[str, str | None, str | None]:
        """What the item speaks of (kind, exercise, modality): a later item about the same takes its place."""
        return self.kind, self.exercise, self.modality

    def holds_on(self, day: date) -> bool:
        """Whether the item is in force on a day."""
        begun = self.on <= day and (self.ended is None or day < self.ended)
        return begun and (self.until is None or day <= self.until)

    def is_over(self, day: date) -> bool:
        """Whether the item no longer holds on a day: ended by then, or past its last day."""
        return (self.ended is not None and self.ended <= day) or (self.until is not None and self.until < day)

    def concerns(self, exercise: str, modality: str) -> bool:
        """Whether the item speaks of an exercise, by its id or by its modality."""
        return self.exercise == exercise or self.modality == modality

    def document(self) -> dict[str, Any]:
        """What the item says, as the store keeps it: JSON with dates as ISO text, without number and end."""
        said = {key: value for key, value in self._asdict().items() if key not in ("id", "ended") and value is not None}
        return {key: value.isoformat() if isinstance(value, date) else value for key, value in said.items()}

    def as_dict(self) -> dict[str, Any]:
        """The item as one JSON object, with its number and its end, unknown parts as null."""
        return {key: _text(value) for key, value in self._asdict().items()}

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Prescribed":
        """The item a JSON object describes; raises KeyError, TypeError or ValueError when it is not one."""
        said = {**doc, "on": date.fromisoformat(doc["on"])}
        if said.get("until") is not None:
            said["until"] = date.fromisoformat(said["until"])
        return cls(**said)._checked()

    def _checked(self) -> "Prescribed":
        """The item itself; raises ValueError where a part is none that could have been recorded."""
        words = (self.exercise, self.modality, self.why)
        numbers = (self.sets, self.reps, self.hold_s, self.minutes, self.per_week, self.pain)
        if self.kind not in get_args(ItemKind) or not all(word is None or isinstance(word, str) for word in words):
            raise ValueError(self.kind)
        if not all(number is None or (type(number) is int and 0 <= number <= MOST) for number in numbers):
            raise ValueError(numbers)
        return self


def _text(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


class Prescription(NamedTuple):
    """The items in force on a date: of each thing the last word."""

    added: tuple[Prescribed, ...] = ()
    avoided: tuple[Prescribed, ...] = ()
    limit: Prescribed | None = None
    accepted: Prescribed | None = None

    @property
    def items(self) -> tuple[Prescribed, ...]:
        """All items in force: exercises to give and to leave out, the limit and the accepted pain."""
        return (*self.added, *self.avoided, *(item for item in (self.limit, self.accepted) if item is not None))

    @property
    def exercises(self) -> frozenset[str]:
        """The ids of the prescribed exercises."""
        return frozenset(item.exercise for item in self.added if item.exercise)

    def item_for(self, exercise: str) -> Prescribed | None:
        """What was prescribed of an exercise; None when it was not."""
        return next((item for item in self.added if item.exercise == exercise), None)

    def days_of(self, exercise: str) -> int:
        """The days a week that were prescribed of an exercise; 0 where nobody said how many."""
        asked = self.item_for(exercise)
        return (asked and asked.per_week) or 0

    def item_against(self, exercise: str, modality: str) -> Prescribed | None:
        """The item that asks to leave an exercise out; None without one."""
        found = (item for item in self.avoided if item.concerns(exercise, modality))
        return next(found, None)

    @property
    def most_minutes(self) -> int | None:
        """The most minutes a day that a therapist allows; None without a limit."""
        return self.limit.minutes if self.limit else None

    @property
    def usual_pain(self) -> int | None:
        """The usual pain, 0 to 7, that a clinician accepted; None where none did."""
        return self.accepted.pain if self.accepted else None


def in_force(items: Iterable[Prescribed], on: date) -> Prescription:
    """The prescription on a date, of items in the order they were recorded: the last word on each thing holds."""
    last = {item.about: item for item in items if item.holds_on(on)}
    held = list(last.values())
    return Prescription(
        added=tuple(item for item in held if item.kind == "add"),
        avoided=tuple(item for item in held if item.kind == "avoid"),
        limit=next((item for item in held if item.kind == "limit"), None),
        accepted=next((item for item in held if item.kind == "accept-usual-pain"), None),
    )
