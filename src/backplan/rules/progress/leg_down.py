"""Pain moving down the leg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict


def check(after: SessionOutcome) -> Verdict | None:
    """When pain has moved further down the leg, the session was too much."""
    return "regress" if after.leg_steps >= 1 else None


RULE = ProgressRule(
    id="verdict-leg",
    sources=("may-2018",),
    check=check,
    inference="one step as the line",
)
