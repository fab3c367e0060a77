"""An operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import SlowRule

if TYPE_CHECKING:
    from backplan.model.case import Case

WEEKS = 12


def check(case: Case) -> bool:
    """In the first 12 weeks after an operation on the spine, walks grow at the slow pace."""
    return case.surgery_weeks is not None and case.surgery_weeks < WEEKS


RULE = SlowRule(id="slow-operation", sources=("oosterhuis-2014",), check=check, inference="the whole rule")
