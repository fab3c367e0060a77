"""How the rules look: all in a line each, or some in full, with what they claim, on which sources, and how sure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from backplan.render import sources
from backplan.rules.claims import claim, paragraphs
from backplan.rules.index import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from backplan.actions.rules import RuleOfKind
    from backplan.model.exercise import Source


def overview(rules: Iterable[RuleOfKind]) -> Iterator[str]:
    """Each kind with what it answers, and each of its rules with the first paragraph of its claim."""
    for kind, several in groupby(rules, key=lambda each: each.kind):
        yield f"\n{kind}: {KINDS[kind][0]}"
        for each in several:
            yield f"  {each.rule.id}: {paragraphs(claim(each.rule))[0]}"
    yield "\n`backplan rules RULE` shows one with its sources."


def in_full(rules: Iterable[RuleOfKind], bibliography: Mapping[str, Source]) -> Iterator[str]:
    """Each rule with its whole claim, what of it is our own inference, and its sources."""
    for kind, rule in rules:
        yield f"\n{rule.id} ({kind})"
        yield from (f"  {paragraph}" for paragraph in paragraphs(claim(rule)))
        if rule.inference:
            yield f"  Our own inference: {rule.inference}."
        for source in (bibliography[key] for key in rule.sources):
            yield f"  Source: {sources.cited(source)}. {source.supports}"


def document(rules: Iterable[RuleOfKind], bibliography: Mapping[str, Source]) -> dict[str, Any]:
    """The rules as one JSON document."""
    return {
        "schema": 1,
        "rules": [
            {
                "id": rule.id,
                "kind": kind,
                "claim": claim(rule),
                "inference": rule.inference,
                "sources": [bibliography[key].as_dict() for key in rule.sources],
            }
            for kind, rule in rules
        ],
    }
