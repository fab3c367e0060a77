"""A flare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backplan.rules.kinds import DoseRule

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """In a flare, one set of everything: half the usual volume or less, and the same on good and bad days."""
    return replace(dose, sets=1) if case.mode == "flare" else dose


RULE = DoseRule(id="dose-flare", sources=("costa-2022", "nielson-2013"), adjust=adjust, inference="one set")
