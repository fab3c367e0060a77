"""When it is not clear whether night pain ever eases, a clinician should hear of it first."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="night-pain-unsure",
    level="clinician-first",
    name="night pain",
    asks="Night pain, and you are not sure whether any position eases it",
    brief="Pain that perhaps no position eases",
    claim=__doc__,
    sources=("bigos-1994",),
    inference="the level for an unsure answer",
)
