"""How the pages on coping look: the list of topics, and one page, as text, as labelled lines and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.render import emergency, sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.actions.cope import Coping, Reader
    from backplan.model.coping import CopingPage
    from backplan.model.exercise import Library


UNKNOWN = "Until your data can be read, only pages are shown that ask for no movement and put nothing on the body."


def before(shown: Coping) -> Iterator[str]:
    """What is to be known before the pages are read: what stops the person, and why it is not known who reads."""
    if shown.reader.stop:
        yield shown.reader.stop.sentence
    if shown.reader.unread:
        yield f"{str(shown.reader.unread).rstrip('.')}."
        yield f"The page on {shown.withheld.id} is not among these now. {UNKNOWN}" if shown.withheld else UNKNOWN


def topics(pages: Sequence[CopingPage], *, plain: bool) -> Iterator[str]:
    """Every topic in a line."""
    if plain:
        yield from (f"{page.id}\t{page.line}" for page in pages)
        yield emergency.PLAIN
        return
    width = max(len(page.id) for page in pages)
    yield from (f"{page.id:{width}}  {page.line}" for page in pages)
    yield "\n`backplan cope TOPIC` shows one page."
    yield emergency.LINE


def page(shown: CopingPage, reader: Reader, library: Library) -> Iterator[str]:
    """One page, no longer than a screen."""
    yield shown.title
    yield from shown.about
    yield ""
    yield from (f"• {step}" for step in shown.steps)
    yield from _tail(shown, reader, library)
    yield emergency.LINE


def plain_page(shown: CopingPage, reader: Reader, library: Library) -> Iterator[str]:
    """One page as labelled lines, for screen readers and pipes."""
    yield f"Topic: {shown.title}"
    yield from (f"About: {line}" for line in shown.about)
    yield from (f"Do: {step}" for step in shown.steps)
    yield from _tail(shown, reader, library)
    yield emergency.PLAIN


def _tail(shown: CopingPage, reader: Reader, library: Library) -> Iterator[str]:
    if shown.care:
        yield f"Mind: {shown.care}"
    if names := _names(shown, reader, library):
        yield f"Exercises that fit: {', '.join(names.values())}"
    yield f"Our own judgement: {shown.own}"
    yield from (f"Source: {sources.in_short(each)}" for each in sources.named(shown.sources, library.sources))


def _names(shown: CopingPage, reader: Reader, library: Library) -> dict[str, str]:
    """The exercises of a page that may be given to this reader as they are."""
    by_id = library.by_id()
    return {key: by_id[key].name for key in shown.exercises if key in reader.fit}


def document(shown: Coping, library: Library) -> dict[str, Any]:
    """The page that was asked for, or the list of topics, as one JSON document; with what stops the person."""
    stop: dict[str, Any] = {"stop": shown.reader.stop._asdict()} if shown.reader.stop else {}
    if shown.reader.unread:
        stop["unread"] = str(shown.reader.unread)
    if shown.page:
        return emergency.with_line({"schema": 1, **_page_document(shown.page, shown.reader, library), **stop})
    topics = [{"id": each.id, "title": each.title, "line": each.line} for each in shown.pages]
    return emergency.with_line({"schema": 1, "first": shown.reader.first, "topics": topics, **stop})


def _page_document(shown: CopingPage, reader: Reader, library: Library) -> dict[str, Any]:
    names = _names(shown, reader, library)
    return {
        **shown.as_dict(),
        "exercises": [{"id": key, "name": name} for key, name in names.items()],
        "sources": [each.as_dict() for each in sources.named(shown.sources, library.sources)],
    }
