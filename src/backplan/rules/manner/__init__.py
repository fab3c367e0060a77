"""How does this person do an exercise, besides its steps? All that speak are said beside it."""

from backplan.rules.manner import sitting_breaks
from backplan.rules.plan_kinds import MannerRule

MANNERS: tuple[MannerRule, ...] = (sitting_breaks.RULE,)
