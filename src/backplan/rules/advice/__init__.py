"""What the last weeks ask for beside the plan: every rule that answers is said."""

from backplan.rules.advice import boom_and_bust, creep, spike, third_flare, third_too_much
from backplan.rules.plan_kinds import Advice

ADVICE: tuple[Advice, ...] = (spike.RULE, boom_and_bust.RULE, third_flare.RULE, third_too_much.RULE, creep.RULE)
