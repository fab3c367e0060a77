"""A person's own exercises laid over ours. What was read and judged of their files is kept in the cache, under a mark
of the files and of all that they are judged by: nothing that reads or judges is loaded until one of these changes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backplan.errors import FileError
from backplan.files.plain_file import contents
from backplan.library import cache as caching
from backplan.library.data import data_file
from backplan.library.load import EXERCISE_SHAPE, exercise_of
from backplan.library.mark import mark
from backplan.library.own_folder import MOST_BYTES, files, mark_of, unread, unreadable
from backplan.library.partners import Partners
from backplan.model.exercise import Exercise, Library
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTNERS = ("progression", "regression", "instead")
JUDGED_BY = ("impact_words.yaml", "impact_word_kinds.yaml", "impact_opinion.json")
NAME = "own"  # in the cache


class Own(NamedTuple):
    """What one file of own exercises holds."""

    exercises: tuple[Exercise, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def ids(self) -> list[str]:
        """Every id that the file speaks of, of its exercises and of what it hides."""
        return [*(exercise.id for exercise in self.exercises), *self.hidden]


def with_own(ours: Library, folder: Path, cache: Path | None = None) -> tuple[Library, tuple[str, ...], str]:
    """Our library with the own files of a folder laid over it, a sentence on each file that cannot be read, and the
    mark of what was read.

    With a cache folder, what was read without a fault is kept there as JSON.
    """
    if why := unreadable(folder):
        unreadable_folder = (
            f"The folder of your own exercises, {folder.name}, cannot be read, so the plan goes on without them"
        )
        return laid_over(ours, ()), (f"{unreadable_folder} ({why}).",), mark_of({})
    found = {path.name: _content(path) for path in files(folder)}
    read = {name: unread(each) if isinstance(each, FileError) else each for name, each in found.items()}
    key = mark(mark_of(read).encode(), *_judges()) if cache is not None else ""
    if cache is not None and (kept := _filled(caching.kept(cache, NAME, key))) is not None:
        return laid_over(ours, kept), (), mark_of(read)
    from backplan.library.own import own_in  # pydantic and YAML are slow to start

    held, notices = own_in(found)
    if cache is not None and not notices:
        caching.keep(cache, NAME, key, held)
    return laid_over(ours, held), tuple(notices), mark_of(read)


def _content(path: Path) -> bytes | FileError:
    try:
        return contents(path, MOST_BYTES)
    except FileError as error:
        return error


def _judges() -> list[bytes]:
    """All that own exercises are read and judged by: our words, and our code where it stands as text."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    return [EXERCISE_SHAPE, *(path.read_bytes() for path in (*map(data_file, JUDGED_BY), *code))]


def _filled(document: Any) -> list[Own] | None:
    """What own files hold by a document of the cache; None where it is not one."""
    try:
        return [Own(tuple(map(exercise_of, exercises)), tuple(hidden)) for exercises, hidden in document]
    except (TypeError, ValueError, LookupError):
        return None


def laid_over(ours: Library, own: Iterable[Own]) -> Library:
    """Our library with own files laid over it, without the partners that they took away or put out of order."""
    by_id = by_id_with(ours, own)
    partners = Partners(by_id)
    whole = tuple(_with_partners(exercise, partners) for exercise in by_id.values())
    return Library(whole, ours.sources)


def by_id_with(ours: Library, own: Iterable[Own]) -> dict[str, Exercise]:
    """Our exercises by id, with own ones added or in their place, and without those that own files hide."""
    by_id: dict[str, Exercise] = ours.by_id()
    held = _held_back(ours)
    for each in own:
        by_id |= {exercise.id: _held(exercise, held) for exercise in each.exercises}
        for hidden in each.hidden:
            by_id.pop(hidden, None)
    return by_id


def _held_back(ours: Library) -> frozenset[str]:
    """The ids and names of what we hold back for everybody."""
    excluded = [exercise for exercise in ours.exercises if exercise.status == "excluded"]
    return frozenset(evened(word) for each in excluded for word in (each.id, each.name, *each.also))


def evened(name: str) -> str:
    """A name without capitals, hyphens and the s of a plural, so that it is known however it is written."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    return " ".join(word.removesuffix("s") for word in words)


def _held(exercise: Exercise, held: frozenset[str]) -> Exercise:
    """An own exercise; held back as well where it stands for one of ours that is, or is called like it."""
    if held.isdisjoint(evened(word) for word in (exercise.id, exercise.name, *exercise.also)):
        return exercise
    return exercise._replace(status="excluded")


def _with_partners(exercise: Exercise, partners: Partners) -> Exercise:
    """The exercise without the partners that an own file took away or put out of order."""
    wrong: dict[str, Any] = {key: None for key, _ in partners.wrong(exercise) if key in PARTNERS}
    return exercise._replace(**wrong) if wrong else exercise
