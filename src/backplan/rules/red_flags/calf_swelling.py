"""A newly swollen calf may be a clot and should be looked at the same day."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="calf-swelling",
    level="urgent",
    name="a swollen or painful calf",
    asks=("New swelling or pain in one calf (more likely after surgery, days in bed or long travel, or in pregnancy)"),
    brief="One calf newly swollen or painful",
    claim=__doc__,
    sources=("nice-ng158-2020",),
    inference="asking it of everybody with back pain",
)
