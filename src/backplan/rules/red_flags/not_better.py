"""Back pain that does not change at all in six weeks should be looked at again before a programme begins."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="not-better",
    level="clinician-first",
    name="no change after 6 weeks of care",
    asks="No change at all after 6 weeks of care",
    brief="No change after 6 weeks' care",
    claim=__doc__,
    sources=("bigos-1994",),
    inference="6 weeks; the source looks again after about 4",
)
