"""A case: one person on one date, with what follows from the dates. This is what the rules judge exercises by."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from backplan.model.person import Person
from backplan.model.prescription import Prescription
from backplan.model.slots import CORE, CORE_MORE, STRENGTH
from backplan.model.usual import Usual
from backplan.model.vocabulary import (
    GRANTED,
    PLACES,
    WATER_GEAR,
    Equipment,
    Leg,
    Level,
    Modality,
    Mode,
    Place,
    Slot,
    Tag,
)
from backplan.model.week_kind import WEEK_KINDS, WeekKind
from backplan.named_tuple import NamedTuple

# The block whose level a slot shares; stretching, easy movement and coping go by the lowest.
KIND_OF: Mapping[Slot, str] = {
    **dict.fromkeys((*CORE, *CORE_MORE), "core"),
    **dict.fromkeys((*STRENGTH, "arm"), "strength"),
    "aerobic": "aerobic",
}
SHORTEST_BOUT = 5  # minutes
FIRST_WEEKS = 6  # after an operation on the spine; our own inference (rule surgery-first-weeks)
IN_ANY_GYM: frozenset[Equipment] = frozenset({"shoes", "mat", "chair", "wall"})

# What somebody has, and what stands at each of their places: a value to remember by.
Kit = tuple[tuple[Equipment, ...], tuple[tuple[Place, tuple[Equipment, ...]], ...]]
# The next band or a little more weight, that of a step taken before and not noted since, or the lighter one again.
Lift = Literal["more", "kept", "less"]


class PainToday(NamedTuple):
    """Pain as known on a day: the latest score, the usual one at that time of day, and what the diary adds."""

    now: int
    usual: int
    flare_said: bool = False
    flare_open: bool = False  # a flare began and two calm days have not yet come
    returning: bool = False  # the two days at three quarters after it
    flare_days: int = 0  # since it began
    flare_dates: frozenset[date] = frozenset()  # the days with a word in this flare and those before it
    said_flare_dates: frozenset[date] = frozenset()  # those of them in a flare that the person called one
    flares: tuple[date, ...] = ()  # the days on which they began, oldest first
    high_sessions: int = 0  # sessions already done while pain was high and steady
    calm_days: int | None = None  # since the last day in a flare; None when there was none
    severe_days: int = 0  # days running, up to the last one noted, with a pain of 8 or more
    scored_on: date | None = None  # the day of the latest score
    leg: Leg = "none"  # how far down the leg pain goes, as last said
    leg_down: bool = False  # further than at the start
    leg_asked: bool = False  # so it may be by the person's own words alone, and nobody has answered it
    accepted: int | None = None  # the usual pain that a clinician has accepted
    low: tuple[date, ...] = ()  # the days known of the first week of this pain at 2 or less; none before it
    times: Usual | None = None  # the usual pain at any time of day; None where it is the same

    @property
    def usuals(self) -> Usual:
        """The usual pain on waking and later in the day."""
        return self.times or Usual.all_day(self.usual)

    @property
    def of_the_day(self) -> int:
        """The latest score; of a waking, what the day usually comes to, where that is more."""
        return max(self.now, self.usuals.later) if self.usual < self.usuals.later else self.now


class Case(NamedTuple):
    """A person on a date, with what follows from the dates: what the rules judge exercises by.

    ``tags`` bar, ``caution_tags`` only call for care; ``aerobic_step`` is the aerobic minutes of one session.
    """

    person: Person
    on: date
    pain: PainToday
    mode: Mode = "normal"
    steady: bool = False  # high pain that two gentle sessions have shown to be usual
    level: Level = "basic"  # the lowest of the blocks' levels
    levels: Mapping[str, Level] = MappingProxyType({})  # of core, strength and aerobic work
    programme_week: int = 1
    tags: frozenset[Tag] = frozenset()
    caution_tags: frozenset[Tag] = frozenset()
    surgery_weeks: int | None = None
    pregnancy_weeks: int | None = None
    birth_weeks: int | None = None  # since a birth of the last 12 months
    aerobic_step: int = 10
    longest_bout: int = 10  # aerobic minutes of one day this week at the most
    own_bouts: Mapping[str, int] = MappingProxyType({})  # the same of each figure that is borne for less long
    visit: int = 0  # aerobic minutes of a visit to a pool so far, as the diary let them grow; ``longest_visit`` now
    longest_visit: int = 0
    prescription: Prescription = Prescription()
    likes_water: bool = False
    rungs: Mapping[str, int] = MappingProxyType({})  # how far each exercise has climbed its ladder of doses
    practised: frozenset[str] = frozenset()  # exercises of sessions done in the four weeks before this one
    lifts: Mapping[str, Lift] = MappingProxyType({})  # what becomes of the load of exercises this week
    hurt: Mapping[str, date] = MappingProxyType({})  # exercises that hurt sharply, with the last day of it
    short_walks: bool = False  # whether a walk of five minutes warms up for what follows, so that none has to go
    # The sets that what hurt sharply of late had on the day on which it did: it takes no more for now.
    hurt_sets: Mapping[str, int] = MappingProxyType({})
    new_pain: bool = False  # under six weeks old and no week at 2 or less yet, whatever kind of week pain asks for

    @property
    def kind(self) -> WeekKind:
        """The kind of week that today's pain makes of it, with what such a week is like."""
        return WEEK_KINDS[self.mode]

    def level_for(self, slot: Slot) -> Level:
        """The level at which exercises of a slot are chosen."""
        return self.levels.get(KIND_OF.get(slot, ""), self.level)

    def borne_less(self, modality: Modality) -> bool:
        """Whether a kind of aerobic work is comfortable for less long than another."""
        return self.person.comfortable_in(modality) < self.person.comfortable

    def longest_in(self, modality: Modality) -> int:
        """Minutes of the longest bout of a kind of aerobic work: what is borne less long has its own."""
        return max(SHORTEST_BOUT, self.own_bout(modality)) if self.borne_less(modality) else self.longest_bout

    def own_bout(self, modality: Modality) -> int:
        """The minutes of a kind at a time that its own figure has grown to, however few, and no more than the longest
        bout.
        """
        return min(self.own_bouts.get(self.person.figure_of(modality), self.longest_bout), self.longest_bout)

    @property
    def prescribed(self) -> frozenset[str]:
        """The ids of the exercises that a therapist prescribed."""
        return self.prescription.exercises

    @property
    def three_quarters(self) -> bool:
        """Whether three quarters of the doses are given: with high steady pain, or on the days after a flare."""
        return self.steady or self.pain.returning

    @property
    def spares_a_nerve(self) -> bool:
        """Whether pain in the leg bars what irritates a nerve, where no condition does."""
        return "sciatica" in self.tags - {*self.person.conditions}

    @property
    def easy_only(self) -> bool:
        """Whether only walks, easy movement and coping are given: new pain, or the first weeks after an operation or a
        birth.
        """
        operated = self.surgery_weeks is not None and self.surgery_weeks < FIRST_WEEKS
        return self.acute or operated or "birth-first-weeks" in self.tags

    @property
    def acute(self) -> bool:
        """Whether the pain is too new to train with, under six weeks old and not yet a week at 2 or less; a flare of
        it is no reason to train.
        """
        return self.mode == "acute" or self.new_pain

    @property
    def things(self) -> Mapping[Place, frozenset[Equipment]]:
        """What can be used at each place: a home has its chair and wall, a pool its gear, a gym what was named."""
        return things_of(self.kit)

    @property
    def kit(self) -> Kit:
        """What the person has, and what they said stands where."""
        places = self.person.places
        return self.person.equipment, tuple(places.items()) if places else ()


@lru_cache(maxsize=4)
def things_of(kit: Kit) -> Mapping[Place, frozenset[Equipment]]:
    """What can be used at each place."""
    return MappingProxyType({place: _things_at(place, kit) for place in PLACES})


def _things_at(place: Place, kit: Kit) -> frozenset[Equipment]:
    """What is to hand at a place: of what the person has, at home what they did not name elsewhere; nothing at a pool
    or a gym that they do not go to.
    """
    named, mine = dict(kit[1]), frozenset(kit[0])
    if place == "home":
        elsewhere = {item for items in named.values() for item in items}
        return GRANTED | frozenset(named.get("home", ())) | (mine - elsewhere - {"pool", "underwater-treadmill"})
    if place == "outdoors":
        return (mine & {"bicycle", "poles", "wheelchair"}) | {"shoes", "wall"}
    in_pool = frozenset(named.get("pool", ()))
    if place == "pool":
        return WATER_GEAR & (mine | in_pool) | {"pool"} if "pool" in mine | in_pool else frozenset()
    gym = frozenset(named.get("gym", ()))
    return gym | IN_ANY_GYM if gym else gym
