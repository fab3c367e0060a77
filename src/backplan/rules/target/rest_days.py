"""Rest days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

DAYS = 1


def ask(case: Case) -> int:
    """Keep at least one day in the week without a session, unless a person has so little time a day that every day
    is needed.
    """
    return DAYS


RULE = Target(
    id="rest-days",
    sources=("garber-2011",),
    ask=ask,
    floor=0,
    aim=1,
    unit="days",
    inference="one day; the source says only to leave time between hard sessions",
)
