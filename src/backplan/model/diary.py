"""What a person recorded: one entry a session, morning, activity, flare, pause or score of something they do."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal

from backplan.model.vocabulary import Done, Leg
from backplan.model.wording import spaced
from backplan.named_tuple import NamedTuple

EntryKind = Literal["session", "morning", "activity", "flare", "pain", "pause", "function", "signs"]


FIGURES = ("pain", "peak", "effort")  # the numbers of a session, each known or not
FROM_INTERVIEW = "from the interview"  # the note of what was answered there and not logged


# The sign that each flag of `log` reports when pain goes further down the leg; the most urgent first.
LEG_SIGNS: Mapping[str, str] = {
    "saddle": "saddle-numbness",
    "bladder": "bladder-bowel",
    "weak": "leg-weakness",
    "numb": "one-leg-numbness",
}

# What else own words may tell of, by the section of the interview that records it, or the leg.
HEALTH = ("heart", "birth", "pregnancy", "surgery", "conditions", "changed", "leg")

EVERYTHING = "everything"  # among what hurt: the whole session, which was too much then
OF_ANY = frozenset({"why", "note"})  # what any entry may hold
_LEG = frozenset({"leg", "late"})
# What else an entry of each kind may hold: for log, edit, import, restore and reading alike.
HOLDS: Mapping[EntryKind, frozenset[str]] = {
    "session": frozenset({"done", *FIGURES, *_LEG, "of", "loads", "left_out", "less", "hurt"}),
    "activity": frozenset({"done", *FIGURES, *_LEG, "exercise", "minutes", "lands_hard", "aerobic", "hurt"}),
    "morning": frozenset({"pain", *_LEG, "tired", "hurt"}),
    "flare": frozenset({"pain", *_LEG, "hurt"}),
    "pain": frozenset({"pain", *_LEG, "hurt"}),
    "pause": frozenset({"until"}),
    "function": frozenset({"function", "score", *_LEG}),
    # done is no where something was asked about: what of HEALTH was answered, or else that no sign is new
    "signs": frozenset({"signs", *_LEG, "done", "asked"}),
}
OF_WHAT_WAS_DONE = ("peak", "effort", "loads", "left_out", "less")  # what nothing that was let go has
# What of it an entry of each kind cannot be without: where it is missing, the record is damaged.
NEEDS: Mapping[EntryKind, tuple[str, ...]] = {
    "morning": ("pain",),
    "pause": ("until",),
    "function": ("function", "score"),
    "signs": ("signs",),
}


class NamesSpokenOf(NamedTuple):
    """The names of exercises that entries speak of, by id; and what was done of a session where that is less than was
    left out, by its day and what was left out.
    """

    names: Mapping[str, str] = MappingProxyType({})
    alone: Mapping[tuple[date, frozenset[str]], Sequence[str]] = MappingProxyType({})

    def of(self, key: str) -> str:
        """The name of an exercise, or its id in words where nobody knows it any longer."""
        return self.names.get(key, spaced(key).capitalize())


class LogEntry(NamedTuple):
    """One line of the diary. Pain and effort are whole numbers 0-10; ``on`` is the local date it is about."""

    on: date
    kind: EntryKind
    done: Done | None = None
    pain: int | None = None
    peak: int | None = None
    effort: int | None = None
    leg: Leg | None = None
    exercise: str | None = None
    minutes: int | None = None
    why: str | None = None
    note: str | None = None
    until: str | None = None  # the last day of a pause, ISO
    of: str | None = None  # the day a session was planned for, ISO, where it was done on another
    function: str | None = None  # something the person does, in their words
    score: int | None = None  # how well they can do it, from 0 (cannot) to 10 (as before)
    tired: bool | None = None  # whether a morning's pain was tired muscles; None: nobody said, so it counts as the back
    loads: Mapping[str, str] | None = None  # what exercises of a session were done with, by id: 8 kg, red band
    signs: tuple[str, ...] = ()  # red flags, and signs of heart and lungs, that are new on this day
    left_out: tuple[str, ...] = ()  # exercises of a session that were not done, by id
    lands_hard: bool | None = None  # whether an activity was running, jogging or jumping, which earns no minutes
    aerobic: bool | None = None  # False: an activity that is not known as aerobic work; it earns none, either
    hurt: tuple[str, ...] = ()  # exercises that hurt sharply, or were stopped for it, by id; or everything
    late: bool | None = None  # whether its word on the leg was told when a later one was there already
    asked: tuple[str, ...] = ()  # what of HEALTH the interview answered, after own words had raised it
    less: Mapping[str, int] | None = None  # exercises done less than planned, by id, each with its aerobic minutes
    id: int | None = None
    at: str = ""  # the UTC moment it was written, ISO

    @property
    def from_interview(self) -> bool:
        """Whether it is the interview's answer on pain, which nobody logged."""
        return self.kind == "pain" and self.note == FROM_INTERVIEW

    @property
    def planned(self) -> date:
        """The day for which the session of this entry was planned: ``of``, or the day it was done."""
        return date.fromisoformat(self.of) if self.of else self.on

    @property
    def whole(self) -> bool:
        """Whether all of a session was done, but for exercises that are named: part of one may be any of it."""
        return self.done == "all" or (self.done == "part" and bool(self.not_in_full))

    @property
    def not_in_full(self) -> tuple[str, ...]:
        """The exercises of a session that were left out, or done less than planned: none grows by it."""
        return (*self.left_out, *(self.less or {}))

    @property
    def any_part(self) -> bool:
        """Whether part of a session was done, and nobody knows which."""
        return self.done == "part" and not self.not_in_full

    def as_kind(self, kind: EntryKind) -> "LogEntry":
        """What an entry of a kind can hold of this one."""
        return LogEntry(self.on, kind)._replace(**{key: getattr(self, key) for key in HOLDS[kind] | OF_ANY})

    def with_more(self, more: "LogEntry") -> "LogEntry | None":
        """This session with what is told of it later; None where one contradicts the other, or both tell everything."""
        figures = {key: value for key in (*FIGURES, "leg") if (value := getattr(more, key)) is not None}
        twice = all(getattr(each, key) is not None for each in (self, more) for key in FIGURES)
        if twice or any(getattr(self, key) not in (None, value) for key, value in figures.items()):
            return None
        why, note = _both(self.why, more.why), _both(self.note, more.note)
        loads = {**(self.loads or {}), **(more.loads or {})} or None
        left_out = tuple(dict.fromkeys((*self.left_out, *more.left_out)))
        less = {**(self.less or {}), **(more.less or {})} or None
        hurt = tuple(dict.fromkeys((*self.hurt, *more.hurt)))
        done = self.done if self.stands_beside(more) else more.done or self.done
        fuller = self._replace(**figures, done=done, why=why, note=note)
        return fuller._replace(loads=loads, left_out=left_out, less=less, hurt=hurt)

    def stands_beside(self, more: "LogEntry") -> bool:
        """Whether what was left out of this session by name stands, though it is told as all done later: of that nobody
        can tell whether it was done after all.
        """
        return bool(self.not_in_full) and more.done == "all" and not more.not_in_full

    def says_nothing_new(self, again: "LogEntry") -> bool:
        """Whether a session told again on its day tells nothing that this one does not tell."""
        fuller = self.with_more(again._replace(done=again.done or self.done))
        same = {key for key in (*FIGURES, "leg") if getattr(again, key) not in (None, getattr(self, key))}
        if same or (again.done or self.done) != self.done:
            return False
        rest = ("loads", "left_out", "less", "hurt", "why", "note")
        if fuller is not None:
            return all(getattr(fuller, key) == getattr(self, key) for key in (*FIGURES, "leg", *rest))
        return all(getattr(again, key) in (None, (), getattr(self, key)) for key in rest)

    @property
    def own_minutes(self) -> int:
        """Aerobic minutes of an activity beside the plan that was done; none where it lands hard, which waits, nor
        where it is not known as aerobic work.
        """
        counts = self.kind == "activity" and self.done != "no" and not self.lands_hard and self.aerobic is not False
        return (self.minutes or 0) if counts else 0

    @property
    def without_being_done(self) -> tuple[str, ...]:
        """What it tells that only something which was done can have, where it was let go."""
        return tuple(key for key in OF_WHAT_WAS_DONE if self.done == "no" and getattr(self, key) not in (None, ()))

    @property
    def begins_above_its_highest(self) -> bool:
        """Whether the highest pain during it is below the pain with which it began."""
        return self.peak is not None and self.pain is not None and self.peak < self.pain

    @property
    def has_figure(self) -> bool:
        """Whether any number tells how it was."""
        return any(getattr(self, key) is not None for key in FIGURES)

    def as_dict(self) -> dict[str, object]:
        """The entry as one JSON object, dates as ISO text, unknown answers as null."""
        return {
            "id": self.id, "date": self.on.isoformat(), "kind": self.kind, "done": self.done, "pain": self.pain,
            "peak": self.peak, "effort": self.effort, "leg": self.leg, "exercise": self.exercise,
            "minutes": self.minutes, "why": self.why, "note": self.note, "until": self.until, "of": self.of,
            "function": self.function, "score": self.score, "tired": self.tired,
            "loads": self.loads, "signs": list(self.signs), "lands_hard": self.lands_hard, "aerobic": self.aerobic,
            "not": list(self.left_out), "less": self.less, "hurt": list(self.hurt), "asked": list(self.asked),
            "late": self.late, "recorded_at": self.at,
        }  # fmt: skip


