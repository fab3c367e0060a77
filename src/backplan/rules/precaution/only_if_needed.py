"""An exercise that needs care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.vocabulary import ON_THE_BED
from backplan.rules.plan_kinds import Marks, Precaution

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
    "heart": "what you told us of your heart, lungs or diabetes",
    "from-65": "your age",
    "healing": "your back pain",
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
    "vertebral-fracture-new": "the bone of your back that is healing",
    "vertebral-fracture-healed": "the bone of your back that broke",
    "stress-incontinence": "your pelvic floor: breathe out on the effort",
    "prolapse": "your pelvic floor: breathe out on the effort",
    "wheelchair-user": "your legs: only as much as they can do",
    "little-standing": "your legs: only as long as you can stand",
    "hip-replacement": "your new hip",
    "knee-replacement": "your new knee",
    "axial-spondyloarthritis": "a spine that is stiff or inflamed",
    "scoliosis": "the curve of your spine",
    "hypermobility": "joints that bend far: stop before the end of the movement",
    "flexion-eases": "a back that bending eases, and arching may not",
    "extension-eases": "a back that arching eases, and bending may not",
    "sitting-work": "your work",
    "lifting-work": "your work",
}


def check(exercise: Exercise, case: Case) -> str | None:
    """Use an exercise with a precaution for the person only when nothing without one does the job, at its mildest
    dose, and say so. With hip trouble, what is done on the bed instead of the floor counts as plain.
    """
    needing = _needing_care(exercise, case)
    if not needing:
        return None
    others = [tag for tag in needing if tag != "no-floor" or not exercise.bed]
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
    bars, care = case.tags, case.caution_tags
    found = [tag for tag in exercise.precautions if tag in bars or tag in care] if exercise.precautions else []
    return found + [tag for tag in exercise.contraindications if tag in care] if care else found


RULE = Precaution(
    id="only-if-needed",
    sources=("nice-ng59-2016",),
    check=check,
    inference="the whole rule: care before convenience",
    marks=Marks(
        lambda exercise: (*exercise.precautions, *exercise.contraindications),
        lambda case: case.tags | case.caution_tags,
    ),
)
