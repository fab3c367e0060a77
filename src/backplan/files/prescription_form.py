"""The form of the file a clinic writes: strict pydantic models, and the JSON Schema that they make."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from backplan.errors import kept
from backplan.files import asked
from backplan.files.answers import PastDay
from backplan.files.as_said import AS_WHOLE, By, whole
from backplan.files.dose import dose_in_words
from backplan.files.entry import Entry, Line
from backplan.files.yaml import quoted
from backplan.model.name_words import folded
from backplan.model.prescription import Avoidable
from backplan.model.said_numbers import minutes_said
from backplan.model.vocabulary import Modality, Side

# Sane bounds; all our own judgement, wide enough for any clinic.
LEAST_LIMIT, MOST_LIMIT = 5, 240  # minutes a day, as anybody may offer
HIGHEST_ACCEPTED = 7  # from 8 on, pain allows only ways to cope, accepted or not
MOST_ITEMS = 60
LONGEST_CIRCUIT = 20  # characters of the name of a circuit


def plain_text(value: str) -> str:
    """Text without anything that could drive a terminal; raises ValueError."""
    if not all(map(kept, value)):
        raise ValueError("the text holds a line break or a control character; write plain words in one line")
    return value


def _no_dose(value: Any, part: str) -> Any:
    """A part of a dose; raises ValueError for a whole one, which is written otherwise."""
    parts = (dose_in_words(value) or {}).keys() if isinstance(value, str) else set()
    if "sets" in parts and parts != {part}:
        raise ValueError(f"{quoted(value)} is a whole dose: write `dose: {quoted(value)}`")
    return value


def _ends(value: Any, info: ValidationInfo) -> asked.Ends:
    return asked.ends_of(value, info.context and info.context["today"])


def _form(description: str, *types: str) -> WithJsonSchema:
    """How a key may be written that has several forms, for the schema."""
    return WithJsonSchema({"type": list(types) if len(types) > 1 else types[0], "description": description})


Words = Annotated[Line, AfterValidator(plain_text)]
Repetitions = Annotated[
    asked.Reps,
    PlainValidator(lambda value: asked.reps_of(_no_dose(value, "reps"))),
    _form("8; 8-12, which grows; or of each set: 6-4-2.", "integer", "string", "array"),
]
Sets = Annotated[
    asked.Range,
    PlainValidator(lambda value: asked.sets_of(_no_dose(value, "sets"))),
    _form("1 to 10; 2-3, which grows.", "integer", "string"),
]
Hold = Annotated[
    asked.Range,
    PlainValidator(asked.hold_of),
    _form("Seconds, or a text like 2 min; 5-10, which grows.", "integer", "string"),
]
Minutes = Annotated[
    asked.Range,
    PlainValidator(asked.minutes_of),
    _form("1 to 120, or half an hour; 15-20, which grow.", "integer", "string"),
]
Rest = Annotated[int, PlainValidator(asked.rest_of), _form("Seconds between two sets, or 1 min.", "integer", "string")]
TimesADay = Annotated[
    int, PlainValidator(asked.times_a_day_of), _form("1 to 8, or every two hours.", "integer", "string")
]
Tempo = Annotated[str, PlainValidator(asked.tempo_of), _form("Seconds of each part of a repetition: 3-1-3.", "string")]
Load = Annotated[str, PlainValidator(asked.load_of), _form("Like 5 kg, or red band.", "string")]
Grow = Annotated[
    asked.GrowthSaid,
    PlainValidator(asked.growth_of),
    _form(
        "Like 2 repetitions every 3 days, up to 20; 1 kg every week, up to 10; next band every 2 weeks, up to green.",
        "string",
    ),
]
PerWeek = Annotated[
    tuple[int, int], PlainValidator(asked.per_week_of), _form("Days a week: 3, or 2-3.", "integer", "string")
]
Days = Annotated[
    asked.DaysAsked, PlainValidator(asked.days_of), _form("Like [mon, thu], or every other day.", "array", "string")
]
Until = Annotated[asked.Ends, PlainValidator(_ends), _form("The last day, or words like pain-free.", "string")]
_BOTH = ("both", "each", "either", "both sides", "each side", "bilateral")


def _one_side(value: Any) -> Any:
    if value not in get_args(Side):
        raise ValueError(f"side must be {' or '.join(get_args(Side))}, for one side only, or both")
    return value


OneSide = Annotated[
    Side,
    PlainValidator(_one_side),
    WithJsonSchema({"enum": [*get_args(Side), "both"], "description": "One side only; or both."}),
]
_KINDS = {folded(kind): kind for kind in get_args(Modality)}
Kind = Annotated[
    Modality, BeforeValidator(lambda word: _KINDS.get(folded(word), word) if isinstance(word, str) else word)
]
Movement = Annotated[Avoidable, PlainValidator(asked.movement_of), WithJsonSchema({"enum": list(get_args(Avoidable))})]
_ID = Field(description="An id from `backplan library`, or a name from there.")


LONGEST_NAME = 60  # characters of the name of who gave it


class Signed(Entry):
    """Who asked for it and on which day, where that differs from the whole file's; and why, for the patient to read."""

    why: Words | None = None
    by: By | None = None
    therapist: Annotated[Words, Field(max_length=LONGEST_NAME, description="Their name.")] | None = None
    on: PastDay | None = None


class Head(Entry):
    """Who gives the prescription, on which day, and for whom (shown on import, never stored)."""

    model_config = ConfigDict(populate_by_name=False)

    by: By = "physiotherapist"
    therapist: Annotated[Words, Field(max_length=LONGEST_NAME, description="Their name.")] | None = None
    on: PastDay
    person: Words | None = Field(default=None, alias="for")


