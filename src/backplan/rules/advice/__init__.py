"""What the last weeks ask for beside the plan: every rule that answers is said."""

from backplan.rules.advice import boom_and_bust, creep, spike, third_flare
from backplan.rules.plan_kinds import Advice

ADVICE: tuple[Advice, ...] = (spike.RULE, boom_and_bust.RULE, third_flare.RULE, creep.RULE)
