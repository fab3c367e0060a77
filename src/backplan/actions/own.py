"""A person's own exercises: files of them looked through, laid over our library and taken back, and ours hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from backplan.actions.exercises import ours_named
from backplan.errors import FileError, StoreError, UsageError, nearest
from backplan.library.own_folder import HIDDEN, files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from backplan.actions.workspace import Workspace
    from backplan.library.judge_file import Judged
    from backplan.library.own import Own
    from backplan.model.exercise import Exercise


class Checked(NamedTuple):
    """The entries of a file with the rules against them, and a sentence on each name that stands for two exercises."""

    entries: tuple[Judged, ...]
    namesakes: tuple[str, ...]


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


class Kept(NamedTuple):
    """An own file as it is kept: what it adds or replaces and what it hides, or what is wrong with it."""

    name: str
    exercises: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def check(workspace: Workspace, path: Path) -> Checked:
    """A file looked through without adding it. Raises FileError with every fault."""
    from backplan.library import own as library_own
    from backplan.library.judge_file import judge

    entries = tuple(judge(path))
    others = library_own.own_files(workspace.own).values()
    return Checked(entries, _namesakes(workspace, [(each.id, (each.name,)) for each in entries], others))


def add(workspace: Workspace, path: Path) -> Added:
    """Lay a file of exercises over the library and keep a copy. Raises FileError with every fault."""
    from backplan.files.yaml import contents
    from backplan.library import own as library_own
    from backplan.library import own_folder

    name = _name(path)
    others = {key: own for key, own in library_own.own_files(workspace.own).items() if key != name}
    raw = contents(path)
    found = library_own.check(raw, path.name, workspace.ours, others)
    if not found.ids:
        raise FileError([f"{path.name}:1:1: there is no exercise in this file"])
    own_folder.keep(workspace.own, name, raw)
    return _added(workspace, name, found, others.values())


def _added(workspace: Workspace, name: str, found: Own, others: Iterable[Own]) -> Added:
    from backplan.library.own import doubts

    known, ids = workspace.ours.by_id(), [exercise.id for exercise in found.exercises]
    given = [exercise.id for exercise in found.exercises if exercise.status != "excluded"]
    return Added(
        name,
        new=tuple(key for key in ids if key not in known),
        replaced=tuple(key for key in ids if key in known),
        hidden=found.hidden,
        namesakes=_namesakes(workspace, [(each.id, (each.name, *each.also)) for each in found.exercises], others),
        held_back=tuple(key for key in given if key in known and known[key].status == "excluded"),
        doubts=tuple(line for exercise in found.exercises for line in doubts(exercise)),
        never_given=_never_given(found.exercises),
    )


def _namesakes(
    workspace: Workspace, names: Iterable[tuple[str, Sequence[str]]], others: Iterable[Own]
) -> tuple[str, ...]:
    from backplan.library.own import laid_over, namesakes

    return tuple(namesakes(names, laid_over(workspace.ours, others)))


def _never_given(exercises: Sequence[Exercise]) -> dict[str, tuple[str, ...]]:
    """Those that are left out for everybody, each with the reasons."""
    from backplan.rules.exclusion import FOR_EVERYBODY

    case: Any = None  # what holds for everybody asks nothing of the person
    reasons = {e.id: tuple(why for rule in FOR_EVERYBODY if (why := rule.check(e, case))) for e in exercises}
    return {key: several for key, several in reasons.items() if several}


def kept(workspace: Workspace) -> tuple[Kept, ...]:
    """The own files, by name."""
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
    from backplan.library.own_folder import take_back

    known = {path.stem: path for path in files(workspace.own)}
    key = name.removesuffix(".yaml")
    if key not in known:
        raise UsageError(f"there is no own file {name}{nearest(key, known)}; `backplan library own` lists them")
    take_back(known[key])
    _tidy(workspace.own)
    return key


def hide(workspace: Workspace, word: str) -> Exercise:
    """Hide the exercise of ours that a word names. Raises UsageError, and StoreError where the list of what is hidden
    cannot be read or written.
    """
    exercise = ours_named(word, workspace)
    _hide_only(workspace, [*_hidden(workspace), exercise.id])
    return exercise


def show_again(workspace: Workspace, word: str) -> Exercise:
    """Bring back the exercise of ours that a word names. Raises UsageError for one that is not hidden, and StoreError
    where the list of what is hidden cannot be read or written.
    """
    hidden, exercise = _hidden(workspace), ours_named(word, workspace)
    if exercise.id not in hidden:
        near = nearest(exercise.id, hidden)
        raise UsageError(f"{exercise.id} is not hidden{near}; `backplan library own` lists what is")
    _hide_only(workspace, [key for key in hidden if key != exercise.id])
    return exercise


def _hidden(workspace: Workspace) -> list[str]:
    from backplan.library.own import read

    path = workspace.own / f"{HIDDEN}.yaml"
    if not path.exists():
        return []
    try:
        return list(read(path, workspace.ours).hidden)
    except FileError as error:
        raise StoreError(f"{error}\n`backplan library remove {HIDDEN}` starts that list anew.") from None


def _hide_only(workspace: Workspace, ids: Sequence[str]) -> None:
    """Hide these exercises and no others."""
    from backplan.library.own_folder import keep, take_back

    if not ids:
        take_back(workspace.own / f"{HIDDEN}.yaml")
        _tidy(workspace.own)
        return
    text = "".join(f"- {{id: {key}, hide: true}}\n" for key in sorted(set(ids)))
    keep(workspace.own, HIDDEN, text.encode())


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
