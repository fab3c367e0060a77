"""Strength for the rest of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

SESSIONS = 2


def ask(case: Case) -> int:
    """Ask for two sessions a week of legs, push, pull and balance, so that the rest of the body is never neglected."""
    return 0 if case.easy_only or not case.kind.trains else SESSIONS


RULE = Target(
    id="strength",
    sources=("bull-2020", "acsm-2026"),
    ask=ask,
    floor=1,
    aim=2,
    unit="sessions",
    inference="one as the floor, and balance twice for everybody",
)
