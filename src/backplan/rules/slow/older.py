"""65 and over, and not active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import SlowRule

if TYPE_CHECKING:
    from backplan.model.case import Case


def check(case: Case) -> bool:
    """From 65 on, walks of somebody who is new to exercise (level basic) grow at the slow pace."""
    return "from-65" in case.tags and case.person.level == "basic"


RULE = SlowRule(
    id="slow-older",
    sources=("bull-2020", "garber-2011"),
    check=check,
    inference="the age and the pace; the sources say to start small and build up step by step",
)
