"""What a week must hold, in the order the balance shows it."""

from backplan.rules.plan_kinds import Target
from backplan.rules.target import (
    active_days,
    aerobic,
    balance_days,
    coping,
    core,
    pelvic_floor,
    prescribed,
    rest_days,
    strength,
    stretch,
    walk_daily,
    water,
)

TARGETS: tuple[Target, ...] = (
    prescribed.RULE,
    aerobic.RULE,
    core.RULE,
    strength.RULE,
    balance_days.RULE,
    stretch.RULE,
    water.RULE,
    pelvic_floor.RULE,
    walk_daily.RULE,
    coping.RULE,
    active_days.RULE,
    rest_days.RULE,
)
