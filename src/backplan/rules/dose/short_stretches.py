"""Short stretches for joints that bend far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose

LONGEST = 10  # seconds


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """With joints that bend further than most, no stretch is held for more than 10 seconds."""
    if "hypermobility" in case.tags and exercise.slot == "stretch":
        return dose._replace(hold_s=min(dose.hold_s, LONGEST))
    return dose


RULE = DoseRule(
    id="dose-short-stretches",
    sources=("garber-2011",),
    adjust=adjust,
    inference="the whole rule; 10 seconds is the shortest hold that the source names",
    why=lambda _, __: "with joints that bend far no stretch is held for more than 10 seconds",
)
