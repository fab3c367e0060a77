"""A person's own exercises: files in the library's own format, checked, judged by their words, laid over ours.

An entry adds an exercise, replaces ours of the same id, or hides it (`{id: box-squat, hide: true}`).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from backplan.errors import FileError, nearest
from backplan.files.other_files import EXERCISES, instead_of
from backplan.files.plain_file import contents
from backplan.files.yaml import Fault, Places, parse, tuples
from backplan.library.data import data_file
from backplan.library.entry import Hide, OwnExercise
from backplan.library.figures import faults as figure_faults
from backplan.library.figures import fits as figure_fits
from backplan.library.impact_opinion import Passage, read_twice
from backplan.library.impact_wording import Place, Wording, wording
from backplan.library.impact_words import load_words
from backplan.library.in_brief import BACK, as_written, in_full, is_brief, slips, wrong_back
from backplan.library.own_folder import HIDDEN, MOST_BYTES, files
from backplan.library.own_overlay import PARTNERS, Own, by_id_with, evened
from backplan.library.parse import faults_in
from backplan.library.partners import Partners
from backplan.model.exercise import Exercise, Library
from backplan.model.naming import Names
from backplan.named_tuple import NamedTuple


def read(path: Path, ours: Library, others: Mapping[str, Own] | None = None) -> Own:
    """The checked exercises of a file; raises FileError with every fault, each with file:line:column.

    ``others`` are the own files already there, by name: an id may be in one of them only.
    """
    return check(contents(path, MOST_BYTES), path.name, ours, others or {})


def check(raw: bytes, name: str, ours: Library, others: Mapping[str, Own]) -> Own:
    """The checked exercises in the bytes of a file; raises FileError with every fault, each with file:line:column.

    ``others`` are the own files already there, by name: an id may be in one of them only.
    """
    return check_document(*parse(raw, name, MOST_BYTES), ours, others)


def check_document(document: Any, places: Places, ours: Library, others: Mapping[str, Own]) -> Own:
    """The checked exercises of a document that was read; raises FileError with every fault."""
    read = _read(document, places)
    broken_off = len(read.faults) > places.enough
    faults = [*read.faults, *([] if broken_off else _beside(read, ours, others))]
    if faults:
        raise places.error(faults, WAY_OUT)
    return read.own


def _beside(read: _Read, ours: Library, others: Mapping[str, Own]) -> Iterator[Fault]:
    """What is wrong with sound entries, and with those that are not as far as they are, beside all others."""
    found = read.own._replace(exercises=(*read.own.exercises, *read.mended))
    yield from (*_twice(read.placed), *_elsewhere(read.placed, others), *_not_ours(found, read.placed, ours))
    yield from _wrong_partners(found, read, by_id_with(ours, [*others.values(), found]))
    for exercise in found.exercises:
        yield from (((*read.placed[exercise.id], "figure"), fault) for fault in figure_faults(exercise))


def _wrong_partners(found: Own, read: _Read, by_id: Mapping[str, Exercise]) -> Iterator[Fault]:
    """The partners that are not there; and those that lead the wrong way, where both sides are sound."""
    partners, mended = Partners(by_id), {each.id for each in read.mended}
    for exercise in found.exercises:
        for field, fault in partners.wrong(exercise):
            partner = getattr(exercise, field) if field in PARTNERS else None
            if partner and (partner not in by_id or mended.isdisjoint((exercise.id, partner))):
                yield (*read.placed[exercise.id], field), fault


def own_in(found: Mapping[str, bytes | FileError]) -> tuple[list[Own], list[str]]:
    """What own files hold, by the content of each or what kept it from being read, and a sentence on each that cannot
    be read.
    """
    read: list[Own] = []
    notices: list[str] = []
    for name, content in found.items():
        try:
            if isinstance(content, FileError):
                raise content
            read.append(_taken(*parse(content, name, MOST_BYTES)))
        except FileError as error:
            notices.append(f"Your own exercises in {name.removesuffix('.yaml')} cannot be read, so the plan goes on "
                           f"without them ({error.faults[0]}). `backplan library own` lists your files.")  # fmt: skip
    return read, notices


# One file.

WAY_OUT = "; `backplan library check FILE --all` shows them"


class _Read(NamedTuple):
    """What a document holds, where each id stands in it, and what is wrong with its entries, each looked at alone;
    ``mended`` are those entries of which something is wrong, with an example in its place.
    """

    own: Own
    placed: Mapping[str, tuple[str | int, ...]]
    faults: Sequence[Fault]
    mended: Sequence[Exercise]


def _taken(document: Any, places: Places) -> Own:
    """What a document holds. Raises FileError."""
    read = _read(document, places)
    if read.faults:
        raise places.error(read.faults, WAY_OUT)
    return read.own


def _read(document: Any, places: Places) -> _Read:
    """What a document holds, up to as many faults as are told. Raises FileError for one that is no list."""
    entries, base = entries_of(document, places)
    judge = wording(load_words())
    exercises: list[Exercise] = []
    mended: list[Exercise] = []
    hidden: list[str] = []
    placed: dict[str, tuple[str | int, ...]] = {}
    faults: list[Fault] = []
    for index, entry in enumerate(entries):
        try:
            one = _entry(entry, judge)
        except ValidationError as error:
            faults += [((*base, index, *where), fault) for where, fault in faults_in(error, entry, OwnExercise)]
            if len(faults) > places.enough:
                break
            if (instead := _mended(entry, error)) is None:
                continue
            one = instead
            mended.append(instead)
        else:
            exercises += [one] if isinstance(one, Exercise) else []
            hidden += [one.id] if isinstance(one, Hide) else []
        if one.id in placed:
            faults.append(((*base, index, "id"), f"the id {one.id} is used more than once"))
        placed.setdefault(one.id, (*base, index))
    return _Read(Own(tuple(exercises), tuple(hidden)), placed, faults, mended)


def _mended(entry: Any, error: ValidationError) -> Exercise | None:
    """An entry with an example in place of what is wrong in it, so that the rest of it can be looked at beside the
    others; None where too much is wrong.
    """
    wrong = {each["loc"][0] for each in error.errors(include_url=False, include_input=False) if each["loc"]}
    if not isinstance(entry, dict) or "id" in wrong or "id" not in entry:
        return None
    sound = {key: value for key, value in entry.items() if key not in wrong}
    try:
        return OwnExercise.model_validate(tuples({**_example(), **sound})).value()
    except ValidationError:
        return None


@cache
def _example() -> Mapping[str, Any]:
    """The parts that an entry must have, as our example has them."""
    entry = parse(data_file("own_example.yaml").read_bytes(), "own_example.yaml")[0][0]
    return {key: entry[key] for key, field in OwnExercise.model_fields.items() if field.is_required()}


def entries_of(document: Any, places: Places) -> tuple[list[Any], tuple[str, ...]]:
    """The entries of a file, brief ones in full: a list, a list under the one key `exercises`, or a brief entry alone.
    Raises FileError.
    """
    if isinstance(document, dict) and isinstance(document.get("exercises"), list):
        return _in_full(document["exercises"], ("exercises",), places), ("exercises",)
    if isinstance(document, list):
        return _in_full(document, (), places), ()
    if is_brief(document) or any(slips(document)):
        return _in_full([document], (), places), ()
    like = "a file of exercises is a list of entries, each beginning with '- id: ...'"
    raise FileError([places.say((), f"{instead_of(EXERCISES, document)}{like}")])


def _in_full(entries: list[Any], base: tuple[str, ...], places: Places) -> list[Any]:
    """Entries, brief ones in full. Raises FileError where one says of the back what cannot be read, or has a slip."""
    how = f"back must be {', '.join(BACK)}, one or several"
    wrong: list[Fault] = [((*base, index, "back"), how) for index, each in enumerate(entries) if wrong_back(each)]
    wrong += [
        ((*base, index, *filter(None, (key,))), slip) for index, each in enumerate(entries) for key, slip in slips(each)
    ]
    if wrong:
        raise places.error(wrong)
    return [in_full(each) for each in entries]


def _entry(entry: Any, judge: Wording) -> Exercise | Hide:
    if isinstance(entry, dict) and "hide" in entry:
        return Hide.model_validate(tuples(entry))
    checked = OwnExercise.model_validate(tuples(entry))
    return _with_impact(checked.value(), checked.model_fields_set, judge)


def _with_impact(found: Exercise, fields: Container[str], judge: Wording) -> Exercise:
    """An own exercise with what is worked out about it; ``fields`` are the fields its file spoke of."""
    names = (found.name, *found.also)
    words = read_twice(judge, Passage(names, (*found.steps, *as_written(found.cues)), _place(found)), found.id)
    return found._replace(
        own=True,
        gives_away=words.gives_away,
        in_doubt=words.in_doubt,
        impact_known=words.leaves_known("impact" in fields, judge.says_something(names, found.steps)),
        in_english=judge.in_english(names, found.steps),
        # Whoever cannot get down to the floor is spared it also where the file does not say.
        floor=found.floor or ("floor" not in fields and _goes_down(found)),
        # And intervals stay once a week where only the id speaks of them.
        intervals=found.intervals or ("intervals" not in fields and "intervals" in found.id),
    )


def _place(found: Exercise) -> Place:
    """Whether an exercise is done in water only, on land only, or may be done in either."""
    wet = "pool" in found.place or found.position.startswith("water-") or "pool" in found.equipment
    if not wet:
        return "land"
    return "pool" if set(found.place) <= {"pool"} else "unsaid"


def held_names(whole: Library) -> Mapping[str, str]:
    """The names of what we hold back for everybody, evened, and which exercise each means."""
    return {evened(word): each.id for each in whole.exercises if each.status == "excluded" and not each.own
            for word in (each.name, *each.also)}  # fmt: skip


def namesakes(own: Iterable[tuple[str, Sequence[str]]], whole: Library) -> list[str]:
    """A sentence on each exercise, told as its id and its names, that is called like another of the library."""
    called_by = Names(whole.exercises)
    held = held_names(whole)
    found = []
    for key, names in own:
        for name in dict.fromkeys(name.lower() for name in names):
            others = [each.id for each in called_by.called(name) if each.id != key]
            if held.get(evened(name), key) != key:
                like = f"{held[evened(name)]}, which we hold back for everybody"
                found.append(f"{key} is called {name}, like {like}, so once added it is not given")
            elif others:
                which = f"{' and '.join(others)}: write the id to say which you mean"
                found.append(f"{key} is called {name}, and so is {which}")
    return found


_LIES = re.compile(r"\b(lie|lying) (down|on|face|flat)\b|\bon (all fours|(your )?hands and knees)\b", re.IGNORECASE)
_DOWN = ("quadruped", "kneeling", "floor-sit", "prone", "supine", "side")


_SWIMS = re.compile(r"\bswim(s|ming)?\b", re.IGNORECASE)
_BENDS = re.compile(
    r"\b(bend|fold|roll|curl) (forward|down)\b|\btouch (your|the) toes\b|\bsit (all the way )?up (from|with)\b",
    re.IGNORECASE,
)


def doubts(exercise: Exercise) -> list[str]:
    """Where the steps say one thing and the tags another: the rules read the tags, so somebody should look again."""
    text = " ".join((exercise.name, *exercise.steps))
    found = []
    if not exercise.in_english and exercise.impact_known:
        found.append(f"not in English, so its words were not judged; that its impact is {exercise.impact} is your word")
    if not exercise.floor and _goes_down(exercise):
        found.append("it goes down on the floor, but it says `floor: false`")
    if _SWIMS.search(text) and not exercise.swim:
        found.append("it tells of swimming, but swim is not said")
    if _BENDS.search(text) and set(exercise.movements) <= {"neutral", "unloaded"}:
        found.append("its steps bend the back forward, but movements say that the back keeps still")
    if not figure_fits(exercise):
        found.append(f"its figure does not look like its position, {exercise.position}")
    return [f"{exercise.id}: {each}" for each in found]


def _goes_down(exercise: Exercise) -> bool:
    """Whether it is done on the floor, by its position or its steps."""
    wet = "pool" in exercise.place or exercise.block == "water"
    text = " ".join((exercise.name, *exercise.steps))
    return not (exercise.bed or wet) and (exercise.position in _DOWN or _LIES.search(text) is not None)


def _twice(placed: Mapping[str, tuple[str | int, ...]]) -> Iterator[Fault]:
    if HIDDEN in placed:
        yield (*placed[HIDDEN], "id"), f"{HIDDEN} cannot be the id of an exercise"


def _elsewhere(placed: Mapping[str, tuple[str | int, ...]], others: Mapping[str, Own]) -> Iterator[Fault]:
    for name, other in others.items():
        for key in other.ids:
            if key in placed:
                yield (*placed[key], "id"), f"the id {key} is in your own file {name} already"


def _not_ours(found: Own, placed: Mapping[str, tuple[str | int, ...]], ours: Library) -> Iterator[Fault]:
    by_id, sources = ours.by_id(), {source.id for source in ours.sources}
    for key in found.hidden:
        if key not in by_id:
            yield (*placed[key], "id"), partial(_nothing_to_hide, key, by_id)
    for exercise in found.exercises:
        for source in exercise.sources:
            if source not in sources:
                fault = f"the source {source} of {exercise.id} is not one of ours; sources may be left out"
                yield (*placed[exercise.id], "sources"), fault


def _nothing_to_hide(key: str, exercises: Mapping[str, Exercise], _line: str) -> str:
    return f"there is no exercise {key} to hide{nearest(key, exercises)}"


# The folder of own files.


def own_files(folder: Path) -> dict[str, Own]:
    """What the own files of a folder hold that can be read, by name."""
    found: dict[str, Own] = {}
    for path in files(folder):
        with contextlib.suppress(FileError):
            found[path.stem] = _taken(*parse(contents(path, MOST_BYTES), path.name, MOST_BYTES))
    return found
