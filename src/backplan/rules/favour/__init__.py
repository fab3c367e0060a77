"""What suits a condition especially well: the first choice among what is allowed."""

from backplan.rules.favour import (
    bending_backs,
    control,
    neutral_backs,
    pelvic_floor,
    seated,
    sore_joints,
    stiff_spines,
    thin_bones,
    work,
)
from backplan.rules.plan_kinds import Favour

FAVOURS: tuple[Favour, ...] = (
    bending_backs.RULE,
    neutral_backs.RULE,
    thin_bones.RULE,
    sore_joints.RULE,
    pelvic_floor.RULE,
    stiff_spines.RULE,
    control.RULE,
    seated.RULE,
    work.RULE,
)
