"""The pelvic floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

DAILY = 7


def ask(case: Case) -> int:
    """In pregnancy and in the year after a birth, a few minutes of pelvic floor work every day. It is no session and
    uses no exercise minutes.
    """
    return DAILY if is_daily(case) and case.kind.trains else 0


def is_daily(case: Case) -> bool:
    """Whether the pelvic floor is worked every day, beside the sessions."""
    return case.pregnancy_weeks is not None or case.birth_weeks is not None


RULE = Target(
    id="pelvic-floor",
    sources=("davenport-2025",),
    ask=ask,
    floor=0,
    aim=DAILY,
    unit="days",
    inference="pregnancy, and that it comes beside the sessions; the guideline asks for it every day after birth",
)
