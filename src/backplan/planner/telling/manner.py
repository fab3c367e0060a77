"""Manner: how somebody does the walks and rides of the week, besides their steps, told once above the week."""

from __future__ import annotations

from collections.abc import Iterator

from backplan.model.told import Notice
from backplan.model.wording import capital
from backplan.planner.layout.laid import Laid
from backplan.rules.manner import MANNERS


def manners(laid: Laid) -> Iterator[Notice]:
    """What each rule says of the bouts ahead, about those it speaks of."""
    known, case = laid.question.selection.known, laid.question.case
    blocks = [block for day in laid.live for block in day.blocks() if block.kind == "aerobic"]
    given = dict.fromkeys(item.exercise for block in blocks for item in block.items if item.exercise in known)
    for rule in MANNERS:
        said = {key: word for key in given if (word := rule.check(known[key], case))}
        for word in dict.fromkeys(said.values()):
            yield Notice("manner", f"{capital(word)} (rule {rule.id}).", tuple(k for k in said if said[k] == word))
