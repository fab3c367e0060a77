"""The week as planned and shown: plain frozen values, each with its JSON document."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, cast

from backplan.model.bars import Bars, Wishes
from backplan.model.card import ExerciseCard
from backplan.model.move import Move
from backplan.model.particulars import PLAIN, Particulars
from backplan.model.told import Change, Notice
from backplan.model.usual import Usual
from backplan.model.vocabulary import WEEKDAYS, BlockKind, Done, Level, Mode, Place, Weekday
from backplan.model.week_kind import WEEK_KINDS, WeekKind
from backplan.model.wording import span
from backplan.named_tuple import NamedTuple

WEEK = timedelta(days=7)
STRETCH = 15  # seconds; so long a hold is what counts, and sets are one
ACTIVE_FROM = 8  # minutes; a shorter day is no active day, unless it is all a person has; our own inference
LEARNING_WEEKS = 3  # in which tired muscles are no alarm; our own inference
LONG_ENOUGH = 3  # seconds; a shorter hold is just the turn of the movement


class GivenDose(NamedTuple):
    """The dose of an exercise as given: sets of repetitions, each with a hold in seconds, or minutes; and what a
    therapist asks besides.
    """

    sets: int = 1
    reps: int = 1
    hold_s: int = 0
    per_side: bool = False
    minutes: int | None = None
    particulars: Particulars = PLAIN

    @property
    def each_set(self) -> tuple[int, ...]:
        """The repetitions of each set, where a therapist wants them to differ: none above ``reps``, which what makes a
        dose lighter brings down.
        """
        asked = self.particulars.each_set
        return tuple(min(reps, self.reps) for reps in asked[: self.sets]) if asked else asked

    @property
    def repetitions(self) -> int:
        """The repetitions of all sets together, of one side."""
        return sum(self.each_set) if self.particulars.each_set else self.sets * self.reps

    def reps_in(self, number: int) -> int:
        """The repetitions of the set of a number, from 1."""
        return self.each_set[number - 1] if self.each_set else self.reps

    @property
    def stretch(self) -> bool:
        """Whether the hold is what counts, so that sets and repetitions are one."""
        return 1 in (self.sets, self.reps) and self.hold_s >= STRETCH and not self.each_set

    def words(self) -> str:
        """The dose as people write it: 3 x 8, hold 8 s, each side; 3 x 20 s; 6-4-2; or 20 min."""
        return ", ".join(filter(None, (self._plain_words(), self.particulars.words())))

    def _plain_words(self) -> str:
        """Sets, repetitions, hold and minutes alone, without what a therapist asks besides."""
        if self.minutes is not None:
            return f"{self.minutes} min"
        if self.stretch:
            return f"{self.sets * self.reps} x {span(self.hold_s)}" + (", each side" if self.per_side else "")
        parts = ["-".join(map(str, self.each_set)) or f"{self.sets} x {self.reps}"]
        if self.hold_s >= LONG_ENOUGH:
            parts.append(f"hold {span(self.hold_s)}")
        if self.per_side:
            parts.append("each side")
        return ", ".join(parts)

    def as_dict(self) -> dict[str, object]:
        """The dose in the shape the interface fixes: sets, reps and hold, or minutes; then what else is asked."""
        if self.minutes is not None:
            return {"minutes": self.minutes} | self.particulars.as_dict()
        plain = {"sets": self.sets, "reps": self.reps, "hold_s": self.hold_s, "per_side": self.per_side}
        return plain | self.particulars.as_dict()

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "GivenDose":
        """The dose a JSON object describes."""
        asked = Particulars.of(doc)
        plain = {key: value for key, value in doc.items() if key not in Particulars._fields}
        return cls(**plain, particulars=asked)


class Item(NamedTuple):
    """One exercise in a block, at its dose, with the reason it is there."""

    exercise: str
    name: str
    seconds: int
    dose: GivenDose
    why: str
    caution: str | None = None
    load: str | None = None  # what becomes of its load this week; of a walk or ride, that it has brisk parts
    how_hard: str | None = None
    last_load: str | None = None  # what it was last done with; known when the week is shown, and not stored
    aerobic: bool = False  # beside the sessions: a walk or ride that a therapist asks for every day

    @property
    def seconds_a_day(self) -> int:
        """Seconds of all the times it is done on a day."""
        return self.seconds * self.dose.particulars.times

    def as_dict(self) -> dict[str, object]:
        """The item as JSON."""
        doc: dict[str, object] = {
            "exercise": self.exercise,
            "name": self.name,
            "seconds": self.seconds,
            "dose": self.dose.as_dict(),
            "why": self.why,
        }
        if self.caution:
            doc["caution"] = self.caution
        later = {"load": self.load, "how_hard": self.how_hard, "last_load": self.last_load, "aerobic": self.aerobic}
        return doc | {key: value for key, value in later.items() if value}

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Item":
        """The item a JSON object describes."""
        later = {key: doc[key] for key in ("caution", "load", "how_hard", "aerobic") if key in doc}
        dose = GivenDose.of(doc["dose"])
        return cls(doc["exercise"], doc["name"], _once(doc["seconds"], dose), dose, doc["why"], **later)


def _once(seconds: int, dose: GivenDose) -> int:
    """Seconds of one time of a day: of a walk, weeks stored by 0.1 may hold those of all its times."""
    times = dose.particulars.times
    all_times = times > 1 and dose.minutes is not None and seconds == 60 * dose.minutes * times
    return seconds // times if all_times else seconds


class DayBlock(NamedTuple):
    """A part of a session: warm-up, core, aerobic ... A prescribed one is a therapist's exercises of a kind on a day
    that has no session of that kind.
    """

    kind: BlockKind
    items: tuple[Item, ...]
    prescribed: bool = False

    @property
    def seconds(self) -> int:
        """Seconds that the block takes in all: holds, moves, rests, both sides, getting ready."""
        return sum([item.seconds for item in self.items])

    @property
    def seconds_a_day(self) -> int:
        """Seconds of the block with all the times of the day that some of it is done."""
        return sum([item.seconds_a_day for item in self.items])

    def with_loads(self, loads: Mapping[str, str], noted: Collection[str]) -> "DayBlock":
        """The block with what its exercises were last done with; a step of load is no news once this week's load was
        noted.
        """
        items = (
            each._replace(load=None if each.exercise in noted else each.load, last_load=loads.get(each.exercise))
            for each in self.items
        )
        return self._replace(items=tuple(items))

    def as_dict(self) -> dict[str, object]:
        """The block as JSON."""
        doc: dict[str, object] = {"kind": self.kind, "seconds": self.seconds}
        if self.prescribed:
            doc["prescribed"] = True
        return doc | {"items": [item.as_dict() for item in self.items]}

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "DayBlock":
        """The block a JSON object describes."""
        return cls(doc["kind"], tuple(Item.of(item) for item in doc["items"]), doc.get("prescribed", False))


def minutes_of(blocks: Iterable[DayBlock]) -> int:
    """Minutes of some blocks together, rounded up once."""
    return -(-sum(block.seconds for block in blocks) // 60)


class Session(NamedTuple):
    """What is done in one visit to one place (home, outdoors, pool or gym)."""

    place: Place
    blocks: tuple[DayBlock, ...]

    @property
    def minutes(self) -> int:
        """Minutes that the session takes, rounded up once for all its blocks."""
        return minutes_of(self.blocks)

    def without(self, left_out: Collection[str]) -> "Session":
        """The session without some exercises; a block with no other is gone, too."""
        kept = ((block, tuple(each for each in block.items if each.exercise not in left_out)) for block in self.blocks)
        return self._replace(blocks=tuple(block._replace(items=items) for block, items in kept if items))

    def with_items(self, change: Callable[[Item], Item]) -> "Session":
        """The session with each of its exercises changed."""
        blocks = (block._replace(items=tuple(map(change, block.items))) for block in self.blocks)
        return self._replace(blocks=tuple(blocks))

    def with_loads(self, loads: Mapping[str, str], noted: Collection[str]) -> "Session":
        """The session with what its exercises were last done with, and without the steps of load of those noted."""
        return self._replace(blocks=tuple(each.with_loads(loads, noted) for each in self.blocks))

    def as_dict(self) -> dict[str, object]:
        """The session as JSON."""
        return {"place": self.place, "minutes": self.minutes, "blocks": [block.as_dict() for block in self.blocks]}

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Session":
        """The session a JSON object describes."""
        return cls(doc["place"], tuple(DayBlock.of(block) for block in doc["blocks"]))


QUESTION_FIRST = "a question first"  # why nothing is given for today while a question of a sign waits


class Day(NamedTuple):
    """One date of the week: its sessions (none on a rest day), and a few minutes of coping and of what is done daily,
    which are no session.
    """

    on: date
    sessions: tuple[Session, ...] = ()
    coping: DayBlock | None = None
    planned: bool = True  # False for the days before a plan begun midweek
    done: Done | None = None
    pause: str | None = None  # why nothing is planned, in the person's own word, or QUESTION_FIRST
    done_on: date | None = None  # the day it was done, where that was another
    daily: DayBlock | None = None
    left_out: tuple[str, ...] = ()  # exercises that were not done; known when the week is shown, and not stored
    less: tuple[str, ...] = ()  # those of which less was done; known then, too

    @property
    def outcome(self) -> Done | None:
        """What became of the day as a whole, as far as the diary says: part of it where an exercise was left out."""
        return "part" if (self.left_out or self.less) and self.done == "all" else self.done

    @property
    def as_done(self) -> "Day":
        """The day as it was done, without what was left out; as it was planned where that was everything."""
        done = self.without(self.left_out)
        return done if done.sessions else self

    def became(self, exercise: str) -> Done | None:
        """What became of one of its exercises, as far as the diary says: where those left out are named, all others
        were done.
        """
        if exercise in self.left_out:
            return "no"
        if exercise in self.less:
            return "part"
        return "all" if self.left_out or self.less else self.done

    @property
    def minutes(self) -> int:
        """Minutes of the day's sessions together."""
        return sum(session.minutes for session in self.sessions)

    @property
    def minutes_later(self) -> int:
        """Minutes of what the day's sessions hold that is done again later in the day."""
        return -(-sum(block.seconds_a_day - block.seconds for block in self.blocks()) // 60)

    @property
    def aerobic_minutes(self) -> int:
        """Aerobic minutes of the day's sessions together and of the times they are walked again, rounded down."""
        return sum(block.seconds_a_day for block in self.blocks() if block.kind == "aerobic") // 60

    @property
    def aerobic_beside(self) -> int:
        """Minutes of the walks and rides that a therapist asks for beside the day's sessions."""
        return sum(item.seconds_a_day for item in self.daily.items if item.aerobic) // 60 if self.daily else 0

    @property
    def aerobic_in_all(self) -> int:
        """Aerobic minutes of the day's sessions, and of what a therapist asks for beside them."""
        return self.aerobic_minutes + self.aerobic_beside

    @property
    def unasked(self) -> bool:
        """Whether a session was done on a day of a pause, which asked for none."""
        return self.pause is not None and not self.sessions and self.done in ("all", "part")

    @property
    def rest(self) -> bool:
        """Whether the day is planned and has no session."""
        return self.planned and not self.sessions

    @property
    def active(self) -> bool:
        """Whether the day counts as an active one; a few prescribed minutes alone leave the back its rest."""
        own = any(not block.prescribed and block.kind not in ("warm-up", "cool-down") for block in self.blocks())
        return own or (bool(self.sessions) and self.minutes >= ACTIVE_FROM)

    @property
    def weekday(self) -> Weekday:
        """The day of the week, like mon."""
        return WEEKDAYS[self.on.weekday()]

    @property
    def kinds(self) -> frozenset[BlockKind]:
        """The kinds of work the day counts for; a prescribed exercise by itself makes no session of its kind."""
        return frozenset(block.kind for block in self.blocks() if not block.prescribed)

    @property
    def works(self) -> frozenset[BlockKind]:
        """The kinds of work the day holds, prescribed exercises by themselves, too."""
        return frozenset(block.kind for block in self.blocks())

    @property
    def at_pool(self) -> bool:
        """Whether one of the day's sessions is a visit to the pool."""
        return any(session.place == "pool" for session in self.sessions)

    @property
    def exercises(self) -> frozenset[str]:
        """The ids of the exercises in the day's sessions, without the coping beside them."""
        return frozenset([item.exercise for block in self.blocks() for item in block.items])

    @property
    def stretched(self) -> bool:
        """Whether the day stretches anything, prescribed stretches included."""
        return any(block.kind in ("cool-down", "stretch") for block in self.blocks())

    def blocks(self) -> list[DayBlock]:
        """The blocks of all the day's sessions, in order."""
        return [block for session in self.sessions for block in session.blocks]

    @property
    def beside(self) -> list[DayBlock]:
        """What stands beside the sessions: what is done daily, and the few minutes of coping."""
        return [block for block in (self.daily, self.coping) if block]

    def everything(self) -> list[DayBlock]:
        """The blocks of all the day's sessions, in order, and what stands beside them last."""
        return [*self.blocks(), *self.beside]

    def without(self, left_out: Collection[str]) -> "Day":
        """The day without some exercises of its sessions, as it was done; what they alone made up is gone, too."""
        if self.exercises.isdisjoint(left_out):
            return self
        return self._replace(sessions=tuple(left for each in self.sessions if (left := each.without(left_out)).blocks))

    def with_items(self, change: Callable[[Item], Item]) -> "Day":
        """The day with each exercise of its sessions, and of what is done daily, changed."""
        daily = self.daily and self.daily._replace(items=tuple(map(change, self.daily.items)))
        return self._replace(sessions=tuple(each.with_items(change) for each in self.sessions), daily=daily)

    def with_loads(self, loads: Mapping[str, str], noted: Collection[str]) -> "Day":
        """The day with what its exercises were last done with, and without the steps of load of those noted."""
        return self._replace(sessions=tuple(each.with_loads(loads, noted) for each in self.sessions))

    def as_dict(self) -> dict[str, object]:
        """The day as JSON."""
        return {
            "date": self.on.isoformat(),
            "rest": self.rest,
            "planned": self.planned,
            "minutes": self.minutes,
            "done": self.done,
            "done_on": self.done_on and self.done_on.isoformat(),
            "pause": self.pause,
            **({"not": list(self.left_out)} if self.left_out else {}),
            **({"less": list(self.less)} if self.less else {}),
            "sessions": [session.as_dict() for session in self.sessions],
            "coping": self.coping and self.coping.as_dict(),
            "daily": self.daily and self.daily.as_dict(),
        }

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Day":
        """The day a JSON object describes."""
        return cls(
            date.fromisoformat(doc["date"]),
            tuple(Session.of(session) for session in doc["sessions"]),
            DayBlock.of(doc["coping"]) if doc["coping"] else None,
            doc["planned"],
            doc["done"],
            doc["pause"],
            date.fromisoformat(doc["done_on"]) if doc.get("done_on") else None,
            DayBlock.of(doc["daily"]) if doc.get("daily") else None,
        )


LEFT_OVER = 2  # minutes


class Balance(NamedTuple):
    """What a week was asked to hold of one target, what it holds, the goal beyond, and why it falls short if so."""

    target: str
    asked: int
    got: int
    aim: int
    unit: str
    reason: str | None = None
    minutes: int | None = None  # minutes beside sessions, where sessions alone would hide how small they are

    @property
    def met(self) -> bool:
        """Whether the week holds what was asked of it."""
        return self.got >= self.asked

    @property
    def enough(self) -> bool:
        """Whether nothing is missing that is worth a word: of minutes, a minute or two, which sessions of whole minutes
        leave over, are not.
        """
        left_over = min(LEFT_OVER, self.asked // 10) if self.unit == "min" else 0
        return self.got + left_over >= self.asked

    @property
    def growing(self) -> bool:
        """Whether the week holds what was asked of it, and still grows towards the goal beyond."""
        return self.enough and self.target == "aerobic" and self.got < self.aim

    def as_dict(self) -> dict[str, object]:
        """The row as JSON."""
        doc: dict[str, object] = {
            "target": self.target, "asked": self.asked, "got": self.got, "aim": self.aim, "unit": self.unit,
            "met": self.met, "reason": self.reason,
        }  # fmt: skip
        if self.minutes is not None:
            doc["minutes"] = self.minutes
        return doc

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Balance":
        """The row a JSON object describes."""
        return cls(doc["target"], doc["asked"], doc["got"], doc["aim"], doc["unit"], doc["reason"], doc.get("minutes"))


class OwnDone(NamedTuple):
    """What somebody did of their own on a day, beside the plan, and whether it counts among its aerobic minutes:
    running and jumping, which wait, do not, and what is not known as aerobic work does not.
    """

    on: date
    exercise: str
    minutes: int
    counts: bool = True
    waits: bool = False

    def as_dict(self) -> dict[str, object]:
        """What was done as JSON."""
        return {**self._asdict(), "on": self.on.isoformat()}


class Totals(NamedTuple):
    """What a week holds of each part: aerobic minutes; rounds of the core, a set each of back, abdominal and side; sets
    of hip and choice; rounds of strength; visits to a pool; for whom balance is asked, sets of it, in strength and
    beside core.
    """

    aerobic: int = 0
    core: int = 0
    more: int = 0
    strength: int = 0
    water: int = 0
    balance: int = 0


# What a week plans, whatever the days it lays that on.
_PLANNED = (
    "mode", "programme", "calm_programme", "rungs", "levels", "asked_level", "moves", "aerobic_step", "whole_step",
    "intensity", "own_bouts", "holds", "balance", "wishes", "bars", "only_days", "missed", "ahead", "begun",
)  # fmt: skip


class Week(NamedTuple):
    """A whole week, ready to show: the days, what it balances, what was left out and why, and what changed."""

    starts: date
    programme_week: int
    level: Level
    mode: Mode
    usual: Usual
    days: tuple[Day, ...]
    balance: tuple[Balance, ...] = ()
    left_out: tuple[Mapping[str, Any], ...] = ()
    left_out_counts: tuple[tuple[str, int], ...] = ()  # in words, most first
    changes: tuple[Change, ...] = ()
    moves: tuple[Move, ...] = ()  # the changes that the diary made
    notices: tuple[Notice, ...] = ()
    programme: Mapping[str, str] = MappingProxyType({})  # slot -> exercise id, kept from week to week
    calm_programme: Mapping[str, str] = MappingProxyType(
        {}
    )  # slot -> exercise id of a normal week, kept through gentle ones
    rungs: Mapping[str, int] = MappingProxyType({})  # how far each exercise had climbed when the week began
    levels: Mapping[str, Level] = MappingProxyType({})  # of core, strength and aerobic work
    asked_level: Level = "basic"  # what the person asked for when this was laid out
    aerobic_step: int = 0  # aerobic minutes of one session this week
    whole_step: int = 0  # aerobic minutes of one session in a calm week; the next week grows from them
    bars: Mapping[date, Bars] = MappingProxyType({})  # what barred exercises on each day
    wishes: Wishes = Wishes()  # what the person would like, when this was laid out
    begun: date | None = None  # the first day this week was planned from
    normal_until: date | None = None  # from this day on a week that had begun as a normal one was none
    only_days: tuple[Weekday, ...] | None = None  # the days of `week --days`
    cards: Mapping[str, ExerciseCard] = MappingProxyType({})  # by the exercise's id
    evidence: str = ""  # changes with what the diary said of the time before this week
    missed: tuple[date, ...] = ()  # the days whose session was not done, as far as this was laid out around them
    ahead: tuple[date, ...] = ()  # the days to come whose session was done already, as far as known when laid out
    intensity: Mapping[str, int] = MappingProxyType({})  # kind of aerobic work -> rungs above its easy exercise
    own_bouts: Mapping[str, int] = MappingProxyType({})  # ``whole_step`` of each figure that is borne for less long
    holds: Totals | None = None  # what a whole normal week holds now, which the next one keeps; None where not known
    own: tuple[OwnDone, ...] = ()  # done beside the plan; known when the week is shown, and not stored

    @property
    def learning(self) -> bool:
        """Whether something is new in the week: it is one of the first, or brings an exercise that was not there
        before.
        """
        return something_new(self.programme_week, self.moves)

    @property
    def kind(self) -> WeekKind:
        """The kind of week that pain made of it, with what such a week is like."""
        return WEEK_KINDS[self.mode]

    @property
    def full(self) -> bool:
        """Whether it was shown as a normal week from its Monday on, without a pause, on whichever days."""
        begun = self.begun is None or self.begun == self.starts
        return self.kind.grows and begun and not any(day.pause for day in self.days)

    @property
    def eased(self) -> bool:
        """Whether pain made some days of it gentle, or three quarters of normal ones."""
        return self.kind.gentle or self.normal_until is not None or any(day.quarters for day in self.bars.values())

    @property
    def whole(self) -> bool:
        """Whether it was shown as a whole normal week: from its Monday, on the person's own days, without a pause."""
        return self.full and not self.only_days

    def keeping(self, shown: "Week | None", first: date) -> "Week":
        """The week, laid anew from a day on, with what it was told to grow as a normal one, where pain has made it
        another kind since it was last shown: what was done of it before is not lost.
        """
        if shown is None or not (shown.kind.grows or shown.normal_until):
            return self
        until = shown.normal_until or (None if self.kind.grows else first)
        if self.kind.grows:
            return self._replace(normal_until=until)
        return self._replace(
            normal_until=until,
            rungs=shown.rungs,
            calm_programme=shown.calm_programme,
            whole_step=shown.whole_step,
            own_bouts=shown.own_bouts,
            intensity=shown.intensity,
            holds=shown.holds,
        )

    def plans_what(self, shown: "Week") -> bool:
        """Whether it plans what a week was shown with, if on other days: the same exercises, doses, bouts and totals,
        of which nothing is barred that was not.
        """
        return all(getattr(self, name) == getattr(shown, name) for name in _PLANNED)

    def no_more_than(self, before: "Week") -> bool:
        """Whether no exercise, rung or bout in it has gone on from those of another week, for the same wishes."""
        same = self.wishes.comfortable == before.wishes.comfortable and self.asked_level == before.asked_level
        return (
            same
            and self.calm_programme == before.calm_programme
            and self.whole_step <= before.whole_step
            and all(self.rungs.get(key, 0) <= rung for key, rung in before.rungs.items())
        )

    @property
    def name(self) -> str:
        """The name of the week in the ISO calendar, like 2026-W48."""
        return week_name(self.starts)

    def day(self, on: date) -> Day | None:
        """The day of a date, if it lies in this week."""
        return next((day for day in self.days if day.on == on), None)

    def as_dict(self) -> dict[str, object]:
        """The week as the interface's JSON document."""
        return {
            "schema": 1,
            "week": self.name,
            "starts": self.starts.isoformat(),
            "programme_week": self.programme_week,
            "level": self.level,
            "mode": self.mode,
            "pain": self.usual.as_dict(),
            "days": [day.as_dict() for day in self.days],
            "balance": [row.as_dict() for row in self.balance],
            "left_out": [dict(entry) for entry in self.left_out],
            "changes": [change.sentence for change in self.changes],
            "notices": [notice.sentence for notice in self.notices],
            "programme": dict(self.programme),
            "step": self.aerobic_step,
            "levels": dict(self.levels),
            "moves": [move.as_dict() for move in self.moves],
            **({"own": [each.as_dict() for each in self.own]} if self.own else {}),
        }

    def document(self) -> dict[str, object]:
        """The whole week as the store keeps it, a JSON document that ``Week.of`` reads back."""
        return self.as_dict() | {
            "bars": {day.isoformat(): barred.line for day, barred in self.bars.items()},
            "whole_step": self.whole_step,
            "rungs": dict(self.rungs),
            "wishes": self.wishes.line,
            "asked_level": self.asked_level,
            "calm_programme": dict(self.calm_programme),
            "evidence": self.evidence,
            "missed": [day.isoformat() for day in self.missed],
            "ahead": [day.isoformat() for day in self.ahead],
            "begun": self.begun and self.begun.isoformat(),
            "normal_until": self.normal_until and self.normal_until.isoformat(),
            "left_out_counts": [list(pair) for pair in self.left_out_counts],
            "only_days": self.only_days and list(self.only_days),
            "holds": self.holds and list(self.holds if self.holds.balance else self.holds[:-1]),
            "intensity": dict(self.intensity),
            **({"own_bouts": dict(self.own_bouts)} if self.own_bouts else {}),
            "cards": {key: card.as_dict() for key, card in self.cards.items()},
            "told": {
                "notices": [[each.kind, list(each.about), each.detail, list(each.parts)] for each in self.notices],
                "changes": [[each.kind, list(each.about), each.on and each.on.isoformat()] for each in self.changes],
            },
        }

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Week":
        """The week a stored document describes; raises KeyError, TypeError or ValueError when it is not one."""
        return cls(
            starts=date.fromisoformat(doc["starts"]),
            programme_week=doc["programme_week"],
            level=doc["level"],
            mode=doc["mode"],
            usual=Usual.of(doc["pain"]),
            days=tuple(Day.of(day) for day in doc["days"]),
            balance=tuple(Balance.of(row) for row in doc["balance"]),
            left_out=tuple(doc["left_out"]),
            left_out_counts=tuple((label, count) for label, count in doc["left_out_counts"]),
            changes=tuple(map(_change, doc["changes"], _kept_beside(doc, "changes"))),
            notices=tuple(map(_notice, doc["notices"], _kept_beside(doc, "notices"))),
            programme=doc["programme"],
            aerobic_step=doc["step"],
            bars={date.fromisoformat(day): Bars.of(line) for day, line in doc["bars"].items()},
            moves=tuple(Move.of(move) for move in doc["moves"] if not isinstance(move, str)),
            whole_step=doc["whole_step"],
            rungs=doc["rungs"],
            wishes=Wishes.of(doc["wishes"]),
            begun=date.fromisoformat(doc["begun"]) if doc["begun"] else None,
            only_days=cast("tuple[Weekday, ...]", tuple(doc["only_days"])) if doc["only_days"] else None,
            cards={key: ExerciseCard.of(card) for key, card in doc["cards"].items()},
            # Weeks stored by 0.1 before these were kept have none of them.
            levels=doc.get("levels", {}),
            calm_programme=doc.get("calm_programme", doc["programme"]),
            asked_level=doc.get("asked_level", doc["level"]),
            evidence=doc.get("evidence", ""),
            missed=tuple(date.fromisoformat(day) for day in doc.get("missed", ())),
            ahead=tuple(date.fromisoformat(day) for day in doc.get("ahead", ())),
            holds=Totals(*doc["holds"]) if doc.get("holds") else None,
            intensity=doc.get("intensity", {}),
            own_bouts=doc.get("own_bouts", {}),
            normal_until=date.fromisoformat(doc["normal_until"]) if doc.get("normal_until") else None,
        )


def _kept_beside(doc: Mapping[str, Any], what: str) -> Sequence[Any]:
    """What was kept beside each sentence of a stored week; weeks stored by 0.1 have only the sentences."""
    return cast("Sequence[Any]", doc["told"][what]) if "told" in doc else [["earlier", (), None]] * len(doc[what])


def _notice(sentence: str, beside: Sequence[Any]) -> Notice:
    kind, about, detail, *parts = beside
    return Notice(kind, sentence, tuple(about), detail or "", tuple(*parts))


def _change(sentence: str, beside: Sequence[Any]) -> Change:
    kind, about, on = beside
    return Change(kind, sentence, tuple(about), date.fromisoformat(on) if on else None)


def something_new(programme_week: int, moves: Iterable[Move]) -> bool:
    """Whether the body still learns: the first three weeks of a plan, or a move that brought a new exercise."""
    return programme_week <= LEARNING_WEEKS or any(move.new for move in moves)


def monday(day: date) -> date:
    """The Monday of the ISO week a date lies in."""
    return day - timedelta(days=day.weekday())


def week_name(day: date) -> str:
    """The ISO week of a date, like 2026-W48 (with the ISO year, which is not always the calendar's)."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def sets_of(blocks: Iterable[DayBlock]) -> int:
    """Sets of the core and strength work in some blocks."""
    return sum([item.dose.sets for block in blocks if block.kind in ("core", "strength") for item in block.items])


def held_on(days: Iterable[Day]) -> frozenset[str]:
    """The ids of the exercises that some days hold."""
    return frozenset().union(*(day.exercises for day in days))


def most_sets(days: Sequence[Day]) -> dict[str, int]:
    """The most sets that each core and strength exercise has on any of some days, by id."""
    found: dict[str, int] = {}
    for block in (block for day in days for block in day.blocks() if block.kind in ("core", "strength")):
        for item in block.items:
            found[item.exercise] = max(item.dose.sets, found.get(item.exercise, 0))
    return found
