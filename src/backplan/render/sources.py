"""Sources: how a publication is written, in a line, in a short line and as JSON, wherever one is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from backplan.model.exercise import Source

SEEN: Mapping[str, str] = {
    "abstract": "",
    "secondary": " (reported)",
    "memory": " (remembered)",
}


def cited(source: Source) -> str:
    """A source in one line, with how its figure reached us."""
    where = (source.doi and f"doi {source.doi}") or (source.pmid and f"PMID {source.pmid}") or source.url
    end = "" if source.title.endswith(("?", "!", ".")) else "."
    found = f"{source.authors} {source.year}: {source.title}{end} {source.where}"
    return f"{found}{f', {where}' if where else ''}{SEEN[source.seen]}"


def in_short(source: Source) -> str:
    """A source in a short line, for a page that must stay a screen: who, when and where."""
    return f"{who_and_when(source)}, {source.where}{SEEN[source.seen]}"


def who_and_when(source: Source) -> str:
    """A source by its first author and its year."""
    first, _, more = source.authors.partition(",")
    return f"{first}{' et al.' if more else ''} {source.year}"


def named(keys: Sequence[str], bibliography: Iterable[Source]) -> list[Source]:
    """The sources of some ids, in the order of the bibliography."""
    return [source for source in bibliography if source.id in keys]


def lines(keys: Sequence[str], bibliography: Iterable[Source]) -> Iterator[str]:
    """The sources of an exercise, a line each; last those that only the person's own file knows."""
    ours = named(keys, bibliography)
    yield from map(cited, ours)
    ids = {source.id for source in ours}
    yield from (f"{key} (named by your own file; not in our bibliography)" for key in keys if key not in ids)
