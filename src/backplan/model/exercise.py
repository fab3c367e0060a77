"""The exercise library: frozen pydantic models, strict about types and deaf to unknown keys."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from backplan.model.vocabulary import (
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
    Tag,
    Use,
)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]

_STRICT = ConfigDict(
    frozen=True, strict=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True, populate_by_name=True
)


_HEIGHTS: tuple[Position, ...] = (
    "standing", "seated", "half-kneel", "quadruped", "kneeling", "floor-sit", "prone", "supine", "side",
)  # fmt: skip


class Entry(BaseModel):
    """What every record of the data files shares."""

    model_config = _STRICT


class Dose(Entry):
    """How much: sets of repetitions with a hold in seconds, or minutes with a target; never both."""

    sets: Annotated[int, Field(ge=1, le=5)] | None = None
    reps: Annotated[int, Field(ge=1, le=30)] | None = None
    hold: Annotated[int, Field(ge=0, le=120)] | None = None
    minutes: Annotated[int, Field(ge=1, le=90)] | None = None
    target: Annotated[int, Field(ge=1, le=120)] | None = None
    per_side: bool = False

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        counted = (self.sets, self.reps, self.hold)
        timed = (self.minutes, self.target)
        if any(part is not None for part in counted) and any(part is not None for part in timed):
            raise ValueError("a dose is either sets, reps and hold, or minutes and target, not both")
        if None in counted and None in timed:
            raise ValueError("a dose needs sets, reps and hold, or minutes and target")
        if self.minutes is not None and self.target is not None and self.target < self.minutes:
            raise ValueError("the target minutes are fewer than the minutes to start with")
        return self


class Exercise(Entry):
    """One exercise of the library, with everything the rules judge it by."""

    id: Id
    name: Line
    also: tuple[Line, ...] = ()
    block: Block
    modality: Modality
    slot: Slot
    level: Level
    status: Status = "standard"
    rank: Annotated[int, Field(ge=1, le=999)]
    impact: Impact
    place: tuple[Place, ...] = Field(min_length=1)
    position: Position
    equipment: tuple[Equipment, ...] = ()
    movements: tuple[Movement, ...] = Field(min_length=1)
    demands: tuple[Demand, ...] = ()
    areas: tuple[Area, ...] = Field(min_length=1)
    use: tuple[Use, ...] = Field(min_length=1)
    flare: bool = False
    floor: bool = False
    bed: bool = False
    swim: bool = False
    dose: Dose
    progression: Id | None = None
    regression: Id | None = None
    instead: Id | None = None
    contraindications: tuple[Tag, ...] = ()
    precautions: tuple[Tag, ...] = ()
    met: Annotated[float, Field(gt=0, le=20)] | None = None
    steps: tuple[Line, ...] = Field(min_length=3, max_length=6)
    cues: tuple[Line, ...] = Field(min_length=1, max_length=2)
    stop: Line
    sources: tuple[Id, ...] = Field(min_length=1)
    own: bool = False  # from a person's own file
    gives_away: str = ""  # words of an own exercise that tell of running, jogging or jumping, with where they stand
    judged: bool = True  # false where an own exercise says no impact and nothing that could be judged by

    @property
    def height(self) -> int:
        """How far down it is done: 0 standing, then seated, on hands and knees, lying."""
        return _HEIGHTS.index(self.position) if self.position in _HEIGHTS else 0

    @property
    def upright(self) -> bool:
        """Done standing or seated."""
        return self.height <= _HEIGHTS.index("seated")


class OwnExercise(Exercise):
    """An exercise of a person's own file: how hard it lands and where it comes from may be left unsaid."""

    also: tuple[Line, ...] = Field(default=(), max_length=20)
    impact: Impact = "low"
    sources: tuple[Id, ...] = ()


class Source(Entry):
    """One primary publication or guideline, and the figure it supports."""

    id: Id
    authors: Line
    year: Annotated[int, Field(ge=1900, le=2100)]
    title: Line
    where: Line
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\S+$")] | None = None
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{5,9}$")] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    supports: Line
    seen: Annotated[str, StringConstraints(pattern=r"^(abstract|secondary|memory)$")]


class Library(Entry):
    """All exercises and the bibliography, checked as a whole."""

    exercises: tuple[Exercise, ...]
    sources: tuple[Source, ...]

    def by_id(self) -> dict[str, Exercise]:
        """Every exercise under its id."""
        return {exercise.id: exercise for exercise in self.exercises}
