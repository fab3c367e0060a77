"""Whether pain has moved so far down the leg that somebody should look at it first."""

from backplan.rules.kinds import LegRule
from backplan.rules.leg import below_knee, two_steps

LEG_RULES: tuple[LegRule, ...] = (two_steps.RULE, below_knee.RULE)
