"""Short days while pain is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import BudgetRule

if TYPE_CHECKING:
    from backplan.model.case import Case

LONGEST = 30


def adjust(minutes: int, case: Case) -> int:
    """While pain is too new to train with (rule acute), no day holds more than 30 minutes of walking and easy
    movement.
    """
    return min(minutes, LONGEST) if case.acute else minutes


RULE = BudgetRule(
    id="budget-acute",
    sources=("ijzelenberg-2023", "rizzo-2025"),
    adjust=adjust,
    inference="30 minutes",
)
