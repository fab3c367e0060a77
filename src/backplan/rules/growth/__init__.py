"""May a block take a step up? All of these must agree; and how many exercises of a block may take one in a week."""

from backplan.rules.growth import calm, done, pain_still, three_good
from backplan.rules.plan_kinds import GrowthRule

GROWTH: tuple[GrowthRule, ...] = (three_good.RULE, done.RULE, pain_still.RULE, calm.RULE)

MOST_EXERCISES_A_BLOCK = 2  # in core and in strength, each by one step of its ladder; our own inference
