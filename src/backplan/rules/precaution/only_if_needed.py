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
    "birth-first-weeks": "the birth, not long ago",
    "birth-wound": "the birth, not long ago",
    "post-natal": "the birth, not long ago",
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
    dose, and say so.
    """
    held = case.tags | case.caution_tags
    found = [tag for tag in exercise.precautions if tag in held]
    found += [tag for tag in exercise.contraindications if tag in case.caution_tags]
    on_the_bed = exercise.bed and "no-floor" in found
    others = [tag for tag in found if not (on_the_bed and tag == "no-floor")]
    words = [ON_THE_BED] if on_the_bed else []
    words += [f"go gently, because of {BECAUSE[others[0]]}"] if others else []
    return "; ".join(words) or None


RULE = Precaution(
    id="only-if-needed", sources=("nice-ng59-2016",), check=check, inference="the whole rule: care before convenience"
)
