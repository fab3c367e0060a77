"""A person's own exercises: files of them looked through, laid over our library and taken back, and ours hidden."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from backplan.actions.exercises import ours_named
from backplan.errors import FileError, StoreError, UsageError, nearest
from backplan.library.own_folder import HIDDEN, check_readable, files
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from backplan.actions.workspace import Workspace
    from backplan.files.yaml import Places
    from backplan.library.judge_file import Judged
    from backplan.library.own_overlay import Own
    from backplan.model.exercise import Exercise, Library


FAULTS, ALL_FAULTS = 50, 500  # of a file that is looked through: as many as `library add` tells, and as many as can be


class Added(NamedTuple):
    """What a file added, replaced and hid, by id, under the name it is kept under.

    ``namesakes`` and ``doubts`` are sentences on what somebody should look at again; ``held_back`` replace one of
    ours that we hold back for everybody; ``never_given`` are left out for everybody, with the reasons.
    """

    name: str
    new: tuple[str, ...]
    replaced: tuple[str, ...]
    hidden: tuple[str, ...]
    namesakes: tuple[str, ...]
    held_back: tuple[str, ...]
    doubts: tuple[str, ...]
    never_given: Mapping[str, tuple[str, ...]]


class Checked(NamedTuple):
    """The entries of a file with the rules against them, and a sentence on each name that stands for two exercises.

    ``refused`` is why `library add` would not take the file as it is, each with its place, and ``more`` are reasons of
    that kind which are not told; where it would, ``would`` is what it would add.
    """

    entries: tuple[Judged, ...]
    namesakes: tuple[str, ...]
    would: Added | None = None
    refused: tuple[str, ...] = ()
    more: int = 0


class Kept(NamedTuple):
    """An own file as it is kept: what it adds or replaces and what it hides, or what is wrong with it."""

    name: str
    exercises: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def check(workspace: Workspace, path: Path, most: int = FAULTS) -> Checked:
    """A file looked through without adding it, with up to so many faults. Raises FileError with them, and with those of
    `library add`, where no entry can be judged.
    """
    from backplan.files.plain_file import contents
    from backplan.files.yaml import parse
    from backplan.library import own as library_own
    from backplan.library.judge_file import judge
    from backplan.library.own_folder import MOST_BYTES

    document, places = parse(contents(path, MOST_BYTES), path.name, MOST_BYTES)
    places.most = most
    would = _would_add(workspace, path, document, places)
    try:
        entries = judge(document, places)
    except FileError as error:
        raise _besides(error, would, most) from None
    held = library_own.held_names(workspace.ours)
    checked = tuple(_held_like_ours(each, held) for each in entries)
    if isinstance(would, Added):
        return Checked(checked, would.namesakes, would)
    whole = _with_others(workspace, library_own.own_files(workspace.own).values())
    named = tuple(library_own.namesakes([(each.id, (each.name, *each.also)) for each in checked], whole))
    return Checked(checked, named, refused=would.listed, more=would.more)


def _would_add(workspace: Workspace, path: Path, document: Any, places: Places) -> Added | FileError:
    """What `library add` would say of a document: what it adds, or why it does not."""
    try:
        name = _name(path)
        return _added(workspace, name, *_fitting(workspace, name, document, places))
    except UsageError as error:
        return FileError([str(error)])
    except FileError as error:
        return error


def _besides(error: FileError, would: Added | FileError, most: int) -> FileError:
    """Faults with those that `library add` finds besides: no part of an entry is told twice."""
    from backplan.library.own import WAY_OUT

    other = would if isinstance(would, FileError) else FileError([])
    parts = {_part(fault) for fault in error.listed}
    faults = [*error.listed, *(fault for fault in other.listed if _part(fault) not in parts)]
    return FileError(faults[:most], error.more + other.more + len(faults[most:]), WAY_OUT)


def _part(fault: str) -> tuple[str, ...]:
    """The place of a fault, and the part of an entry it speaks of."""
    return tuple(fault.split(" ", 2)[:2])


def _held_like_ours(one: Judged, held: Mapping[str, str]) -> Judged:
    """An entry; held back where nothing else stands against it and it is called like one of ours that is."""
    from backplan.library.own_overlay import evened
    from backplan.rules.exclusion.held_back import RULE

    like = next((held[word] for word in map(evened, (one.id, one.name, *one.also)) if word in held), None)
    if like is None or one.rules:
        return one
    return one._replace(rules=((RULE.id, f"it is called like {like}, which we hold back for everybody"),))


def add(workspace: Workspace, path: Path) -> Added:
    """Lay a file of exercises over the library and keep a copy. Raises FileError with every fault."""
    from backplan.files.plain_file import contents
    from backplan.library.own_folder import MOST_BYTES

    return _add(workspace, path, contents(path, MOST_BYTES))


def add_typed(workspace: Workspace, entry: Mapping[str, str]) -> Added:
    """Lay one exercise over the library that was typed in brief, and keep it as a file of its name. Raises FileError
    with every fault.
    """
    from pathlib import Path

    import yaml

    text = yaml.safe_dump([dict(entry)], sort_keys=False, allow_unicode=True)
    return _add(workspace, Path(entry["name"].replace("/", " ").replace(".", " ")), text.encode())


def _add(workspace: Workspace, path: Path, raw: bytes) -> Added:
    """Lay the content of a file over the library and keep a copy of it. Raises FileError with every fault."""
    from backplan.library import own_folder

    name = _name(path)
    check_readable(workspace.own)
    _looked_through(workspace, name, path.name, raw)  # before anything is made
    with _changing(workspace):
        found, others = _looked_through(workspace, name, path.name, raw)
        added = _added(workspace, name, found, others)
        with workspace.lasting.watching(own_folder.file(workspace.own, name)):
            own_folder.keep(workspace.own, name, raw)
    return added


@contextmanager
def _changing(workspace: Workspace) -> Iterator[None]:
    """Hold what is read of the own files until they are changed, with a backup of the day before the first change."""
    from backplan.library.own_folder import changing

    with changing(workspace.own), workspace.backed_up():
        yield


def _looked_through(workspace: Workspace, name: str, file: str, raw: bytes) -> tuple[Own, list[Own]]:
    """What a file holds that is to be kept under a name, and the other own files. Raises FileError with every fault."""
    from backplan.files.yaml import parse
    from backplan.library.own_folder import MOST_BYTES

    return _fitting(workspace, name, *parse(raw, file, MOST_BYTES))


def _fitting(workspace: Workspace, name: str, document: Any, places: Places) -> tuple[Own, list[Own]]:
    """The same of a document that was read."""
    from backplan.library import own as library_own

    others = {key: own for key, own in library_own.own_files(workspace.own).items() if key != name}
    found = library_own.check_document(document, places, workspace.ours, others)
    if not found.ids:
        raise FileError([f"{places.name}:1:1: there is no exercise in this file"])
    return found, list(others.values())


def _added(workspace: Workspace, name: str, found: Own, others: Iterable[Own]) -> Added:
    from backplan.library.own import doubts, namesakes

    ours, ids = workspace.ours.by_id(), [exercise.id for exercise in found.exercises]
    given = [exercise.id for exercise in found.exercises if exercise.status != "excluded"]
    return Added(
        name,
        new=tuple(key for key in ids if key not in ours),
        replaced=tuple(key for key in ids if key in ours),
        hidden=found.hidden,
        namesakes=tuple(
            namesakes([(each.id, (each.name, *each.also)) for each in found.exercises], _with_others(workspace, others))
        ),
        held_back=tuple(key for key in given if key in ours and ours[key].status == "excluded"),
        doubts=tuple(line for exercise in found.exercises for line in doubts(exercise)),
        never_given=_never_given(found.exercises),
    )


def _with_others(workspace: Workspace, others: Iterable[Own]) -> Library:
    """Our library with other own files laid over it."""
    from backplan.library.own_overlay import laid_over

    return laid_over(workspace.ours, others)


def _never_given(exercises: Sequence[Exercise]) -> dict[str, tuple[str, ...]]:
    """The exercises that are left out for everybody, by id, each with the reasons."""
    from backplan.rules.exclusion import FOR_EVERYBODY

    case: Any = None  # what holds for everybody asks nothing of the person
    reasons = {e.id: tuple(why for rule in FOR_EVERYBODY if (why := rule.check(e, case))) for e in exercises}
    return {key: several for key, several in reasons.items() if several}


def kept(workspace: Workspace) -> tuple[Kept, ...]:
    """The own files, by name. Raises StoreError where they cannot be looked into."""
    check_readable(workspace.own)
    return tuple(_kept(workspace, path) for path in files(workspace.own))


def _kept(workspace: Workspace, path: Path) -> Kept:
    from backplan.library.own import read

    try:
        found = read(path, workspace.ours)
    except FileError as error:
        return Kept(path.stem, faults=error.faults)
    return Kept(path.stem, tuple(exercise.id for exercise in found.exercises), found.hidden)


def remove(workspace: Workspace, name: str) -> str:
    """Take an own file back; returns the name it was kept under. Raises UsageError."""
    check_readable(workspace.own)
    key = name.removesuffix(".yaml")
    _refuse_unknown(workspace, name, key)  # before anything is made
    with _changing(workspace):
        _refuse_unknown(workspace, name, key)
        _take_back(workspace, key)
    return key


def _refuse_unknown(workspace: Workspace, name: str, key: str) -> None:
    """Raise UsageError where no own file is kept under a name."""
    names = [path.stem for path in files(workspace.own)]
    if key not in names:
        if not name.strip():
            raise UsageError("say which own file; `backplan library own` lists them")
        raise UsageError(f"there is no own file {name}{nearest(key, names)}; `backplan library own` lists them")


def hide(workspace: Workspace, word: str) -> Exercise:
    """Hide the exercise of ours that a word names. Raises UsageError, and StoreError where the list of what is hidden
    cannot be read or written.
    """
    exercise = ours_named(word, workspace)
    with _changing(workspace):
        _hide_only(workspace, [*_hidden(workspace), exercise.id])
    return exercise


def show_again(workspace: Workspace, word: str) -> Exercise:
    """Bring back the exercise of ours that a word names. Raises UsageError for one that is not hidden, and StoreError
    where the list of what is hidden cannot be read or written.
    """
    exercise = ours_named(word, workspace)
    _refuse_shown(exercise, _hidden(workspace))  # before anything is made
    with _changing(workspace):
        hidden = _hidden(workspace)
        _refuse_shown(exercise, hidden)
        _hide_only(workspace, [key for key in hidden if key != exercise.id])
    return exercise


def _refuse_shown(exercise: Exercise, hidden: Sequence[str]) -> None:
    """Raise UsageError for an exercise that is not hidden."""
    if exercise.id not in hidden:
        near = nearest(exercise.id, hidden)
        raise UsageError(f"{exercise.id} is not hidden{near}; `backplan library own` lists what is")


def _hidden(workspace: Workspace) -> list[str]:
    from backplan.library.own import read
    from backplan.library.own_folder import file

    check_readable(workspace.own)
    path = file(workspace.own, HIDDEN)
    if not path.exists():
        return []
    try:
        return list(read(path, workspace.ours).hidden)
    except FileError as error:
        raise StoreError(f"{error}\n`backplan library remove {HIDDEN}` starts that list anew.") from None


def _hide_only(workspace: Workspace, ids: Sequence[str]) -> None:
    """Hide these exercises and no others."""
    from backplan.library.own_folder import file, keep

    if not ids:
        _take_back(workspace, HIDDEN)
        return
    text = "".join(f"- {{id: {key}, hide: true}}\n" for key in sorted(set(ids)))
    with workspace.lasting.watching(file(workspace.own, HIDDEN)):
        keep(workspace.own, HIDDEN, text.encode())


def _take_back(workspace: Workspace, name: str) -> None:
    from backplan.library.own_folder import file, take_back

    path = file(workspace.own, name)
    with workspace.lasting.watching(path):
        take_back(path)
    _tidy(workspace.own)


def _name(file: Path) -> str:
    """The name a file is kept under. Raises UsageError for one that would be taken for what is hidden."""
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:60] or "mine"
    if name == HIDDEN:
        raise UsageError(f"a file named {HIDDEN} stands for what you have hidden; give yours another name")
    return name


def _tidy(folder: Path) -> None:
    """An empty folder costs time at every week, so it goes."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
