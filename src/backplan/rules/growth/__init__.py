"""May a block take a step up? All of these must agree; and what a week may grow by at the most, in one table."""

from backplan.rules.growth import calm, done, pain_still, three_good
from backplan.rules.plan_kinds import GrowthRule

GROWTH: tuple[GrowthRule, ...] = (three_good.RULE, done.RULE, pain_still.RULE, calm.RULE)

# What may grow from one week to the next, in one table; the simulated lives hold every week against it. Our own
# inference.
MOST_EXERCISES_A_BLOCK = 2  # in core and in strength, each by one step of its ladder
MOST_STEPS_AN_EXERCISE = 1
MOST_AEROBIC_MINUTES = 5  # a session (rule aerobic-ramp)
MOST_LEVELS_A_BLOCK = 1
