"""How an exercise loads the spine or asks of the body, put in words a person can picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Demand, Movement, Tag

DOES: dict[Movement, str] = {
    "flexion": "bends your back forward",
    "flexion-loaded": "bends your back forward under load",
    "extension": "bends your back backward",
    "extension-loaded": "bends your back backward under load",
    "rotation": "twists your back",
    "rotation-loaded": "twists your back under load",
    "flexion-mild": "bends your back a little",
    "extension-mild": "arches your back a little",
    "rotation-mild": "turns your back a little",
    "lateral": "bends your back sideways",
    "lateral-mild": "bends your back a little sideways",
    "axial": "presses down along your spine",
}
ASKS: dict[Demand, str] = {
    "neural-tension": "pulls on the nerve down your leg",
    "nerve-glide": "moves a nerve that is still settling",
    "inversion": "puts your head below your heart",
}


def provoking(
    exercise: Exercise,
    case: Case,
    tag: Tag,
    avoid: frozenset[Movement] = frozenset(),
    demands: frozenset[Demand] = frozenset(),
) -> str | None:
    """Say what in the exercise a person with this tag should avoid; None when they lack the tag or it is free of it.

    The exercise's own contraindications count beside its movements, so neither a missing tag nor a missing movement
    lets it through.
    """
    if tag not in case.tags:
        return None
    for movement in exercise.movements:
        if movement in avoid:
            return DOES[movement]
    for demand in exercise.demands:
        if demand in demands:
            return ASKS[demand]
    return "is not advised" if tag in exercise.contraindications else None
