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
    "deep-hip": "bends your hip far",
    "deep-knee": "bends your knee far",
}
# What makes an exercise unfit that the library marks against a tag, to follow "it is not advised".
UNFIT: dict[Tag, str] = {
    "flexion-intolerant": "while bending forward brings on your pain",
    "extension-intolerant": "while bending back brings on your pain",
    "spondylolisthesis": "with a slipped vertebra",
    "si-joint": "with pain in the sacroiliac joint",
    "sciatica": "while your leg nerve is irritated",
    "osteoporosis": "with thin bones",
    "hip-issue": "with hip trouble",
    "knee-issue": "with knee trouble",
    "shoulder-issue": "with shoulder trouble",
    "wrist-issue": "with wrist trouble",
    "neck-issue": "with neck trouble",
    "balance-poor": "while you are unsteady on your feet",
    "dizziness": "with dizzy spells",
    "bp-uncontrolled": "while your blood pressure is not under control",
    "fear-of-water": "for somebody who is afraid of water",
    "open-wound": "until your skin has healed",
    "no-pool": "for somebody who was told to keep out of pools",
    "skin-sensation-loss": "on skin that does not feel heat and cold well",
    "vertebral-fracture-new": "while a bone of your back is healing",
    "vertebral-fracture-healed": "once a bone of your back has broken",
    "stress-incontinence": "while effort makes you leak",
    "prolapse": "while your pelvic floor should not be strained",
    "wheelchair-user": "for somebody who gets about in a wheelchair",
    "little-standing": "for somebody who can hardly stand",
    "hip-replacement": "with a new hip",
    "knee-replacement": "with a new knee",
    "axial-spondyloarthritis": "with a spine that is stiff or inflamed",
    "scoliosis": "with a spine that curves to the side",
    "hypermobility": "with joints that bend further than most",
    "flexion-eases": "while bending the other way eases your pain",
    "extension-eases": "while bending the other way eases your pain",
    "sitting-work": "with your work",
    "lifting-work": "with your work",
    "post-surgery": "so soon after your operation",
    "pregnancy-t2t3": "after week 12 of pregnancy",
    "birth-first-weeks": "in the first six weeks after a birth",
    "birth-wound": "while you may bleed after the birth, or have a wound",
    "post-natal": "after a birth until you are cleared for it",
    "no-floor": "for somebody who cannot get down to the floor and up again",
    "no-swim": "for somebody who does not swim",
    "heart": "with what you told us of your heart, lungs or diabetes",
    "from-65": "at 65 and over",
    "healing": "with back pain",
}


def not_advised(tag: Tag) -> str:
    """Why an exercise is left out that the library marks against something the person told us."""
    return f"it is not advised {UNFIT[tag]}"


def profile(exercise: Exercise) -> object:
    """What of an exercise ``provoking`` goes by."""
    return exercise.movements, exercise.demands, exercise.contraindications


def provoking(  # noqa: PLR0913 - what a profile of movements consists of
    exercise: Exercise,
    case: Case,
    tag: Tag,
    *,
    but: str = "",
    avoid: frozenset[Movement] = frozenset(),
    demands: frozenset[Demand] = frozenset(),
) -> str | None:
    """Say what in the exercise a person with this tag should avoid, and ``but`` why; None when they lack the tag or it
    is free of it.

    The exercise's own contraindications count beside its movements, so neither a missing tag nor a missing movement
    lets it through.
    """
    if tag not in case.tags:
        return None
    for movement in exercise.movements:
        if movement in avoid:
            return f"it {DOES[movement]}, {but}"
    for demand in exercise.demands:
        if demand in demands:
            return f"it {ASKS[demand]}, {but}"
    return not_advised(tag) if tag in exercise.contraindications else None
