"""A bout that is long enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import IntensityRule

if TYPE_CHECKING:
    from backplan.model.outcome import BoutsDone

BRISK_PARTS_FROM = 30  # minutes
SHORTEST = 10  # minutes of a bout that is given at more than an easy pace


def check(bouts: BoutsDone) -> bool:
    """A walk or ride becomes brisker once the longest is as long as the brisker one begins with: 15 minutes for a
    moderate walk, 30 for brisk parts in it. Where none becomes longer although it might, 10 minutes are enough:
    harder, not longer.
    """
    return bouts.minutes >= (min(SHORTEST, bouts.begins_with) if bouts.full else bouts.begins_with)


RULE = IntensityRule(
    id="intensity-minutes",
    sources=("bull-2020", "garber-2011"),
    check=check,
    inference="the minutes; the sources ask for 150 moderate minutes a week, and to build up step by step",
)
