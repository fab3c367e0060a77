"""Has pain changed since the start? The first rule that answers says so; none answers when the change is small, or
when too little is known.
"""

from backplan.rules.change import better, worse
from backplan.rules.kinds import ChangeRule

CHANGES: tuple[ChangeRule, ...] = (worse.RULE, better.RULE)
