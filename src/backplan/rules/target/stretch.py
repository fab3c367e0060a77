"""Stretching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

SESSIONS = 3


def ask(case: Case) -> int:
    """Stretch after at least three sessions a week: the back and what was worked, about 60 seconds an area; before
    a session only easy movement and short holds. Stretching alone is no plan.
    """
    return 0 if case.easy_only or not case.kind.trains else SESSIONS


RULE = Target(
    id="stretch",
    sources=("garber-2011", "behm-2016", "owen-2020"),
    ask=ask,
    floor=2,
    aim=3,
    unit="sessions",
    inference="two as the floor, and that the back is always among what is stretched",
)
