"""Breath that runs short at rest or on mild effort may come from heart or lungs, and should be looked at before any
exercise."""

from backplan.rules.kinds import HeartRule

RULE = HeartRule(
    id="breathless",
    kind="sign",
    name="breathlessness at rest or on mild effort",
    asks="Breathless at rest, when lying flat, or on mild effort such as walking on the level",
    brief="Breathless at rest, lying flat, on mild effort",
    claim=__doc__,
    sources=("riebe-2015",),
    inference="the effort that counts as mild",
)
