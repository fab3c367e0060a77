"""No day too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import BudgetRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.vocabulary import Level

LONGEST: dict[Level, int] = {"basic": 50, "intermediate": 55, "advanced": 60}


def adjust(minutes: int, case: Case) -> int:
    """No day holds more than 50 minutes at the basic level, 55 at the intermediate and 60 at the advanced, however
    much time there is.
    """
    return min(minutes, LONGEST[case.level])


RULE = BudgetRule(
    id="budget-session",
    sources=("fernandez-rodriguez-2022", "mueller-niederer-2020", "zhao-2025"),
    adjust=adjust,
    inference="the three figures; sessions under an hour did best in trials",
)
