"""A broken bone of the spine that is healing."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from backplan.model.vocabulary import LOAD, Movement
from backplan.rules.exclusion.movement import provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Equipment

STILL: frozenset[Movement] = frozenset({"neutral", "unloaded"})
AVOID: frozenset[Movement] = frozenset(get_args(Movement)) - STILL
HEAVY: frozenset[Equipment] = (LOAD - {"band"}) | {"reformer"}


def check(exercise: Exercise, case: Case) -> str | None:
    """In the 12 weeks after a bone of the spine broke, leave out all that bends, turns, arches or presses on the back,
    weights and machines, and everything above the basic level. Walking and easy work with a still back stay in.
    """
    if "vertebral-fracture-new" not in case.tags:
        return None
    if exercise.level != "basic":
        return "only the easiest exercises are given while a bone of your back is healing"
    if HEAVY.intersection(exercise.equipment):
        return "it takes a weight or a machine, and a bone of your back is healing"
    return provoking(exercise, case, "vertebral-fracture-new", but="and a bone of your back is healing", avoid=AVOID)


RULE = Exclusion(
    id="new-fracture",
    sources=("giangregorio-2014", "giangregorio-2015", "morin-2023"),
    check=check,
    about=("vertebral-fracture-new",),
    label="a healing bone",
    inference="the whole rule, and the 12 weeks; the sources ask to see a physiotherapist first",
)
