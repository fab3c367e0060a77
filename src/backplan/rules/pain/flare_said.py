"""A flare the person declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import PainRule

if TYPE_CHECKING:
    from backplan.model.case import PainToday
    from backplan.model.vocabulary import Mode


def check(pain: PainToday) -> Mode | None:
    """When the person says that this is a flare, it is one: many flare days are not days of more pain."""
    return "flare" if pain.flare_said else None


RULE = PainRule(
    id="flare-said", sources=("costa-2019", "costa-2021"), check=check, inference="that the word alone is enough"
)
