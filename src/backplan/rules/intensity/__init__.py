"""May walks and rides become brisker? All of these must agree, and every growth rule for aerobic work."""

from backplan.rules.intensity import minutes, not_longer, weeks
from backplan.rules.plan_kinds import IntensityRule

INTENSITIES: tuple[IntensityRule, ...] = (minutes.RULE, weeks.RULE, not_longer.RULE)
