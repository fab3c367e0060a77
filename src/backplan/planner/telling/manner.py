"""Manner: how somebody does the walks and rides of the week, besides their steps, told once above the week."""

from __future__ import annotations

from collections.abc import Iterator

from backplan.model.told import Notice
from backplan.model.wording import capital
from backplan.planner.layout.laid import Laid
from backplan.rules.manner import MANNERS


def manners(laid: Laid) -> Iterator[Notice]:
    """What each rule says of the bouts ahead, about those it speaks of."""
    by_id, case = laid.question.selection.by_id, laid.question.case
    blocks = [block for day in laid.live for block in day.blocks() if block.kind == "aerobic"]
    given = dict.fromkeys(item.exercise for block in blocks for item in block.items if item.exercise in by_id)
    for rule in MANNERS:
        manner = {key: word for key in given if (word := rule.check(by_id[key], case))}
        for word in dict.fromkeys(manner.values()):
            yield Notice("manner", f"{capital(word)} (rule {rule.id}).", tuple(k for k in manner if manner[k] == word))
