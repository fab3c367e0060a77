"""An irritated nerve down the leg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Demand, Movement

AVOID: frozenset[Movement] = frozenset({"flexion-loaded", "rotation-loaded"})
DEMANDS: frozenset[Demand] = frozenset({"neural-tension"})


def check(exercise: Exercise, case: Case) -> str | None:
    """While a nerve down the leg is irritated, leave out what stretches that nerve, and bending or twisting under
    load; walking and unloaded work stay in.
    """
    return provoking(exercise, case, "sciatica", but="and your leg nerve is irritated", avoid=AVOID, demands=DEMANDS)


RULE = Exclusion(
    id="sciatica",
    sources=("may-2018", "george-2021"),
    check=check,
    about=("sciatica",),
    alike=profile,
    label="irritates the leg nerve",
    inference="which movements count; published programmes differ",
)
