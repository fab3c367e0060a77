"""What may grow from one week to the next, in one table; the simulated lives hold every week against it."""

MOST_EXERCISES_A_BLOCK = 2  # in core and in strength, each by one step of its ladder
MOST_STEPS_AN_EXERCISE = 1
MOST_AEROBIC_MINUTES = 5  # a session (rule aerobic-ramp)
MOST_LEVELS_A_BLOCK = 1
