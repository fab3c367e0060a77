"""Any other mark against an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion import (
    birth_first_weeks,
    birth_wound,
    bp_uncontrolled,
    extension_intolerant,
    fear_of_water,
    flexion_intolerant,
    healed_fracture,
    heart,
    hip_issue,
    hip_replacement,
    hypermobility,
    knee_issue,
    knee_replacement,
    little_standing,
    new_fracture,
    no_floor,
    no_pool,
    no_swimming,
    open_wound,
    osteoporosis,
    pelvic_floor_strain,
    post_natal,
    post_surgery,
    pregnancy_positions,
    sciatica,
    si_joint,
    skin_sensation,
    spondylolisthesis,
    wheelchair,
)
from backplan.rules.exclusion.movement import not_advised
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag

# The rules that speak about one thing alone; where one of them did, its reason is not told twice.
OWN_RULES: dict[Tag, Exclusion] = {
    "flexion-intolerant": flexion_intolerant.RULE,
    "extension-intolerant": extension_intolerant.RULE,
    "spondylolisthesis": spondylolisthesis.RULE,
    "si-joint": si_joint.RULE,
    "sciatica": sciatica.RULE,
    "osteoporosis": osteoporosis.RULE,
    "post-surgery": post_surgery.RULE,
    "pregnancy-t2t3": pregnancy_positions.RULE,
    "birth-first-weeks": birth_first_weeks.RULE,
    "birth-wound": birth_wound.RULE,
    "post-natal": post_natal.RULE,
    "hip-issue": hip_issue.RULE,
    "knee-issue": knee_issue.RULE,
    "bp-uncontrolled": bp_uncontrolled.RULE,
    "heart": heart.RULE,
    "skin-sensation-loss": skin_sensation.RULE,
    "no-floor": no_floor.RULE,
    "no-swim": no_swimming.RULE,
    "fear-of-water": fear_of_water.RULE,
    "open-wound": open_wound.RULE,
    "no-pool": no_pool.RULE,
    "vertebral-fracture-new": new_fracture.RULE,
    "vertebral-fracture-healed": healed_fracture.RULE,
    "stress-incontinence": pelvic_floor_strain.RULE,
    "prolapse": pelvic_floor_strain.RULE,
    "wheelchair-user": wheelchair.RULE,
    "little-standing": little_standing.RULE,
    "hip-replacement": hip_replacement.RULE,
    "knee-replacement": knee_replacement.RULE,
    "hypermobility": hypermobility.RULE,
}


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out an exercise that the library marks against something the person has told us, whatever it is, where no
    rule of its own has said so.
    """
    for tag in exercise.contraindications:
        if tag in case.tags and tag != "healing" and not _told(tag, exercise, case):
            return not_advised(tag)
    return None


def _told(tag: Tag, exercise: Exercise, case: Case) -> bool:
    own = OWN_RULES.get(tag)
    return own is not None and own.check(exercise, case) is not None


RULE = Exclusion(
    id="other-contraindication",
    sources=("nice-ng59-2016",),
    check=check,
    label="not advised for you",
    inference="the library's marks are our own; the source says only to fit exercise to the person",
)
