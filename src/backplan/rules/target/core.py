"""Core work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

SESSIONS = 3


def ask(case: Case) -> int:
    """Ask for three core sessions a week, never under two; each covers back, abdominal and side."""
    return 0 if case.easy_only or not case.kind.trains else SESSIONS


RULE = Target(
    id="core",
    sources=("mueller-niederer-2020", "hayden-2021", "who-2023", "zhao-2025"),
    ask=ask,
    floor=2,
    aim=3,
    unit="sessions",
    inference="two as the floor, the three areas, and that a short block counts",
)
