"""The text of docs/rules.md, made from the rules themselves; called by cog."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from backplan.library import load
from backplan.render.sources import cited
from backplan.rules.claims import Rule, claim
from backplan.rules.index import KINDS
from backplan.rules.kinds import RedFlag


def page() -> str:
    """Every kind, every rule: its claim, what is our own inference, and its sources by id; then the sources."""
    return "\n".join((*_kinds(), *_sources()))


def _kinds() -> Iterator[str]:
    for kind, (asks, rules) in KINDS.items():
        yield f"\n## {kind.replace('-', ' ').capitalize()}\n\n{asks}\n"
        for rule in rules:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### `{rule.id}`\n"
    if isinstance(rule, RedFlag):
        yield f"**{rule.level}.** {rule.asks}.\n"
    yield f"{claim(rule)}\n"
    if rule.inference:
        yield f"*Our own inference:* {rule.inference}.\n"
    links = ", ".join(f"[{source}](#{source})" for source in rule.sources)
    yield f"Sources: {links}\n"


def _sources() -> Iterator[str]:
    used = {source for _, rules in KINDS.values() for rule in rules for source in rule.sources}
    yield "\n## Sources\n"
    yield "*Reported*: read on a page that reports it. *Remembered*: recalled, the figure itself not yet read.\n"
    for source in load.load().sources:
        if source.id in used:
            yield f'- <a id="{source.id}"></a>**{source.id}** {cited(source)}. {source.supports}'


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(page())
