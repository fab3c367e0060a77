"""Blackouts may come from the rhythm of the heart, and should be looked at before any exercise."""

from backplan.rules.kinds import HeartRule

RULE = HeartRule(
    id="blackout",
    kind="sign",
    name="blackouts or fainting",
    asks="Blackouts or fainting, or nearly so, within the last 12 months",
    brief="Blackout, faint or nearly, within 12 months",
    claim=__doc__,
    sources=("riebe-2015", "warburton-2011"),
    inference="12 months, as a screening form asks for them",
)
