"""An irritated nerve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import SlowRule

if TYPE_CHECKING:
    from backplan.model.case import Case


def check(case: Case) -> bool:
    """With an irritated leg nerve, walks grow at the slow pace."""
    return "sciatica" in case.tags


RULE = SlowRule(id="slow-nerve", sources=("therapeutic-guidelines",), check=check, inference="the whole rule")
