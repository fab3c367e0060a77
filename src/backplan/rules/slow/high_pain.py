"""High pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import SlowRule

if TYPE_CHECKING:
    from backplan.model.case import Case


def check(case: Case) -> bool:
    """While a high pain is usual, and when a clinician has accepted it, walks grow at the slow pace."""
    return case.steady or case.pain.accepted is not None


RULE = SlowRule(id="slow-high-pain", sources=("smith-2017",), check=check, inference="the whole rule")
