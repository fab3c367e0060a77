"""The entries of the library's files, checked as they are read. Each model is named after the plain value it becomes.

The names and the texts of OwnExercise, Dose and Hide are also those of docs/exercises.schema.json.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from backplan.errors import in_a_line
from backplan.files.dose import DOSE, PLAIN, dose_in_words, unread
from backplan.files.entry import Entry, Id, Line, OneLine
from backplan.library.figure_entry import Figure
from backplan.model import coping, exercise
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
    Stroke,
    Tag,
    Use,
)


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

    def value(self) -> exercise.Dose:
        """The checked dose as the plain value of the core."""
        return exercise.Dose(**dict(self))


_OF_ANYBODY = "dose is what anybody begins with: sets, reps and hold, each one number, each side, or minutes"


def _dose(value: object) -> object:
    """A dose as its parts, also where it is written in a line; minutes in a line stay as many."""
    if not isinstance(value, str):
        return value
    parts = dose_in_words(value)
    if parts is None:
        raise ValueError(unread(value))
    if more := [key.replace("_", " ") for key, part in parts.items() if key not in PLAIN or isinstance(part, str)]:
        more_than_ours = f"{' and '.join(more)} as in “{in_a_line(value)[:60]}”"
        raise ValueError(f"{_OF_ANYBODY}; {more_than_ours} can be said in a prescription")
    return {**parts, "target": parts["minutes"]} if "minutes" in parts else {"hold": 0, **parts}


class Exercise(Entry):
    """One exercise of our own library."""

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
    intervals: bool = Field(default=False, description="Done hard and easy by turns, so once a week is enough.")
    teaches_hinge: bool = Field(
        default=False, description="Practises bending at the hips with the back kept still, without a load."
    )
    fills: Literal["back", "abdominal", "side"] | None = Field(
        default=None, description="Of the slot choice: the part of the core that it trains as well as that slot's own."
    )
    stroke: Stroke | None = Field(default=None, description="The swimming stroke that it asks for.")
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

    def value(self) -> exercise.Exercise:
        """The checked exercise as the plain value of the core."""
        return exercise.Exercise(**{**dict(self), "dose": self.dose.value()})


_OF_WORDS = ("block", "modality", "slot", "level", "impact", "position", "stroke")
_OF_LISTS = ("place", "equipment", "movements", "demands", "areas", "use")


def _folded(entry: Any) -> Any:
    """An entry with the words that are chosen from lists in small letters and joined by dashes: Upper back."""
    if not isinstance(entry, dict):
        return entry
    one = {key: _joined(entry[key]) for key in _OF_WORDS if key in entry}
    some = {key: tuple(map(_joined, entry[key])) for key in _OF_LISTS if isinstance(entry.get(key), tuple)}
    return {**entry, **one, **some}


def _joined(word: Any) -> Any:
    return "-".join(word.lower().split()) if isinstance(word, str) else word


class OwnExercise(Exercise):
    """An exercise of a person's own file: how hard it lands and where it comes from may be left unsaid; it may bring a
    picture.
    """

    name: OneLine
    also: tuple[OneLine, ...] = Field(default=(), max_length=20)
    impact: Impact = "low"
    sources: tuple[Id, ...] = ()
    place: tuple[Place, ...] = Field(min_length=1, examples=[["home"]])
    equipment: tuple[Equipment, ...] = Field(default=(), examples=[["mat"]])
    movements: tuple[Movement, ...] = Field(min_length=1, examples=[["neutral"]])
    demands: tuple[Demand, ...] = Field(default=(), examples=[["balance"]])
    areas: tuple[Area, ...] = Field(min_length=1, examples=[["abdominals"]])
    use: tuple[Use, ...] = Field(min_length=1, examples=[["main"]])
    dose: Annotated[Dose, BeforeValidator(_dose)] = Field(
        description=DOSE, examples=[{"sets": 3, "reps": 8, "hold": 5}]
    )
    steps: tuple[OneLine, ...] = Field(min_length=1, max_length=6, examples=[[
        "Lie on your back.", "Tighten your belly gently.", "Breathe out and let go."]])  # fmt: skip
    cues: tuple[OneLine, ...] = Field(min_length=1, max_length=2, examples=[["Breathe easily."]])
    stop: OneLine
    figure: Figure | None = Field(default=None, examples=[{"base": "all-fours", "end": {"leg": [186, 184, 200]}}])

    _written_otherwise = model_validator(mode="before")(_folded)

    def value(self) -> exercise.Exercise:
        """The checked exercise as the plain value of the core."""
        drawn = json.dumps(self.figure.value()) if self.figure else ""
        return exercise.Exercise(**{**dict(self), "dose": self.dose.value(), "figure": drawn})


class Hide(Entry):
    """An exercise of ours that is not to be given."""

    id: Id
    hide: Literal[True]


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

    def value(self) -> exercise.Source:
        """The checked source as the plain value of the core."""
        return exercise.Source(**dict(self))


class CopingPage(Entry):
    """One page on coping with pain."""

    id: Id
    also: tuple[Id, ...] = ()
    title: Line
    line: Line
    about: tuple[Line, ...] = Field(min_length=1, max_length=3)
    steps: tuple[Line, ...] = Field(min_length=3, max_length=6)
    care: Line | None = None
    own: Line
    exercises: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)
    still: bool = False

    def value(self) -> coping.CopingPage:
        """The checked page as the plain value of the core."""
        return coping.CopingPage(**dict(self))
