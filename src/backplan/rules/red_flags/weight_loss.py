"""Losing weight without trying may point to illness that should be found first."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="weight-loss",
    level="urgent",
    name="losing weight without trying",
    asks="Losing about 5 in 100 of your weight within 6 months without trying (4 kg of 80)",
    brief="Losing weight without trying",
    claim=__doc__,
    sources=("bigos-1994",),
    inference="5 % in 6 months; the source names weight loss without a figure",
)
