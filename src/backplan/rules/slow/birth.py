"""A birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import SlowRule

if TYPE_CHECKING:
    from backplan.model.case import Case

WEEKS = 12


def check(case: Case) -> bool:
    """In the first 12 weeks after a birth, walks grow at the slow pace."""
    return case.birth_weeks is not None and case.birth_weeks < WEEKS


RULE = SlowRule(id="slow-birth", sources=("davenport-2025",), check=check, inference="the whole rule")
