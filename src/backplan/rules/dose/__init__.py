"""How much: each rule takes the dose so far and may make it lighter, never heavier; applied in this order. More and
shorter holds in no more time are lighter, too.
"""

from backplan.rules.dose import care, effort, flare_half, learning, load, short_holds, short_stretches, steady_pain
from backplan.rules.plan_kinds import DoseRule

DOSES: tuple[DoseRule, ...] = (
    learning.RULE,
    flare_half.RULE,
    care.RULE,
    short_holds.RULE,
    short_stretches.RULE,
    steady_pain.RULE,
    load.RULE,
    effort.RULE,
)
