"""Skin that does not feel heat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out warm packs on skin that does not feel heat and cold well."""
    if "skin-sensation-loss" in case.tags and exercise.modality == "heat":
        return "your skin may not feel when it is too hot"
    return None


RULE = Exclusion(
    id="skin-sensation",
    sources=("houghton-2010",),
    check=check,
    about=("skin-sensation-loss",),
    label="heat",
    inference="leaving it out altogether, instead of testing the skin first",
)
