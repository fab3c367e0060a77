"""The file a clinic writes: checked by strict pydantic models, turned into items of a prescription, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from backplan.errors import FileError, did_you_mean, kept
from backplan.files.answers import PastDay
from backplan.files.dose import DOSE, dose_in_words
from backplan.files.entry import Entry, Line, iso_day
from backplan.files.yaml import Fault, Places, Sentence, explain, quoted, tuples
from backplan.model.exercise import Exercise
from backplan.model.naming import Names, ambiguous
from backplan.model.prescription import Prescribed, Prescription
from backplan.model.vocabulary import ClearedBy, Modality
from backplan.planner.choice import dose as dosing
from backplan.planner.choice.dose import as_asked

if TYPE_CHECKING:
    from backplan.files.bundle import Translated

# Sane bounds; all our own judgement, wide enough for any clinic.
MAX_SETS, MAX_REPS, MAX_HOLD, MAX_MINUTES = 10, 50, 120, 120
LONGEST_DOSE = 60  # minutes of one exercise counted in sets
LEAST_LIMIT, MOST_LIMIT = 5, 240  # minutes a day, as anybody may offer
HIGHEST_ACCEPTED = 7  # from 8 on, pain allows only ways to cope, accepted or not
MOST_ITEMS = 60
LONGEST_NAME = 60  # characters of a word for which near names are looked for


def plain_text(value: str) -> str:
    """Text without anything that could drive a terminal; raises ValueError."""
    if not all(map(kept, value)):
        raise ValueError("the text holds a line break or a control character; write plain words in one line")
    return value


def _last_day(value: Any, info: ValidationInfo) -> date:
    day = iso_day(value)
    if day is None:
        raise ValueError(f"{info.field_name} must be a date like 2027-01-15")
    if info.context and day < info.context["today"]:
        raise ValueError(f"{info.field_name} is over already")
    return day


Words = Annotated[Line, AfterValidator(plain_text)]
LastDay = Annotated[date, BeforeValidator(_last_day)]
_ID = Field(description="An id from `backplan library`, or a name from there.")


class Signed(Entry):
    """Who asked for it and on which day, where that differs from the whole file's; and why, for the patient to read."""

    why: Words | None = None
    by: ClearedBy | None = None
    on: PastDay | None = None


class Head(Entry):
    """Who gives the prescription, on which day, and for whom (shown on import, never stored)."""

    model_config = ConfigDict(populate_by_name=False)

    by: ClearedBy = "physiotherapist"
    on: PastDay
    person: Words | None = Field(default=None, alias="for")


class Add(Signed):
    """An exercise to give, with as much of its dose as is to differ from the library's."""

    exercise: Annotated[Words, _ID]
    sets: Annotated[int, Field(ge=1, le=MAX_SETS)] | None = None
    reps: Annotated[int, Field(ge=1, le=MAX_REPS)] | None = None
    hold: Annotated[int, Field(ge=0, le=MAX_HOLD, description="Seconds.")] | None = None
    minutes: Annotated[int, Field(ge=1, le=MAX_MINUTES)] | None = None
    per_week: Annotated[int, Field(ge=1, le=7, description="Days a week.")] | None = None
    until: LastDay | None = None


class Avoid(Signed):
    """An exercise, or a whole kind of exercise, never to give."""

    exercise: Annotated[Words, _ID] | None = None
    kind: Modality | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.exercise is None) == (self.kind is None):
            raise ValueError("avoid needs an exercise or a kind, one of the two")
        return self


class Limit(Signed):
    """The most minutes of exercise a day, all sessions together."""

    minutes: Annotated[int, Field(ge=LEAST_LIMIT, le=MOST_LIMIT)]


def _limit(value: Any) -> Any:
    return {"minutes": value} if isinstance(value, int) and not isinstance(value, bool) else value


_LIMIT_SCHEMA = {
    "anyOf": [{"type": "integer", "minimum": LEAST_LIMIT, "maximum": MOST_LIMIT}, Limit.model_json_schema()],
    "description": "The most minutes a day, 5 to 240, alone or with why, by and on.",
}


class Accept(Signed):
    """A usual pain that the clinician knows and accepts: sessions go on up to it."""

    pain: Annotated[int, Field(ge=0, le=HIGHEST_ACCEPTED)]


