"""With diabetes that is treated, effort can lower blood sugar; the clinician who clears you should know of it."""

from backplan.rules.kinds import HeartRule

RULE = HeartRule(
    id="diabetes",
    kind="disease",
    name="diabetes",
    asks="Diabetes that is treated",
    brief="Treated diabetes",
    claim=__doc__,
    sources=("riebe-2015",),
    inference="that it is asked only where it is treated",
)
