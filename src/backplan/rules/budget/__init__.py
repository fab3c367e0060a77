"""How many of a day's minutes are used: each rule may lower them, in this order."""

from backplan.rules.budget import acute_short, flare_short, prescribed_limit, session_length
from backplan.rules.plan_kinds import BudgetRule

BUDGETS: tuple[BudgetRule, ...] = (
    session_length.RULE,
    prescribed_limit.RULE,
    acute_short.RULE,
    flare_short.RULE,
)
