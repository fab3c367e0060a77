"""How long an exercise takes: the longest that any of these says."""

from backplan.rules.plan_kinds import TimeRule
from backplan.rules.time import older

TIMES: tuple[TimeRule, ...] = (older.RULE,)
