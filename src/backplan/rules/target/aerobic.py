"""Aerobic work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

SESSIONS = 3
WHOLE = 30  # minutes of a session; from then on the aim is the public one


def ask(case: Case) -> int:
    """Ask for three aerobic sessions a week at the minutes a person manages now, growing towards 30 minutes each:
    90 minutes a week. Low impact only.
    """
    return 0 if not case.kind.trains else SESSIONS * case.aerobic_step


RULE = Target(
    id="aerobic",
    sources=("bull-2020", "zhao-2025", "liang-2024", "therapeutic-guidelines"),
    ask=ask,
    floor=0,
    aim=90,
    unit="min",
    inference="three sessions and 90 minutes, on the way to the guideline's 150; four fifths is an example of another",
)
