"""What suits a condition especially well: the first choice among what is allowed."""

from backplan.rules.favour import bending_backs, neutral_backs, sore_joints, thin_bones
from backplan.rules.plan_kinds import Favour

FAVOURS: tuple[Favour, ...] = (bending_backs.RULE, neutral_backs.RULE, thin_bones.RULE, sore_joints.RULE)
