"""Lying flat, after week 12 of pregnancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Position

FLAT: frozenset[Position] = frozenset({"supine", "prone"})


def check(exercise: Exercise, case: Case) -> str | None:
    """After week 12 of pregnancy, leave out lying on the back or the front, heads-down positions, twisting
    under load, and what could make one fall.
    """
    if "pregnancy-t2t3" not in case.tags:
        return None
    if exercise.position in FLAT:
        return "it is done lying flat, which is left out after week 12 of pregnancy"
    if "rotation-loaded" in exercise.movements:
        return "it twists under load, which is left out after week 12 of pregnancy"
    if "inversion" in exercise.demands or "pregnancy-t2t3" in exercise.contraindications:
        return "it is not advised after week 12 of pregnancy"
    return None


RULE = Exclusion(
    id="pregnancy-positions",
    sources=("mottola-2018", "acog-2020"),
    check=check,
    about=("pregnancy-t2t3",),
    label="pregnancy",
    inference="week 12, lying on the front, heads-down and twisting; the sources say not flat on the back for long, "
    "or when unwell there",
)
