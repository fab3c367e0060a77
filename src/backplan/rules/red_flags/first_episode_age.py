"""A first episode very early or late in life should be known to the clinician who clears you."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="first-episode-age",
    level="clinician-first",
    asks="Your first back pain ever began before you were 20, or after you were 55",
    claim=__doc__,
    sources=("rcgp-1999",),
    inference="asking it of a first episode alone, and the level; other guidelines say 50",
)
