"""What a therapist asked to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out what a therapist asked to leave out, an exercise, a whole kind, or what bends, arches or twists the
    back, even where another item of the prescription asks for it: of two words the more careful one counts. What
    does such a movement only a little is left out, too.
    """
    asked = case.prescription.item_against(exercise)
    if asked is None:
        return None
    what = asked.movement.replace("-", " ") if asked.movement else "it"
    return f"your {asked.by} asked to leave {what} out" + (f": {asked.why.rstrip('.')}" if asked.why else "")


RULE = Exclusion(
    id="prescription-avoid",
    sources=("george-2021",),
    check=check,
    label="left out by your therapist",
    inference="that the word of somebody who knows you stands above our own choice, and which movements count",
    speaks_of=lambda case: bool(case.prescription.avoided),
)
