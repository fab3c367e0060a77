"""This pattern may be an inflammatory back disease. Exercise is good for it; the flag is so that somebody looks for
it.
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="inflammatory",
    level="clinician-first",
    name="back pain that is worst at night or on waking and eases with movement",
    asks=(
        "Back pain for over 3 months that began before you were 45, is worst in the second half of the night "
        "or on waking, and eases with movement but not with rest"
    ),
    brief="Begun before 45, worst at night or waking; moving eases, not rest",
    called="worst late at night, eased by moving",
    claim=__doc__,
    sources=("nice-ng65-2017", "sieper-2009"),
    inference="a short form of a longer list",
)
