"""An exercise that needs care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.vocabulary import ON_THE_BED
from backplan.rules.plan_kinds import Precaution

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

BECAUSE: dict[Tag, str] = {
    "post-surgery": "your operation",
    "pregnancy-t2t3": "your pregnancy",
    "no-floor": "the way down to the floor",
    "no-swim": "the water, as you do not swim",
    "healing": "a back that is still healing",
    "osteoporosis": "thin bones",
    "si-joint": "your sacroiliac joint",
    "hip-issue": "your hip",
    "knee-issue": "your knee",
    "shoulder-issue": "your shoulder",
    "wrist-issue": "your wrist",
    "neck-issue": "your neck",
    "balance-poor": "your balance",
    "dizziness": "your dizzy spells",
    "bp-uncontrolled": "your blood pressure",
    "sciatica": "your leg nerve",
    "spondylolisthesis": "your slipped vertebra",
    "fear-of-water": "your fear of water",
    "open-wound": "your skin, which has not healed yet",
    "no-pool": "the word that you should keep out of pools",
    "skin-sensation-loss": "skin that does not feel heat and cold well",
    "flexion-intolerant": "a back that bending troubles",
    "extension-intolerant": "a back that arching troubles",
}


def check(exercise: Exercise, case: Case) -> str | None:
    """Use an exercise with a precaution for the person only when nothing without one does the job, at its mildest
    dose, and say so. With hip trouble, what is done on the bed instead of the floor counts as plain.
    """
    others = [tag for tag in _needing_care(exercise, case) if tag != "no-floor" or not exercise.bed]
    bed = on_the_bed(exercise, case)
    if bed and not others and "hip-issue" in case.tags:
        return None
    words = [bed] if bed else []
    words += [f"go gently, because of {BECAUSE[others[0]]}"] if others else []
    return "; ".join(words) or None


def on_the_bed(exercise: Exercise, case: Case) -> str | None:
    """That the bed does for the floor, for whom the floor is out of reach; said of an exercise whether it needs care
    or not.
    """
    return ON_THE_BED if exercise.bed and "no-floor" in _needing_care(exercise, case) else None


def _needing_care(exercise: Exercise, case: Case) -> list[Tag]:
    held = case.tags | case.caution_tags
    found = [tag for tag in exercise.precautions if tag in held]
    return found + [tag for tag in exercise.contraindications if tag in case.caution_tags]


RULE = Precaution(
    id="only-if-needed", sources=("nice-ng59-2016",), check=check, inference="the whole rule: care before convenience"
)