def _accept(value: Any) -> Any:
    return {"pain": value} if isinstance(value, int) and not isinstance(value, bool) else value


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


def check(
    document: Any, places: Places | Translated, today: date, exercises: Iterable[Exercise]
) -> tuple[list[Prescribed], str | None]:
    """The items of a file and whom it is for; raises FileError with every fault."""
    document, faults = _doses_read(document)
    known = Names(exercises)
    file: PrescriptionFile | None = None
    try:
        file = PrescriptionFile.model_validate(tuples(document), context={"today": today})
    except ValidationError as error:
        faults += explain(error.errors(include_url=False), "the prescription", PrescriptionFile)
    faults += _against_library(document, known)
    if faults or file is None:
        raise FileError(places.in_order(faults))
    items = [*_items(file, known)]
    if not items:
        raise FileError([places.say((), "nothing is prescribed here; write add, avoid, limit or accept_usual_pain")])
    return items, file.prescription.person


def _doses_read(document: Any) -> tuple[Any, list[Fault]]:
    """The document with each dose in words, like "3 sets of 8", as its parts; and those that cannot be read."""
    listed = document.get("add") if isinstance(document, Mapping) else None
    if not isinstance(listed, list):
        return document, []
    faults: list[Fault] = []
    read: list[Any] = []
    for index, entry in enumerate(listed):
        dose = entry.get("dose") if isinstance(entry, Mapping) else None
        if dose is None:
            read.append(entry)
            continue
        parts = dose_in_words(dose) if isinstance(dose, str) else dict(dose) if isinstance(dose, Mapping) else None
        rest = {key: value for key, value in entry.items() if key != "dose"}
        twice = sorted(set(parts or ()) & set(rest))
        if parts is None:
            faults.append((("add", index, "dose"), f"the dose cannot be read; {DOSE}"))
        elif twice:
            faults.append((("add", index, "dose"), f"{' and '.join(twice)} stand in dose and beside it"))
        read.append({**(parts or {}), **rest})
    return {**document, "add": read}, faults


def _against_library(document: Any, known: Names) -> list[Fault]:
    """What the models cannot see: names nobody knows, doses that do not fit, one thing asked for twice."""
    faults: list[Fault] = []
    for part in ("add", "avoid"):
        listed = document.get(part) if isinstance(document, Mapping) else None
        seen: set[str] = set()
        kinds: set[str] = set()
        for index, entry in enumerate(listed[:MOST_ITEMS] if isinstance(listed, list) else ()):
            kind = entry.get("kind") if isinstance(entry, Mapping) else None
            if part == "avoid" and isinstance(kind, str):
                if kind in kinds:
                    faults.append(((part, index, "kind"), f"{quoted(kind)} stands under {part} twice"))
                kinds.add(kind)
            word = entry.get("exercise") if isinstance(entry, Mapping) else None
            if isinstance(word, str) and word.strip():
                faults += [((part, index, key), said) for key, said in _entry(part, entry, word, known, seen)]
    return faults


def _entry(
    part: str, entry: Mapping[str, Any], word: str, known: Names, seen: set[str]
) -> Iterable[tuple[str, Sentence]]:
    found = known.named(word)
    if len(found) > 1:
        yield "exercise", ambiguous(quoted(word), found)
        return
    if not found:
        yield "exercise", partial(_unknown, word, known)
        return
    exercise = found[0]
    if exercise.id in seen:
        yield "exercise", f"{exercise.id} stands under {part} twice"
    seen.add(exercise.id)
    numbers = {key: entry.get(key) for key in ("sets", "reps", "hold", "minutes")}
    whole = {key: value for key, value in numbers.items() if isinstance(value, int) and not isinstance(value, bool)}
    if part == "add" and (wrong := dose_fault(exercise, **whole)):
        yield wrong


def _unknown(word: str, known: Names, _line: str) -> str:
    """That a word is no exercise, and what may have been meant; nothing of that for one longer than any name."""
    hint = did_you_mean(known.near(word)) if len(word) <= LONGEST_NAME else ""
    return f"there is no exercise {quoted(word)}{hint}"