def _both(first: str | None, second: str | None) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, (first, second)))) or None


def sessions_by_day(entries: Iterable[LogEntry]) -> dict[date, LogEntry]:
    """The last word on each session, under the day it was planned for; entries come in the order of the diary."""
    return {entry.planned: entry for entry in entries if entry.kind == "session"}


def sessions_done(entries: Iterable[LogEntry]) -> frozenset[date]:
    """The days whose session was done, in whole or part, as planned."""
    return frozenset(day for day, last in sessions_by_day(entries).items() if last.done != "no")


def sessions_whole(entries: Iterable[LogEntry]) -> frozenset[date]:
    """The days whose session was done whole, as planned."""
    return frozenset(day for day, last in sessions_by_day(entries).items() if last.whole)


def not_in_full_by_day(entries: Iterable[LogEntry]) -> dict[date, tuple[str, ...]]:
    """The exercises of a session that were left out, or done less, under the day it was planned for."""
    return {day: found for day, last in sessions_by_day(entries).items() if (found := last.not_in_full)}


def hurt_by_day(entries: Iterable[LogEntry]) -> dict[date, tuple[str, ...]]:
    """The exercises that hurt sharply, under the day their session was planned for; every word counts."""
    found: dict[date, tuple[str, ...]] = {}
    for entry in entries:
        if entry.hurt:
            found[entry.planned] = tuple(dict.fromkeys((*found.get(entry.planned, ()), *entry.hurt)))
    return found


def last_loads(entries: Iterable[LogEntry]) -> dict[str, str]:
    """What each exercise was last done with; entries come in the order of the diary."""
    return {key: load for entry in entries for key, load in (entry.loads or {}).items()}


class Swap(NamedTuple):
    """From a day on, an exercise gives up its slot to another."""

    on: date
    exercise: str
    why: str | None = None
