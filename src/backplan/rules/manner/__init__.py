"""How does this person do an exercise, besides its steps? All that speak are said beside it."""

from backplan.rules.manner import in_parts, sitting_breaks
from backplan.rules.plan_kinds import MannerRule

MANNERS: tuple[MannerRule, ...] = (sitting_breaks.RULE, in_parts.RULE)
