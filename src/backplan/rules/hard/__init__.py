"""May an exercise be hard? All of these must agree before its item says how hard, and before its load grows."""

from backplan.rules.hard import calm, spared, two_more
from backplan.rules.plan_kinds import HardRule

HARD: tuple[HardRule, ...] = (two_more.RULE, spared.RULE, calm.RULE)
