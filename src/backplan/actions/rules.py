"""The rules that a word names: one by its id, those of a kind, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.errors import UsageError, nearest
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from backplan.rules.claims import Rule


class RuleOfKind(NamedTuple):
    """A rule with the name of its kind."""

    kind: str
    rule: Rule


def every_rule() -> list[RuleOfKind]:
    """Every rule, in reading order."""
    from backplan.rules.index import KINDS

    return [RuleOfKind(kind, each) for kind, (_, rules) in KINDS.items() for each in rules]


def rules_named(word: str) -> list[RuleOfKind]:
    """The rules of a kind, or of an id. Raises UsageError with near words."""
    every = every_rule()
    found = [each for each in every if word in (each.kind, each.rule.id)]
    if not found:
        names = [*dict.fromkeys(each.kind for each in every), *(each.rule.id for each in every)]
        if not word.strip():
            raise UsageError("say which rule, like `backplan rules high-impact`; `backplan rules` lists them")
        raise UsageError(f"there is no rule {word}{nearest(word, names)}; `backplan rules` lists them")
    return found
