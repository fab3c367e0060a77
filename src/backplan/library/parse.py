"""The files of the library: YAML in, checked plain values out; all faults at once, each with file:line:column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from backplan.errors import FileError
from backplan.files.yaml import MAX_FAULTS, Fault, explain, parse, tuples, worded
from backplan.library import entry
from backplan.library.partners import Partners
from backplan.model.exercise import Exercise, Library, Source, by_id

Model = TypeVar("Model", bound=BaseModel)


def parse_library(exercises: bytes, sources: bytes) -> Library:
    """The library in two files' bytes; raises FileError naming every fault in both."""
    exercise_doc, exercise_places = parse(exercises, "exercises.yaml")
    source_doc, source_places = parse(sources, "sources.yaml")
    checked, faults = checked_entries(entry.Exercise, exercise_doc)
    listed, source_faults = checked_entries(entry.Source, source_doc)
    whole = Library(tuple(each.value() for each in checked), tuple(each.value() for each in listed))
    if not faults and not source_faults:
        faults = [*_cross_check(whole.exercises), *_unknown_sources(whole.exercises, whole.sources)]
        source_faults = twice("source id", [source.id for source in whole.sources])
    if faults or source_faults:
        first, second = exercise_places.error(faults), source_places.error(source_faults)
        raise FileError([*first.listed, *second.listed], first.more + second.more)
    return whole


def checked_entries(model: type[Model], document: Any) -> tuple[list[Model], list[Fault]]:
    """What the entries of a file say, each checked by its model, and every fault."""
    if not isinstance(document, list):
        return [], [((), "the file must be a list of entries, each beginning with '- id: ...'")]
    found: list[Model] = []
    faults: list[Fault] = []
    for index, each in enumerate(document):
        try:
            found.append(model.model_validate(tuples(each)))
        except ValidationError as error:
            faults += [((index, *where), fault) for where, fault in faults_in(error, each)]
        if len(faults) > 2 * MAX_FAULTS:
            break
    return found, faults


def no_entry(written: Any) -> str:
    """That something is no entry, and how one is written: by its own name where that is all there is of it."""
    named = isinstance(written, str) and _A_NAME.fullmatch(written)
    name = written if named else "Hip hitch"
    key = "-".join(re.findall("[a-z0-9]+", name.lower()))
    return f"an exercise has at least an id, a name and a block, like `- {{id: {key}, name: {name}, block: core}}`"


_A_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 -]{0,59}")


def faults_in(error: ValidationError, each: Any, model: type[BaseModel] | None = None) -> list[Fault]:
    """What is wrong with one entry, in plain words, each with its place inside that entry; the examples of its model
    tell how a part should look.
    """
    if not isinstance(each, dict):
        return [((), no_entry(each))]
    label = str(each.get("id", "this entry"))
    return explain(error.errors(include_url=False, include_input=False), worded(label), model)


def twice(what: str, ids: Sequence[str]) -> list[Fault]:
    """A fault for each use of an id that is used more than once; an empty one is none."""
    counts = Counter(ids)
    return [
        ((index, "id"), f"the {what} {key} is used {counts[key]} times")
        for index, key in enumerate(ids)
        if key and counts[key] > 1
    ]


def _cross_check(exercises: Sequence[Exercise]) -> list[Fault]:
    partners = Partners(by_id(exercises))
    faults = twice("id", [exercise.id for exercise in exercises])
    for index, exercise in enumerate(exercises):
        faults += [((index, key), problem) for key, problem in partners.wrong(exercise)]
    return faults


def _unknown_sources(exercises: Sequence[Exercise], sources: Sequence[Source]) -> Iterator[Fault]:
    ids = {source.id for source in sources}
    for index, exercise in enumerate(exercises):
        for source in exercise.sources:
            if source not in ids:
                yield (index, "sources"), f"the source {source} of {exercise.id} is not in sources.yaml"
