"""`backplan rules`: every rule with its claim and its sources, from the rules' own text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli.terminal import environment, output
from backplan.errors import UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backplan.rules.claims import Rule

app = typer.Typer(rich_markup_mode=None)


def kinds() -> Mapping[str, tuple[str, Sequence[Rule]]]:
    """Every kind of rule with what it answers and its rules, in reading order."""
    from backplan.rules import index

    return index.KINDS


@app.command()
def rules(
    rule: Annotated[str | None, typer.Argument(help="One rule's id, or a kind of rule.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="The same lines; there is no box to leave out.")] = False,
) -> None:
    """Show every rule, one rule, or the rules of one kind: what it claims, on which sources, and how sure."""
    chosen = _chosen(rule)
    if as_json:
        output.document({"schema": 1, "rules": [_document(kind, each) for kind, each in chosen]})
    elif rule is None:
        output.lines(_overview())
    else:
        output.lines(line for kind, each in chosen for line in _in_full(kind, each))


def _chosen(word: str | None) -> list[tuple[str, Rule]]:
    found = [(kind, each) for kind, (_, many) in kinds().items() for each in many]
    if word is None:
        return found
    one = [(kind, each) for kind, each in found if word in (kind, each.id)]
    if not one:
        known = [*kinds(), *(each.id for _, each in found)]
        raise UsageError(f"there is no rule {word}{nearest(word, known)}; `backplan rules` lists them")
    return one


def _overview() -> Iterator[str]:
    from backplan.rules.claims import claim, paragraphs

    for kind, (asks, many) in kinds().items():
        yield f"\n{kind}: {asks}"
        for each in many:
            yield f"  {each.id}: {paragraphs(claim(each))[0]}"
    yield "\n`backplan rules RULE` shows one with its sources."


def _in_full(kind: str, rule: Rule) -> Iterator[str]:
    from backplan.cli.why_command import cited
    from backplan.rules.claims import paragraphs

    document = _document(kind, rule)
    yield f"\n{rule.id} ({kind})"
    yield from (f"  {paragraph}" for paragraph in paragraphs(document["claim"]))
    if document["inference"]:
        yield f"  Our own inference: {document['inference']}."
    yield from (f"  Source: {cited(source)}. {source['supports']}" for source in document["sources"])


def _document(kind: str, rule: Rule) -> dict[str, Any]:
    from backplan.library import load
    from backplan.rules.claims import claim

    sources = {source.id: source for source in load.load(environment.cache()).sources}
    return {
        "id": rule.id,
        "kind": kind,
        "claim": claim(rule),
        "inference": rule.inference,
        "sources": [sources[key].as_dict() for key in rule.sources],
    }
