"""One thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import IntensityRule

if TYPE_CHECKING:
    from backplan.model.outcome import BoutsDone


def check(bouts: BoutsDone) -> bool:
    """Walks and rides become brisker only in a week in which the longest becomes no longer. Where it might do either,
    it becomes brisker.
    """
    return not bouts.longer


RULE = IntensityRule(
    id="intensity-not-longer",
    sources=("garber-2011",),
    check=check,
    inference="one of the two in a week, and which; the source asks for gradual progress in either",
)