class Add(Signed):
    """An exercise to give, with as much of its dose as is to differ from the library's."""

    exercise: Annotated[Words, _ID]
    sets: Sets | None = None
    reps: Repetitions | None = None
    hold: Hold | None = None
    minutes: Minutes | None = None
    times_a_day: TimesADay | None = None
    side: OneSide | None = None
    per_side: Annotated[Literal[True, "both"], Field(description="Each side; the library knows which are.")] | None = (
        None
    )
    rest: Rest | None = None
    tempo: Tempo | None = None
    load: Load | None = None
    effort: Annotated[int, Field(ge=0, le=10, description="Of 10."), AS_WHOLE] | None = None
    circuit: Annotated[Words, Field(max_length=LONGEST_CIRCUIT)] | None = None
    grow: Grow | None = None
    per_week: PerWeek | None = None
    days: Days | None = None
    until: Until | None = None
    knows: Annotated[Literal[True], Field(description="Of the care it needs; all sets are wanted.")] | None = None

    @model_validator(mode="before")
    @classmethod
    def _both_sides(cls, entry: Any) -> Any:
        """Both sides as no one side: each, or both together, as the exercise is done."""
        if not isinstance(entry, Mapping) or str(entry.get("side")).strip().lower() not in _BOTH:
            return entry
        return {"per_side": "both", **{key: value for key, value in entry.items() if key != "side"}}


class Avoid(Signed):
    """An exercise, a whole kind of exercise, or a movement of the back, never to give."""

    exercise: Annotated[Words, _ID] | None = None
    kind: Kind | None = None
    movement: Movement | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if [self.exercise, self.kind, self.movement].count(None) != 2:
            raise ValueError("avoid needs an exercise, a kind or a movement, one of the three")
        return self


_A_DAY = re.compile(r" ?(?:(?:an?|per|each|every) day|daily|/ ?d(?:ay)?)$")


def limit_in(text: str) -> int | None:
    """The minutes of a limit as it is said: 35, 35 min, half an hour a day, at most 35; None for anything else."""
    plain = _A_DAY.sub("", " ".join(re.sub(r"(?<=\w)-(?=\w)", " ", text.lower()).split()))
    return minutes_said(re.sub(r"^(?:at most|no more than|up to|max\.?) ", "", plain))


def _minutes_of_a_day(value: Any) -> Any:
    found = limit_in(value) if isinstance(value, str) else None
    return value if found is None else found


class Limit(Signed):
    """The most minutes of exercise a day, all sessions together."""

    minutes: Annotated[int, Field(ge=LEAST_LIMIT, le=MOST_LIMIT), BeforeValidator(_minutes_of_a_day)]


def _limit(value: Any) -> Any:
    value = _minutes_of_a_day(value)
    if isinstance(value, str | list | tuple):
        raise ValueError("limit is the most minutes a day, like `limit: 30`")  # noqa: TRY004 - pydantic words this kind
    return {"minutes": value} if isinstance(value, int) and not isinstance(value, bool) else value


_LIMIT_SCHEMA = {
    "anyOf": [{"type": "integer", "minimum": LEAST_LIMIT, "maximum": MOST_LIMIT}, Limit.model_json_schema()],
    "description": "The most minutes a day, 5 to 240, alone or with why, by and on.",
}


class Accept(Signed):
    """A usual pain that the clinician knows and accepts: sessions go on up to it."""

    pain: Annotated[int, Field(ge=0, le=HIGHEST_ACCEPTED)]


def _accept(value: Any) -> Any:
    value = whole(value)
    if isinstance(value, dict):
        return value
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"accept_usual_pain is a number from 0 to {HIGHEST_ACCEPTED}, like `accept_usual_pain: 4`")  # noqa: TRY004 - pydantic words this kind
    if not 0 <= value <= HIGHEST_ACCEPTED:
        raise ValueError(f"accept_usual_pain must be from 0 to {HIGHEST_ACCEPTED}")
    return {"pain": value}


_ACCEPT_SCHEMA = {
    "anyOf": [{"type": "integer", "minimum": 0, "maximum": HIGHEST_ACCEPTED}, Accept.model_json_schema()],
    "description": "The accepted usual pain, 0 to 7, alone or with why, by and on.",
}


_HEAD_EXAMPLE = {"by": "physiotherapist", "on": "2026-11-23"}
_ADD_EXAMPLE = [{"exercise": "bird-dog", "sets": 3, "reps": 8}]
_AVOID_EXAMPLE = [{"exercise": "sit-up"}]


class PrescriptionFile(Entry):
    """A therapist's prescription for one person, laid over the plan by `backplan prescribe import`."""

    prescription: Head = Field(examples=[_HEAD_EXAMPLE])
    add: Annotated[tuple[Add, ...], Field(max_length=MOST_ITEMS, examples=[_ADD_EXAMPLE])] = ()
    avoid: Annotated[tuple[Avoid, ...], Field(max_length=MOST_ITEMS, examples=[_AVOID_EXAMPLE])] = ()
    limit: Annotated[Limit, BeforeValidator(_limit), WithJsonSchema(_LIMIT_SCHEMA)] | None = None
    accept_usual_pain: Annotated[Accept, BeforeValidator(_accept), WithJsonSchema(_ACCEPT_SCHEMA)] | None = None


def schema() -> dict[str, Any]:
    """The JSON Schema of a prescription file, for editors and clinics' own tools."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **PrescriptionFile.model_json_schema()}
