"""A ceiling that a therapist set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import BudgetRule

if TYPE_CHECKING:
    from backplan.model.case import Case


def adjust(minutes: int, case: Case) -> int:
    """No day holds more minutes than a therapist allowed; new pain and a flare shorten such a day like any
    other.
    """
    most = case.prescription.most_minutes
    return minutes if most is None else min(minutes, most)


RULE = BudgetRule(
    id="prescribed-limit",
    sources=("george-2021",),
    adjust=adjust,
    inference="that the word of somebody who knows you stands above our own count",
)
