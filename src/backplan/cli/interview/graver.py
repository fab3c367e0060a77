"""What stands in a list once for two answers, the milder and the graver: which of them it is, who ticks it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from backplan.cli.interview.words import EVERY_SIGN, level_of
from backplan.cli.terminal import asking
from backplan.cli.terminal.listed import IF_UNSURE
from backplan.named_tuple import NamedTuple
from backplan.rules.red_flags import EMERGENCIES, RED_FLAGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from backplan.model.vocabulary import FlagLevel
    from backplan.rules.kinds import HeartRule, RedFlag


class Graver(NamedTuple):
    """The graver of two answers, and the question on which it is."""

    id: str
    asks: str


GRAVER: Mapping[str, Graver] = {rule.milder: Graver(rule.id, rule.graver_if) for rule in RED_FLAGS if rule.milder} | {
    "vertebral-fracture-healed": Graver("vertebral-fracture-new", "Did the bone break within the last 12 weeks?"),
}
_MILDER = {graver.id: milder for milder, graver in GRAVER.items()}


def entry(key: str) -> str:
    """The answer that stands in a list for one."""
    return _MILDER.get(key, key)


def entries(signs: Iterable[RedFlag | HeartRule]) -> dict[FlagLevel, list[RedFlag | HeartRule]]:
    """The entries of the lists for some signs and diseases, by the level of the graver one."""
    rules, taken = {rule.id: rule for rule in EVERY_SIGN}, set[str]()
    found: dict[FlagLevel, list[RedFlag | HeartRule]] = {"emergency": [], "urgent": [], "clinician-first": []}
    for sign in signs:  # the graver levels come first
        if (rule := rules[entry(sign.id)]).id not in taken:
            found[level_of(sign)].append(rule)
        taken.add(rule.id)
    return found


def wholly(asks: Mapping[str, str]) -> dict[str, str]:
    """The whole words of answers, those of a graver one with the milder that stands for it."""
    both = {key: f"{words}; or: {asks[GRAVER[key].id]}" for key, words in asks.items() if key in GRAVER}
    return {**asks, **both}


def settled(ticked: Iterable[str], before: Collection[str]) -> list[str]:
    """What was ticked, with the graver of two where that is so, as Enter says where it was so ``before``."""
    return [_settled(key, before) if key in GRAVER else key for key in ticked]


def _settled(milder: str, before: Collection[str]) -> str:
    graver = GRAVER[milder]
    default = "y" if graver.id in before else None
    try:
        so = asking.until_right(f"{graver.asks} (y/n)", default, asking.yes, unsure=IF_UNSURE)
    except typer.Abort:
        if graver.id not in EMERGENCIES:
            raise
        so = True  # an emergency whose question is left without an answer stands
    return graver.id if so else milder
