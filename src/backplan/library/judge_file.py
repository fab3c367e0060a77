"""A file of exercises that somebody else wrote, judged without adding it: few fields needed, unknown ones allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from backplan.files.yaml import Fault, Places
from backplan.library.impact_opinion import Passage, read_twice
from backplan.library.impact_wording import Place, Wording, wording
from backplan.library.impact_words import load_words
from backplan.library.in_brief import as_written
from backplan.library.own import entries_of
from backplan.library.parse import no_entry, twice
from backplan.named_tuple import NamedTuple
from backplan.rules.exclusion import FOR_EVERYBODY

NEEDED = ("id", "name", "block")
LONGEST_NAME = 240
MOST_TEXT, MOST_TEXTS = 20_000, 200  # characters and texts that one entry is judged by
# The fields that hold other names, and those that tell how it is done, as such lists call them: in small letters,
# without marks or numbers (otherNames, "Other names", step_1).
NAME_FIELDS = frozenset((
    "also", "aliases", "alias", "aka", "alsoknownas", "knownas", "othernames", "othername", "alternativenames",
    "alternativename", "alternatenames", "alternatename", "altnames", "altname", "synonyms", "synonym", "nicknames",
    "nickname", "title", "label", "displayname", "fullname", "commonname", "commonnames", "exercisename", "exercise",
))  # fmt: skip
STEP_FIELDS = frozenset((
    "steps", "step", "instructions", "instruction", "description", "descriptions", "longdescription",
    "shortdescription", "exercisedescription", "desc", "details", "detail", "cues", "cue", "coachingcues",
    "coachingpoints", "keypoints", "how", "howto", "howtoperform", "howtodoit", "execution", "directions",
    "direction", "tips", "tip", "text", "technique", "movement", "summary", "overview", "notes", "note",
    "comments", "comment", "preparation", "setup", "procedure", "method", "performance", "process", "action",
    "actions", "guide", "guidance", "explanation", "content", "start", "startingposition", "startposition",
    "finish",
))  # fmt: skip
KIND_FIELDS = ("modality", "category", "type", "kind")  # read only where no step tells how it is done


class Judged(NamedTuple):
    """An entry of a file of exercises, and the reasons against it, as (rule id, reason); none keeps it."""

    id: str
    name: str
    rules: tuple[tuple[str, str], ...]
    in_english: bool = True  # false where its words could not be judged
    also: tuple[str, ...] = ()


class _FieldsRead(NamedTuple):
    """What an entry says of an exercise, as far as the rules that hold for everybody read it."""

    impact: str
    status: Any
    contraindications: tuple[str, ...]
    gives_away: str
    impact_known: bool
    in_english: bool
    in_doubt: str


def judge(found: Any, places: Places) -> list[Judged]:
    """Every entry of a document judged by what holds for everybody, without those that only hide one of ours; raises
    FileError with every fault of the file.
    """
    entries, base = entries_of(found, places)
    faults = [((*base, *where), fault) for where, fault in (*_faults(entries), *_twice(entries))]
    if faults:
        raise places.error(faults)
    by = wording(load_words())
    return [_judge(entry, by) for entry in entries if not _hides(entry)]


def _faults(entries: list[Any]) -> Iterator[Fault]:
    """Why an entry cannot be judged, with its place: it is no mapping, lacks a name, or says far more than an exercise
    needs.
    """
    for index, entry in enumerate(entries):
        if not isinstance(entry, dict):
            yield (index,), no_entry(entry)
            continue
        for key in NEEDED[:1] if _hides(entry) else NEEDED:
            value = entry.get(key)
            if key not in entry:
                yield (index,), f"{key} is missing"
            elif key == "id" and isinstance(value, int) and not isinstance(value, bool):
                continue
            elif not isinstance(value, str) or not value.strip():
                yield (index, key), f"{key} must be text, and not empty"
            elif len(value) > LONGEST_NAME:
                yield (index, key), f"{key} is longer than {LONGEST_NAME} characters"
        sizes = [len(text) for text in _judged_texts(entry)]
        if sum(sizes) > MOST_TEXT or len(sizes) > MOST_TEXTS:
            yield (index,), f"this entry says more than an exercise needs ({MOST_TEXT} characters, {MOST_TEXTS} texts)"


@lru_cache(maxsize=512)
def _field(key: Any) -> str:
    """A field's name without capitals, marks and numbers."""
    return "".join(char for char in str(key).lower() if "a" <= char <= "z")


def _hides(entry: Mapping[str, Any]) -> bool:
    return entry.get("hide") is True


def _judged_texts(entry: Mapping[str, Any]) -> Iterator[str]:
    for key, value in entry.items():
        if _field(key) in NAME_FIELDS or _field(key) in STEP_FIELDS or _field(key) in KIND_FIELDS:
            yield from _texts(value)


def _twice(entries: list[Any]) -> list[Fault]:
    ids = [str(entry.get("id", "")) if isinstance(entry, dict) else "" for entry in entries]
    return twice("id", ids)


def _judge(entry: Mapping[str, Any], by: Wording) -> Judged:
    case: Any = None  # what holds for everybody asks nothing of the person
    exercise: Any = _fields_read(entry, by)  # and nothing else of the exercise
    reasons = ((rule.id, rule.check(exercise, case)) for rule in FOR_EVERYBODY)
    return Judged(
        str(entry["id"]),
        entry["name"],
        tuple((key, reason) for key, reason in reasons if reason is not None),
        exercise.in_english,
        tuple(_other_names(entry)),
    )


def _other_names(entry: Mapping[str, Any]) -> Iterator[str]:
    return (text for key, value in entry.items() if _field(key) in NAME_FIELDS for text in _texts(value))


def _fields_read(entry: Mapping[str, Any], by: Wording) -> _FieldsRead:
    """Just what those rules read, from whatever fields are given."""
    fields = {str(key).lower(): value for key, value in entry.items()}
    names = [entry["name"], *_other_names(entry)]
    steps = as_written(text for key, value in entry.items() if _field(key) in STEP_FIELDS for text in _texts(value))
    kinds = [] if any(map(str.strip, steps)) else [text for key in KIND_FIELDS for text in _texts(fields.get(key))]
    kinds += [
        f"{entry['name']} {kind}" for kind in kinds
    ]  # "Agility" of the kind "ladder", "Sprint" of the kind "bike"
    impact = _impact(fields.get("impact"))
    words = read_twice(by, Passage((*names, *kinds), steps, _place(fields)), str(entry["id"]))
    return _FieldsRead(
        impact=impact or "low",
        status=fields.get("status", "standard"),
        contraindications=tuple(_texts(fields.get("contraindications"))),
        gives_away=words.gives_away,
        impact_known=words.leaves_known(impact is not None, by.says_something(names, steps)),
        in_english=by.in_english(names, steps),
        in_doubt=words.in_doubt,
    )


def _place(fields: Mapping[str, Any]) -> Place:
    """Whether the places that are said are all in the water, all on land, or neither."""
    places = [text.lower() for text in _texts(fields.get("place"))]
    wet = [any(word in text for word in ("pool", "water", "aqua", "swim")) for text in places]
    if not any(wet):
        return "land" if places else "unsaid"
    return "pool" if all(wet) else "unsaid"


def _impact(value: Any) -> str | None:
    """none, low or high, as far as the file says it; another word says nothing."""
    words = value.strip().lower() if isinstance(value, str) else ""
    if "high" in words.split() or words in ("vigorous", "hard"):
        return "high"
    return words if words in ("none", "low") else None


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, however it is nested."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):  # a brief entry in full holds tuples
        for part in value:
            yield from _texts(part)
