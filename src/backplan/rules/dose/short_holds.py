"""Short holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose

LONGEST = 6  # seconds


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """While blood pressure is not under control, nothing is held for more than 6 seconds."""
    if "bp-uncontrolled" not in case.tags or dose.hold_s <= LONGEST:
        return dose
    return dose._replace(hold_s=LONGEST)


RULE = DoseRule(
    id="dose-short-holds",
    sources=("garber-2011",),
    adjust=adjust,
    inference="the whole rule, and that it holds for stretches, too: the usual advice is about straining",
)
