"""Short days in a flare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import BudgetRule

if TYPE_CHECKING:
    from backplan.model.case import Case

SHORT, SHORTEST = 20, 15


def adjust(minutes: int, case: Case) -> int:
    """In a flare, no day holds more than 20 minutes, and no more than half of what it would hold otherwise if that is
    longer than 15.
    """
    if not case.kind.gentle:
        return minutes
    return min(minutes, SHORT, max(SHORTEST, minutes // 2))


RULE = BudgetRule(
    id="budget-flare",
    sources=("costa-2022",),
    adjust=adjust,
    inference="the whole rule: the source says what a flare is, not how long to move in one",
)
