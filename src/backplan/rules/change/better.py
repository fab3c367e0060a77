"""Less pain than at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.change.enough import comparable
from backplan.rules.plan_kinds import ChangeRule

if TYPE_CHECKING:
    from backplan.model.outcome import PainChange

POINTS = 2  # of 10
PERCENT = 30  # of the pain at the start


def check(change: PainChange) -> str | None:
    """Call pain better when its mean over seven days is at least 2 points of 10, or at least 30 percent, below that of
    the first seven days.

    A day counts once, however often pain was noted on it; and the same must be found with waking held against waking,
    and the rest of the day against the rest. Without pain at the start there is no
    percentage, and nothing to come down from. Fewer than three days with such an entry in either seven days say
    nothing.
    """
    if not comparable(change) or change.first.tenths == 0:
        return None
    if change.drop < POINTS * 10 and change.drop * 100 < PERCENT * change.first.tenths:
        return None
    when = f" {change.when}" if change.when else ""
    return (
        f"Less pain than at the start{when}: {change.first.mean} of 10 then, {change.last.mean} over the last 7 days "
        f"({change.drop / 10} less, {change.percent} percent). That is a change that counts."
    )


RULE = ChangeRule(
    id="change-better",
    sources=("ostelo-2008", "suzuki-2020"),
    check=check,
    direction="better",
    inference="means of seven days in place of single scores, like with like, and three days with an entry in each",
)
