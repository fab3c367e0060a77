"""May a block take a step up? All of these must agree; what must besides, where the step is one of load; when a
step is taken that a therapist stated; and how many exercises of a block may take a step in a week.
"""

from collections.abc import Mapping

from backplan.model.outcome import Part
from backplan.rules.growth import calm, creep, done, effort, gap, leg, load, pain_still, sign, slow, stated, three_good
from backplan.rules.plan_kinds import GrowthRule, StatedRule

GROWTH: tuple[GrowthRule, ...] = (
    three_good.RULE,
    done.RULE,
    pain_still.RULE,
    creep.RULE,
    calm.RULE,
    leg.RULE,
    sign.RULE,
    gap.RULE,
    effort.RULE,
    slow.RULE,
)

# Those of the person and of no block: where one of them does not agree, nothing grows back to where it began, either.
# Pain that rose is none of them: a flare that is over has raised it, and what it held back comes back at once.
ALL_WAIT: tuple[GrowthRule, ...] = (creep.RULE, calm.RULE, leg.RULE, sign.RULE)

LOADS: tuple[GrowthRule, ...] = (load.RULE,)
STATED: tuple[StatedRule, ...] = (stated.RULE,)

# How many exercises of a block may take a step in a week, at the usual pace; our own inference.
MOST_EXERCISES: Mapping[Part, int] = {"core": 3, "strength": 2, "aerobic": 2}
