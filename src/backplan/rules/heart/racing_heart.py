"""A heart that races or beats irregularly without a reason should be looked at before any exercise."""

from backplan.rules.kinds import HeartRule

RULE = HeartRule(
    id="racing-heart",
    kind="sign",
    name="a racing or irregular heartbeat",
    asks="A racing, pounding or irregular heartbeat that comes without a reason",
    brief="Heart racing, pounding or irregular without reason",
    claim=__doc__,
    sources=("riebe-2015",),
    inference="without a reason: hurry and fright make any heart pound",
)
