"""Active days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

DAYS = 5


def ask(case: Case) -> int:
    """Ask for five active days a week, never under three; daily if the person can."""
    return 0 if not case.kind.trains else DAYS


RULE = Target(
    id="active-days",
    sources=("bull-2020", "pocovi-2024", "haddadj-2025"),
    ask=ask,
    floor=3,
    aim=5,
    unit="days",
    inference="five as the aim, and three as the floor",
)
