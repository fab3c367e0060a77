"""65 and over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import TimeRule

if TYPE_CHECKING:
    from backplan.model.case import Case

PERCENT = 125


def percent(case: Case) -> int:
    """From 65 on, everything that is counted takes a quarter more time: coming to an exercise, and doing it."""
    return PERCENT if "from-65" in case.tags else 100


RULE = TimeRule(
    id="time-older",
    sources=("bull-2020",),
    percent=percent,
    inference="the whole rule; the source says at what age other advice begins",
)
