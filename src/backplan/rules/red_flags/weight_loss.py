"""Losing weight without trying may point to illness that should be found first."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="weight-loss",
    level="urgent",
    asks="Losing about 5 in 100 of your weight within 6 months without trying (4 kg of 80)",
    claim=__doc__,
    sources=("finucane-2020",),
    inference="5 % in 6 months, from memory; the source names the disease, not this sign",
)
