"""A new lump or a new change of shape may be a fracture or a growth."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="lump",
    level="urgent",
    name="a lump on the spine or a new shape of your back",
    asks="A new lump or swelling on the spine, or a new change in the shape of your back",
    brief="New lump, swelling or shape of back",
    claim=__doc__,
    sources=("rcgp-1999",),
    inference="the lump; the source names a change of shape",
)
