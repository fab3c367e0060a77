"""The next band, or a little more weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import GrowthRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockDone

MOST_EFFORT = 6
PERCENT = 5  # more of a weight
DAYS, DAYS_OF_A_BAND = 14, 28  # from one step of load of an exercise to the next


def check(block: BlockDone) -> bool:
    """At the top of its dose, and where no harder exercise may take over, an exercise with a band or a weight takes the
    next band, or about 5 percent more, if the last session is known to have been no harder than 6 of 10. Nothing known
    of it is no yes. An exercise takes such a step every two weeks at the most, with a band every four: there are few of
    them, and the next one is much stronger. In the water, what moves goes a little faster or with a larger surface, and
    what is held goes to water a hand's breadth shallower, three times at the most.
    """
    return block.effort is not None and block.effort <= MOST_EFFORT


RULE = GrowthRule(
    id="growth-load",
    sources=("acsm-2026",),
    check=check,
    inference="all its figures, and the steps in the water, which resists more the faster and wider one moves, and "
    "carries less the shallower it is; the source counts bands and home exercise, and says that failure is not needed",
)
