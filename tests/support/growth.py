"""What may grow from one week to the next, in one table; the simulated lives hold every week against it."""

MOST_EXERCISES = {"core": 3, "strength": 2}  # that take a step of their ladder
MOST_STEPS_AN_EXERCISE, MOST_AFTER_EASY_ONES = 1, 2
MOST_AEROBIC_MINUTES = 5  # a session (rule aerobic-ramp)
MOST_LEVELS_A_BLOCK = 1
