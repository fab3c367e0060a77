"""With a known disease of the lungs, the clinician who clears you should know of it."""

from backplan.rules.kinds import HeartRule

RULE = HeartRule(
    id="lung-disease",
    kind="disease",
    name="a lung disease",
    asks="A lung disease, such as asthma or chronic bronchitis",
    brief="Any lung disease (asthma, bronchitis)",
    claim=__doc__,
    sources=("riebe-2015", "warburton-2011"),
    inference="the whole rule: the source no longer refers for a lung disease by itself",
)
