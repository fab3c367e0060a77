"""What a therapist prescribed: one record an item, and the prescription in force on a date."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, get_args

from backplan.model.particulars import BANDS, PLAIN, Particulars, with_band
from backplan.model.vocabulary import MINUTES_OF_A_DAY, WEEKDAYS, ClearedBy, Modality, Movement, Tag, Weekday
from backplan.model.wording import counted
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from backplan.model.exercise import Exercise

ItemKind = Literal["add", "avoid", "limit", "accept-usual-pain"]
Avoidable = Literal["bending", "arching", "twisting", "side-bending"]
Weight = Literal["kg", "lb"]
Growing = Literal["reps", "hold_s", "sets", "minutes", "kg", "lb", "band"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)  # of a load that grows
COUNTS: Mapping[Growing, str] = {"reps": "repetition", "hold_s": "second", "sets": "set", "minutes": "minute"}
MOST = MINUTES_OF_A_DAY  # no number of a prescription is larger
ALTERNATE = 4  # the days of a week that every other day comes to at the most
# What a movement to avoid comes to, and the tag that the library marks against what provokes the same. A small arc
# counts as well: who asks to leave bending out does not mean some of it.
AVOIDED: Mapping[Avoidable, tuple[frozenset[Movement], Tag | None]] = MappingProxyType({
    "bending": (frozenset({"flexion-mild", "flexion", "flexion-loaded"}), "flexion-intolerant"),
    "arching": (frozenset({"extension-mild", "extension", "extension-loaded"}), "extension-intolerant"),
    "twisting": (frozenset({"rotation-mild", "rotation", "rotation-loaded"}), None),
    "side-bending": (frozenset({"lateral-mild", "lateral"}), None),
})  # fmt: skip
TEMPO = r"\d{1,2}(-\d{1,2}){1,3}"  # compiled when first asked for


class Growth(NamedTuple):
    """How a therapist lets a dose grow: one part of it, by so much, after so many days at the least, each with good
    sessions; never past the end.
    """

    part: Growing
    by: float
    days: int
    most: float
    sessions: int = 1

    def as_dict(self) -> dict[str, Any]:
        """The growth as JSON."""
        return self._asdict()

    def words_of(self, much: float) -> str:
        """So much of what grows, in words: 2 repetitions, 2.5 kg, 1 band."""
        if self.part == "band":
            return counted(int(much), "band")
        return f"{much:g} {self.part}" if self.part in WEIGHTS else counted(int(much), COUNTS[self.part])

    def level(self, much: float) -> str:
        """What it has grown to, in words or as a number: 12, 2.5 kg, green."""
        if self.part == "band":
            return BANDS[int(much) - 1]
        return self.words_of(much) if self.part in WEIGHTS else f"{much:g}"


class Prescribed(NamedTuple):
    """One item of a prescription, with who gave it and when.

    ``add`` has an exercise and, where they were said, its dose and how that grows, its days and its last day or what it
    goes on until; ``avoid`` an exercise, a modality or a movement; ``limit`` minutes a day; ``accept-usual-pain`` a
    pain from 0 to 7.
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
    particulars: Particulars = PLAIN
    per_week_most: int | None = None  # of 2 to 3 days a week: the 3
    days: tuple[Weekday, ...] = ()  # the only days of the week
    alternate: bool = False  # never on two days running
    until_met: str | None = None  # what it goes on until, in words
    growth: Growth | None = None
    movement: Avoidable | None = None
    therapist: str | None = None  # the name of who gave it
    knows: bool = False  # who gave it knows of the care that the exercise needs, and wants the whole dose

    @property
    def giver(self) -> str:
        """Who gave it: physiotherapist, or physiotherapist (Sarah Jones)."""
        return f"{self.by} ({self.therapist})" if self.therapist else self.by

    @property
    def has_dose(self) -> bool:
        """Whether the item says any part of a dose: sets, repetitions, a hold or minutes, or how it grows."""
        return any(part is not None for part in (self.sets, self.reps, self.hold_s, self.minutes, self.growth))

    def grown_to(self, much: float) -> "Prescribed":
        """The item with the part of its dose that grows at so much; itself where none grows."""
        if self.growth is None:
            return self
        if self.growth.part == "band":
            load = with_band(self.particulars.load or "", int(much))
            return self._replace(particulars=self.particulars._replace(load=load))
        if self.growth.part in WEIGHTS:
            return self._replace(particulars=self.particulars._replace(load=self.growth.words_of(much)))
        part: dict[str, Any] = {self.growth.part: int(much)}
        return self._replace(**part)

    @property
    def least_days(self) -> int | None:
        """The days a week that were asked for, the least of a range; so many times a day is every day, where no days
        were said. None where nobody said how many.
        """
        if self.per_week or self.days or self.alternate:
            return self.per_week or len(self.days) or ALTERNATE
        return len(WEEKDAYS) if self.particulars.times_a_day else None

    @property
    def through_the_day(self) -> bool:
        """Whether it is done several times on every day, so that it needs no session to stand in."""
        return self.particulars.times > 1 and self.least_days == len(WEEKDAYS)

    @property
    def most_days(self) -> int | None:
        """The most days a week that were said, of a range its upper end; None where nobody said how many."""
        return self.per_week_most or self.least_days

    @property
    def about(self) -> tuple[str, str | None, str | None]:
        """What the item speaks of (kind, exercise, modality or movement): a later item about the same takes its
        place.
        """
        return self.kind, self.exercise, self.modality or self.movement

    def holds_on(self, day: date) -> bool:
        """Whether the item is in force on a day."""
        begun = self.on <= day and (self.ended is None or day < self.ended)
        return begun and (self.until is None or day <= self.until)

    def is_over(self, day: date) -> bool:
        """Whether the item no longer holds on a day: ended by then, or past its last day."""
        return (self.ended is not None and self.ended <= day) or (self.until is not None and self.until < day)

    def concerns(self, exercise: "Exercise") -> bool:
        """Whether the item speaks of an exercise, by its id, by its modality, or by what it does to the back."""
        if self.movement is None:
            return self.exercise == exercise.id or self.modality == exercise.modality
        movements, tag = AVOIDED[self.movement]
        return not movements.isdisjoint(exercise.movements) or tag in exercise.contraindications

    def document(self) -> dict[str, Any]:
        """What the item says, as the store keeps it: JSON with dates as ISO text, without number and end."""
        apart = ("id", "ended", "particulars")
        fields = {key: value for key, value in self._asdict().items() if key not in apart and not _unsaid(value)}
        return {key: _json(value) for key, value in fields.items()} | self.particulars.as_dict()

    def as_dict(self) -> dict[str, Any]:
        """The item as one JSON object, with its number and its end, unknown parts as null."""
        fields = {key: _json(value) for key, value in self._asdict().items() if key != "particulars"}
        return fields | {key: _json(value) for key, value in self.particulars._asdict().items()}

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Prescribed":
        """The item a JSON object describes; raises KeyError, TypeError or ValueError when it is not one."""
        plain = {key: value for key, value in doc.items() if key not in Particulars._fields}
        fields = {**plain, "on": date.fromisoformat(doc["on"]), "particulars": Particulars.of(doc)}
        if fields.get("until") is not None:
            fields["until"] = date.fromisoformat(fields["until"])
        if fields.get("growth") is not None:
            fields["growth"] = Growth(**fields["growth"])
        return cls(**{**fields, "days": tuple(fields.get("days", ()))})._checked()

    def _checked(self) -> "Prescribed":
        """The item itself; raises ValueError where a part is none that could have been recorded."""
        asked = self.particulars
        words = (self.exercise, self.modality, self.why, self.until_met, self.therapist, asked.load, asked.circuit)
        if self.kind not in get_args(ItemKind) or not all(word is None or isinstance(word, str) for word in words):
            raise ValueError(self.kind)
        numbers = (
            self.sets, self.reps, self.hold_s, self.minutes, self.per_week, self.per_week_most, self.pain,
            asked.times_a_day, asked.rest_s, asked.effort, *asked.each_set,
        )  # fmt: skip
        if not all(number is None or (type(number) is int and 0 <= number <= MOST) for number in numbers):
            raise ValueError(numbers)
        if asked.tempo is not None and not re.fullmatch(TEMPO, asked.tempo):
            raise ValueError(asked.tempo)
        if not {*self.days} <= {*WEEKDAYS}:
            raise ValueError(self.days)
        return self


def _unsaid(value: object) -> bool:
    return value is None or value is False or value == ()


def _json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Growth):
        return value.as_dict()
    return list(value) if isinstance(value, tuple) else value


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
        return frozenset([item.exercise for item in self.added if item.exercise]) if self.added else frozenset()

    def item_for(self, exercise: str) -> Prescribed | None:
        """What was prescribed of an exercise; None when it was not."""
        for item in self.added:
            if item.exercise == exercise:
                return item
        return None

    def days_of(self, exercise: str) -> int:
        """The days a week that were prescribed of an exercise, at the least; 0 where nobody said how many."""
        asked = self.item_for(exercise)
        return (asked and asked.least_days) or 0

    def times_of(self, exercise: str) -> int:
        """How many times on a day an exercise is done; once where nobody said."""
        asked = self.item_for(exercise)
        return asked.particulars.times if asked else 1

    def item_against(self, exercise: "Exercise") -> Prescribed | None:
        """The item that asks to leave an exercise out; None without one."""
        found = (item for item in self.avoided if item.concerns(exercise))
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
