"""A broken bone of the spine that has healed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.exclusion.osteoporosis import AVOID
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Once a bone of the spine has broken, leave out what thin bones are spared: bending forward, twisting, and arching
    under load; small bends need care, and back-extensor endurance, balance and strength stay in.
    """
    return provoking(exercise, case, "vertebral-fracture-healed", but="and a bone of your back has broken", avoid=AVOID)


RULE = Exclusion(
    id="healed-fracture",
    sources=("giangregorio-2014", "giangregorio-2015", "morin-2023"),
    check=check,
    about=("vertebral-fracture-healed",),
    alike=profile,
    label="a bone that broke",
    inference="taking every broken bone of the spine for a thin one; a clinician who knows why it broke may say more",
)
