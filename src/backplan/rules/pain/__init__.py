"""What today's pain allows: the first rule that answers decides; none means a normal session."""

from backplan.rules.kinds import PainRule
from backplan.rules.pain import flare, flare_open, flare_said, high, severe

PAIN_RULES: tuple[PainRule, ...] = (severe.RULE, flare_said.RULE, flare.RULE, flare_open.RULE, high.RULE)
