"""The pages on coping with pain: YAML in, checked pages out; all faults at once, each with file:line:column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backplan.errors import FileError
from backplan.files.yaml import Fault, parse
from backplan.library.data import data_file
from backplan.library.load import entries, twice
from backplan.model.coping import Page
from backplan.model.exercise import Exercise, Library

FILE = "coping.yaml"


def load(library: Library) -> tuple[Page, ...]:
    """Our own pages, in reading order."""
    return parse_pages(data_file(FILE).read_bytes(), library)


def parse_pages(raw: bytes, library: Library, name: str = FILE) -> tuple[Page, ...]:
    """The pages in a file's bytes, held against the library; raises FileError naming every fault."""
    document, places = parse(raw, name)
    pages, faults = entries(Page, document)
    if not faults:
        faults = [*_same_words(pages), *_strangers(pages, library)]
    if faults:
        raise FileError(places.in_order(faults))
    return tuple(pages)


def _same_words(pages: Sequence[Page]) -> list[Fault]:
    """Ids used twice, and other words that would lead to two pages."""
    ids = [page.id for page in pages]
    words = [word for page in pages for word in (page.id, *page.also)]
    return [
        *twice("topic", ids),
        *(
            ((index, "also"), f"the word {word} leads to more than one page")
            for index, page in enumerate(pages)
            for word in page.also
            if words.count(word) > 1
        ),
    ]


def _strangers(pages: Sequence[Page], library: Library) -> Iterator[Fault]:
    """Sources and exercises that are not there, and exercises that are no gentle ones."""
    known, sources = library.by_id(), {source.id for source in library.sources}
    for index, page in enumerate(pages):
        for key in page.sources:
            if key not in sources:
                yield (index, "sources"), f"the source {key} of {page.id} is not in sources.yaml"
        for key in page.exercises:
            if key not in known:
                yield (index, "exercises"), f"the exercise {key} of {page.id} is not in the library"
            elif not gentle(known[key]):
                yield (index, "exercises"), f"the exercise {key} of {page.id} is no way to cope and no easy mobility"


def gentle(exercise: Exercise) -> bool:
    """Whether a page may name an exercise: a way to cope, or easy mobility that a flare allows."""
    if exercise.status != "standard" or exercise.impact == "high" or not exercise.flare:
        return False
    return exercise.block == "relax" or (exercise.block == "mobility" and exercise.level == "basic")
