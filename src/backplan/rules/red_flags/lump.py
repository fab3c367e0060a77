"""A new lump or a new change of shape may be a fracture or a growth."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="lump",
    level="urgent",
    asks="A new lump or swelling on the spine, or a new change in the shape of your back",
    claim=__doc__,
    sources=("finucane-2020",),
    inference="the sign is from public health advice; the source names the disease",
)
