"""Has pain changed since the start, and what the person can do? The first rule that answers says so; none answers when
the change is small, or when too little is known.
"""

from backplan.rules.change import better, function, worse
from backplan.rules.plan_kinds import ChangeRule, FunctionRule

CHANGES: tuple[ChangeRule, ...] = (worse.RULE, better.RULE)
FUNCTIONS: tuple[FunctionRule, ...] = (function.RULE,)
