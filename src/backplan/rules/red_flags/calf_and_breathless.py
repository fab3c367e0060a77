"""A swollen calf with breathlessness may be a clot that has reached the lungs."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="calf-and-breathless",
    level="emergency",
    name="a swollen or painful calf with breathlessness",
    asks="New swelling or pain in one calf together with breathlessness",
    brief="One calf newly swollen or painful, and breathless",
    milder="calf-swelling",
    graver_if="Are you breathless with it?",
    claim=__doc__,
    sources=("nice-ng158-2020",),
    inference="asking it of everybody with back pain",
)
