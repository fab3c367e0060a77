"""The person, as last recorded: frozen and plain, so that a stored week can be screened without loading pydantic."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, cast

from backplan.model.vocabulary import (
    BIKES,
    KIND_OF_AEROBIC,
    UNLOADED,
    WEEKDAYS,
    AerobicKind,
    BirthKind,
    ClearedBy,
    Condition,
    Equipment,
    HealthChangeKind,
    Leg,
    Level,
    Modality,
    Place,
    Stroke,
    SurgeryKind,
    Weekday,
)
from backplan.named_tuple import NamedTuple

ANY_KIND = "any"  # the figure of the aerobic work of which none was said apart


class Flag(NamedTuple):
    """A red flag, or a sign or disease of the heart: since which day it was reported, and whether it was still there
    when last asked.
    """

    id: str
    since: date
    present: bool = True


class Clearance(NamedTuple):
    """A clinician's agreement that this person may exercise, and the red flags the clinician knows about; how far down
    the leg pain had gone when it was recorded, because what comes later on its day is not known to anybody.
    """

    by: ClearedBy
    on: date
    knows: tuple[str, ...] = ()
    leg: Leg | None = None


class Pain(NamedTuple):
    """Pain 0-10 on the day it was recorded; how long it has lasted, and how far down the leg it goes."""

    now: int
    usual: int
    controlled: bool
    since: date
    leg: Leg
    on: date


class Surgery(NamedTuple):
    """A spinal operation, and the day the surgeon or physiotherapist released the person to exercise."""

    kind: SurgeryKind
    on: date
    released: date | None = None


class Pregnancy(NamedTuple):
    """Weeks of pregnancy on a given day, and how many babies are on the way."""

    weeks: int
    on: date
    babies: int = 1

    @property
    def began(self) -> date:
        """The day from which its weeks are counted."""
        return self.on - timedelta(weeks=self.weeks)


class Birth(NamedTuple):
    """A birth: its day, and its kind."""

    on: date
    kind: BirthKind


class HealthChange(NamedTuple):
    """A change of health that ends a clearance given before it."""

    on: date
    what: HealthChangeKind


class Person(NamedTuple):
    """A person as last recorded: all that their plan is made from, besides the library and the diary."""

    pain: Pain
    minutes: Mapping[Weekday, int]
    aerobic_minutes: int
    flags: tuple[Flag, ...] = ()
    clearance: Clearance | None = None
    conditions: tuple[Condition, ...] = ()
    surgery: Surgery | None = None
    pregnancy: Pregnancy | None = None
    changed: HealthChange | None = None
    heart: tuple[Flag, ...] | None = None  # signs and diseases of heart and lungs, and diabetes; None: never asked
    born: int | None = None  # the year; None: not said, which is not old
    age_asked: bool = True  # whether the year was asked for; who is on record from before that question was not asked
    equipment: tuple[Equipment, ...] = ()
    places: Mapping[Place, tuple[Equipment, ...]] | None = None
    pool_days: tuple[Weekday, ...] = ()
    swim: bool = False
    floor: bool = True
    level: Level = "basic"
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()  # up to three activities the person wants back, in their words
    screened: date | None = None  # when the red-flag questions were last answered
    unfinished: bool = False  # the interview ended at an emergency sign; the other answers were never given
    tolerance: Mapping[AerobicKind, int] | None = None  # comfortable minutes of a kind, where it is said apart
    strokes: tuple[Stroke, ...] = ()  # the strokes one can swim; all of them where one swims and none is named
    birth: Birth | None = None
    # The words on the leg, in answers and in the diary, in order of the day, one said again and again by its first and
    # its last; none where this is the only one. The store puts them beside the answers; they are no part of them.
    legs: tuple[tuple[date, Leg], ...] = ()
    # Those without the words that the diary was told late, when a later one was there; none where no word was.
    legs_in_turn: tuple[tuple[date, Leg], ...] = ()

    @property
    def reported(self) -> tuple[Flag, ...]:
        """The red flags on record, and what there is of heart, lungs and diabetes."""
        return (*self.flags, *(self.heart or ()))

    def age_on(self, day: date) -> int | None:
        """The age that the person reaches in the year of a day; None where the year of birth was not said."""
        return None if self.born is None else day.year - self.born

    @property
    def has_pool(self) -> bool:
        """Whether the person has a pool to go to."""
        return "pool" in self.equipment or "pool" in self.things_at("pool")

    def things_at(self, place: Place) -> tuple[Equipment, ...]:
        """What the person said stands at a place; nothing where they said nothing."""
        return (self.places or {}).get(place, ())

    def comfortable_in(self, modality: Modality) -> int:
        """The minutes that are comfortable today in a kind of aerobic work."""
        if not self.tolerance:
            return self.aerobic_minutes
        if modality in UNLOADED:
            return self.comfortable
        kind = KIND_OF_AEROBIC.get(modality)
        return self.tolerance.get(kind, self.aerobic_minutes) if kind else self.aerobic_minutes

    def figure_of(self, modality: Modality) -> str:
        """Which of the figures that were said holds for a kind of aerobic work: its own, or the one for any."""
        kind = KIND_OF_AEROBIC.get(modality)
        return kind if kind and kind in (self.tolerance or {}) else ANY_KIND

    @property
    def shorter_figures(self) -> dict[str, int]:
        """The comfortable minutes of the kinds of aerobic work that are borne for less long than the longest."""
        figures: dict[str, int] = {ANY_KIND: self.aerobic_minutes}
        figures |= {str(kind): minutes for kind, minutes in (self.tolerance or {}).items()}
        return {figure: minutes for figure, minutes in figures.items() if minutes < self.comfortable}

    @property
    def comfortable(self) -> int:
        """The minutes that are comfortable today in what is borne longest on land, of walking and a bike at hand."""
        if not self.tolerance:
            return self.aerobic_minutes
        rides = not BIKES.isdisjoint({*self.equipment, *self.things_at("home"), *self.things_at("gym")})
        return max(self.comfortable_in("walking"), self.comfortable_in("cycling") if rides else 0)

    def as_of(self, today: date) -> "Person":
        """The same person where the clock stood ahead: what was told of later days than today is of today, as it has
        happened by now, and nobody can tell what the questions on signs were asked after.
        """

        def flags(reported: tuple[Flag, ...]) -> tuple[Flag, ...]:
            return tuple(flag._replace(since=min(flag.since, today)) for flag in reported)

        pain = self.pain._replace(since=min(self.pain.since, today), on=min(self.pain.on, today))
        return self._replace(
            pain=pain,
            flags=flags(self.flags),
            heart=self.heart and flags(self.heart),
            surgery=self.surgery and self.surgery._replace(on=min(self.surgery.on, today)),
            pregnancy=self.pregnancy and self.pregnancy._replace(on=min(self.pregnancy.on, today)),
            birth=self.birth and self.birth._replace(on=min(self.birth.on, today)),
            changed=self.changed and self.changed._replace(on=min(self.changed.on, today)),
            screened=None if self.screened and self.screened > today else self.screened,
        )

    def with_days(self, days: tuple[Weekday, ...]) -> "Person":
        """The same person in a week with other days; a new day gets the minutes of the longest usual one."""
        usual = max(self.minutes.values(), default=0)
        return self._replace(minutes={day: self.minutes.get(day, usual) for day in WEEKDAYS if day in days})

    def document(self) -> dict[str, Any]:
        """The person as a JSON document, dates as ISO text."""
        pain, clearance = self.pain, self.clearance
        return {
            "flags": _flags(self.flags),
            "clearance": clearance and [clearance.by, clearance.on.isoformat(), list(clearance.knows), clearance.leg],
            "pain": [pain.now, pain.usual, pain.controlled, pain.since.isoformat(), pain.leg, pain.on.isoformat()],
            "conditions": list(self.conditions),
            "surgery": self.surgery and [self.surgery.kind, _text(self.surgery.on), _text(self.surgery.released)],
            "pregnancy": self.pregnancy and _pregnancy(self.pregnancy),
            "changed": self.changed and [_text(self.changed.on), self.changed.what],
            "heart": None if self.heart is None else _flags(self.heart),
            **({"born": self.born} if self.age_asked else {}),
            "equipment": list(self.equipment),
            "places": {place: list(items) for place, items in (self.places or {}).items()},
            "minutes": dict(self.minutes),
            "pool_days": list(self.pool_days),
            "aerobic_minutes": self.aerobic_minutes,
            "swim": self.swim,
            "floor": self.floor,
            "level": self.level,
            "likes": list(self.likes),
            "dislikes": list(self.dislikes),
            "functions": list(self.functions),
            "screened": _text(self.screened),
            "unfinished": self.unfinished,
            "tolerance": dict(self.tolerance or {}),
            "strokes": list(self.strokes),
            "birth": self.birth and [_text(self.birth.on), self.birth.kind],
        }

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Person":
        """The person a document describes; raises KeyError, TypeError or ValueError when it is not one."""
        day = date.fromisoformat
        pain = doc["pain"]
        heart = doc.get("heart")
        clearance, surgery, pregnancy, changed = (doc[k] for k in ("clearance", "surgery", "pregnancy", "changed"))
        return cls(
            pain=Pain(pain[0], pain[1], pain[2], day(pain[3]), pain[4], day(pain[5])),
            minutes=cast("Mapping[Weekday, int]", dict(doc["minutes"])),
            aerobic_minutes=int(doc["aerobic_minutes"]),
            flags=_read_flags(doc["flags"]),
            clearance=_read_clearance(*clearance) if clearance else None,
            conditions=tuple(doc["conditions"]),
            surgery=Surgery(surgery[0], day(surgery[1]), day(surgery[2]) if surgery[2] else None) if surgery else None,
            pregnancy=Pregnancy(pregnancy[0], day(pregnancy[1]), *pregnancy[2:]) if pregnancy else None,
            changed=HealthChange(day(changed[0]), changed[1]) if changed else None,
            heart=None if heart is None else _read_flags(heart),
            born=doc.get("born"),
            age_asked="born" in doc,
            equipment=tuple(doc["equipment"]),
            places={place: tuple(items) for place, items in doc["places"].items()},
            pool_days=tuple(doc["pool_days"]),
            swim=doc["swim"],
            floor=doc["floor"],
            level=doc["level"],
            likes=tuple(doc["likes"]),
            dislikes=tuple(doc["dislikes"]),
            functions=tuple(doc.get("functions", ())),
            screened=day(doc["screened"]) if doc["screened"] else None,
            unfinished=doc["unfinished"],
            tolerance=dict(doc.get("tolerance") or {}) or None,
            strokes=tuple(doc.get("strokes", ())),
            birth=Birth(day(birth[0]), birth[1]) if (birth := doc.get("birth")) else None,
        )


def _pregnancy(pregnancy: Pregnancy) -> list[Any]:
    """A pregnancy as it is stored; one baby goes without saying, as it did before more could be said."""
    more = [pregnancy.babies] if pregnancy.babies > 1 else []
    return [pregnancy.weeks, _text(pregnancy.on), *more]


def _flags(flags: Iterable[Flag]) -> list[list[Any]]:
    return [[flag.id, flag.since.isoformat(), flag.present] for flag in flags]


def _read_clearance(by: ClearedBy, on: str, knows: Iterable[str], leg: Leg | None = None) -> Clearance:
    return Clearance(by, date.fromisoformat(on), tuple(knows), leg)


def _read_flags(doc: Iterable[Any]) -> tuple[Flag, ...]:
    return tuple(Flag(key, date.fromisoformat(since), present) for key, since, present in doc)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
