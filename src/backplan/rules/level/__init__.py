"""May a block (core, strength, aerobic work) rise to the next level? All of these must agree."""

from backplan.rules.level import (
    asked,
    calm,
    done,
    gap,
    good,
    high_pain,
    leg,
    more_pain,
    pain,
    screened,
    sign,
    weeks,
    whole,
)
from backplan.rules.plan_kinds import LevelRule

LEVEL_RULES: tuple[LevelRule, ...] = (
    asked.RULE, weeks.RULE, done.RULE, good.RULE, calm.RULE, leg.RULE, sign.RULE, gap.RULE, more_pain.RULE,
    high_pain.RULE, pain.RULE, screened.RULE, whole.RULE,
)  # fmt: skip