def dose_fault(
    exercise: Exercise,
    sets: int | None = None,
    reps: int | None = None,
    hold: int | None = None,
    minutes: int | None = None,
) -> tuple[str, str] | None:
    """Which part of a dose does not fit an exercise, and why; None when it does."""
    if exercise.dose.minutes is not None:
        wrong = next((key for key, value in (("sets", sets), ("reps", reps), ("hold", hold)) if value is not None), "")
        return (wrong, f"{exercise.id} is done by the minute: write minutes, not {wrong}") if wrong else None
    if minutes is not None:
        return "minutes", f"{exercise.id} is counted: write sets, reps and hold, not minutes"
    asked = Prescribed("add", "doctor", date.min, exercise.id, sets=sets, reps=reps, hold_s=hold)
    took = -(-dosing.seconds(as_asked(exercise, asked), exercise) // 60)
    if took > LONGEST_DOSE:
        return "exercise", f"that is {took} minutes of {exercise.id} alone; {LONGEST_DOSE} is the most"
    return None


def _items(file: PrescriptionFile, known: Names) -> Iterable[Prescribed]:
    head = file.prescription
    for add in file.add:
        yield _signed("add", add, head)._replace(
            exercise=_id(add.exercise, known), sets=add.sets, reps=add.reps, hold_s=add.hold, minutes=add.minutes,
            per_week=add.per_week, until=add.until,
        )  # fmt: skip
    for avoid in file.avoid:
        exercise = _id(avoid.exercise, known) if avoid.exercise else None
        yield _signed("avoid", avoid, head)._replace(exercise=exercise, modality=avoid.kind)
    if file.limit:
        yield _signed("limit", file.limit, head)._replace(minutes=file.limit.minutes)
    if file.accept_usual_pain:
        accept = file.accept_usual_pain
        yield _signed("accept-usual-pain", accept, head)._replace(pain=accept.pain)


def _id(word: str, known: Names) -> str:
    return known.named(word)[0].id


def _signed(kind: Any, entry: Signed, head: Head) -> Prescribed:
    return Prescribed(kind, entry.by or head.by, entry.on or head.on, why=entry.why)


def document_of(prescription: Prescription) -> dict[str, Any]:
    """The file that would describe a prescription again; it must hold at least one item."""
    common = Counter((item.by, item.on) for item in prescription.items)
    by, on = max(common, key=lambda pair: (common[pair], pair[1]))
    document: dict[str, Any] = {"prescription": {"by": by, "on": on}}
    for part, items in (("add", prescription.added), ("avoid", prescription.avoided)):
        if items:
            document[part] = [_entry_of(item, by, on) for item in items]
    if prescription.limit:
        document["limit"] = _entry_of(prescription.limit, by, on)
    if prescription.accepted:
        entry = _entry_of(prescription.accepted, by, on)
        document["accept_usual_pain"] = entry if len(entry) > 1 else entry["pain"]
    return document


def _entry_of(item: Prescribed, by: str, on: date) -> dict[str, Any]:
    said = {
        "exercise": item.exercise, "kind": item.modality, "sets": item.sets, "reps": item.reps, "hold": item.hold_s,
        "minutes": item.minutes, "pain": item.pain, "per_week": item.per_week, "until": item.until, "why": item.why,
        "by": item.by if item.by != by else None, "on": item.on if item.on != on else None,
    }  # fmt: skip
    return {key: value for key, value in said.items() if value is not None}


def text_of(document: Mapping[str, Any]) -> str:
    """A document as YAML that reads back as it was: every text in quotes, so that no word turns into a number."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """PyYAML keeps representers by class; ours is not to reach anybody else's dumper."""

    def quoted(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        simple = value.isascii() and value.replace("-", "").replace("_", "").isalpha()
        safe = simple and value.lower() not in _NOT_TEXT
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if safe else '"')

    Dumper.add_representer(str, quoted)
    dumped: str = yaml.dump(dict(document), Dumper=Dumper, sort_keys=False, allow_unicode=True, width=100_000)
    return dumped.rstrip()


_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def superseded(items: Sequence[Prescribed], before: Iterable[Prescribed]) -> list[Prescribed]:
    """The earlier items, of those not over yet, whose place new ones take."""
    about = {item.about for item in items}
    return [item for item in before if item.about in about]
