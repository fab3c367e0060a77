"""Chest pain or tightness on effort may come from a heart that gets too little blood, and should be looked at before
any exercise."""

from backplan.rules.kinds import HeartRule

RULE = HeartRule(
    id="tight-chest",
    kind="sign",
    name="chest pain or tightness on effort",
    asks="Chest pain, pressure or tightness when you exert yourself, or the same in the jaw, neck or arm",
    brief="On effort: chest, jaw, neck or arm pain, pressure, tightness",
    claim=__doc__,
    sources=("riebe-2015",),
    inference="that it stops whoever has been active, too",
)
