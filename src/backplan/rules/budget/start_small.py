"""Starting small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import BudgetRule

if TYPE_CHECKING:
    from backplan.model.case import Case

SHARE = (60, 67, 73, 80, 85, 90, 95, 100)  # percent of the day's minutes, by programme week
SHORT_DAY = 25


def adjust(minutes: int, case: Case) -> int:
    """The first week uses about 60 in 100 of a day's minutes, the fourth about 80, the eighth all; days of 25
    minutes or less are used whole from the start, as there is little to spare.
    """
    step = min(case.programme_week, len(SHARE)) - 1
    return min(minutes, max(SHORT_DAY, -(-minutes * SHARE[step] // 100)))


RULE = BudgetRule(
    id="budget-start-small",
    sources=("garber-2011", "lindstrom-1992"),
    adjust=adjust,
    inference="the shares, and sparing short days; the source says only to build up step by step",
)
