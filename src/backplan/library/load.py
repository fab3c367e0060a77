"""The exercise library: YAML in, checked pydantic models out; all faults at once, each with file:line:column."""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from backplan import __version__
from backplan.errors import FileError
from backplan.files.yaml import MAX_FAULTS, Fault, explain, parse, tuples
from backplan.library.data import data_file
from backplan.library.impact_words import ImpactWords
from backplan.model.exercise import Exercise, Library, Source
from backplan.model.vocabulary import LEVELS

Model = TypeVar("Model", bound=BaseModel)


def load(cache: Path | None = None) -> Library:
    """The whole library.

    With a cache folder, the checked library is kept there as JSON under the hash of both files, because reading the
    YAML takes longer than everything else together. A cache that cannot be read or written is passed over.
    """
    raw = {name: data_file(name).read_bytes() for name in ("exercises.yaml", "sources.yaml")}
    if cache is None:
        return parse_library(raw["exercises.yaml"], raw["sources.yaml"])
    digest = hashlib.sha256(b"\0".join((__version__.encode(), *raw.values()))).hexdigest()[:24]
    path = cache / f"library-{digest}.json"
    if (library := _kept(path)) is None:
        library = parse_library(raw["exercises.yaml"], raw["sources.yaml"])
        _keep(path, library.model_dump_json(exclude_defaults=True))
    return library


def load_words() -> ImpactWords:
    """The words that tell of running, jogging or jumping."""
    document, _ = parse(data_file("impact_words.yaml").read_bytes(), "impact_words.yaml")
    return ImpactWords.model_validate(tuples(document))


def parse_library(exercises: bytes, sources: bytes, name: str = "exercises.yaml") -> Library:
    """The library in two files' bytes; raises FileError naming every fault in both."""
    exercise_doc, exercise_places = parse(exercises, name)
    source_doc, source_places = parse(sources, "sources.yaml")
    found, faults = entries(Exercise, exercise_doc)
    listed, source_faults = entries(Source, source_doc)
    if not faults and not source_faults:
        faults = [*_cross_check(found), *_unknown_sources(found, listed)]
        source_faults = twice("source id", [source.id for source in listed])
    if faults or source_faults:
        raise FileError([*exercise_places.in_order(faults), *source_places.in_order(source_faults)])
    return Library(exercises=tuple(found), sources=tuple(listed))


def entries(model: type[Model], document: Any) -> tuple[list[Model], list[Fault]]:
    """What the entries of a file say, each checked by its model, and every fault."""
    if not isinstance(document, list):
        return [], [((), "the file must be a list of entries, each beginning with '- id: ...'")]
    found: list[Model] = []
    faults: list[Fault] = []
    for index, entry in enumerate(document):
        try:
            found.append(model.model_validate(tuples(entry)))
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
            label = str(entry.get("id", "this entry")) if isinstance(entry, dict) else "this entry"
            faults += [((index, *where), said) for where, said in explain(errors, label)]
        if len(faults) > 2 * MAX_FAULTS:
            break
    return found, faults


def _cross_check(exercises: list[Exercise]) -> list[Fault]:
    by_id = {exercise.id: exercise for exercise in exercises}
    faults = twice("id", [exercise.id for exercise in exercises])
    for index, exercise in enumerate(exercises):
        faults += [((index, key), problem) for key, problem in wrong_partners(exercise, by_id)]
    return faults


def twice(what: str, ids: list[str]) -> list[Fault]:
    """A fault for each use of an id that is used more than once."""
    counts = Counter(ids)
    return [
        ((index, "id"), f"the {what} {key} is used {counts[key]} times")
        for index, key in enumerate(ids)
        if counts[key] > 1
    ]


def wrong_partners(exercise: Exercise, by_id: Mapping[str, Exercise]) -> Iterator[tuple[str, str]]:
    """The partners of an exercise that are not there or lead the wrong way, by field, with what is wrong."""
    for key, up in (("progression", True), ("regression", False)):
        partner = getattr(exercise, key)
        if partner is None:
            continue
        if partner not in by_id:
            yield key, f"the {key} {partner} of {exercise.id} is not in the library"
        elif _runs_wrong(exercise, by_id[partner], up):
            way = "easier than" if up else "harder than"
            yield key, f"the {key} {partner} is {way} {exercise.id}"
        elif by_id[partner].status == "excluded":
            yield key, f"the {key} {partner} of {exercise.id} is an exercise that is left out"
        elif exercise.id in _ladder(partner, key, by_id):
            yield key, f"the {key} of {exercise.id} runs in a circle"
    if exercise.impact == "high" and exercise.instead is None:
        yield (
            "impact",
            f"{exercise.id} lands hard, so it needs 'instead:', the low-impact exercise that does the same job",
        )
    if exercise.instead is not None:
        other = by_id.get(exercise.instead)
        if other is None:
            yield "instead", f"the exercise {exercise.instead}, given instead of {exercise.id}, is not in the library"
        elif other.impact == "high" or other.status == "excluded":
            yield "instead", f"{exercise.instead}, given instead of {exercise.id}, is left out itself"


def _runs_wrong(exercise: Exercise, partner: Exercise, up: bool) -> bool:
    here, there = LEVELS.index(exercise.level), LEVELS.index(partner.level)
    return there < here if up else there > here


def _ladder(start: str, key: str, by_id: Mapping[str, Exercise]) -> set[str]:
    """The ids met on the way from an exercise along its partners."""
    seen: set[str] = set()
    step: str | None = start
    while step is not None and step in by_id and step not in seen:
        seen.add(step)
        step = getattr(by_id[step], key)
    return seen


def _unknown_sources(exercises: list[Exercise], sources: list[Source]) -> list[Fault]:
    known = {source.id for source in sources}
    return [
        ((index, "sources"), f"the source {source} of {exercise.id} is not in sources.yaml")
        for index, exercise in enumerate(exercises)
        for source in exercise.sources
        if source not in known
    ]


def _kept(path: Path) -> Library | None:
    try:
        library = Library.model_validate_json(path.read_bytes(), strict=False)
    except (OSError, ValidationError):
        return None
    return library if library.exercises and library.sources else None


def _keep(path: Path, text: str) -> None:
    """Put the checked library into the cache, whole or not at all; whatever goes wrong, the plan goes on without."""
    with contextlib.suppress(OSError):
        for parent in (*reversed(path.parent.parents), path.parent):
            if not parent.exists():
                parent.mkdir(mode=0o700)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            fresh = Path(folder) / path.name
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(path)
        for old in path.parent.glob("library-*.json"):
            if old != path:
                old.unlink(missing_ok=True)
