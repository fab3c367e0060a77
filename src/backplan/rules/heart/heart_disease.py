"""With a known disease of heart or circulation, the clinician who clears you should know of it and say how hard
exercise may be."""

from backplan.rules.kinds import HeartRule

RULE = HeartRule(
    id="heart-disease",
    kind="disease",
    name="a heart disease or a stroke",
    asks="A heart disease: a heart attack, angina, a weak heart, a bad valve or rhythm, a stent; or a stroke",
    brief="Any heart disease (attack, angina, valve, rhythm, stent) or stroke",
    called="heart weakness",
    claim=__doc__,
    sources=("riebe-2015",),
    inference="the list",
)
