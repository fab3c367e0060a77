"""Who needs the slow ramp of aerobic minutes (rule aerobic-ramp): one of these is enough."""

from backplan.rules.plan_kinds import SlowRule
from backplan.rules.slow import birth, high_pain, nerve, older, operation

SLOW: tuple[SlowRule, ...] = (nerve.RULE, operation.RULE, birth.RULE, high_pain.RULE, older.RULE)
