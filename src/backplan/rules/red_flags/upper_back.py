"""Pain between the shoulder blades is often harmless, and a clinician should know of it before exercise begins."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="upper-back",
    level="clinician-first",
    name="pain between the shoulder blades",
    asks="Pain mainly between the shoulder blades, with nothing else on this list",
    brief="Pain mainly between the shoulder blades",
    claim=__doc__,
    sources=("rcgp-1999",),
    inference="the level: desk workers have it often",
)
