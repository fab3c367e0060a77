"""Legs that ache on walking may mean narrowing around the nerves, or in the arteries."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="walking-leg-pain",
    level="clinician-first",
    name="leg pain on walking",
    asks="Leg pain or heaviness in one leg or both when you walk, which eases when you sit or lean forward",
    brief="Leg pain or heaviness on walking, eased by sitting, leaning",
    called="eased by sitting or leaning forward",
    claim=__doc__,
    sources=("katz-2022",),
    inference="the level",
)
