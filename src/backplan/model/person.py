"""The person, as last recorded: frozen and plain, so that a stored week can be screened without loading pydantic."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated

from backplan.model.stored import LATER, NEVER, Bounds, Stored
from backplan.model.vocabulary import (
    BIKES,
    KIND_OF_AEROBIC,
    MOST_BABIES,
    MOST_MINUTES,
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

Score = Annotated[int, Bounds(0, 10)]
Year = Annotated[int, Bounds(1850, 2949)]
Minutes = Annotated[int, Bounds(1, MOST_MINUTES)]  # offered for a day, or borne at a time
ANY_KIND = "any"  # the figure of the aerobic work of which none was said apart


class Flag(NamedTuple):
    """A red flag, or a sign or disease of the heart: since which day it was reported, and whether it was still there
    when last asked.
    """

    id: Annotated[str, Bounds(1)]
    since: date
    present: bool = True


class Clearance(NamedTuple):
    """A clinician's agreement that this person may exercise, and the red flags the clinician knows about; how far down
    the leg pain had gone when it was recorded, because what comes later on its day is not known to anybody.
    """

    by: ClearedBy
    on: date
    knows: tuple[str, ...] = ()
    leg: Annotated[Leg | None, LATER] = None


class Pain(NamedTuple):
    """Pain 0-10 on the day it was recorded; how long it has lasted, and how far down the leg it goes."""

    now: Score
    usual: Score
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

    weeks: Annotated[int, Bounds(0, 45)]
    on: date
    babies: Annotated[int, Bounds(2, MOST_BABIES), Stored(beyond_default=True)] = 1

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

    pain: Annotated[Pain, Stored(after="clearance")]
    minutes: Annotated[Mapping[Weekday, Minutes], Stored(after="places")]
    aerobic_minutes: Annotated[Minutes, Stored(after="pool_days")]
    flags: tuple[Flag, ...] = ()
    clearance: Clearance | None = None
    conditions: tuple[Condition, ...] = ()
    surgery: Surgery | None = None
    pregnancy: Pregnancy | None = None
    changed: HealthChange | None = None
    # Signs and diseases of heart and lungs, and diabetes; None: never asked.
    heart: Annotated[tuple[Flag, ...] | None, LATER] = None
    born: Annotated[Year | None, LATER] = None  # None: not said, which is not old
    # Whether the year was asked for; who is on record from before that question was not asked.
    age_asked: Annotated[bool, Stored(whether="born")] = True
    equipment: tuple[Equipment, ...] = ()
    places: Mapping[Place, tuple[Equipment, ...]] | None = None
    pool_days: tuple[Weekday, ...] = ()
    swim: bool = False
    floor: bool = True
    level: Level = "basic"
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    functions: Annotated[tuple[str, ...], LATER] = ()  # up to three activities the person wants back, in their words
    screened: date | None = None  # when the red-flag questions were last answered
    unfinished: bool = False  # the interview ended at an emergency sign; the other answers were never given
    # Comfortable minutes of a kind, where it is said apart.
    tolerance: Annotated[Mapping[AerobicKind, Minutes] | None, LATER] = None
    # The strokes one can swim; all of them where one swims and none is named.
    strokes: Annotated[tuple[Stroke, ...], LATER] = ()
    birth: Annotated[Birth | None, LATER] = None
    # The words on the leg, in answers and in the diary, in order of the day, one said again and again by its first and
    # its last; none where this is the only one. The store puts them beside the answers; they are no part of them.
    legs: Annotated[tuple[tuple[date, Leg], ...], NEVER] = ()
    # Those without the words that the diary was told late, when a later one was there; none where no word was.
    legs_in_turn: Annotated[tuple[tuple[date, Leg], ...], NEVER] = ()
    # What words of their own may tell of pain further down the leg, with their day, as long as nobody has answered it.
    leg_asked: Annotated[tuple[date, Leg] | None, NEVER] = None

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
