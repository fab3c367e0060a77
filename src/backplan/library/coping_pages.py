"""The pages on coping with pain: YAML in, checked pages out; all faults at once, each with file:line:column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from backplan.library import cache as caching
from backplan.library.data import data_file
from backplan.library.mark import mark
from backplan.model.coping import CopingPage
from backplan.model.exercise import Exercise, Library

if TYPE_CHECKING:
    from pathlib import Path

    from backplan.files.yaml import Fault

FILE = "coping.yaml"
NAME = "coping"  # in the cache


def load(library: Library, cache: Path | None = None) -> tuple[CopingPage, ...]:
    """Our own pages, in reading order; with a cache folder, the checked pages are kept there as JSON."""
    raw = data_file(FILE).read_bytes()
    if cache is None:
        return parse_pages(raw, library)
    key = mark(",".join(CopingPage._fields).encode(), raw, _held_against(library))
    if (pages := _filled(caching.kept(cache, NAME, key))) is None:
        pages = parse_pages(raw, library)
        caching.keep(cache, NAME, key, pages)
    return pages


def _held_against(library: Library) -> bytes:
    """All of the library that the pages are checked by."""
    may_be_named = (exercise.id for exercise in library.exercises if gentle(exercise))
    return ",".join((*may_be_named, "", *(source.id for source in library.sources))).encode()


def _filled(document: Any) -> tuple[CopingPage, ...] | None:
    """The pages in a document of the cache; None where it holds none."""
    try:
        return tuple(CopingPage(*caching.tuples(row)) for row in document) or None
    except TypeError:
        return None


def parse_pages(raw: bytes, library: Library) -> tuple[CopingPage, ...]:
    """The pages in a file's bytes, held against the library; raises FileError naming every fault."""
    from backplan.files.yaml import parse
    from backplan.library import entry
    from backplan.library.parse import checked_entries, twice

    document, places = parse(raw, FILE)
    checked, faults = checked_entries(entry.CopingPage, document)
    pages = tuple(each.value() for each in checked)
    if not faults:
        faults = [*twice("topic", [page.id for page in pages]), *_same_words(pages), *_strangers(pages, library)]
    if faults:
        raise places.error(faults)
    return pages


def _same_words(pages: Sequence[CopingPage]) -> Iterator[Fault]:
    """Words that would lead to two pages."""
    words = [word for page in pages for word in (page.id, *page.also)]
    for index, page in enumerate(pages):
        for word in page.also:
            if words.count(word) > 1:
                yield (index, "also"), f"the word {word} leads to more than one page"


def _strangers(pages: Sequence[CopingPage], library: Library) -> Iterator[Fault]:
    """Sources and exercises that are not there, and exercises that are no gentle ones."""
    exercises, sources = library.by_id(), {source.id for source in library.sources}
    for index, page in enumerate(pages):
        for key in page.sources:
            if key not in sources:
                yield (index, "sources"), f"the source {key} of {page.id} is not in sources.yaml"
        for key in page.exercises:
            if key not in exercises:
                yield (index, "exercises"), f"the exercise {key} of {page.id} is not in the library"
            elif not gentle(exercises[key]):
                yield (index, "exercises"), f"the exercise {key} of {page.id} is no way to cope and no easy mobility"


def gentle(exercise: Exercise) -> bool:
    """Whether a page may name an exercise: a way to cope, or easy mobility that a flare allows."""
    if exercise.status != "standard" or exercise.impact == "high" or not exercise.flare:
        return False
    return exercise.block == "relax" or (exercise.block == "mobility" and exercise.level == "basic")
