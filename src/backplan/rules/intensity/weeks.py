"""Two weeks at each pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import IntensityRule

if TYPE_CHECKING:
    from backplan.model.outcome import BoutsDone

WEEKS = 2


def check(bouts: BoutsDone) -> bool:
    """Once a walk or ride is more than easy, it stays as brisk as it is for two normal weeks before the next step."""
    return bouts.easy or bouts.weeks >= WEEKS


RULE = IntensityRule(
    id="intensity-weeks",
    sources=("garber-2011",),
    check=check,
    inference="two weeks",
)
