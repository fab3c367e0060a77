"""`backplan cope`: ways to cope with pain, as short pages. They are words and no exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.errors import SafetyStop, UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.model.coping import Page
    from backplan.model.exercise import Library, Source
    from backplan.planner.screen.stops import Stop

app = typer.Typer(rich_markup_mode=None)

# Stops about papers and pain control. Under any other (a sign, an operation, a health change) only pages are shown
# that ask for no movement and put nothing on the body; our own judgement.
WORDS_STAY = frozenset({"clearance-required", "clearance-future", "clearance-expired", "pain-controlled"})


class Reader(NamedTuple):
    """Who reads: what stops them, the topic to begin with, and the exercises that may be named (None: none at all)."""

    stop: Stop | None = None
    first: str | None = None
    fit: frozenset[str] | None = None


@app.command()
def cope(
    topic: Annotated[
        str | None,
        typer.Argument(help="A topic, like breathing; leave out for the list.", autocompletion=completing.topics),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="One labelled line per item.")] = False,
) -> None:
    """Show ways to cope with pain, as short pages: pacing, breathing, heat, sleep, what to do in a flare."""
    from backplan.library import coping_pages, load

    whole = load.load(environment.cache())
    pages, reader = coping_pages.load(whole, environment.cache()), _reader()
    chosen = _named(topic, pages) if topic is not None else None
    if reader.stop and (_emergency(reader.stop) or (chosen and not _may_read(chosen, reader.stop))):
        raise SafetyStop(reader.stop.rule, reader.stop.sentence)
    if reader.stop and not as_json:
        output.complain(reader.stop.sentence)
    if as_json:
        found = _page_document(chosen, reader, whole) if chosen else _list_document(_listed(pages, reader), reader)
        output.document({**found, **({"stop": reader.stop._asdict()} if reader.stop else {})})
    elif chosen:
        output.lines(_plain_page(chosen, reader, whole) if plain else _page(chosen, reader, whole))
    else:
        output.lines(_list(_listed(pages, reader), plain=plain))


def _reader() -> Reader:
    """The person on record as far as it matters here; before the safety questions, somebody to whom no exercise is
    named.
    """
    from backplan.actions import on_record, week
    from backplan.model.week import monday
    from backplan.planner.screen import stops
    from backplan.planner.screen.pain import mode, pain_today
    from backplan.planner.telling.coping_line import first_topic
    from backplan.planner.week import selection_for
    from backplan.store.store import exists, opened

    today, home = environment.today(), environment.home()
    if not exists(home):
        return Reader()
    with opened(home) as store:
        person = store.person()
        if person is None:
            return Reader()
        stop = stops.stop(person, today)
        if stop or person.unfinished:
            return Reader(stop)
        pain = pain_today(person, store.recent(today), today)
        selection = selection_for(
            week.request(environment.workspace(), store, on_record.read(store, person, today), monday(today))
        )
    fit = frozenset(exercise.id for exercise in selection.allowed) - selection.care.keys()
    return Reader(None, first_topic(mode(person, pain, today), pain), fit)


def _emergency(stop: Stop) -> bool:
    """Whether nothing but the stop is to be said."""
    from backplan.rules.screening import emergency_flags

    return stop.rule == emergency_flags.RULE.id


def _may_read(page: Page, stop: Stop | None) -> bool:
    return stop is None or stop.rule in WORDS_STAY or page.still


def _listed(pages: Sequence[Page], reader: Reader) -> list[Page]:
    """The pages this reader may read, the fitting one first."""
    return sorted((page for page in pages if _may_read(page, reader.stop)), key=lambda page: page.id != reader.first)


def _named(word: str, pages: Sequence[Page]) -> Page:
    """The page of a topic, of its title or of another word for it. Raises UsageError with near names."""
    key = word.strip().lower().replace(" ", "-")
    by_word = {known: page for page in pages for known in (*page.also, page.title.lower().replace(" ", "-"), page.id)}
    if key not in by_word:
        topics = ", ".join(page.id for page in pages)
        near = nearest(key, [page.id for page in pages]) or nearest(key, by_word)
        raise UsageError(f"there is no page on {word}{near}; choose from {topics}")
    return by_word[key]


def _list(pages: Sequence[Page], *, plain: bool) -> Iterator[str]:
    width = max(len(page.id) for page in pages)
    yield from (f"{page.id}\t{page.line}" if plain else f"{page.id:{width}}  {page.line}" for page in pages)
    if not plain:
        yield "\n`backplan cope TOPIC` shows one page."


def _list_document(pages: Sequence[Page], reader: Reader) -> dict[str, Any]:
    topics = [{"id": page.id, "title": page.title, "line": page.line} for page in pages]
    return {"schema": 1, "first": reader.first, "topics": topics}


def _page_document(page: Page, reader: Reader, whole: Library) -> dict[str, Any]:
    names = _names(page, reader, whole)
    return {
        "schema": 1,
        **page.as_dict(),
        "exercises": [{"id": key, "name": name} for key, name in names.items()],
        "sources": [source.as_dict() for source in _sources(page, whole)],
    }


def _names(page: Page, reader: Reader, whole: Library) -> dict[str, str]:
    """The exercises of a page that may be given to this reader as they are."""
    by_id = whole.by_id()
    return {key: by_id[key].name for key in page.exercises if key in (reader.fit or ())}


def _sources(page: Page, whole: Library) -> list[Source]:
    return [source for source in whole.sources if source.id in page.sources]


def _page(page: Page, reader: Reader, whole: Library) -> Iterator[str]:
    yield f"{page.title}\n"
    yield from page.about
    yield ""
    yield from (f"• {step}" for step in page.steps)
    yield ""
    if page.care:
        yield f"Mind: {page.care}"
    yield from _tail(page, reader, whole)


def _plain_page(page: Page, reader: Reader, whole: Library) -> Iterator[str]:
    yield f"Topic: {page.title}"
    yield from (f"About: {line}" for line in page.about)
    yield from (f"Do: {step}" for step in page.steps)
    if page.care:
        yield f"Mind: {page.care}"
    yield from _tail(page, reader, whole)


def _tail(page: Page, reader: Reader, whole: Library) -> Iterator[str]:
    if names := _names(page, reader, whole):
        yield f"Exercises that fit: {', '.join(names.values())}"
    yield f"Our own judgement: {page.own}"
    yield from (f"Source: {_cited(source)}" for source in _sources(page, whole))


def _cited(source: Source) -> str:
    """A source in a line: the page must stay a screen, and --json has all of it."""
    from backplan.cli.why_command import SEEN

    first, _, more = source.authors.partition(",")
    return f"{first}{' et al.' if more else ''} {source.year}, {source.where}{SEEN[source.seen]}"
