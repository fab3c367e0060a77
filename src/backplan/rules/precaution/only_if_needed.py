"""An exercise that needs care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Precaution

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

BECAUSE: dict[Tag, str] = {
    "post-surgery": "your operation",
    "pregnancy-t2t3": "your pregnancy",
    "no-floor": "the way down to the floor",
    "osteoporosis": "thin bones",
    "si-joint": "your sacroiliac joint",
    "hip-issue": "your hip",
    "knee-issue": "your knee",
    "shoulder-issue": "your shoulder",
    "wrist-issue": "your wrist",
    "neck-issue": "your neck",
    "balance-poor": "your balance",
    "bp-uncontrolled": "your blood pressure",
    "flexion-intolerant": "a back that bending troubles",
    "extension-intolerant": "a back that arching troubles",
}


def check(exercise: Exercise, case: Case) -> str | None:
    """Use an exercise with a precaution for the person only when nothing without one does the job, at its mildest
    dose, and say so.
    """
    held = case.tags | case.caution_tags
    found = [tag for tag in exercise.precautions if tag in held]
    found += [tag for tag in exercise.contraindications if tag in case.caution_tags]
    return f"go gently, because of {BECAUSE.get(found[0], found[0].replace('-', ' '))}" if found else None


RULE = Precaution(
    id="only-if-needed", sources=("george-2021",), check=check, inference="the whole rule: care before convenience"
)
