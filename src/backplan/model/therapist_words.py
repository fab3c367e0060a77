"""Words on what a therapist or doctor asked for: what is prescribed, and nothing that was done."""

import re

from backplan.patterns import on_first_use

_ASKED = on_first_use(
    r"\b(?:physio\w*|therapist|doctor|gp|surgeon|osteopath|consultant|nurse|midwife)\b(?:\W+\w+){0,3}?\W+"
    r"(?:said|says|told|tells|wants?|advise[sd]|recommend(?:s|ed)|ask(?:s|ed)|suggest(?:s|ed)|gave|set|added|changed|"
    r"took)\b.*\b(?:skip|leave|stop|avoid|drop|not|no|do|add|more|less|instead|exercises?|every|reps?|sets?|\d+)\b",
    re.IGNORECASE,
)


def tells_of_orders(text: str) -> bool:
    """Whether words tell of what a therapist or doctor asked somebody to do or to leave."""
    return _ASKED.search(text) is not None
