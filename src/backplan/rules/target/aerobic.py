"""Aerobic work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

SESSIONS = 3
AFTER_BIRTH = 4  # sessions a week in the year after a birth (davenport-2025)
AIM_AFTER_BIRTH = 120  # minutes
WHOLE = 30  # minutes of a session; from then on the aim is the public one


def ask(case: Case) -> int:
    """Ask for three aerobic sessions a week at the minutes a person manages now, growing towards 30 minutes each:
    90 minutes a week. In the year after a birth four, where four days are offered, towards 120 minutes. Low impact
    only.
    """
    return 0 if not case.kind.trains else sessions(case) * case.aerobic_step


def sessions(case: Case) -> int:
    """The aerobic sessions a week that are asked for."""
    return AFTER_BIRTH if case.birth_weeks is not None and len(case.person.minutes) >= AFTER_BIRTH else SESSIONS


def aim(case: Case) -> int:
    """The minutes a week that aerobic work grows towards first."""
    return RULE.aim if case.birth_weeks is None else AIM_AFTER_BIRTH


RULE = Target(
    id="aerobic",
    sources=("bull-2020", "zhao-2025", "liang-2024", "therapeutic-guidelines", "davenport-2025"),
    ask=ask,
    floor=0,
    aim=90,
    unit="min",
    inference="three sessions and 90 minutes, on the way to the guideline's 150; four fifths is an example of another",
)
