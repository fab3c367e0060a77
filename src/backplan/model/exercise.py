"""The exercises and their bibliography as the rules and the planner know them: plain, frozen and already checked."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from backplan.model.card import ExerciseCard
from backplan.model.vocabulary import (
    LOAD,
    Area,
    Block,
    Demand,
    Equipment,
    Impact,
    Level,
    Modality,
    Movement,
    Place,
    Position,
    Slot,
    Status,
    Stroke,
    Tag,
    Use,
)
from backplan.named_tuple import NamedTuple

# What makes an exercise harder at the top of its dose, beside a harder one.
HarderBy = Literal["band", "weight", "speed", "surface", "depth"]

_HEIGHTS: Mapping[Position, int] = {
    "standing": 0, "seated": 1, "half-kneel": 2, "quadruped": 3, "kneeling": 4, "floor-sit": 5, "prone": 6, "supine": 7,
    "side": 8,
}  # fmt: skip

_LOW = frozenset(position for position, height in _HEIGHTS.items() if height > _HEIGHTS["seated"])

A_MOMENT = 1  # second; what is held longer in the water does not push it
_AGAINST_WATER: Mapping[Slot, HarderBy] = {
    "lower": "speed", "abdominal": "surface", "push": "surface", "pull": "surface",
}  # fmt: skip
_CARRIED: tuple[Slot, ...] = ("back", "side")  # slots whose held work in the water weighs more where it is less deep


class Dose(NamedTuple):
    """How much: sets of repetitions with a hold in seconds, or minutes with a target; never both."""

    sets: int | None
    reps: int | None
    hold: int | None
    minutes: int | None
    target: int | None
    per_side: bool


class Exercise(NamedTuple):
    """One exercise of the library, with everything the rules judge it by.

    ``figure`` is what a person's own says of its picture, as JSON; ours are in data/figures.yaml. What comes after it
    is never said by a file: it is worked out for the exercises of a person's own. What a file may leave unsaid gets its
    default where files are checked, in backplan.library.entry.
    """

    id: str
    name: str
    also: tuple[str, ...]
    block: Block
    modality: Modality
    slot: Slot
    level: Level
    status: Status
    rank: int
    impact: Impact
    place: tuple[Place, ...]
    position: Position
    equipment: tuple[Equipment, ...]
    movements: tuple[Movement, ...]
    demands: tuple[Demand, ...]
    areas: tuple[Area, ...]
    use: tuple[Use, ...]
    flare: bool
    floor: bool
    bed: bool
    swim: bool
    intervals: bool  # hard and easy by turns
    teaches_hinge: bool  # unloaded practice in bending at the hips with the back kept still
    fills: Slot | None  # the slot of the core whose work it does as well, for who likes its kind
    stroke: Stroke | None  # the swimming stroke it asks for
    dose: Dose
    progression: str | None
    regression: str | None
    instead: str | None
    contraindications: tuple[Tag, ...]
    precautions: tuple[Tag, ...]
    met: float | None
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    stop: str
    sources: tuple[str, ...]
    figure: str = ""
    own: bool = False  # from a person's own file
    gives_away: str = ""  # words of an own exercise that tell of running, jogging or jumping, with where they stand
    impact_known: bool = True  # false where an own exercise says no impact and nothing that could be judged by
    in_english: bool = True  # false where an own exercise is in another language, so that its words were not judged
    in_doubt: str = ""  # words of an own exercise that leave it open whether it runs or jumps

    @property
    def card(self) -> ExerciseCard:
        """How it is done; of an own exercise that names no equipment, its steps say what it needs."""
        needs = self.equipment
        if self.own and not needs:
            from backplan.model.thing_words import worked_with

            needs = worked_with(" ".join(self.steps))
        return ExerciseCard(self.steps, self.cues, self.stop, needs)

    @property
    def height(self) -> int:
        """How far down the exercise is done: 0 standing, then seated, on hands and knees, lying."""
        return _HEIGHTS.get(self.position, 0)

    @property
    def upright(self) -> bool:
        """Whether the exercise is done standing or seated."""
        return self.position not in _LOW

    @property
    def trains_pelvic_floor(self) -> bool:
        """Whether it is work for the pelvic floor first of all."""
        return "pelvic-floor" in self.areas[:1]

    @property
    def takes_load(self) -> bool:
        """Whether the exercise is made harder by the next band, or by more weight."""
        return self.dose.minutes is None and not LOAD.isdisjoint(self.equipment)

    @property
    def harder_by(self) -> HarderBy | None:
        """What makes the exercise harder at the top of its dose, beside a harder one: the next band, more weight, or
        for work in the water more speed, a larger surface, or less depth; None where nothing does.
        """
        if self.takes_load:
            return "band" if self.banded else "weight"
        if self.block != "water" or self.dose.minutes is not None:
            return None
        if (self.dose.hold or 0) <= A_MOMENT:
            return _AGAINST_WATER.get(self.slot)
        return "depth" if self.position == "water-chest" and self.slot in _CARRIED else None

    @property
    def banded(self) -> bool:
        """Whether its load is a band."""
        return "band" in self.equipment

    def as_dict(self) -> dict[str, Any]:
        """The exercise as a JSON object of schema 1, which calls ``impact_known`` judged and lacks what came later."""
        fields = self._asdict() | {"dose": self.dose._asdict(), "judged": self.impact_known}
        for later in (
            "intervals",
            "teaches_hinge",
            "fills",
            "stroke",
            "impact_known",
            "in_english",
            "in_doubt",
            "figure",
        ):
            del fields[later]
        return fields


class Source(NamedTuple):
    """One primary publication or guideline, and the figure it supports."""

    id: str
    authors: str
    year: int
    title: str
    where: str
    doi: str | None
    pmid: str | None
    url: str | None
    supports: str
    seen: str  # how much of it we read: abstract, secondary or memory

    def as_dict(self) -> dict[str, Any]:
        """The source as a JSON object, without the parts it does not have."""
        return {key: value for key, value in self._asdict().items() if value is not None}


def by_id(exercises: Iterable[Exercise]) -> dict[str, Exercise]:
    """Exercises under their ids, in the order they come in."""
    return {exercise.id: exercise for exercise in exercises}


def is_brisker(exercise: Exercise, easier: Exercise) -> bool:
    """Whether an exercise is the same kind of work as another, and more of an effort."""
    return exercise.modality == easier.modality and (exercise.met or 0) > (easier.met or 0)


def partners(start: str, way: Literal["progression", "regression"], library: Mapping[str, Exercise]) -> set[str]:
    """The ids met from an exercise on along its harder partners (progression) or its easier ones (regression), itself
    included, as far as they are known; a circle is gone round once.
    """
    met: set[str] = set()
    step: str | None = start
    while step is not None and step in library and step not in met:
        met.add(step)
        step = getattr(library[step], way)
    return met


def ladder(start: str, library: Mapping[str, Exercise]) -> set[str]:
    """The ids of an exercise and of its harder and easier partners, all the way up and down."""
    return partners(start, "progression", library) | partners(start, "regression", library)


class Library(NamedTuple):
    """All exercises and the bibliography, checked as a whole."""

    exercises: tuple[Exercise, ...]
    sources: tuple[Source, ...]

    def by_id(self) -> dict[str, Exercise]:
        """Every exercise under its id."""
        return by_id(self.exercises)
